import assert from "node:assert/strict";
import { test } from "node:test";
import { member, parse, print, tokens } from "./json.js";

const SAME = [
  "null",
  "[]",
  "{}",
  "18446744073709551615",
  "-0",
  "1.10",
  "1e400",
  '"a \\" b"',
  '[\n  1,\n  [\n    true\n  ]\n]',
  '{\n  "b": 1,\n  "a": {\n    "__proto__": false\n  }\n}',
];

for (const text of SAME) test(`${JSON.stringify(text)} is printed as it was written`, () => assert.equal(print(parse(text)), text));

const WRONG = ["", " ", "{", "[1", "[1,]", "{,}", '{"a"}', '{"a":}', "{a: 1}", "01", "1.", "+1", "NaN", "1 2", '"\n"', '"\\x"', "'a'", "[1]]"];

for (const text of WRONG) test(`${JSON.stringify(text)} is no JSON`, () => assert.throws(() => parse(text), SyntaxError));

test("a name means nothing to JavaScript", () => {
  const value = parse('{ "__proto__": { "hacked": true }, "constructor": 1 }');
  assert.equal(({} as Record<string, unknown>)["hacked"], undefined);
  assert.equal(print(member(value, "constructor")), "1");
  assert.equal(member(value, "toString"), undefined);
});

test("nesting ends before the stack does", () => {
  assert.throws(() => parse("[".repeat(100_000)), /nested too deeply/);
});

test("tokens are all of the text", () => {
  const text = '{ "a" : ["b", -1.5e3, true] }';
  const found = [...tokens(text)];
  assert.equal(found.map((token) => token.text).join(""), text);
  assert.deepEqual(found.filter((token) => token.kind !== "space" && token.kind !== "punctuation").map((token) => `${token.kind} ${token.text}`), [
    'name "a"',
    'string "b"',
    "number -1.5e3",
    "word true",
  ]);
});
