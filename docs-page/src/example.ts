// A value that a schema allows, made from what the document says of it.

import type { OpenApi } from "./document.js";
import { type Json, Numeral, items, member, text } from "./json.js";
import { alternativesOf, plain, propertiesOf, typeOf } from "./schema.js";

/** Deeper parts are left out, or left empty. */
const DEPTH = 6;

const TEXTS: Readonly<Record<string, string>> = {
  "date-time": "2026-01-31T12:00:00Z",
  date: "2026-01-31",
  time: "12:00:00",
  duration: "PT15M",
  uuid: "3fa85f64-5717-4562-b3fc-2c963f66afa6",
  email: "ada@example.com",
  "idn-email": "ada@example.com",
  uri: "https://example.com/",
  url: "https://example.com/",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  byte: "aGVsbG8=",
  binary: "hello",
};

/** Whose value it is: what is only answered is not sent, and the other way round. */
export type Direction = "request" | "response";

/** An example of a media type: the document's own, or one that is made up. */
export function exampleOfMedia(openApi: OpenApi, media: Json, direction: Direction): Json {
  const own = member(media, "example") ?? firstValue(member(media, "examples"));
  return own ?? exampleOf(openApi, member(media, "schema") ?? null, direction);
}

function firstValue(examples: Json | undefined): Json | undefined {
  return examples instanceof Map ? member([...examples.values()][0], "value") : undefined;
}

/** A value of a schema. */
export function exampleOf(openApi: OpenApi, json: Json, direction: Direction, path: readonly Json[] = []): Json {
  const { schema, name, nullable } = plain(openApi, json);
  const own = member(schema, "example") ?? items(member(schema, "examples"))[0] ?? member(schema, "const") ?? member(schema, "default");
  if (own !== undefined) return own;
  const choice = items(member(schema, "enum"))[0];
  if (choice !== undefined) return choice;
  // A type that contains itself comes to an end at the first place that may be empty.
  const origin = name ?? json;
  if (path.includes(origin) || path.length > DEPTH) return nullable || typeOf(schema) !== "array" ? null : [];
  const deeper = [...path, origin];
  const alternative = alternativesOf(schema)[0];
  if (alternative !== undefined) return exampleOf(openApi, alternative, direction, deeper);
  return ofType(openApi, schema, direction, deeper);
}

function ofType(openApi: OpenApi, schema: Json, direction: Direction, path: readonly Json[]): Json {
  switch (typeOf(schema)) {
    case "object":
      return objectOf(openApi, schema, direction, path);
    case "array":
      return arrayOf(openApi, schema, direction, path);
    case "string":
      return textOf(schema);
    case "integer":
    case "number":
      return numberOf(schema);
    case "boolean":
      return true;
    default:
      return null;
  }
}

function objectOf(openApi: OpenApi, schema: Json, direction: Direction, path: readonly Json[]): Json {
  const hidden = direction === "request" ? "readOnly" : "writeOnly";
  const shown = propertiesOf(schema).filter((property) => member(plain(openApi, property.schema).schema, hidden) !== true);
  const object = new Map(
    shown
      .map(({ name, schema, required }) => [name, exampleOf(openApi, schema, direction, path), required] as const)
      .filter(([, value, required]) => required || value !== null)
      .map(([name, value]) => [name, value] as const),
  );
  const values = member(schema, "additionalProperties");
  if (values instanceof Map) {
    const value = exampleOf(openApi, values, direction, path);
    if (value !== null) object.set("key", value);
  }
  return object;
}

function arrayOf(openApi: OpenApi, schema: Json, direction: Direction, path: readonly Json[]): Json {
  const places = items(member(schema, "prefixItems"));
  if (places.length > 0) return places.map((each) => exampleOf(openApi, each, direction, path));
  const item = member(schema, "items");
  if (item === undefined || item === false) return [];
  const value = exampleOf(openApi, item, direction, path);
  const least = Math.min(10, Number(bound(schema, "minItems")?.text ?? 1));
  return value === null ? [] : Array.from({ length: Math.max(1, least) }, () => value);
}

function textOf(schema: Json): Json {
  const known = TEXTS[text(member(schema, "format"))];
  if (known !== undefined) return known;
  const most = Number(bound(schema, "maxLength")?.text ?? 1000);
  const least = Number(bound(schema, "minLength")?.text ?? 0);
  return "text".padEnd(Math.min(least, 200), "t").slice(0, most);
}

/** One, or the nearest that is allowed. */
function numberOf(schema: Json): Json {
  const integer = typeOf(schema) === "integer";
  const least = bound(schema, "minimum") ?? next(bound(schema, "exclusiveMinimum"), 1);
  const most = bound(schema, "maximum") ?? next(bound(schema, "exclusiveMaximum"), -1);
  if (least !== undefined && Number(least.text) > 1) return least;
  if (most !== undefined && Number(most.text) < 1) return most;
  return bound(schema, "multipleOf") ?? new Numeral(integer ? "1" : "1.5");
}

function next(from: Numeral | undefined, step: number): Numeral | undefined {
  return from === undefined ? undefined : new Numeral(String(Number(from.text) + step));
}

function bound(schema: Json, name: string): Numeral | undefined {
  const value = member(schema, name);
  return value instanceof Numeral ? value : undefined;
}
