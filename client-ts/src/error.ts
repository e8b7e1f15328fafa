// The one class of error, and the closed unions that an action's errors form.

import { type CallCode, type StaleCode, isStaleCode } from "./codes.js";

/** One error that a function declares: a code, and what its variant carries. */
export interface Declared<Code extends string, Data> {
  readonly kind: "declared";
  readonly code: Code;
  readonly data: Data;
}

/** One thing that is wrong with an input, as the server sees it. */
export interface Violation {
  /** Where, as a JSON Pointer: `/items/0/name`. */
  readonly pointer: string;
  /** What is wrong, for people. */
  readonly detail: string;
}

/**
 * The input is none that the function takes. Found here, nothing was sent, and there is no `data`; found
 * by the server, nothing has run, and `data` says what is wrong.
 */
export interface Invalid {
  readonly kind: "invalid";
  readonly code: "invalid_input";
  readonly data: readonly Violation[] | undefined;
}

/** The call itself failed. */
export interface CallFailure {
  readonly kind: "call";
  readonly code: CallCode;
  readonly data: undefined;
}

/**
 * The call failed since client and server are of different versions. Nothing has run, unless the error
 * has a `cause`: then it was the reply that the client could not read.
 */
export interface StaleFailure extends CallFailure {
  readonly code: StaleCode;
}

/** What can be told apart by `kind`, then by `code`. */
export type Failure = Declared<string, unknown> | Invalid | CallFailure;

/** Where an error happened. */
export interface Place {
  readonly action: string;
  readonly method: string;
  readonly url: string;
}

/** What is known about an error beyond its code. */
export interface Circumstances {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly detail?: string | undefined;
  readonly cause?: unknown;
}

/** Makes the errors of one call. */
export type Fail = (failure: Failure | CallCode, circumstances: Circumstances) => TramlineError;

/**
 * Every error that an action ends with: `TramlineError<E>` is the union of what the function
 * declares and what can happen to any call, exhaustive under `kind` and `code`.
 */
export type ActionError<E extends Failure = never> = ErrorOf<E> | ErrorOf<Invalid> | ErrorOf<CallFailure>;

// Distributes over the union, so that narrowing works.
type ErrorOf<F extends Failure> = F extends Failure ? TramlineError<F> : never;

// The registry of symbols is one for a page, however many copies of this module are on it.
const brand = /* @__PURE__ */ Symbol.for("tramline.error");

/** An action's failure. Told apart by `kind`, then by `code`. */
export class TramlineError<F extends Failure = Failure> extends Error {
  /** Recognises the errors of another copy of this module too. */
  static override [Symbol.hasInstance](value: unknown): value is ErrorOf<Failure> {
    return this === TramlineError ? brand in Object(value) : super[Symbol.hasInstance](value);
  }

  declare readonly name: "TramlineError";
  /**
   * `"declared"`: the function returned one of its errors. `"invalid"`: the input is none that the
   * function takes. `"call"`: there was no result, for a reason that `code` names.
   */
  declare readonly kind: F["kind"];
  /** What went wrong, in `snake_case`. */
  declare readonly code: F["code"];
  /** What the variant of a declared error carries. */
  declare readonly data: F["data"];
  /** The name of the action, such as `posts.create_post`. */
  declare readonly action: string;
  /** The HTTP status, if there was an answer. */
  declare readonly status: number | undefined;
  /** What the server's log knows this request by. */
  declare readonly requestId: string | undefined;

  constructor({ kind, code, data }: F, place: Place, known: Circumstances = {}) {
    super(describe(code, place, known), known);
    const { action } = place;
    const { status, requestId } = known;
    Object.assign(this, { kind, code, data, action, status, requestId });
    Object.defineProperties(this, { name: { value: "TramlineError" }, [brand]: { value: true } });
  }
}

/** The page is older than the server, which can no longer serve it. */
export type StaleClientError = TramlineError<StaleFailure & { readonly code: "stale_client" }>;

/** The page is newer than the server that answered, as happens while a deploy is under way. */
export type StaleServerError = TramlineError<StaleFailure & { readonly code: "stale_server" }>;

/**
 * Whether a call failed since page and server are of different versions: the page has to be loaded
 * anew, or, if `code` is `"stale_server"`, the server has to catch up.
 *
 * ```ts
 * window.addEventListener("unhandledrejection", ({ reason }) => {
 *   if (isStale(reason)) banner.show("A new version is available.", () => location.reload());
 * });
 * ```
 */
export function isStale(error: unknown): error is TramlineError<StaleFailure> {
  return error instanceof TramlineError && error.kind === "call" && isStaleCode(error.code);
}

/** What makes the errors of a call to `place`. */
export function failing(place: Place): Fail {
  return (failure, known) =>
    new TramlineError(typeof failure === "string" ? ({ kind: "call", code: failure } as CallFailure) : failure, place, known);
}

function describe(code: string, { action, method, url }: Place, { status, requestId, detail }: Circumstances): string {
  // The query holds the input, which has no place in a log.
  const facts = [`${method} ${url.split("?")[0]}`, status, requestId && `request ${requestId}`].filter(Boolean);
  return `${action}: ${code} (${facts.join(", ")})${detail ? `: ${detail}` : ""}`;
}
