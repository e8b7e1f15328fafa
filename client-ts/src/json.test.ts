import assert from "node:assert/strict";
import { test } from "node:test";
import { generator } from "./fixtures/random.js";
import * as wire from "./index.js";
import { type Json, type JsonCodec, type JsonOf, fromJson, toJson } from "./index.js";
import { parseExact, printExact } from "./json-text.js";

interface Tree {
  name: string;
  children: Tree[];
}

function jsonTree(): JsonCodec<Tree> {
  return wire.jsonStruct([["name", wire.jsonString], ["children", wire.jsonList(jsonTree)]]);
}

const jsonShape: JsonCodec<any> = wire.jsonEnum({ Nothing: 0, Circle: wire.jsonF64, Pair: wire.jsonTuple([wire.jsonU8, wire.jsonU8]), ["__proto__"]: wire.jsonU8, toString: 0 });
const jsonTaggedShape: JsonCodec<any> = wire.jsonTagged("type", { Nothing: 0, Named: wire.jsonStruct([["name", wire.jsonString]]), ["__proto__"]: 0 });
const jsonAdjacentShape: JsonCodec<any> = wire.jsonAdjacent("t", "c", { Nothing: 0, Circle: wire.jsonF64, Maybe: wire.jsonOption(wire.jsonU8) });
const jsonOdd: JsonCodec<any> = wire.jsonStruct([["__proto__", wire.jsonU8], ["constructor", wire.jsonU8, 1], ["with space", wire.jsonU8]]);
const jsonLoose: JsonCodec<any> = wire.jsonStruct([["a", wire.jsonOption(wire.jsonU8)], ["b", wire.jsonU8, 1]]);

function own(entries: Record<string, unknown>, proto: unknown): object {
  return Object.fromEntries([["__proto__", proto], ...Object.entries(entries)]);
}

// A value, and its only JSON.
const lossless: ReadonlyArray<readonly [name: string, codec: JsonOf<any>, value: unknown, json: string]> = [
  ["bool", wire.jsonBool, true, "true"],
  ["u8", wire.jsonU8, 255, "255"],
  ["i8", wire.jsonI8, -128, "-128"],
  ["u16", wire.jsonU16, 65535, "65535"],
  ["i16", wire.jsonI16, -32768, "-32768"],
  ["u32", wire.jsonU32, 4294967295, "4294967295"],
  ["i32", wire.jsonI32, -2147483648, "-2147483648"],
  ["u64", wire.jsonU64, 2n ** 64n - 1n, '"18446744073709551615"'],
  ["i64", wire.jsonI64, -(2n ** 63n), '"-9223372036854775808"'],
  ["u128", wire.jsonU128, 2n ** 128n - 1n, '"340282366920938463463374607431768211455"'],
  ["i128", wire.jsonI128, -(2n ** 127n), '"-170141183460469231731687303715884105728"'],
  ["safe u64", wire.jsonSafeU64, 2 ** 53 - 1, '"9007199254740991"'],
  ["safe i64", wire.jsonSafeI64, -(2 ** 53 - 1), '"-9007199254740991"'],
  ["f64", wire.jsonF64, 0.1, "0.1"],
  ["f64 least", wire.jsonF64, 5e-324, "5e-324"],
  ["f64 most", wire.jsonF64, Number.MAX_VALUE, "1.7976931348623157e+308"],
  ["f64 NaN", wire.jsonF64, NaN, '"NaN"'],
  ["f64 ∞", wire.jsonF64, Infinity, '"Infinity"'],
  ["f64 -∞", wire.jsonF64, -Infinity, '"-Infinity"'],
  ["f64 -0", wire.jsonF64, -0, '"-0"'],
  ["f32", wire.jsonF32, Math.fround(0.1), "0.10000000149011612"],
  ["f32 NaN", wire.jsonF32, NaN, '"NaN"'],
  ["f32 -0", wire.jsonF32, -0, '"-0"'],
  ["string", wire.jsonString, "", '""'],
  ["string", wire.jsonString, 'a"\\\u0000\u2028😀', '"a\\"\\\\\\u0000\u2028😀"'],
  ["char", wire.jsonChar, "😀", '"😀"'],
  ["unit", wire.jsonUnit, null, "null"],
  ["nothing", wire.jsonVoid, undefined, "null"],
  ["bytes", wire.jsonBytes, Uint8Array.of(), '""'],
  ["bytes", wire.jsonBytes, Uint8Array.of(251, 255, 0), '"+/8A"'],
  ["bytes", wire.jsonBytes, Uint8Array.of(1), '"AQ=="'],
  ["fixed bytes", wire.jsonFixedBytes(2), Uint8Array.of(1, 2), '"AQI="'],
  ["option", wire.jsonOption(wire.jsonU8), null, "null"],
  ["option", wire.jsonOption(wire.jsonU8), 1, "1"],
  ["nested", wire.jsonNested(wire.jsonOption(wire.jsonU8)), null, "null"],
  ["nested", wire.jsonNested(wire.jsonOption(wire.jsonU8)), [null], "[null]"],
  ["nested", wire.jsonNested(wire.jsonNested(wire.jsonUnit)), [[null]], "[[null]]"],
  ["list", wire.jsonList(wire.jsonU8), [], "[]"],
  ["list", wire.jsonList(wire.jsonU64), [1n, 2n], '["1","2"]'],
  ["array", wire.jsonArray(wire.jsonU8, 2), [1, 2], "[1,2]"],
  ["tuple", wire.jsonTuple([wire.jsonU8, wire.jsonString]), [1, "a"], '[1,"a"]'],
  ["set", wire.jsonSet(wire.jsonU8), new Set([1, 2]), "[1,2]"],
  ["map", wire.jsonMap(wire.jsonU64, wire.jsonBool), new Map([[1n, true], [2n, false]]), '[["1",true],["2",false]]'],
  ["record", wire.jsonRecord(wire.jsonU8), new Map([["a", 1], ["__proto__", 2], ["constructor", 3], ["", 4]]), '{"a":1,"__proto__":2,"constructor":3,"":4}'],
  ["typed", wire.jsonTyped(Float64Array, wire.jsonF64), Float64Array.of(0, -0, NaN), '[0,"-0","NaN"]'],
  ["typed", wire.jsonTyped(BigUint64Array, wire.jsonU64), BigUint64Array.of(2n ** 64n - 1n), '["18446744073709551615"]'],
  ["struct", jsonTree, { name: "a", children: [{ name: "b", children: [] }] }, '{"name":"a","children":[{"name":"b","children":[]}]}'],
  ["struct", wire.jsonStruct([]), {}, "{}"],
  ["odd names", jsonOdd, own({ constructor: 2, "with space": 3 }, 1), '{"__proto__":1,"constructor":2,"with space":3}'],
  ["odd names, absent", jsonOdd, own({ "with space": 3 }, 1), '{"__proto__":1,"with space":3}'],
  ["presence", jsonLoose, { a: null }, '{"a":null}'],
  ["presence", jsonLoose, { a: 1, b: 2 }, '{"a":1,"b":2}'],
  ["enum unit", jsonShape, "Nothing", '"Nothing"'],
  ["enum unit", jsonShape, "toString", '"toString"'],
  ["enum newtype", jsonShape, { Circle: NaN }, '{"Circle":"NaN"}'],
  ["enum tuple", jsonShape, { Pair: [1, 2] }, '{"Pair":[1,2]}'],
  ["enum __proto__", jsonShape, own({}, 1), '{"__proto__":1}'],
  ["tagged", jsonTaggedShape, { type: "Nothing" }, '{"type":"Nothing"}'],
  ["tagged", jsonTaggedShape, { type: "Named", name: "a" }, '{"type":"Named","name":"a"}'],
  ["tagged", jsonTaggedShape, { type: "__proto__" }, '{"type":"__proto__"}'],
  ["adjacent", jsonAdjacentShape, { t: "Nothing" }, '{"t":"Nothing"}'],
  ["adjacent", jsonAdjacentShape, { t: "Circle", c: -0 }, '{"t":"Circle","c":"-0"}'],
  ["adjacent", jsonAdjacentShape, { t: "Maybe", c: null }, '{"t":"Maybe","c":null}'],
];

for (const [name, codec, value, json] of lossless) {
  test(`${name}: ${json}`, () => {
    const tree = toJson(value, codec);
    assert.equal(JSON.stringify(tree), json);
    same(fromJson(JSON.parse(json) as Json, codec), value);
    same(fromJson(parseExact(printExact(tree)), codec), value);
  });
}

// What is read as well, though it is not what is written.
const tolerated: ReadonlyArray<readonly [codec: JsonOf<any>, json: string, value: unknown]> = [
  [wire.jsonF64, "-0", -0],
  [wire.jsonF64, "1e3", 1000],
  [wire.jsonU8, "1.0", 1],
  [wire.jsonU8, "-0", 0],
  [wire.jsonF32, "0.1", Math.fround(0.1)],
  [jsonLoose, "{}", { a: null }],
  [jsonLoose, '{"more":1,"toString":2}', { a: null }],
  [jsonTaggedShape, '{"name":"a","type":"Named","more":1}', { type: "Named", name: "a" }],
  [jsonAdjacentShape, '{"t":"Nothing","c":null}', { t: "Nothing" }],
  [jsonAdjacentShape, '{"t":"Maybe"}', { t: "Maybe", c: null }],
];

for (const [codec, json, value] of tolerated) test(`reads ${json}`, () => same(fromJson(JSON.parse(json) as Json, codec), value));

// What another version writes where the type is narrower.
const numbers: ReadonlyArray<readonly [codec: JsonOf<any>, json: string, value: number | bigint]> = [
  [wire.jsonU64, "0", 0n],
  [wire.jsonU64, "9007199254740991", 2n ** 53n - 1n],
  [wire.jsonI64, "-9007199254740991", 1n - 2n ** 53n],
  [wire.jsonU128, "1", 1n],
  [wire.jsonI128, "-1", -1n],
  [wire.jsonSafeU64, "9007199254740991", 2 ** 53 - 1],
  [wire.jsonSafeI64, "-1", -1],
];

for (const [codec, json, value] of numbers) {
  test(`the number ${json} is an integer of any width`, () => assert.strictEqual(fromJson(JSON.parse(json) as Json, codec), value));
}

const malformed: ReadonlyArray<readonly [codec: JsonOf<any>, json: string, message: string]> = [
  [wire.jsonBool, "1", "malformed bool"],
  [wire.jsonU8, "256", "malformed u8"],
  [wire.jsonU8, "-1", "malformed u8"],
  [wire.jsonU8, "1.5", "malformed u8"],
  [wire.jsonU8, '"1"', "malformed u8"],
  [wire.jsonU8, "null", "malformed u8"],
  [wire.jsonU8, "true", "malformed u8"],
  [wire.jsonI32, "2147483648", "malformed i32"],
  ...["-1", "1.5", "9007199254740992", "1e300", "null", "[1]"].map((text) => [wire.jsonU64, text, "malformed u64"] as const),
  [wire.jsonSafeU64, "-1", "malformed u64"],
  [wire.jsonI128, "-9007199254740992", "malformed i128"],
  ...["", " 1", "+1", "-0", "01", "1.0", "0x1", "-1", "18446744073709551616", "9".repeat(100_000)].map((text) => [wire.jsonU64, JSON.stringify(text), "malformed u64"] as const),
  [wire.jsonI64, '"9223372036854775808"', "malformed i64"],
  [wire.jsonSafeU64, '"9007199254740992"', "malformed u64"],
  [wire.jsonSafeI64, '"-9007199254740992"', "malformed i64"],
  [wire.jsonF64, '"1"', "malformed f64"],
  [wire.jsonF64, '"nan"', "malformed f64"],
  [wire.jsonF64, "null", "malformed f64"],
  [wire.jsonF64, "1e400", "malformed f64"],
  [wire.jsonF32, "1e39", "malformed f32"],
  [wire.jsonString, '"\\ud800"', "malformed string"],
  [wire.jsonString, '["a"]', "malformed string"],
  [wire.jsonChar, '""', "malformed char"],
  [wire.jsonChar, '"ab"', "malformed char"],
  [wire.jsonUnit, "{}", "malformed null"],
  [wire.jsonVoid, "0", "malformed null"],
  ...["A", "AA", "AA=", "AAA", "AB==", "AAB=", "A A=", "AA==\n", "-_8A", "===="].map((text) => [wire.jsonBytes, JSON.stringify(text), "malformed base64"] as const),
  [wire.jsonBytes, "[1]", "malformed base64"],
  [wire.jsonFixedBytes(2), '"AQ=="', "malformed 2 bytes"],
  [wire.jsonNested(wire.jsonUnit), "[]", "malformed list of 1"],
  [wire.jsonNested(wire.jsonUnit), "1", "malformed list"],
  [wire.jsonList(wire.jsonU8), '{"length":1}', "malformed list"],
  [wire.jsonList(wire.jsonU8), "[1,null]", "malformed u8 at [1]"],
  [wire.jsonTuple([wire.jsonU8]), "[1,2]", "malformed list of 1"],
  [wire.jsonTuple([]), "{}", "malformed list"],
  [wire.jsonSet(wire.jsonU8), "[1,1]", "malformed set (repeated element)"],
  [wire.jsonMap(wire.jsonU8, wire.jsonU8), "[[1,1],[1,2]]", "malformed map (repeated key)"],
  [wire.jsonMap(wire.jsonU8, wire.jsonU8), '{"1":1}', "malformed list"],
  [wire.jsonMap(wire.jsonU8, wire.jsonU8), "[[1]]", "malformed list of 2 at [0]"],
  [wire.jsonRecord(wire.jsonU8), "[1]", "malformed object"],
  [wire.jsonRecord(wire.jsonU8), '{"\\ud800":1}', "malformed key"],
  [wire.jsonRecord(wire.jsonU8), '{"secret":null}', "malformed u8 at [0]"],
  [jsonTree, "[]", "malformed object"],
  [jsonTree, "null", "malformed object"],
  [jsonTree, '{"name":"a"}', "malformed object (children is missing)"],
  [jsonTree, '{"name":"a","children":[{"name":"b","children":[{"name":1,"children":[]}]}]}', "malformed string at children[0].children[0].name"],
  [jsonOdd, '{"with space":1}', "malformed object (__proto__ is missing)"],
  [jsonLoose, '{"b":null}', "malformed u8 at b"],
  [jsonShape, '"Circle"', "malformed variant"],
  [jsonShape, '"constructor"', "malformed variant"],
  [jsonShape, '{"Nothing":null}', "malformed variant"],
  [jsonShape, '{"Circle":1,"Pair":[1,2]}', "malformed variant"],
  [jsonShape, '{"Circle":"x"}', "malformed f64 at Circle"],
  [jsonShape, "{}", "malformed variant"],
  [jsonShape, "[]", "malformed object"],
  [jsonShape, "1", "malformed object"],
  [jsonTaggedShape, "{}", "malformed variant in type"],
  [jsonTaggedShape, '{"type":["Nothing"]}', "malformed variant in type"],
  [jsonTaggedShape, '{"type":"hasOwnProperty"}', "malformed variant in type"],
  [jsonTaggedShape, '{"type":"Named"}', "malformed object (name is missing)"],
  [jsonTaggedShape, '"Nothing"', "malformed object"],
  [jsonAdjacentShape, '{"t":"Circle"}', "malformed f64 at c"],
  [jsonAdjacentShape, '{"c":1}', "malformed variant in t"],
];

for (const [codec, json, message] of malformed) {
  test(`${json.slice(0, 60)}: ${message}`, () => assert.throws(() => fromJson(JSON.parse(json) as Json, codec), { name: "RangeError", message }));
}

const invalid: ReadonlyArray<readonly [codec: JsonOf<any>, value: unknown, message: string]> = [
  [wire.jsonBool, 1, "invalid bool, got 1"],
  [wire.jsonU8, 1n, "invalid u8, got 1"],
  [wire.jsonU8, "1", "invalid u8"],
  [wire.jsonU8, NaN, "invalid u8, got NaN"],
  [wire.jsonU64, 1, "invalid u64, got 1"],
  [wire.jsonU64, 2n ** 64n, "invalid u64, got 18446744073709551616"],
  [wire.jsonSafeU64, -1, "invalid u64, got -1"],
  [wire.jsonF32, 1e39, "invalid f32, got 1e+39"],
  [wire.jsonF64, "1", "invalid f64"],
  [wire.jsonString, "\udc00", "invalid string"],
  [wire.jsonString, new String("a"), "invalid string"],
  [wire.jsonBytes, [1], "invalid Uint8Array"],
  [wire.jsonFixedBytes(1), new Uint8Array(2), "invalid 1 bytes, got 2"],
  [wire.jsonVoid, {}, "invalid nothing"],
  [wire.jsonOption(wire.jsonU8), undefined, "invalid u8"],
  [wire.jsonList(wire.jsonU8), [1, , 3], "invalid u8 at [1]"],
  [wire.jsonList(wire.jsonU8), new Set([1]), "invalid list"],
  [wire.jsonTuple([wire.jsonU8, wire.jsonU8]), [1], "invalid list of 2, got 1"],
  [wire.jsonSet(wire.jsonU8), [1], "invalid Set"],
  [wire.jsonMap(wire.jsonU8, wire.jsonU8), {}, "invalid Map"],
  [wire.jsonMap(wire.jsonString, wire.jsonU8), new Map([["secret", -1]]), "invalid u8 at [0][1], got -1"],
  [wire.jsonRecord(wire.jsonU8), new Map<unknown, number>([[1, 1]]), "invalid key"],
  [wire.jsonRecord(wire.jsonU8), new Map([["secret", -1]]), "invalid u8 at [0], got -1"],
  [wire.jsonTyped(Float64Array, wire.jsonF64), [1], "invalid Float64Array"],
  [jsonTree, { name: "a", children: [{ name: 1, children: [] }] }, "invalid string at children[0].name, got 1"],
  [jsonTree, [], "invalid object"],
  [jsonOdd, { "with space": 1 }, "invalid u8 at __proto__"],
  [jsonShape, "Circle", "invalid variant"],
  [jsonShape, { Nothing: null }, "invalid variant"],
  [jsonShape, {}, "invalid variant"],
  [jsonShape, null, "invalid object"],
  [jsonTaggedShape, { type: "Other" }, "invalid variant in type"],
  [jsonAdjacentShape, { t: "Circle", c: "1" }, "invalid f64 at c"],
];

for (const [codec, value, message] of invalid) {
  test(`${message}`, () => assert.throws(() => toJson(value, codec), { name: "TypeError", message }));
}

test("a value that contains itself, and JSON without end, are refused", () => {
  const endless: Tree = { name: "", children: [] };
  endless.children.push(endless);
  assert.throws(() => toJson(endless, jsonTree), { name: "TypeError", message: /^invalid depth at / });
  let json = '{"name":"","children":[]}';
  for (let depth = 0; depth < 100_000; depth++) json = `{"name":"","children":[${json}`;
  json += "]}".repeat(100_000);
  assert.throws(() => fromJson(JSON.parse(json) as Json, jsonTree), RangeError);
  assert.throws(() => parseExact("[".repeat(1_000_000)), { name: "RangeError", message: "malformed JSON (depth)" });
  assert.doesNotThrow(() => parseExact("[".repeat(128) + "]".repeat(128)));
});

test("a getter that converts something keeps neither place nor way", () => {
  const value = {
    get name(): string {
      assert.throws(() => fromJson(1, wire.jsonString), { name: "RangeError", message: "malformed string" });
      assert.throws(() => toJson({ name: "", children: [1] as never }, jsonTree), { message: "invalid object at children[0], got 1" });
      return "a";
    },
    children: [{ name: 1 as never, children: [] }],
  };
  assert.throws(() => toJson(value, jsonTree), { name: "TypeError", message: "invalid string at children[0].name, got 1" });
});

test("no prototype is reached by what was decoded", () => {
  const hostile = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"name":"a","children":[]}';
  const codecs: JsonOf<any>[] = [jsonTree, wire.jsonRecord(wire.plainValue), wire.plainValue, wire.plainMap(wire.jsonString, wire.plainValue), jsonShape, jsonTaggedShape, jsonLoose];
  for (const codec of codecs) for (const parse of [JSON.parse, parseExact]) {
    try {
      const value = fromJson(parse(hostile) as Json, codec) as object;
      assert([Object.prototype, Map.prototype].includes(Object.getPrototypeOf(value)));
    } catch (error) {
      assert(error instanceof RangeError);
    }
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  }
});

test("random trees: every kind of nonsense is a value or is malformed", () => {
  const random = generator(11);
  const below = (count: number): number => (random() >>> 0) % count;
  const atoms: readonly Json[] = [null, true, 0, -0, 1.5, 1e300, "", "a", "Nothing", "NaN", "1", "\ud800", "__proto__", "AQ==", [], {}];
  const names = ["__proto__", "constructor", "toString", "type", "t", "c", "name", "children", "Circle", "Pair", "a", "b", "code", "data"];
  const tree = (depth: number): Json => {
    if (depth === 0 || below(3) === 0) return atoms[below(atoms.length)]!;
    const parts = Array.from({ length: below(4) }, () => tree(depth - 1));
    return below(2) ? parts : (Object.fromEntries(parts.map((part) => [names[below(names.length)]!, part])) as Json);
  };
  const codecs = lossless.map(([, codec]) => codec);
  for (let round = 0; round < 20_000; round++) {
    const json = tree(4);
    const codec = codecs[below(codecs.length)]!;
    let value: unknown;
    try {
      value = fromJson(json, codec);
    } catch (error) {
      assert(error instanceof RangeError && error.message.startsWith("malformed "), String(error));
      continue;
    }
    same(fromJson(toJson(value, codec), codec), value);
  }
});

test("random floats, integers and texts survive", () => {
  const random = generator(5);
  const scratch = new DataView(new ArrayBuffer(16));
  for (let round = 0; round < 20_000; round++) {
    for (let at = 0; at < 16; at += 4) scratch.setInt32(at, random());
    const wide = (scratch.getBigUint64(0) << 64n) | scratch.getBigUint64(8);
    const survives: ReadonlyArray<readonly [JsonOf<any>, unknown]> = [
      [wire.jsonF64, scratch.getFloat64(0)],
      [wire.jsonF32, scratch.getFloat32(0)],
      [wire.jsonU64, scratch.getBigUint64(0)],
      [wire.jsonI64, scratch.getBigInt64(0)],
      [wire.jsonU128, wide],
      [wire.jsonI128, BigInt.asIntN(128, wide)],
      [wire.jsonBytes, new Uint8Array(scratch.buffer.slice(round % 16))],
      [wire.jsonString, String.fromCodePoint(...Array.from({ length: 4 }, (_, index) => ((scratch.getUint32(index * 4) % 0x10ffff) & ~0x800) >>> 0))],
    ];
    for (const [codec, value] of survives) same(fromJson(JSON.parse(JSON.stringify(toJson(value, codec))) as Json, codec), value);
    const exact: ReadonlyArray<readonly [JsonOf<any>, unknown]> = [
      [wire.plainU128, wide],
      [wire.plainI128, BigInt.asIntN(128, wide)],
      ...[scratch.getFloat64(0), Math.fround(scratch.getFloat32(0)) * 2 ** 60].filter(Number.isFinite).map((value) => [wire.plainF64, value] as const),
    ];
    for (const [codec, value] of exact) same(fromJson(parseExact(printExact(toJson(value, codec))), codec), value);
  }
});

/** Equal, minus zero and NaN included, and own properties all. */
function same(actual: unknown, expected: unknown): void {
  assert.deepStrictEqual(actual, expected);
  if (typeof expected === "object" && expected && Object.getPrototypeOf(expected) === Object.prototype) {
    assert.deepStrictEqual(Object.entries(actual as object), Object.entries(expected));
  }
}
