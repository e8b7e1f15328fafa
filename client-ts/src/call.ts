// One call: its request, and the way through the interceptors to the network and back.

import { cancellable, pause } from "./cancel.js";
import { type ActionInfo, type CallOptions, type CallRequest, type Client, sameOrigin } from "./client.js";
import { isStaleCode } from "./codes.js";
import { type Fail, type Failure, type TramlineError, failing } from "./error.js";
import { receive } from "./reply.js";
import { marksOf, tell } from "./skew.js";
import type { Body, Wire } from "./wire.js";

// How often a second is waited for a server that is being rebuilt.
const LONGEST_WAIT = 60;

/** What the generated code says about a function. */
export interface Definition<I, O, E extends Failure> {
  readonly info: ActionInfo;
  /** `id.fingerprint/name` */
  readonly path: string;
  /** The usual wire first, JSON last. */
  readonly wires: readonly Wire<I, O, E>[];
}

/** How the input travels. */
export interface Carriage {
  readonly method: "GET" | "POST";
  /** Begins with the `?`, or is empty. */
  readonly search: string;
  readonly body: Body | undefined;
}

/** The URL of a function, with its input where that is part of it. */
export function urlOf(path: string, search: string, client: Client = sameOrigin): string {
  return `${client.baseUrl}/${path}${search}`;
}

/**
 * Makes the call and decodes its result: in `wire`, or in JSON while the server has another version of
 * the function. What has run nothing is repeated where the server asks for that.
 */
export async function call<I, O, E extends Failure>(
  { info, path, wires }: Definition<I, O, E>,
  wire: Wire<I, O, E>,
  carry: (wire: Wire<I, O, E>) => Carriage,
  options: CallOptions,
): Promise<O> {
  const client = options.client ?? sameOrigin;
  const marks = marksOf(client);
  const json = wires.at(-1)!;
  if (marks[path]) wire = json;
  // At once: it may be no input at all, and may change while the call is under way.
  let carriage = carry(wire);
  const fail = failing({ action: info.name, method: carriage.method, url: urlOf(path, carriage.search, client) });

  const request = async (signal: AbortSignal): Promise<O> => {
    const { method, search, body } = carriage;
    const headers = await headersOf(client, options);
    if (body) headers.set("content-type", wire.mediaType);
    const response = await send({ action: info, method, url: urlOf(path, search, client), headers, body, signal }, client, fail);
    const theirs = response.headers.get("tramline-fingerprint");
    // Postcard says nothing, nor does a header that another origin may not read.
    if (theirs) marks[path] = theirs !== path.slice(9, 17);
    return receive(response, wires, fail, marks[path] ? "stale_client" : "bad_response");
  };

  const run = async (signal: AbortSignal): Promise<O> => {
    for (let waits = 0; ; ) {
      try {
        const data = await request(signal);
        tell(client, info, path);
        return data;
      } catch (error) {
        const { kind, code, status, requestId } = Object(error) as Partial<TramlineError>;
        const skewed = code === "version_skew";
        // Once a server has said that it is being rebuilt, it may be gone for a while.
        const gone = kind === "call" && !requestId && !(status! < 500);
        if (skewed && wire !== json) {
          marks[path] = true;
          carriage = carry((wire = json));
        } else if ((code === "server_rebuilding" || (waits && gone)) && waits++ < LONGEST_WAIT && !signal.aborted) {
          await pause(1000, signal);
        } else {
          // A 404 without an id may be anybody's.
          const stale = kind === "call" && isStaleCode(code) && (requestId || status !== 404) && code;
          tell(client, info, path, skewed ? "stale_client" : stale);
          throw skewed ? fail("stale_client", error as TramlineError) : error;
        }
      }
    }
  };
  return cancellable(run, options.signal, options.timeoutMs ?? client.timeoutMs, (signal) => interrupted(signal, fail));
}

async function headersOf(client: Client, options: CallOptions): Promise<Headers> {
  const { headers } = client;
  const all = new Headers(typeof headers === "function" ? await headers() : headers);
  new Headers(options.headers).forEach((value, name) => all.set(name, value));
  return all;
}

/** Through the interceptors, then out. */
function send(request: CallRequest, client: Client, fail: Fail): Promise<Response> {
  const { signal } = request;
  const through = (index: number) => async (request: CallRequest): Promise<Response> => {
    const interceptor = client.interceptors?.[index];
    if (interceptor) return interceptor(request, through(index + 1));
    try {
      if (signal.aborted) throw signal.reason;
      return await transmit(request, client);
    } catch (cause) {
      throw signal.aborted ? interrupted(signal, fail) : fail("network", { cause });
    }
  };
  return through(0)(request);
}

function transmit({ method, url, headers, body, signal }: CallRequest, client: Client): Promise<Response> {
  // Not `client.fetch(…)`: a browser's own wants no other `this` than the window.
  const { credentials, fetch = globalThis.fetch } = client;
  return fetch(url, { method, headers, signal, ...(body && { body }), ...(credentials && { credentials }) });
}

function interrupted({ reason }: AbortSignal, fail: Fail): unknown {
  return fail(reason?.name === "TimeoutError" ? "timeout" : "aborted", { cause: reason });
}
