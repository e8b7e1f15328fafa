// One operation: what it takes and answers on the left, how to call it on the right.

import { answers } from "./answers.js";
import { authenticationOf } from "./authentication.js";
import { codeBlock, jsonBlock } from "./code-block.js";
import type { Credentials } from "./credentials.js";
import { curl } from "./curl.js";
import type { OpenApi, Operation, Parameter } from "./document.js";
import { type Child, code, division, element, span } from "./element.js";
import { exampleOfMedia } from "./example.js";
import { type Json, brief, isMap, items, member, members, print, text } from "./json.js";
import { prose } from "./prose.js";
import { type Filled, prefilled, requestOf } from "./request.js";
import { badges, row, schemaTree, facts } from "./schema-tree.js";
import { trial } from "./trial.js";

const PLACES = [
  ["path", "Path parameters"],
  ["query", "Query parameters"],
  ["header", "Headers"],
  ["cookie", "Cookies"],
] as const;

/** A section of the page. */
export function operationSection(openApi: OpenApi, operation: Operation, credentials: Credentials): HTMLElement {
  return element(
    "section",
    { class: "operation", id: operation.anchor, "aria-labelledby": `${operation.anchor}-title` },
    head(operation),
    division("columns", division("about", ...about(openApi, operation)), division("calls", ...calls(openApi, operation, credentials))),
  );
}

function head(operation: Operation): HTMLElement {
  const anchor = element("a", { href: `#${operation.anchor}`, class: "anchor", "aria-label": `Link to ${operation.summary}` }, "#");
  const told = operation.webhook ? span("route", span("method webhook", "Webhook"), " ", code(operation.path)) : route(operation);
  return element("header", {}, division("heading-line", element("h3", { id: `${operation.anchor}-title` }, operation.summary), anchor), told);
}

/** The method and the path, which may break at its slashes. */
function route(operation: Operation): HTMLElement {
  const segments = operation.path.split(/(?=\/)/).flatMap((segment) => [element("wbr", {}), segment]);
  return span("route", methodBadge(operation.method), " ", element("code", {}, ...segments));
}

export function methodBadge(method: string): HTMLElement {
  return span(`method ${method.toLowerCase()}`, method);
}

function about(openApi: OpenApi, operation: Operation): Child[] {
  return [
    deprecation(operation),
    prose(text(member(operation.json, "description"))),
    operation.webhook ? undefined : authenticationOf(openApi, operation),
    ...PLACES.map(([place, title]) => parameters(openApi, title, operation.parameters.filter((each) => each.place === place))),
    body(openApi, operation),
    answers(openApi, operation),
  ];
}

/** The dates are in the description of the headers that carry them; here it is said that there are some. */
function deprecation(operation: Operation): Child {
  if (member(operation.json, "deprecated") !== true) return undefined;
  const more = [...members(operation.json)].filter(([name, value]) => /^x-(deprecat|sunset)/.test(name) && !isMap(value));
  const documentation = text(member(member(operation.json, "externalDocs"), "url"));
  return element(
    "p",
    { class: "notice" },
    element("strong", {}, "Deprecated."),
    " It still works, but new code should not use it.",
    ...more.flatMap(([name, value]) => [` ${name.replace(/^x-/, "").replace(/-/g, " ")}: `, code(brief(value)), "."]),
    ...(/^https?:/.test(documentation) ? [" ", element("a", { href: documentation, rel: "noopener noreferrer" }, "What to use instead")] : []),
  );
}

function parameters(openApi: OpenApi, title: string, all: readonly Parameter[]): Child {
  if (all.length === 0) return undefined;
  return division("part", element("h4", {}, title), element("ul", { class: "rows" }, ...all.map((each) => parameterRow(openApi, each))));
}

function parameterRow(openApi: OpenApi, parameter: Parameter): HTMLElement {
  const { name, schema, required, deprecated, description, example } = parameter;
  const made = row(openApi, name, schema, badges(required, deprecated), description);
  const shown = example !== undefined && made.querySelector(":scope > .facts > .example") === null;
  if (shown) made.append(division("example", "Example ", code(brief(example))));
  return made;
}

function body(openApi: OpenApi, operation: Operation): Child {
  const json = openApi.follow(member(operation.json, "requestBody"));
  const content = [...members(member(json, "content"))];
  if (content.length === 0) return undefined;
  const title = operation.webhook ? "Payload" : "Body";
  const required = member(json, "required") === true || operation.webhook;
  return division(
    "part",
    element("h4", {}, title, " ", ...badges(required, false)),
    prose(text(member(json, "description"))),
    ...content.flatMap(([mediaType, media], index) => mediaPart(openApi, mediaType, media, index === 0 ? null : content[0]![1])),
  );
}

/** The tree of one media type; of a further one only where it differs from the first. */
function mediaPart(openApi: OpenApi, mediaType: string, media: Json, first: Json): Child[] {
  const schema = member(media, "schema") ?? null;
  const same = first !== null && print(schema) === print(member(first, "schema"));
  const head = division("media", code(mediaType), " ", ...(same ? ["the same"] : facts(openApi, schema)));
  return same ? [head] : [head, ...schemaTree(openApi, schema)];
}

/** The request as a line for a shell, the form to send it, and what comes back. */
function calls(openApi: OpenApi, operation: Operation, credentials: Credentials): Child[] {
  if (operation.webhook) return [payload(openApi, operation)];
  const filled = prefilled(openApi, operation);
  const text = () => commandOf(openApi, operation, filled, credentials);
  const shown = element("code", {}, text());
  const refresh = () => {
    shown.textContent = text();
  };
  const command = codeBlock("Request", `the curl command of ${operation.summary}`, [shown], text);
  const form = trial(openApi, operation, filled, credentials, refresh);
  return [command, form, ...example(openApi, operation)];
}

function commandOf(openApi: OpenApi, operation: Operation, filled: Filled, credentials: Credentials): string {
  const ways = openApi.security(operation);
  const header = ways.find((way) => way.length > 0 && way.every((scheme) => scheme.kind !== "cookie"));
  return curl(location.origin, requestOf(openApi, operation, filled, [], credentials), header ?? ways[0] ?? []);
}

/** The first answer that is a success and has a body. */
function example(openApi: OpenApi, operation: Operation): Child[] {
  for (const [status, response] of members(member(operation.json, "responses"))) {
    const [mediaType, media] = [...members(member(openApi.follow(response), "content"))][0] ?? [];
    if (!/^2/.test(status) || mediaType === undefined || media === undefined) continue;
    const what = `an example of the answer of ${operation.summary}`;
    return [jsonBlock(`Answer ${status}`, what, print(exampleOfMedia(openApi, media, "response")))];
  }
  return [];
}

function payload(openApi: OpenApi, operation: Operation): Child {
  const json = openApi.follow(member(operation.json, "requestBody"));
  const media = [...members(member(json, "content")).values()][0];
  const sent = media === undefined ? null : exampleOfMedia(openApi, media, "response");
  return items([sent]).length > 0 && media !== undefined && jsonBlock("Payload", `an example of ${operation.summary}`, print(sent));
}
