import assert from "node:assert/strict";
import { test } from "node:test";
import { generator } from "./fixtures/random.js";
import * as wire from "./index.js";
import { decode, encode } from "./index.js";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));

interface Codec<T> {
  readonly write: (value: T) => void;
  readonly read: () => T;
}

const numbers: Record<string, Codec<number> & { readonly least: number; readonly most: number }> = {
  u8: { write: wire.writeU8, read: wire.readU8, least: 0, most: 0xff },
  u16: { write: wire.writeU16, read: wire.readU16, least: 0, most: 0xffff },
  u32: { write: wire.writeU32, read: wire.readU32, least: 0, most: 0xffff_ffff },
  i8: { write: wire.writeI8, read: wire.readI8, least: -0x80, most: 0x7f },
  i16: { write: wire.writeI16, read: wire.readI16, least: -0x8000, most: 0x7fff },
  i32: { write: wire.writeI32, read: wire.readI32, least: -0x8000_0000, most: 0x7fff_ffff },
};

const bigints: Record<string, Codec<bigint> & { readonly least: bigint; readonly most: bigint }> = {
  u64: { write: wire.writeU64, read: wire.readU64, least: 0n, most: (1n << 64n) - 1n },
  u128: { write: wire.writeU128, read: wire.readU128, least: 0n, most: (1n << 128n) - 1n },
  i64: { write: wire.writeI64, read: wire.readI64, least: -(1n << 63n), most: (1n << 63n) - 1n },
  i128: { write: wire.writeI128, read: wire.readI128, least: -(1n << 127n), most: (1n << 127n) - 1n },
};

/** The reference encoding, by the book: LEB128, zigzag for signed types, one byte for 8 bits. */
function reference(type: string, value: bigint): string {
  if (type.endsWith("8") && !type.endsWith("128")) return hex(Uint8Array.of(Number(BigInt.asUintN(8, value))));
  let rest = type.startsWith("i") ? (value < 0n ? -2n * value - 1n : 2n * value) : value;
  const out: number[] = [];
  for (; rest > 0x7fn; rest >>= 7n) out.push(Number(rest & 0x7fn) | 0x80);
  return hex(Uint8Array.from([...out, Number(rest)]));
}

/** Every power of two with its neighbours, their negatives, and both ends. */
function boundaries(least: bigint, most: bigint): bigint[] {
  const powers = Array.from({ length: 128 }, (_, index) => 1n << BigInt(index));
  const near = powers.flatMap((power) => [power - 1n, power, power + 1n]);
  return [least, least + 1n, most - 1n, most, ...near, ...near.map((each) => -each)].filter((each) => each >= least && each <= most);
}

function roundTrip<T>({ write, read }: Codec<T>, value: T, expected?: string): void {
  const encoded = encode(value, write);
  if (expected !== undefined) assert.equal(hex(encoded), expected);
  assert.deepEqual(decode(encoded, read), value);
}

for (const [type, codec] of Object.entries(numbers)) {
  test(`${type} at its boundaries`, () => {
    for (const value of boundaries(BigInt(codec.least), BigInt(codec.most))) roundTrip(codec, Number(value), reference(type, value));
    for (const value of [codec.least - 1, codec.most + 1, 0.5, NaN, Infinity, "1", 1n, null, undefined, true]) refuses(codec.write, value);
  });
}

for (const [type, codec] of Object.entries(bigints)) {
  test(`${type} at its boundaries`, () => {
    for (const value of boundaries(codec.least, codec.most)) roundTrip(codec, value, reference(type, value));
    for (const value of [codec.least - 1n, codec.most + 1n, 1, "1", null, undefined, true]) refuses(codec.write, value);
  });
}

test("floats", () => {
  const f32 = { write: wire.writeF32, read: wire.readF32 };
  const f64 = { write: wire.writeF64, read: wire.readF64 };
  for (const value of [0, -0, 1, -1.5, Infinity, -Infinity, NaN, Math.fround(Math.PI), 2 ** -149, (2 - 2 ** -23) * 2 ** 127]) roundTrip(f32, value);
  for (const value of [0, -0, Math.PI, Number.MAX_VALUE, Number.MIN_VALUE, Infinity, -Infinity, NaN]) roundTrip(f64, value);
  roundTrip(f32, 1, "0000803f");
  roundTrip(f64, 1, "000000000000f03f");
  for (const value of [1e39, "1", 1n, null]) refuses(wire.writeF32, value);
  for (const value of ["1", 1n, null]) refuses(wire.writeF64, value);
  for (const payload of ["010000000000f07f", "ffffffffffffffff", "000000000000f8ff"]) assert.ok(Number.isNaN(decode(bytes(payload), wire.readF64)));
  for (const payload of ["0100807f", "ffffffff"]) assert.ok(Number.isNaN(decode(bytes(payload), wire.readF32)));
});

test("strings of every length about the limits, in every width", () => {
  const codec = { write: wire.writeString, read: wire.readString };
  for (const unit of ["a", "é", "€", "😀", "\0", "\ufeff", "\u007f", "\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}"]) {
    for (const length of [0, 1, 2, 7, 8, 15, 16, 17, 39, 40, 41, 42, 43, 63, 64, 126, 127, 128, 129, 1023, 1024, 1025, 8191, 8192, 16383, 16384, 16385, 70_000]) {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const encoded = encode(text, wire.writeString);
      const utf8 = Buffer.from(text);
      assert.equal(hex(encoded), reference("u32", BigInt(utf8.length)) + utf8.toString("hex"));
      assert.equal(decode(encoded, wire.readString), text);
    }
  }
  for (let length = 0; length <= 130; length++) for (const text of ["x".repeat(length), "x".repeat(length) + "é", "é" + "x".repeat(length)]) roundTrip(codec, text);
});

test("text that is not well-formed is refused, never replaced", () => {
  for (const lone of ["\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800", "\ud800\ud800\udc00"]) {
    for (const around of ["", "x", "x".repeat(37), "x".repeat(38), "x".repeat(39), "x".repeat(100), "€".repeat(50)]) {
      refuses(wire.writeString, lone + around);
      refuses(wire.writeString, around + lone);
    }
    refuses(wire.writeChar, lone);
  }
  for (const value of [1, null, undefined, {}, ["a"]]) refuses(wire.writeString, value);
});

test("char is exactly one code point", () => {
  const codec = { write: wire.writeChar, read: wire.readChar };
  for (const value of ["a", "é", "€", "😀", "\0"]) roundTrip(codec, value);
  for (const value of ["", "ab", "😀a", "e\u0301", 97, null]) refuses(wire.writeChar, value);
  for (const text of ["00", "026161", "05f09f988061"]) rejects(wire.readChar, text);
});

test("bytes", () => {
  const codec = { write: wire.writeBytes, read: wire.readBytes };
  for (const length of [0, 1, 127, 128, 1023, 1024, 1025, 100_000]) roundTrip(codec, new Uint8Array(length).fill(length));
  roundTrip({ write: (value: Uint8Array) => wire.writeFixedBytes(value, 3), read: () => wire.readFixedBytes(3) }, Uint8Array.of(1, 2, 3), "010203");
  assert.equal(hex(encode(Buffer.from("ab"), wire.writeBytes)), "026162");
  for (const value of [[1, 2], "ab", null, undefined, new Uint16Array(2), new ArrayBuffer(2)]) refuses(wire.writeBytes, value);
  for (const value of [new Uint8Array(2), new Uint8Array(4), [1, 2, 3]]) refuses((each: Uint8Array) => wire.writeFixedBytes(each, 3), value);
  const reply = bytes("03010203");
  const read = decode(reply, wire.readBytes);
  reply.fill(0);
  assert.equal(hex(read), "010203", "the value does not share the reply's memory");
});

test("bool, unit, lengths and variants", () => {
  const bool = { write: wire.writeBool, read: wire.readBool };
  roundTrip(bool, false, "00");
  roundTrip(bool, true, "01");
  for (const value of [0, 1, "true", null, undefined]) refuses(wire.writeBool, value);
  roundTrip({ write: wire.writeUnit, read: wire.readUnit }, undefined, "");
  for (const value of [0, "", {}, false]) refuses(wire.writeUnit, value);
  for (const value of [undefined, null, -1, 1.5, 2 ** 32]) refuses(wire.writeLength, value);
  roundTrip({ write: wire.writeVariant, read: wire.readVariant }, 300, "ac02");
});

test("what has another encoding, or none, is refused", () => {
  const nothing = [wire.readBool, wire.readU8, wire.readI8, wire.readU16, wire.readU32, wire.readU64, wire.readU128, wire.readF32, wire.readF64, wire.readString, wire.readChar, wire.readBytes];
  for (const read of nothing) rejects(read, "");
  for (const text of ["02", "ff", "0000", "0100"]) rejects(wire.readBool, text);
  for (const read of [wire.readU16, wire.readI16, wire.readU32, wire.readI32, wire.readU64, wire.readI64, wire.readU128, wire.readI128, wire.readVariant]) {
    for (const text of ["80", "8000", "808000", "ff00", "ffffffffffffffffffffffffffffffffffffffff01"]) rejects(read, text);
  }
  for (const text of ["808004", "ffff04"]) rejects(wire.readU16, text);
  for (const text of ["8080808010", "ffffffff1f", "8080808000", "808080808001"]) rejects(wire.readU32, text);
  for (const text of ["80808080808080808002", "ffffffffffffffffff7f", "80808080808080808000", "8080808080808080808001"]) rejects(wire.readU64, text);
  for (const text of ["80".repeat(18) + "04", "80".repeat(18) + "00", "80".repeat(19) + "01"]) rejects(wire.readU128, text);
  for (const text of ["01", "02ff", "0180", "02c080", "03eda080", "04f4908080", "80808080808000", "ffffffff0f", "01c3", "1180".concat("61".repeat(16))]) rejects(wire.readString, text);
  for (const text of ["0201", "ffffffff0f"]) rejects(wire.readBytes, text);
  rejects(() => wire.readFixedBytes(3), "0102");
  rejects(() => wire.readLength(3), "0100ff");
  assert.equal(decode(bytes("01"), () => wire.readLength(0)), 1);
  rejects(() => wire.readLength(0), "81808010");
});

test("a failure leaves no trace", () => {
  refuses((value: string) => (wire.writeString("begun"), wire.writeString(value)), 1);
  assert.equal(hex(encode(1, wire.writeU8)), "01");
  rejects(wire.readString, "05616263");
  assert.equal(decode(bytes("0161"), wire.readString), "a");
});

test("an encoding inside an encoding disturbs neither", () => {
  const value = {
    get first(): string {
      assert.equal(hex(encode("inner".repeat(1000), wire.writeString)).length, 2 * 5002);
      assert.throws(() => encode(-1, wire.writeU8));
      return "a";
    },
    second: "b",
  };
  const write = (each: typeof value): void => (wire.writeString("0"), wire.writeString(each.first), wire.writeString(each.second));
  assert.equal(hex(encode(value, write)), "013001610162");
});

test("random values", () => {
  const random = generator(7);
  for (let round = 0; round < 20_000; round++) {
    const bits = BigInt(random() >>> 0) << 96n | BigInt(random() >>> 0) << 64n | BigInt(random() >>> 0) << 32n | BigInt(random() >>> 0);
    const value = bits >> BigInt(random() & 127);
    for (const [type, codec] of Object.entries(bigints)) {
      const width = Number(type.slice(1));
      const fitting = type.startsWith("i") ? BigInt.asIntN(width, value) : BigInt.asUintN(width, value);
      roundTrip(codec, fitting, reference(type, fitting));
    }
  }
});

test("hostile bytes are a value or an error, and what is a value is encoded in no other way", () => {
  const random = generator(13);
  const runtime = wire as unknown as Record<string, any>;
  const types = Object.keys(runtime).filter((name) => name.startsWith("read") && !/Fixed|NoError|Unit$|Length|Variant|Date|Rfc|SystemTime|UnixM|UnixN|UnixS/.test(name)).map((name) => name.slice(4));
  assert(types.length > 30);
  for (let round = 0; round < 60_000; round++) {
    const type = types[(random() >>> 0) % types.length]!;
    const hostile = Uint8Array.from({ length: (random() >>> 0) % 24 }, () => (random() & 3 ? random() & 0x0f : random()));
    let value: unknown;
    try {
      value = decode(hostile, runtime[`read${type}`]);
    } catch (error) {
      assert(error instanceof RangeError || error instanceof TypeError);
      continue;
    }
    // A NaN may have any of many encodings.
    if (/F32|F64/.test(type)) continue;
    assert.equal(hex(encode(value, runtime[`write${type}`])), hex(hostile), type);
  }
});

function refuses<T>(write: (value: T) => void, value: unknown): void {
  assert.throws(() => encode(value as T, write), TypeError, `writes ${String(value)}`);
}

function rejects(read: () => unknown, text: string): void {
  assert.throws(() => decode(bytes(text), read), `reads ${text}`);
}
