// The codes that tramline itself answers with. They are reserved: no action declares one.

// One text, since it is smaller than an array of texts.
const CODES =
  " aborted action_retired bad_host bad_response body_too_large cross_origin_read csrf_cross_origin" +
  " csrf_missing_metadata csrf_null_origin csrf_origin_mismatch decode_budget duplicate_header" +
  " host_not_allowed internal malformed method_not_allowed network read_timeout refused" +
  " server_rebuilding stale_client stale_server timeout too_deep truncated_body unavailable unknown_action" +
  " unsupported_media_type uri_too_long ";

/** The code of an error of kind `"call"`: the call did not come to a result or a declared error. */
export type CallCode =
  // The caller gave up.
  | "aborted"
  | "timeout"
  // No answer, or one that makes no sense.
  | "network"
  | "bad_response"
  // The client and the server were built from different versions of the function.
  | "stale_client"
  | "stale_server"
  | "unknown_action"
  | "action_retired"
  // The server could not.
  | "internal"
  | "unavailable"
  | "server_rebuilding"
  // The server would not.
  | "refused"
  | "bad_host"
  | "host_not_allowed"
  | "duplicate_header"
  | "cross_origin_read"
  | "csrf_cross_origin"
  | "csrf_missing_metadata"
  | "csrf_null_origin"
  | "csrf_origin_mismatch"
  | "method_not_allowed"
  | "unsupported_media_type"
  | "uri_too_long"
  | "body_too_large"
  | "truncated_body"
  | "read_timeout"
  | "malformed"
  | "decode_budget"
  | "too_deep";

/** The code of a call that came to nothing since client and server are of different versions. */
export type StaleCode = "stale_client" | "stale_server" | "unknown_action" | "action_retired" | "method_not_allowed";

/** Whether `code`, that of a call, is one of these. */
export function isStaleCode(code: unknown): code is StaleCode {
  return /^stale|known|retired|^method/.test(code as string);
}

/** Whether `code` is one that a call fails with. */
export function isCallCode(code: unknown): code is CallCode {
  return typeof code === "string" && !code.includes(" ") && CODES.includes(` ${code} `);
}

/** What a status means where no problem document of ours says more, as from a proxy. */
export function codeOfStatus(status: number): CallCode {
  if (status === 429 || status > 500) return "unavailable";
  return ({ 404: "unknown_action", 413: "body_too_large", 414: "uri_too_long", 500: "internal" } as const)[status] ?? "bad_response";
}
