// A schema as a tree that the reader opens branch by branch.
//
// A branch is made when it is opened, and a type within itself is named and not opened again: so no
// document can make the page endless.

import type { OpenApi } from "./document.js";
import { type Child, code, disclosure, division, element, span } from "./element.js";
import { type Json, brief, isMap, items, member, text } from "./json.js";
import { prose } from "./prose.js";
import { alternativeTitle, alternativesOf, choicesOf, constraintsOf, inWords, plain, propertiesOf, typeOf } from "./schema.js";

/** Where in the tree: the names of the types around, the outermost first. */
type Around = readonly string[];

/** What is inside a schema: its members, items or alternatives. Empty for a scalar. */
export function schemaTree(openApi: OpenApi, json: Json, around: Around = []): readonly Child[] {
  const { schema, name } = plain(openApi, json);
  const inside = name === undefined ? around : [...around, name];
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 0) return [members(openApi, schema, inside), oneOf(openApi, schema, alternatives, inside)];
  if (typeOf(schema) === "array") return ofArray(openApi, schema, inside);
  return [members(openApi, schema, inside)];
}

/** The type, the constraints, the choices and the default of a value. */
export function facts(openApi: OpenApi, json: Json): readonly Child[] {
  const { schema } = plain(openApi, json);
  const fallback = member(schema, "default");
  const example = member(schema, "example") ?? items(member(schema, "examples"))[0];
  const inner = typeOf(schema) === "array" ? plain(openApi, member(schema, "items") ?? null).schema : null;
  return [
    span("type", inWords(openApi, json)),
    ...constraintsOf(schema).map((words) => span("constraint", words)),
    ...constraintsOf(inner).map((words) => span("constraint", `each ${words}`)),
    fallback !== undefined && span("constraint", "default ", code(brief(fallback))),
    choices(choicesOf(openApi, schema)),
    example !== undefined && !isMap(example) && !Array.isArray(example) && division("example", "Example ", code(brief(example))),
  ];
}

function choices(values: readonly string[]): Child {
  if (values.length === 0) return undefined;
  const label = values.length === 1 ? "Always" : "One of";
  return division("choices", span("", `${label} `), ...values.flatMap((value) => [code(value), " "]));
}

/** One named value: a parameter, a member, a header. */
export function row(openApi: OpenApi, name: string, json: Json, notes: readonly Child[], description: string, around: Around = []): HTMLElement {
  const { schema } = plain(openApi, json);
  return element(
    "li",
    { class: "row" },
    division("row-head", code(name, "name"), " ", ...spaced(facts(openApi, json).slice(0, 1)), ...notes),
    prose(description || text(member(schema, "description"))),
    division("facts", ...facts(openApi, json).slice(1)),
    branch(openApi, json, around),
  );
}

function spaced(children: readonly Child[]): Child[] {
  return children.flatMap((child) => [child, " "]);
}

function branch(openApi: OpenApi, json: Json, around: Around): Child {
  const name = innermost(openApi, json);
  if (name !== undefined && around.includes(name)) return element("p", { class: "again" }, code(name), " again, as above");
  if (!hasInside(openApi, json)) return undefined;
  const label = name === undefined ? "Show what is inside" : `Show ${name}`;
  return disclosure({ class: "branch" }, [label], () => schemaTree(openApi, json, around));
}

/** The name of the type, or of the items of the array. */
function innermost(openApi: OpenApi, json: Json, depth = 0): string | undefined {
  const { schema, name } = plain(openApi, json);
  if (name !== undefined) return name;
  const inner = member(schema, "items") ?? member(schema, "additionalProperties");
  return inner !== undefined && depth < 4 ? innermost(openApi, inner, depth + 1) : undefined;
}

function hasInside(openApi: OpenApi, json: Json, depth = 0): boolean {
  const { schema } = plain(openApi, json);
  if (depth > 4) return false;
  if (propertiesOf(schema).length > 0 || items(member(schema, "prefixItems")).length > 0) return true;
  if (alternativesOf(schema).length > 0) return true;
  return ["items", "additionalProperties"].some((inner) => isMap(member(schema, inner)) && hasInside(openApi, member(schema, inner) ?? null, depth + 1));
}

function members(openApi: OpenApi, schema: Json, around: Around): Child {
  const rows = propertiesOf(schema).map((each) => {
    const { schema: own } = plain(openApi, each.schema);
    return row(openApi, each.name, each.schema, badges(each.required, member(own, "deprecated") === true), "", around);
  });
  const values = member(schema, "additionalProperties");
  if (isMap(values)) rows.push(row(openApi, "any name", values, [], "", around));
  return rows.length > 0 && element("ul", { class: "rows" }, ...rows);
}

/** What is said beside a name. */
export function badges(required: boolean, deprecated: boolean): readonly Child[] {
  return [required ? span("required", "required") : span("optional", "optional"), deprecated && span("deprecated", "deprecated")];
}

function ofArray(openApi: OpenApi, schema: Json, around: Around): readonly Child[] {
  const places = items(member(schema, "prefixItems"));
  if (places.length > 0) {
    return [element("ol", { class: "rows", start: "0" }, ...places.map((each, index) => row(openApi, String(index), each, [], "", around)))];
  }
  const item = member(schema, "items");
  if (item === undefined) return [];
  const name = innermost(openApi, item);
  return name !== undefined && around.includes(name) ? [element("p", { class: "again" }, code(name), " again, as above")] : schemaTree(openApi, item, around);
}

function oneOf(openApi: OpenApi, schema: Json, alternatives: readonly Json[], around: Around): Child {
  const discriminator = text(member(member(schema, "discriminator"), "propertyName"));
  const shown = alternatives.map((each) => {
    const title = alternativeTitle(openApi, each, discriminator);
    const { schema: own, name } = plain(openApi, each);
    const description = text(member(own, "description"));
    if (!hasInside(openApi, each)) return element("li", { class: "row" }, division("row-head", ...spaced(facts(openApi, each))), prose(description));
    if (name !== undefined && around.includes(name)) return element("li", { class: "row" }, code(title, "name"), " again, as above");
    return element("li", { class: "row" }, disclosure({ class: "branch" }, [code(title, "name")], () => [prose(description), ...schemaTree(openApi, each, around)]));
  });
  const apart = discriminator === "" ? [] : [", told apart by ", code(discriminator)];
  return division("one-of", element("p", {}, "One of these", ...apart, ":"), element("ul", { class: "rows" }, ...shown));
}
