// What can be chosen for a set of calls. A client is plain data and there is no ambient one to
// change: a server that renders pages makes one for every request.

import type { StaleCode } from "./codes.js";

/** Headers in any form that `new Headers(…)` takes. */
export type HeaderValues = ConstructorParameters<typeof Headers>[0];

/** What {@link createClient} takes. */
export interface ClientOptions {
  /**
   * Where the service is mounted: a path on this origin or a whole URL.
   * @default "/rpc"
   */
  readonly baseUrl?: string | undefined;
  /**
   * Sent with every call. A function is asked anew for every request.
   * @default none
   */
  readonly headers?: HeaderValues | (() => HeaderValues | Promise<HeaderValues>);
  /**
   * Whether cookies go along.
   * @default "same-origin", as `fetch` has it
   */
  readonly credentials?: "omit" | "same-origin" | "include" | undefined;
  /**
   * How long a call may take, from its begin to the last byte of the reply, in milliseconds.
   * @default Infinity
   */
  readonly timeoutMs?: number | undefined;
  /**
   * How inputs and results are written. `"json"` is for reading along in the network tab: the same
   * calls and values, larger and slower. What postcard cannot carry travels as JSON in any case, and
   * so does a call of an action of which the server has another version.
   * @default "postcard", unless `globalThis.__TRAMLINE_WIRE__` is `"json"` when a call is made
   */
  readonly wire?: "postcard" | "json" | undefined;
  /**
   * Run around every call, the first one outermost.
   * @default []
   */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /**
   * Told that the server has another version of an action than this client was generated for:
   * because the call failed for that, or because it went on only as JSON. Told once for every action
   * and code, so that a page can offer to load itself anew; what it throws is logged, and the call
   * goes on.
   *
   * ```ts
   * const client = createClient({
   *   onStale({ code }) {
   *     // While a deploy is under way, the page may be the newer one.
   *     if (code !== "stale_server") banner.show("A new version is available.", () => location.reload());
   *   },
   * });
   * ```
   *
   * @default none
   */
  readonly onStale?: ((staleness: Staleness) => void) | undefined;
  /**
   * Sends the request.
   * @default globalThis.fetch
   */
  readonly fetch?: typeof fetch | undefined;
}

/** What {@link ClientOptions.onStale} is told. */
export interface Staleness {
  readonly action: ActionInfo;
  /** What the call failed with, or `"version_skew"` where it went on as JSON. */
  readonly code: StaleCode | "version_skew";
}

/** Where and how calls are made. Made by {@link createClient}, passed as `{ client }`. */
export interface Client extends ClientOptions {
  readonly baseUrl: string;
}

/** What a single call may choose. */
export interface CallOptions {
  /**
   * Aborts the call, which then fails with the code `aborted` and the signal's reason as its cause.
   * @default none
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long this call may take, in milliseconds.
   * @default the client's
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Sent with this call, over the client's headers of the same name.
   * @default none
   */
  readonly headers?: HeaderValues;
  /**
   * Makes the call.
   * @default one for `/rpc` on this origin
   */
  readonly client?: Client | undefined;
}

/** Which function a call is for. */
export interface ActionInfo {
  /** The function's name, such as `posts.create_post`. */
  readonly name: string;
  /** Its identity on the wire. */
  readonly id: string;
  /** Whether it may change state. */
  readonly kind: "action" | "query";
}

/** A call on its way to the server. */
export interface CallRequest {
  readonly action: ActionInfo;
  readonly method: "GET" | "POST";
  readonly url: string;
  /** May be changed. */
  readonly headers: Headers;
  /** The encoded input, text where it is JSON, unless the URL holds it or there is none. */
  readonly body: Uint8Array<ArrayBuffer> | string | undefined;
  /** Aborted by the caller's signal and by the timeout. */
  readonly signal: AbortSignal;
}

/**
 * Stands between a call and the network: may change the request, answer in the server's place, or
 * call `next` again. A call is one request, unless the server asks for it anew without having run
 * anything: as JSON, where it has another version of the action, or because it is being rebuilt. Every
 * such request comes through here. What `next` rejects with is a `TramlineError`; what an interceptor itself
 * throws reaches the caller untouched.
 *
 * ```ts
 * const timing: Interceptor = async (request, next) => {
 *   const start = performance.now();
 *   const response = await next(request);
 *   console.debug(request.action.name, response.status, performance.now() - start);
 *   return response;
 * };
 * ```
 */
export type Interceptor = (
  request: CallRequest,
  next: (request: CallRequest) => Promise<Response>,
) => Promise<Response>;

/** The same origin, as the server mounts it unless told otherwise. */
export const sameOrigin: Client = { baseUrl: "/rpc" };

/**
 * Makes a client for other than same-origin calls without further headers.
 *
 * ```ts
 * const client = createClient({ baseUrl: "https://api.example.com/rpc", timeoutMs: 10_000 });
 * const post = await getPost({ id }, { client });
 * ```
 */
export function createClient(options: ClientOptions = {}): Client {
  const baseUrl = (options.baseUrl ?? sameOrigin.baseUrl).replace(/\/+$/, "");
  return { ...options, baseUrl };
}
