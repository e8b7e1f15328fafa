// What the server answered to a request that the reader has sent.

import { coloured, codeBlock, indented } from "./code-block.js";
import { type Child, code, disclosure, element, span } from "./element.js";
import type { Request } from "./request.js";

interface Answer {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Sends a request, and waits for all of the answer. */
export async function send(request: Request, credentials: RequestCredentials): Promise<Answer> {
  const began = performance.now();
  const response = await fetch(request.target, {
    method: request.method,
    headers: request.headers.map(([name, value]): [string, string] => [name, value]),
    credentials,
    // The reader wants to see the server's answer, and a redirect is one.
    cache: "no-store",
    redirect: "manual",
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const bytes = await response.arrayBuffer();
  const milliseconds = performance.now() - began;
  return {
    status: response.status,
    reason: response.statusText,
    headers: [...response.headers],
    body: bytes.byteLength > 0 ? textOf(bytes) : "",
    bytes: bytes.byteLength,
    milliseconds,
  };
}

/** The text of a body, or nothing where it is none. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function answerOf(answer: Answer): HTMLElement[] {
  if (answer.status === 0) return failureOf(new Error("the server redirects to somewhere else"));
  const size = `${answer.bytes.toLocaleString("en")} ${answer.bytes === 1 ? "byte" : "bytes"}`;
  const head = element(
    "p",
    { class: "outcome" },
    span(`status s${String(answer.status).charAt(0)}`, String(answer.status)),
    ` ${answer.reason} `,
    span("hint", `${answer.milliseconds.toFixed(0)} ms, ${size}`),
  );
  return [head, headersOf(answer), ...bodyOf(answer)];
}

function headersOf(answer: Answer): HTMLElement {
  const rows = answer.headers.map(([name, value]) => element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, code(value))));
  return disclosure({ class: "branch" }, [`Headers (${rows.length})`], () => [element("table", { class: "headers" }, element("tbody", {}, ...rows))]);
}

function bodyOf(answer: Answer): HTMLElement[] {
  if (answer.body === undefined) return [element("p", { class: "hint" }, "The body is not text.")];
  if (answer.body === "") return [element("p", { class: "hint" }, "No body.")];
  const text = indented(answer.body);
  return [codeBlock("Body", "the body of the answer", [element("code", {}, ...(coloured(text) as Child[]))], () => text)];
}

/** There is no answer. */
export function failureOf(error: unknown): HTMLElement[] {
  const message = error instanceof Error ? error.message : String(error);
  return [element("p", { class: "outcome" }, span("status s5", "No answer"), ` ${message}`)];
}
