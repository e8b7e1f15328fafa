// One call: its request, and the way through the interceptors to the network and back.

import { cancellable } from "./cancel.js";
import { type ActionInfo, type CallOptions, type CallRequest, type Client, sameOrigin } from "./client.js";
import { type Fail, type Failure, failing } from "./error.js";
import { receive } from "./reply.js";
import type { Body, Wire } from "./wire.js";

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

/** Makes the call and decodes its result. */
export async function call<O, E extends Failure>(
  { info, path, wires }: Definition<never, O, E>,
  { mediaType }: Wire<never, O, E>,
  { method, search, body }: Carriage,
  options: CallOptions,
): Promise<O> {
  const client = options.client ?? sameOrigin;
  const url = urlOf(path, search, client);
  const fail = failing({ action: info.name, method, url });
  const run = async (signal: AbortSignal): Promise<O> => {
    const headers = await headersOf(client, options);
    if (body) headers.set("content-type", mediaType);
    const response = await send({ action: info, method, url, headers, body, signal }, client, fail);
    return receive(response, wires, fail);
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
