// What the tests read: the document of a shop, or one of a few lines.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { OpenApi, type Operation } from "./document.js";
import { type Json, parse } from "./json.js";

/** The tests run from `dist/test`. */
export const shop = new OpenApi(parse(readFileSync(fileURLToPath(new URL("../../src/fixtures/shop.json", import.meta.url)), "utf8")));

export function operation(id: string): Operation {
  const found = [...shop.tags.flatMap((tag) => tag.operations), ...shop.webhooks].find((each) => each.anchor.endsWith(`/${id}`));
  if (found === undefined) throw new Error(`no operation ${id}`);
  return found;
}

/** A document with these schemas alone. */
export function withSchemas(schemas: string): OpenApi {
  return new OpenApi(parse(`{ "components": { "schemas": ${schemas} } }`));
}

/** A reference to a schema. */
export function reference(name: string): Json {
  return parse(`{ "$ref": "#/components/schemas/${name}" }`);
}
