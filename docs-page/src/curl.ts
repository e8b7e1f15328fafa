// A request as a line for a shell.

import type { Scheme } from "./document.js";
import type { Request } from "./request.js";

/** The command, one option a line. `request` is without credentials: `schemes` say where they go. */
export function curl(origin: string, request: Request, schemes: readonly Scheme[]): string {
  const parts = [
    ...method(request.method),
    address(origin + request.target, schemes),
    ...request.headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...schemes.flatMap(option),
    ...(request.body === undefined ? [] : [`-d ${quoted(request.body)}`]),
  ];
  return `curl ${parts.join(" \\\n  ")}`;
}

/** What stands for a credential: a variable of the reader's shell, never the credential itself. */
export function variable(scheme: Scheme): string {
  if (scheme.kind === "bearer") return "$TOKEN";
  if (scheme.kind === "basic") return "$CREDENTIALS";
  return `$${scheme.name.replace(/\W+/g, "_").replace(/^(\d)/, "_$1").toUpperCase()}`;
}

function method(name: string): string[] {
  if (name === "GET") return [];
  return name === "HEAD" ? ["--head"] : [`-X ${name}`];
}

function address(text: string, schemes: readonly Scheme[]): string {
  const keys = schemes.filter((scheme) => scheme.kind === "query");
  const pairs = keys.map((scheme) => `${encodeURIComponent(scheme.name)}=`);
  return keys.reduce((word, scheme, index) => {
    const separator = index > 0 || text.includes("?") ? "&" : "?";
    return `${word}${quoted(separator + pairs[index])}"${variable(scheme)}"`;
  }, quoted(text));
}

function option(scheme: Scheme): string[] {
  if (scheme.kind === "bearer") return [`-H "Authorization: Bearer ${variable(scheme)}"`];
  if (scheme.kind === "basic") return [`-H "Authorization: Basic ${variable(scheme)}"`];
  if (scheme.kind === "header") return [`-H "${escaped(scheme.name)}: ${variable(scheme)}"`];
  return scheme.kind === "cookie" ? [`-b "${escaped(scheme.name)}=${variable(scheme)}"`] : [];
}

/** One word of the shell, in which nothing means anything. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Within double quotes. */
function escaped(text: string): string {
  return text.replace(/[\\"$`]/g, "\\$&");
}
