import assert from "node:assert/strict";
import { test } from "node:test";
import { generator } from "./fixtures/random.js";
import * as wire from "./index.js";
import { type JsonCodec, type JsonOf, fromJson, toJson } from "./index.js";
import { parseExact, printExact } from "./json-text.js";

const unitEnum: JsonCodec<any> = wire.jsonEnum({ Red: 0, Green: 0 });
const point: JsonCodec<any> = wire.jsonStruct([["x", wire.jsonU8], ["y", wire.jsonU8]]);
const flat: JsonCodec<any> = wire.plainStruct([["id", wire.plainU64]], { flatten: [point, ["extra", wire.plainMap(wire.jsonString, wire.plainValue)]], tag: ["kind", "Flat"] });
const flatOption: JsonCodec<any> = wire.plainStruct([["id", wire.jsonU8]], { flatten: [["at", wire.plainOption(point)]] });
const flatEnum: JsonCodec<any> = wire.plainStruct([["id", wire.jsonU8]], { flatten: [["shape", wire.jsonEnum({ Circle: wire.jsonU8, Square: wire.jsonU8 })]] });
const untagged: JsonCodec<any> = wire.plainUntagged([wire.jsonU8, wire.jsonString, point], ["Number", "Text", "Point"]);

const exact: ReadonlyArray<readonly [codec: JsonOf<any>, value: unknown, text: string]> = [
  [wire.plainU64, 2n ** 64n - 1n, "18446744073709551615"],
  [wire.plainU64, 1n, "1"],
  [wire.plainI64, -(2n ** 63n), "-9223372036854775808"],
  [wire.plainU128, 2n ** 128n - 1n, "340282366920938463463374607431768211455"],
  [wire.plainI128, -(2n ** 127n), "-170141183460469231731687303715884105728"],
  [wire.plainSafeU64, 2 ** 53 - 1, "9007199254740991"],
  [wire.plainSafeI64, -5, "-5"],
  [wire.plainF64, -0, "-0"],
  [wire.plainF64, 1e21, "1e+21"],
  [wire.plainF64, 2 ** 53, "9007199254740992"],
  [wire.plainF32, 0.5, "0.5"],
  [wire.plainBytes, Uint8Array.of(0, 255), "[0,255]"],
  [wire.plainFixedBytes(1), Uint8Array.of(7), "[7]"],
  [wire.plainOption(wire.jsonU8), null, "null"],
  [wire.plainOption(wire.jsonU8), 1, "1"],
  [wire.plainMap(wire.jsonString, wire.jsonU8), new Map([["1", 1], ["__proto__", 2], ['"', 3]]), '{"1":1,"__proto__":2,"\\"":3}'],
  [wire.plainMap(wire.plainU64, wire.jsonU8), new Map([[2n ** 64n - 1n, 1]]), '{"18446744073709551615":1}'],
  [wire.plainMap(wire.jsonI8, wire.jsonU8), new Map([[-1, 1], [-128, 2]]), '{"-1":1,"-128":2}'],
  [wire.plainMap(wire.jsonBool, wire.jsonU8), new Map([[true, 1], [false, 2]]), '{"true":1,"false":2}'],
  [wire.plainMap(wire.jsonChar, wire.jsonU8), new Map([["1", 1]]), '{"1":1}'],
  [wire.plainMap(unitEnum, wire.jsonU8), new Map([["Red", 1]]), '{"Red":1}'],
  [untagged, 5, "5"],
  [untagged, "5", '"5"'],
  [untagged, { x: 1, y: 2 }, '{"x":1,"y":2}'],
  [flat, { id: 1n, x: 1, y: 2, extra: new Map([["z", 9007199254740993n]]) }, '{"kind":"Flat","id":1,"x":1,"y":2,"z":9007199254740993}'],
  [flatOption, { id: 1, at: { x: 1, y: 2 } }, '{"id":1,"x":1,"y":2}'],
  [flatOption, { id: 1, at: null }, '{"id":1}'],
  [flatEnum, { id: 1, shape: { Square: 2 } }, '{"id":1,"Square":2}'],
  [wire.plainValue, [null, true, "a", 1.5, 2n ** 70n, { a: [] }], '[null,true,"a",1.5,1180591620717411303424,{"a":[]}]'],
];

for (const [codec, value, text] of exact) {
  test(`plain ${text}`, () => {
    assert.equal(printExact(toJson(value, codec)), text);
    assert.deepStrictEqual(fromJson(parseExact(text), codec), value);
    assert.deepStrictEqual(fromJson(parseExact(` \n${text}\t`), codec), value);
  });
}

const malformed: ReadonlyArray<readonly [codec: JsonOf<any>, text: string]> = [
  [wire.plainU64, "-1"],
  [wire.plainU64, "1.5"],
  [wire.plainU64, '"1"'],
  [wire.plainU64, "18446744073709551616"],
  [wire.plainU64, "9007199254740993.0"],
  [wire.plainSafeU64, "9007199254740992"],
  [wire.plainF64, "null"],
  [wire.plainF64, '"NaN"'],
  [wire.plainF64, "1e400"],
  [wire.plainF32, "1e39"],
  [wire.plainValue, "1e400"],
  [wire.plainBytes, "[256]"],
  [wire.plainBytes, '"AQ=="'],
  [wire.plainFixedBytes(1), "[1,2]"],
  [wire.plainMap(wire.plainU64, wire.jsonU8), '{"a":1}'],
  [wire.plainMap(wire.plainU64, wire.jsonU8), '{"[":1}'],
  [wire.plainMap(wire.plainU64, wire.jsonU8), '{"1.5":1}'],
  [wire.plainMap(wire.jsonBool, wire.jsonU8), '{"True":1}'],
  [wire.plainMap(unitEnum, wire.jsonU8), '{"Blue":1}'],
  [wire.plainMap(wire.jsonString, wire.jsonU8), "[]"],
  [untagged, "null"],
  [untagged, '{"x":1}'],
  [flat, '{"id":1,"x":1,"y":2}'],
  [flat, '{"kind":"Other","id":1,"x":1,"y":2}'],
  [flatEnum, '{"id":1}'],
];

for (const [codec, text] of malformed) {
  test(`malformed ${text}`, () => assert.throws(() => fromJson(parseExact(text), codec), RangeError));
}

test("what plain JSON cannot hold is refused", () => {
  const table: ReadonlyArray<readonly [JsonOf<any>, unknown]> = [
    [wire.plainF64, NaN],
    [wire.plainF64, Infinity],
    [wire.plainF32, 1e39],
    [wire.plainF64, 1n],
    [wire.plainU64, 1],
    [wire.plainU64, -1n],
    [wire.plainValue, NaN],
    [wire.plainValue, undefined],
    [wire.plainValue, { a: undefined }],
    [wire.plainValue, () => 1],
    [wire.plainValue, [1, , 2]],
    [wire.plainValue, "\ud800"],
    [wire.plainValue, { "\ud800": 1 }],
    [wire.plainMap(wire.jsonU8, wire.jsonU8), new Map([["1", 1]])],
    [untagged, null],
    [flat, { id: 1n, x: 1, extra: new Map() }],
  ];
  for (const [codec, value] of table) assert.throws(() => toJson(value, codec), TypeError);
  assert.throws(() => toJson(null, untagged), { message: "invalid Number | Text | Point" });
});

test("text that is no JSON is rejected", () => {
  const texts = ["", " ", "nul", "nulll", "tru", "truefalse", "+1", "01", "1.", ".5", "1e", "-", "--1", "0x1", "NaN", "Infinity", '"', '"a', "'a'", '"\n"', '"\\x"', '"\\u12"', '"a\\"', "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,}', "{a:1}", '{"a" 1}', "{1:1}", "{,}", "1 1", "/**/1", "\ufeff1", "\u00a01"];
  for (const text of texts) assert.throws(() => parseExact(text), (error) => error instanceof RangeError || error instanceof SyntaxError, text);
  assert.throws(() => parseExact('{"a":1,"\\u0061":2}'), { message: "malformed JSON (repeated member)" });
  assert.throws(() => parseExact('{"__proto__":1,"__proto__":2}'), { message: "malformed JSON (repeated member)" });
});

test("long tokens take linear time", () => {
  for (const text of [`"${"\\\\".repeat(500_000)}"`, `"${'\\"'.repeat(500_000)}"`, "1".repeat(1_000_000), `[${"1,".repeat(200_000)}1]`, `${" ".repeat(1_000_000)}1`, `0.${"0".repeat(1_000_000)}1`]) {
    assert.doesNotThrow(() => parseExact(text));
  }
});

test("the platform's parser and printer agree", () => {
  const random = generator(3);
  const below = (count: number): number => (random() >>> 0) % count;
  const pieces = ["{", "}", "[", "]", ":", ",", '"a"', '"\\u00e9\\n"', '"😀"', "1", "-0.5e3", "0", "true", "false", "null", " ", "\n", '"', "\\", "e", "."];
  const value = (depth: number): unknown => {
    const atoms = [null, true, false, 0, -1.5, 1e-7, 123456789, "", "a\"\\\u0007é😀"];
    if (depth === 0) return atoms[below(atoms.length)];
    const parts = Array.from({ length: below(4) }, () => value(depth - 1));
    return below(2) ? parts : Object.fromEntries(parts.map((part, index) => [`k${index}`, part]));
  };
  for (let round = 0; round < 5_000; round++) {
    const text = JSON.stringify(value(4));
    assert.deepStrictEqual(parseExact(text), JSON.parse(text));
    assert.equal(printExact(parseExact(text)), text);
    const noise = Array.from({ length: 1 + below(8) }, () => pieces[below(pieces.length)]).join("");
    assert.deepEqual(outcome(() => parseExact(noise)), outcome(() => JSON.parse(noise)), noise);
  }
});

function outcome(parse: () => unknown): unknown {
  try {
    return { value: parse() };
  } catch {
    return "refused";
  }
}
