import assert from "node:assert/strict";
import { test } from "node:test";
import { exampleOf } from "./example.js";
import { parse, print } from "./json.js";
import { reference, shop, withSchemas } from "./testing.js";

const empty = withSchemas("{}");

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['{ "type": "string" }', '"text"'],
  ['{ "type": "string", "maxLength": 2 }', '"te"'],
  ['{ "type": "string", "minLength": 6 }', '"texttt"'],
  ['{ "type": "string", "format": "date" }', '"2026-01-31"'],
  ['{ "type": "string", "example": "own", "default": "other" }', '"own"'],
  ['{ "enum": ["a", "b"] }', '"a"'],
  ['{ "const": 3 }', "3"],
  ['{ "type": "integer", "minimum": 10 }', "10"],
  ['{ "type": "integer", "maximum": -3 }', "-3"],
  ['{ "type": "integer", "exclusiveMinimum": 4 }', "5"],
  ['{ "type": "integer", "minimum": 9007199254740993 }', "9007199254740993"],
  ['{ "type": ["boolean", "null"] }', "true"],
  ['{ "type": "array", "items": { "type": "integer" }, "minItems": 2 }', "[\n  1,\n  1\n]"],
  ['{ "prefixItems": [{ "type": "integer" }, { "type": "boolean" }], "items": false }', "[\n  1,\n  true\n]"],
  ['{ "oneOf": [{ "type": "integer" }, { "type": "string" }] }', "1"],
  ['{ "type": "object", "additionalProperties": { "type": "integer" } }', '{\n  "key": 1\n}'],
  ['{ "type": "object", "properties": { "a": { "type": "integer", "readOnly": true } } }', "{}"],
];

for (const [schema, expected] of EXAMPLES) test(`an example of ${schema}`, () => assert.equal(print(exampleOf(empty, parse(schema), "request")), expected));

test("a type that contains itself comes to an end", () => {
  const text = print(exampleOf(shop, reference("Product"), "response"));
  assert.deepEqual(JSON.parse(text).related, []);
  assert.deepEqual(JSON.parse(text).maker, { name: "text" });
  assert.match(text, /"id": 9007199254740993\b/);
});

test("so does one that cannot be empty", () => {
  const openApi = withSchemas('{ "Loop": { "type": "object", "required": ["next"], "properties": { "next": { "$ref": "#/components/schemas/Loop" } } } }');
  assert.equal(print(exampleOf(openApi, reference("Loop"), "request")), '{\n  "next": null\n}');
});
