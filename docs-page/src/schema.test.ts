import assert from "node:assert/strict";
import { test } from "node:test";
import { type Json, member, parse, print } from "./json.js";
import { choicesOf, codesOf, constraintsOf, inWords, plain, propertiesOf } from "./schema.js";
import { operation, reference, shop, withSchemas } from "./testing.js";

const empty = withSchemas("{}");

const WORDS: readonly (readonly [string, string])[] = [
  ["{}", "any value"],
  ["true", "any value"],
  ['{ "type": "string" }', "string"],
  ['{ "type": "string", "format": "uuid" }', "string (uuid)"],
  ['{ "type": ["integer", "null"], "format": "int64" }', "integer (int64) or null"],
  ['{ "type": "array", "items": { "type": "string" } }', "array of string"],
  ['{ "type": "array", "uniqueItems": true, "items": { "type": "number" } }', "array of unique number"],
  ['{ "prefixItems": [{}, {}] }', "array with fixed places"],
  ['{ "type": "object", "additionalProperties": { "type": "boolean" } }', "map to boolean"],
  ['{ "oneOf": [{ "type": "string" }, { "type": "null" }] }', "string or null"],
  ['{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }', "one of"],
  ['{ "const": "a" }', "constant"],
];

for (const [schema, words] of WORDS) test(`${schema} is ${words}`, () => assert.equal(inWords(empty, parse(schema)), words));

const CONSTRAINTS: readonly (readonly [string, readonly string[]])[] = [
  ['{ "type": "string", "minLength": 1, "maxLength": 80 }', ["1 to 80 characters"]],
  ['{ "type": "string", "maxLength": 1 }', ["at most 1 character"]],
  ['{ "type": "string", "minLength": 3, "maxLength": 3, "pattern": "^[A-Z]+$" }', ["exactly 3 characters", "matches ^[A-Z]+$"]],
  ['{ "type": "integer", "maximum": 18446744073709551615 }', ["at most 18446744073709551615"]],
  ['{ "type": "number", "exclusiveMinimum": 0, "multipleOf": 0.5 }', ["above 0", "multiple of 0.5"]],
  ['{ "type": "array", "minItems": 1 }', ["at least 1 item"]],
  ['{ "type": "object", "additionalProperties": false }', ["no other members"]],
];

for (const [schema, words] of CONSTRAINTS) test(`${schema} is bound`, () => assert.deepEqual(constraintsOf(parse(schema)), words));

test("a composition has the members of all its parts", () => {
  const openApi = withSchemas(`{
    "Base": { "type": "object", "required": ["a"], "properties": { "a": { "type": "string" }, "code": { "type": "string" } } },
    "Whole": { "allOf": [{ "$ref": "#/components/schemas/Base" }, { "required": ["b"], "properties": { "b": {}, "code": { "const": "x" } } }] }
  }`);
  const { schema, name } = plain(openApi, reference("Whole"));
  assert.equal(name, "Whole");
  assert.deepEqual(propertiesOf(schema).map((each) => `${each.name} ${each.required}`), ["a true", "code false", "b true"]);
  assert.equal(print(member(member(schema, "properties"), "code")), '{\n  "type": "string",\n  "const": "x"\n}');
});

test("references in circles and to nowhere come to an end", () => {
  const openApi = withSchemas(`{
    "A": { "$ref": "#/components/schemas/B" },
    "B": { "$ref": "#/components/schemas/A" },
    "C": { "allOf": [{ "$ref": "#/components/schemas/C" }] },
    "D": { "oneOf": [{ "$ref": "#/components/schemas/D" }, { "type": "null" }] },
    "E": { "type": "array", "items": { "$ref": "#/components/schemas/E" } }
  }`);
  for (const name of ["A", "C", "D", "E", "Nowhere"]) assert.equal(typeof inWords(openApi, reference(name)), "string");
});

test("every code of a status is found, with what it says", () => {
  const problem = (id: string, status: string): Json => {
    const response = shop.follow(member(member(operation(id).json, "responses"), status));
    return member(member(member(response, "content"), "application/problem+json"), "schema") ?? null;
  };
  const codes = (id: string, status: string) => codesOf(shop, problem(id, status)).map((each) => each.code);
  assert.deepEqual(codes("createProduct", "409"), ["name_taken", "too_many"]);
  assert.deepEqual(codes("createProduct", "401"), ["signed_out"]);
  assert.deepEqual(codes("listProducts", "400"), ["malformed", "too_deep"]);
  assert.deepEqual(codes("listProducts", "default"), []);
  assert.equal(codesOf(shop, problem("createProduct", "409"))[0]?.description, "Another product has this name.");
});

test("choices are those of a value, or of the items of a list", () => {
  assert.deepEqual(choicesOf(shop, plain(shop, reference("Sort")).schema), ["newest", "cheapest", "name"]);
  assert.deepEqual(choicesOf(empty, parse('{ "type": "array", "items": { "enum": [1, 2] } }')), ["1", "2"]);
});
