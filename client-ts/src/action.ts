// What generated code makes of every function: something to call, with the function's identity and
// its error handling attached. Two factories, so that a bundle without queries has no trace of them.

import { toBase64Url } from "./base64.js";
import { type Carriage, type Definition, call, urlOf } from "./call.js";
import type { ActionInfo, CallOptions, Client } from "./client.js";
import { type ActionError, type Declared, type Invalid, TramlineError, failing } from "./error.js";
import type { JsonOf } from "./json.js";
import { parseExact, printExact } from "./json-text.js";
import { type Body, type JsonErrorsOf, type Wire, json, postcard } from "./wire.js";

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

// A longer URL may be refused by something on the way.
const LONGEST_SEARCH = 2051;

/** Makes a callable of a function that may change state. */
export function action<I, O, E extends AnyDeclared>(
  path: string,
  write: (value: I) => void,
  read: () => NoInfer<O>,
  readError: (code: string) => E,
  input: JsonOf<NoInfer<I>>,
  result: JsonOf<NoInfer<O>>,
  errors: JsonErrorsOf = {},
): Action<I, O, E> {
  const wires = [postcard(write, read, readError), lossless<I, O, E>(input, result, errors)];
  return callable(define(path, "action", wires), post, () => "");
}

/** Makes a callable of a function that only reads. */
export function query<I, O, E extends AnyDeclared>(
  path: string,
  write: (value: I) => void,
  read: () => NoInfer<O>,
  readError: (code: string) => E,
  input: JsonOf<NoInfer<I>>,
  result: JsonOf<NoInfer<O>>,
  errors: JsonErrorsOf = {},
): Query<I, O, E> {
  const search = (body: Body): string =>
    typeof body === "string" ? jsonSearch(body) : body.length ? `?i=${toBase64Url(body)}` : "";
  const wires = [postcard(write, read, readError), lossless<I, O, E>(input, result, errors)];
  return keyed(define(path, "query", wires), search, (body) => search(body).slice(3));
}

/** Makes a callable of a function that may change state, and whose types only JSON can carry. */
export function jsonAction<I, O, E extends AnyDeclared>(path: string, input: JsonOf<I>, result: JsonOf<O>, errors: JsonErrorsOf = {}): Action<I, O, E> {
  const wires = [json<I, O, E>(input, result, errors, parseExact, printExact)];
  return callable(define(path, "action", wires), post, () => "");
}

/** Makes a callable of a function that only reads, and whose types only JSON can carry. */
export function jsonQuery<I, O, E extends AnyDeclared>(path: string, input: JsonOf<I>, result: JsonOf<O>, errors: JsonErrorsOf = {}): Query<I, O, E> {
  const wires = [json<I, O, E>(input, result, errors, parseExact, printExact)];
  return keyed(define(path, "query", wires), jsonSearch as (body: Body) => string, (body) => body as string);
}

/** The wire that every action has beside its own: 64 bits are text in it, so any parser will do. */
function lossless<I, O, E extends AnyDeclared>(input: JsonOf<I>, result: JsonOf<O>, errors: JsonErrorsOf): Wire<I, O, E> {
  return json(input, result, errors, JSON.parse, JSON.stringify);
}

function keyed<I, O, E extends AnyDeclared>(
  definition: Definition<I, O, E>,
  search: (body: Body) => string,
  text: (body: Body) => string,
): Query<I, O, E> {
  const get = (body: Body): Carriage => {
    const inUrl = search(body);
    return inUrl.length > LONGEST_SEARCH ? post(body) : { method: "GET", search: inUrl, body: undefined };
  };
  const { info, wires } = definition;
  // The same, whichever wire a client prefers.
  const key = (input: I) => [info.name, text(encodeInput(definition, wires[0]!, input))] as const;
  return Object.assign(callable(definition, get, search), { key });
}

function callable<I, O, E extends AnyDeclared>(
  definition: Definition<I, O, E>,
  carry: (body: Body) => Carriage,
  search: (body: Body) => string,
): Action<I, O, E> {
  const { info, path } = definition;
  const run = async (input: I, options: CallOptions = {}): Promise<O> => {
    const carried = (wire: Wire<I, O, E>): Carriage => carry(encodeInput(definition, wire, input, options.client));
    return call(definition, wireOf(definition, options.client), carried, options);
  };
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
    urlOf(path, search(encodeInput(definition, wireOf(definition, client), input, client)), client);
  return Object.assign(run, { id: info.id, safe, isError, url });
}

function define<I, O, E extends AnyDeclared>(path: string, kind: ActionInfo["kind"], wires: readonly Wire<I, O, E>[]): Definition<I, O, E> {
  return { info: { id: path.slice(0, 8), name: path.slice(path.indexOf("/") + 1), kind }, path, wires };
}

/** What the client wants, or else the page as a whole. */
function wireOf<I, O, E extends AnyDeclared>({ wires }: Definition<I, O, E>, client?: Client): Wire<I, O, E> {
  const wanted = client?.wire ?? (globalThis as { readonly __TRAMLINE_WIRE__?: unknown }).__TRAMLINE_WIRE__;
  return wires[wanted === "json" ? wires.length - 1 : 0]!;
}

function encodeInput<I>(
  { info, path, wires }: Definition<I, unknown, AnyDeclared>,
  wire: Wire<I, unknown, AnyDeclared>,
  input: I,
  client?: Client,
): Body {
  try {
    return wire.encode(input);
  } catch (error) {
    const place = { action: info.name, method: info.kind === "query" ? "GET" : "POST", url: urlOf(path, "", client) };
    const cause = placed(() => wires.at(-1)!.encode(input)) ?? error;
    const detail = cause instanceof Error ? cause.message : undefined;
    throw failing(place)({ kind: "invalid", code: "invalid_input" } as Invalid, { detail, cause });
  }
}

/** What JSON's codecs find wrong: they know the place in the input. */
function placed(encode: () => unknown): unknown {
  try {
    return void encode();
  } catch (error) {
    return error;
  }
}

function post(body: Body): Carriage {
  return { method: "POST", search: "", body: body.length ? body : undefined };
}

function jsonSearch(body: string): string {
  return `?j=${encodeURIComponent(body)}`;
}
