// What generated code makes of every function: something to call, with the function's identity and
// its error handling attached. Two factories, so that a bundle without queries has no trace of them.

import { type Carriage, type Definition, call, urlOf } from "./call.js";
import type { ActionInfo, CallOptions, Client } from "./client.js";
import { type ActionError, type Declared, TramlineError, failing } from "./error.js";
import { encode } from "./writer.js";

/** A result, or the error in its place, as a value. */
export type Outcome<O, E extends AnyDeclared> =
  | { readonly ok: true; readonly data: O }
  | { readonly ok: false; readonly error: ActionError<E> };

/** A function on the server that may change state. */
export interface Action<I, O, E extends AnyDeclared> {
  /** Calls the function. Rejects with one of `ActionError<E>`. */
  (input: I, options?: CallOptions): Promise<O>;
  /** Calls the function and returns its errors instead of throwing them. */
  safe(input: I, options?: CallOptions): Promise<Outcome<O, E>>;
  /** Whether a caught value is an error of this function's call. */
  isError(error: unknown): error is ActionError<E>;
  /** The function's identity on the wire, which outlives a changed signature. */
  readonly id: string;
  /** Where the function is called; for a query with the input in it, however long. */
  url(input: I, options?: { readonly client?: Client | undefined }): string;
}

/** A function on the server that only reads. */
export interface Query<I, O, E extends AnyDeclared> extends Action<I, O, E> {
  /** What a cache may keep the result under: equal for equal inputs, and plain JSON. */
  key(input: I): readonly [name: string, input: string];
}

/** Any error that a function can declare. */
export type AnyDeclared = Declared<string, unknown>;

// A longer input would make a URL that something on the way refuses.
const LONGEST_SEARCH = 1536;

/** Makes a callable of a function that may change state. */
export function action<I, O, E extends AnyDeclared>(
  path: string,
  write: (value: I) => void,
  read: () => NoInfer<O>,
  readError: (code: string) => E,
): Action<I, O, E> {
  return callable({ info: infoOf(path, "action"), path, write, read, readError }, post, () => "");
}

/** Makes a callable of a function that only reads. */
export function query<I, O, E extends AnyDeclared>(
  path: string,
  write: (value: I) => void,
  read: () => NoInfer<O>,
  readError: (code: string) => E,
): Query<I, O, E> {
  const info = infoOf(path, "query");
  const definition = { info, path, write, read, readError };
  const key = (input: I) => [info.name, base64url(encodeInput(definition, input))] as const;
  return Object.assign(callable(definition, get, search), { key });
}

function callable<I, O, E extends AnyDeclared>(
  definition: Definition<I, O, E>,
  carry: (bytes: Uint8Array<ArrayBuffer>) => Carriage,
  search: (bytes: Uint8Array) => string,
): Action<I, O, E> {
  const { info, path } = definition;
  const run = async (input: I, options: CallOptions = {}): Promise<O> =>
    call(definition, carry(encodeInput(definition, input, options.client)), options);
  const isError = (error: unknown): error is ActionError<E> =>
    error instanceof TramlineError && error.action === info.name;
  const safe = (input: I, options?: CallOptions): Promise<Outcome<O, E>> =>
    run(input, options).then(
      (data) => ({ ok: true, data }),
      (error: unknown) => {
        if (isError(error)) return { ok: false, error };
        throw error;
      },
    );
  const url = (input: I, { client }: { readonly client?: Client | undefined } = {}): string =>
    urlOf(path, search(encodeInput(definition, input, client)), client);
  return Object.assign(run, { id: info.id, safe, isError, url });
}

function infoOf(path: string, kind: ActionInfo["kind"]): ActionInfo {
  return { id: path.slice(0, 8), name: path.slice(path.indexOf("/") + 1), kind };
}

function encodeInput<I>(
  { info, path, write }: Definition<I, unknown, AnyDeclared>,
  input: I,
  client?: Client,
): Uint8Array<ArrayBuffer> {
  try {
    return encode(input, write);
  } catch (cause) {
    const place = { action: info.name, method: info.kind === "query" ? "GET" : "POST", url: urlOf(path, "", client) };
    const detail = cause instanceof Error ? cause.message : undefined;
    throw failing(place)({ kind: "invalid", code: "invalid_input", data: undefined }, { detail, cause });
  }
}

function post(bytes: Uint8Array<ArrayBuffer>): Carriage {
  return { method: "POST", search: "", body: bytes.length ? bytes : undefined };
}

function get(bytes: Uint8Array<ArrayBuffer>): Carriage {
  return bytes.length > LONGEST_SEARCH ? post(bytes) : { method: "GET", search: search(bytes), body: undefined };
}

function search(bytes: Uint8Array): string {
  return bytes.length ? `?i=${base64url(bytes)}` : "";
}

/** RFC 4648, section 5, without padding. */
function base64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
