// What a schema says, in words, without knowing how it is shown.

import type { Named, OpenApi } from "./document.js";
import { type Json, Numeral, brief, isMap, items, member, members, text } from "./json.js";

/** A member of an object. */
export interface Property {
  readonly name: string;
  readonly schema: Json;
  readonly required: boolean;
}

/** Deeper than any composition that a person could follow. */
const DEPTH = 16;

/**
 * The schema behind references, with all that it is composed of (`allOf`) laid side by side, and
 * without the alternative of `null`, which `nullable` tells of.
 */
export function plain(openApi: OpenApi, json: Json, depth = 0): Named & { readonly nullable: boolean } {
  const { schema, name } = openApi.named(json);
  if (depth > DEPTH) return { schema, name, nullable: false };
  const merged = composed(openApi, schema, depth);
  const alternatives = alternativesOf(merged);
  const real = alternatives.filter((each) => !isNull(openApi.follow(each)));
  if (real.length === 1 && alternatives.length > 0) {
    const only = plain(openApi, real[0]!, depth + 1);
    return { ...only, schema: beside(merged, only.schema), nullable: only.nullable || alternatives.length > 1 };
  }
  const nullable = real.length < alternatives.length || items(member(merged, "type")).includes("null");
  return { schema: merged, name, nullable };
}

/** What stands beside the one alternative, mainly its description, and the alternative. */
function beside(outer: Json, inner: Json): Json {
  const more = new Map([...members(outer)].filter(([name]) => name !== "oneOf" && name !== "anyOf"));
  return more.size > 0 && isMap(inner) ? new Map([...inner, ...more]) : inner;
}

function composed(openApi: OpenApi, schema: Json, depth: number): Json {
  const parts = items(member(schema, "allOf"));
  if (parts.length === 0) return schema;
  const all = new Map<string, Json>();
  for (const part of parts) merge(all, plain(openApi, part, depth + 1).schema);
  const own = new Map(members(schema));
  own.delete("allOf");
  merge(all, own);
  return all;
}

/** Members and required names are joined, what else there is replaces. */
function merge(all: Map<string, Json>, part: Json): void {
  for (const [name, value] of members(part)) {
    const before = all.get(name);
    if (name === "properties") all.set(name, joined(members(before), members(value)));
    else if (name === "required") all.set(name, [...items(before), ...items(value)]);
    else all.set(name, value);
  }
}

/** A member that both describe is described by both. */
function joined(first: ReadonlyMap<string, Json>, second: ReadonlyMap<string, Json>): Json {
  const all = new Map(first);
  for (const [name, value] of second) {
    const before = all.get(name);
    all.set(name, isMap(before) && isMap(value) ? new Map([...before, ...value]) : value);
  }
  return all;
}

/** What a value may be one of. */
export function alternativesOf(schema: Json): readonly Json[] {
  const found = items(member(schema, "oneOf"));
  return found.length > 0 ? found : items(member(schema, "anyOf"));
}

function isNull(schema: Json): boolean {
  return member(schema, "type") === "null" || (isMap(schema) && schema.has("const") && schema.get("const") === null);
}

/** The members of an object, in the order of the document. */
export function propertiesOf(schema: Json): readonly Property[] {
  const required = new Set(items(member(schema, "required")));
  return [...members(member(schema, "properties"))].map(([name, each]) => ({ name, schema: each, required: required.has(name) }));
}

/** The type that is not `null`. */
export function typeOf(schema: Json): string {
  const type = member(schema, "type");
  const named = typeof type === "string" ? type : text(items(type).find((each) => each !== "null"));
  if (named !== "") return named;
  if (member(schema, "properties") !== undefined || member(schema, "additionalProperties") !== undefined) return "object";
  return member(schema, "items") !== undefined || member(schema, "prefixItems") !== undefined ? "array" : "";
}

/** The type in a few words: `array of Product`, `string (uuid) or null`. */
export function inWords(openApi: OpenApi, json: Json, depth = 0): string {
  const { schema, name, nullable } = plain(openApi, json);
  return `${bareWords(openApi, schema, name, depth)}${nullable ? " or null" : ""}`;
}

function bareWords(openApi: OpenApi, schema: Json, name: string | undefined, depth: number): string {
  if (schema === true) return "any value";
  const type = typeOf(schema);
  if (type === "array") return arrayInWords(openApi, schema, depth);
  if (type === "object" || alternativesOf(schema).length > 0) return name ?? mapInWords(openApi, schema, depth);
  const constant = member(schema, "const");
  if (constant !== undefined && type === "") return "constant";
  const format = text(member(schema, "format"));
  const words = type === "" ? (name ?? "any value") : type;
  return format === "" ? words : `${words} (${format})`;
}

function arrayInWords(openApi: OpenApi, schema: Json, depth: number): string {
  if (items(member(schema, "prefixItems")).length > 0) return "array with fixed places";
  const item = member(schema, "items");
  if (item === undefined || depth > 3) return "array";
  const unique = member(schema, "uniqueItems") === true ? "unique " : "";
  return `array of ${unique}${inWords(openApi, item, depth + 1)}`;
}

function mapInWords(openApi: OpenApi, schema: Json, depth: number): string {
  if (alternativesOf(schema).length > 0) return "one of";
  const values = member(schema, "additionalProperties");
  if (!isMap(values) || depth > 3) return "object";
  return `map to ${inWords(openApi, values, depth + 1)}`;
}

/** What a value has to keep to besides its type. */
export function constraintsOf(schema: Json): readonly string[] {
  const number = (name: string) => {
    const value = member(schema, name);
    return value instanceof Numeral ? value.text : undefined;
  };
  const unit = typeOf(schema) === "array" ? "Items" : typeOf(schema) === "object" ? "Properties" : "Length";
  const count = unit === "Items" ? " items" : unit === "Properties" ? " members" : " characters";
  const pattern = text(member(schema, "pattern"));
  const multiple = number("multipleOf");
  return [
    range(number(`min${unit}`), number(`max${unit}`), count),
    range(number("minimum"), number("maximum"), ""),
    above(number("exclusiveMinimum"), number("exclusiveMaximum")),
    multiple === undefined ? "" : `multiple of ${multiple}`,
    pattern === "" ? "" : `matches ${pattern}`,
    member(schema, "additionalProperties") === false ? "no other members" : "",
    member(schema, "readOnly") === true ? "read only" : "",
    member(schema, "writeOnly") === true ? "write only" : "",
  ].filter((words) => words !== "");
}

function range(least: string | undefined, most: string | undefined, unit: string): string {
  const noun = (amount: string) => (amount === "1" ? unit.replace(/s$/, "") : unit);
  if (least !== undefined && least === most) return `exactly ${least}${noun(least)}`;
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`;
  if (least !== undefined) return `at least ${least}${noun(least)}`;
  return most === undefined ? "" : `at most ${most}${noun(most)}`;
}

function above(least: string | undefined, most: string | undefined): string {
  const parts = [least === undefined ? "" : `above ${least}`, most === undefined ? "" : `below ${most}`];
  return parts.filter((words) => words !== "").join(" and ");
}

/** The values to choose from, of a schema or of an array's items. */
export function choicesOf(openApi: OpenApi, schema: Json): readonly string[] {
  const constant = member(schema, "const");
  if (constant !== undefined) return [brief(constant)];
  const own = items(member(schema, "enum")).filter((value) => value !== null);
  if (own.length > 0 || typeOf(schema) !== "array") return own.map(brief);
  return items(member(plain(openApi, member(schema, "items") ?? null).schema, "enum")).map(brief);
}

/** A title for one of several alternatives. */
export function alternativeTitle(openApi: OpenApi, json: Json, discriminator: string): string {
  const { schema, name } = plain(openApi, json);
  const tag = member(member(member(schema, "properties"), discriminator), "const");
  if (typeof tag === "string") return tag;
  return name ?? (text(member(schema, "title")) || inWords(openApi, json));
}

/** The codes of the errors that a schema allows, with what each says. */
export function codesOf(openApi: OpenApi, json: Json, depth = 0): readonly { readonly code: string; readonly description: string; readonly data: Json | undefined }[] {
  if (depth > DEPTH) return [];
  const { schema } = plain(openApi, json);
  const properties = member(schema, "properties");
  const code = plain(openApi, member(properties, "code") ?? null).schema;
  const constant = member(code, "const");
  const names = constant === undefined ? items(member(code, "enum")) : [constant];
  if (names.length > 0) {
    const description = text(member(schema, "description"));
    return names.map((name) => ({ code: brief(name), description, data: member(properties, "data") }));
  }
  return alternativesOf(schema).flatMap((each) => codesOf(openApi, each, depth + 1));
}
