// What the reader has filled in, as a request.

import type { Credentials } from "./credentials.js";
import type { OpenApi, Operation, Parameter, Scheme } from "./document.js";
import { exampleOf, exampleOfMedia } from "./example.js";
import { brief, items, member, members, print } from "./json.js";
import { plain, typeOf } from "./schema.js";

/** What a form holds, as text; a list has one value a line. */
export interface Filled {
  /** By place and name, as `keyOf` says. */
  readonly values: Map<string, string>;
  mediaType: string;
  body: string;
}

/** A request that is ready to be sent, or to be written down. */
export interface Request {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
}

export function keyOf(parameter: Parameter): string {
  return `${parameter.place} ${parameter.name}`;
}

/** Whether a parameter takes several values. */
export function isList(openApi: OpenApi, parameter: Parameter): boolean {
  return typeOf(plain(openApi, parameter.schema).schema) === "array";
}

/** The media types that a body may have. */
export function mediaTypesOf(openApi: OpenApi, operation: Operation): readonly string[] {
  const body = openApi.follow(member(operation.json, "requestBody"));
  return [...members(member(body, "content")).keys()];
}

/** The example of a body in a media type. */
export function bodyExample(openApi: OpenApi, operation: Operation, mediaType: string): string {
  const body = openApi.follow(member(operation.json, "requestBody"));
  const media = member(member(body, "content"), mediaType);
  return media === undefined ? "" : print(exampleOfMedia(openApi, media, "request"));
}

/** What is required, filled in with examples; what is not, left out. */
export function prefilled(openApi: OpenApi, operation: Operation): Filled {
  const mediaType = mediaTypesOf(openApi, operation)[0] ?? "";
  const values = operation.parameters
    .filter((parameter) => parameter.required)
    .map((parameter) => [keyOf(parameter), exampleOfParameter(openApi, parameter)] as const);
  return { values: new Map(values), mediaType, body: bodyExample(openApi, operation, mediaType) };
}

/** An example as it stands in a form. */
export function exampleOfParameter(openApi: OpenApi, parameter: Parameter): string {
  const value = parameter.example ?? exampleOf(openApi, parameter.schema, "request");
  if (value === null) return "";
  return Array.isArray(value) ? items(value).map(brief).join("\n") : brief(value);
}

/** The first of an operation's ways to authenticate that the reader has given everything for. */
export function usable(openApi: OpenApi, operation: Operation, credentials: Credentials): readonly Scheme[] {
  const ready = (schemes: readonly Scheme[]) => schemes.length > 0 && schemes.every((scheme) => credentials.has(scheme));
  return openApi.security(operation).find(ready) ?? [];
}

/** The request, with the credentials that are asked for. */
export function requestOf(
  openApi: OpenApi,
  operation: Operation,
  filled: Filled,
  schemes: readonly Scheme[],
  credentials: Credentials,
): Request {
  const pairs = (place: Parameter["place"]) =>
    operation.parameters
      .filter((parameter) => parameter.place === place)
      .flatMap((parameter) => given(openApi, parameter, filled).map((value) => [parameter.name, value] as const));
  const query = [...pairs("query"), ...ofScheme(schemes, "query", credentials)];
  const headers: (readonly [string, string])[] = [...pairs("header"), ...ofScheme(schemes, "header", credentials)];
  const hasBody = filled.mediaType !== "" && filled.body.trim() !== "";
  if (hasBody) headers.push(["Content-Type", filled.mediaType]);
  const search = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
  return {
    method: operation.method,
    target: pathOf(operation.path, new Map(pairs("path"))) + (search === "" ? "" : `?${search}`),
    headers,
    body: hasBody ? filled.body : undefined,
  };
}

function given(openApi: OpenApi, parameter: Parameter, filled: Filled): string[] {
  const value = filled.values.get(keyOf(parameter));
  if (value === undefined || (value === "" && parameter.place !== "path")) return [];
  return isList(openApi, parameter) ? value.split("\n").filter((line) => line !== "") : [value];
}

/** A path parameter is one segment, whatever is in it. */
function pathOf(path: string, values: ReadonlyMap<string, string>): string {
  return path.replace(/\{([^}]*)\}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ""));
}

function ofScheme(schemes: readonly Scheme[], place: "query" | "header", credentials: Credentials): (readonly [string, string])[] {
  return schemes.flatMap((scheme) => {
    const secret = credentials.get(scheme);
    if (place === "header" && scheme.kind === "bearer") return [["Authorization", `Bearer ${secret}`] as const];
    if (place === "header" && scheme.kind === "basic") return [["Authorization", `Basic ${secret}`] as const];
    return scheme.kind === place ? [[scheme.name, secret] as const] : [];
  });
}

/** A path parameter that is left empty would name another resource. */
export function missing(operation: Operation, filled: Filled): readonly Parameter[] {
  return operation.parameters.filter((parameter) => parameter.required && (filled.values.get(keyOf(parameter)) ?? "") === "");
}
