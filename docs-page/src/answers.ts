// What an operation answers: a status a line, and behind it headers, codes and the body.

import type { OpenApi, Operation } from "./document.js";
import { type Child, code, disclosure, division, element, span } from "./element.js";
import { type Json, member, members, text } from "./json.js";
import { line, prose } from "./prose.js";
import { codesOf } from "./schema.js";
import { facts, row, schemaTree } from "./schema-tree.js";

const PROBLEM = "application/problem+json";

export function answers(openApi: OpenApi, operation: Operation): Child {
  const all = [...members(member(operation.json, "responses"))];
  if (all.length === 0) return undefined;
  const failed = ([status]: readonly [string, Json]) => !/^[123]/.test(status);
  const good = all.filter((each) => !failed(each));
  const bad = all.filter(failed);
  return division("part", ...list(openApi, operation.webhook ? "What your server answers" : "Answers", good), ...list(openApi, operation.webhook ? "Other answers" : "Errors", bad));
}

function list(openApi: OpenApi, title: string, all: readonly (readonly [string, Json])[]): Child[] {
  if (all.length === 0) return [];
  return [element("h4", {}, title), element("ul", { class: "rows" }, ...all.map(([status, json]) => answer(openApi, status, openApi.follow(json))))];
}

function answer(openApi: OpenApi, status: string, json: Json): HTMLElement {
  const content = [...members(member(json, "content"))];
  const problem = member(member(member(json, "content"), PROBLEM), "schema");
  const codes = problem === undefined ? [] : codesOf(openApi, problem);
  const headers = [...members(member(json, "headers"))];
  const description = text(member(json, "description")).trim();
  // What takes more than a line stands inside.
  const short = !description.includes("\n");
  const head: Child[] = [
    span(`status s${status.charAt(0)}`, status),
    " ",
    ...(short ? line(description) : []),
    ...codes.flatMap((each) => [" ", code(each.code, "code")]),
  ];
  if (headers.length === 0 && content.length === 0) return element("li", { class: "row answer" }, division("row-head", ...head));
  return element(
    "li",
    { class: "row answer" },
    disclosure({ class: "branch" }, head, () => [short ? undefined : prose(description), codeList(codes), headerList(openApi, headers), ...content.flatMap(([type, media]) => bodyOf(openApi, type, media))]),
  );
}

/** The codes that say something about themselves. */
function codeList(codes: ReturnType<typeof codesOf>): Child {
  const told = codes.filter((each) => each.description !== "");
  if (told.length === 0) return undefined;
  return element("dl", { class: "codes" }, ...told.flatMap((each) => [element("dt", {}, code(each.code)), element("dd", {}, prose(each.description))]));
}

function headerList(openApi: OpenApi, headers: readonly (readonly [string, Json])[]): Child {
  if (headers.length === 0) return undefined;
  const rows = headers.map(([name, header]) => {
    const json = openApi.follow(header);
    return row(openApi, name, member(json, "schema") ?? new Map(), [], text(member(json, "description")));
  });
  return disclosure({ class: "branch" }, [`Headers (${headers.length})`], () => [element("ul", { class: "rows" }, ...rows)]);
}

function bodyOf(openApi: OpenApi, mediaType: string, media: Json): Child[] {
  const schema = member(media, "schema");
  if (schema === undefined) return [division("media", code(mediaType))];
  return [division("media", code(mediaType), " ", ...facts(openApi, schema)), ...schemaTree(openApi, schema)];
}
