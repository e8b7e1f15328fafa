// What a reply means: a result, a declared error, a refusal, or something that no tramline service
// has sent.

import { type CallCode, codeOfStatus, isCallCode } from "./codes.js";
import type { Fail, Failure, Invalid, TramlineError } from "./error.js";
import type { Wire } from "./wire.js";

/** The members of a problem document (RFC 9457) that are of use here, none of them certain. */
interface Problem {
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly code?: unknown;
  readonly request_id?: unknown;
  readonly errors?: unknown;
}

/**
 * The result, or throws what stands in its place. Its media type says which of the wires it is in.
 * What cannot be read is `unreadable`.
 */
export async function receive<O>(
  response: Response,
  wires: readonly Wire<never, O, Failure>[],
  fail: Fail,
  unreadable: CallCode,
): Promise<O> {
  const { status, headers } = response;
  const seen = { status, requestId: headers.get("x-request-id") ?? undefined };
  const type = (headers.get("content-type") ?? "").replace(/\s*;.*/s, "").toLowerCase();
  if (type === "application/problem+json") throw refusal(await problemIn(response), seen, fail);
  let code: CallCode = "network";
  let declared: Failure | CallCode = codeOfStatus(status);
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    code = unreadable;
    if (status === 204) return wires[0]!.decode();
    const wire = wires.find(({ mediaType }) => mediaType === type);
    if (wire && status === 200) return wire.decode(bytes);
    if (wire && status >= 400) declared = wire.decodeError(bytes);
  } catch (cause) {
    throw fail(code, { ...seen, cause });
  }
  throw fail(declared, seen);
}

async function problemIn(response: Response): Promise<Problem> {
  try {
    return (await response.json()) ?? {};
  } catch {
    return {};
  }
}

function refusal(
  { code, detail, title, request_id, errors }: Problem,
  seen: { readonly status: number; readonly requestId: string | undefined },
  fail: Fail,
): TramlineError {
  const more = { ...seen, detail: text(detail) ?? text(title), requestId: seen.requestId ?? text(request_id) };
  if (code === "invalid_input") return fail({ kind: "invalid", code, data: errors as Invalid["data"] }, more);
  // A skew is no code of a call: whoever made the request is to repeat it.
  return fail(code === "version_skew" || isCallCode(code) ? (code as CallCode) : codeOfStatus(seen.status), more);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
