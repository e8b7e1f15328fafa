import assert from "node:assert/strict";
import { test } from "node:test";
import * as wire from "./index.js";
import { type JsonCodec, decode, encode, fromJson, toJson } from "./index.js";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));
const runtime = wire as unknown as Record<string, any>;

// What Rust's crates print, and what postcard makes of the value.
const texts: ReadonlyArray<readonly [type: string, text: string, encoded: string]> = [
  ["Uuid", "00000000-0000-0000-0000-000000000000", "1000000000000000000000000000000000"],
  ["Uuid", "67e55044-10b1-426f-9247-bb680e5fe0c8", "1067e5504410b1426f9247bb680e5fe0c8"],
  ["Uuid", "ffffffff-ffff-ffff-ffff-fffffffffff0", "10fffffffffffffffffffffffffffffff0"],
  ["Ipv4Addr", "0.0.0.0", "00000000"],
  ["Ipv4Addr", "127.0.0.1", "7f000001"],
  ["Ipv4Addr", "255.254.10.1", "fffe0a01"],
  ["Ipv6Addr", "::", "00000000000000000000000000000000"],
  ["Ipv6Addr", "::1", "00000000000000000000000000000001"],
  ["Ipv6Addr", "1::", "00010000000000000000000000000000"],
  ["Ipv6Addr", "2001:db8::1", "20010db8000000000000000000000001"],
  ["Ipv6Addr", "2001:db8::1:0:0:1", "20010db8000000000001000000000001"],
  ["Ipv6Addr", "2001:db8:0:1:1:1:1:1", "20010db8000000010001000100010001"],
  ["Ipv6Addr", "::ffff:1.2.3.4", "00000000000000000000ffff01020304"],
  ["Ipv6Addr", "::102:304", "00000000000000000000000001020304"],
  ["Ipv6Addr", "64:ff9b::102:304", "0064ff9b000000000000000001020304"],
  ["Ipv6Addr", "fe80::1:0", "fe800000000000000000000000010000"],
  ["Ipv6Addr", "1:0:2::3:0:0", "00010000000200000000000300000000"],
  ["Ipv6Addr", "1:2:3:4:5:6:7:8", "00010002000300040005000600070008"],
  ["Ipv6Addr", "0:0:1::", "00000000000100000000000000000000"],
  ["Ipv6Addr", "0:1:1:1:1:1:1:0", "00000001000100010001000100010000"],
  ["Ipv6Addr", "1:2:3:4:5:6:7:0", "00010002000300040005000600070000"],
  ["Ipv6Addr", "0:2:3:4:5:6:7:8", "00000002000300040005000600070008"],
  ["Ipv6Addr", "a::a0:0:0:a:10", "000a0000000000a000000000000a0010"],
  ["Ipv6Addr", "::ffff:0.0.0.0", "00000000000000000000ffff00000000"],
  ["Ipv6Addr", "::fffe:102:304", "00000000000000000000fffe01020304"],
  ["Ipv6Addr", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffffffffffffffffffffffffffffffff"],
  ["IpAddr", "10.0.0.1", "000a000001"],
  ["IpAddr", "::1", "0100000000000000000000000000000001"],
  ["IpAddr", "::ffff:10.0.0.1", "0100000000000000000000ffff0a000001"],
  ["SocketAddrV4", "10.0.0.1:0", "0a00000100"],
  ["SocketAddrV4", "10.0.0.1:65535", "0a000001ffff03"],
  ["SocketAddrV6", "[::1]:80", "0000000000000000000000000000000150"],
  ["SocketAddrV6", "[::ffff:10.0.0.1]:8080", "00000000000000000000ffff0a000001903f"],
  ["SocketAddr", "10.0.0.1:443", "000a000001bb03"],
  ["SocketAddr", "[2001:db8::1]:443", "0120010db8000000000000000000000001bb03"],
  ["TimeDate", "2024-02-14", "d01f2d"],
  ["TimeDate", "2024-12-31", "d01fee02"],
  ["TimeDate", "2023-03-01", "ce1f3c"],
  ["TimeDate", "0000-01-01", "0001"],
  ["TimeDate", "0099-06-05", "c6019c01"],
  ["TimeDate", "-0044-03-15", "574b"],
  ["TimeDate", "9999-12-31", "9e9c01ed02"],
  ["TimeDate", "-9999-01-01", "9d9c0101"],
  ["TimeDate", "1970-01-01", "e41e01"],
  ["TimeTime", "00:00:00.0", "00000000"],
  ["TimeTime", "12:00:00.0", "0c000000"],
  ["TimeTime", "23:59:59.999999999", "173b3bff93ebdc03"],
  ["TimeTime", "01:02:03.000000001", "01020301"],
  ["TimeTime", "01:02:03.12", "010203809c9c39"],
  ["TimeTime", "09:10:11.5", "090a0b80cab5ee01"],
  ["TimeUtcOffset", "+00:00:00", "000000"],
  ["TimeUtcOffset", "+01:00:00", "010000"],
  ["TimeUtcOffset", "-05:30:00", "fbe200"],
  ["TimeUtcOffset", "-00:30:00", "00e200"],
  ["TimeUtcOffset", "+00:00:01", "000001"],
  ["TimeUtcOffset", "-00:00:59", "0000c5"],
  ["TimeUtcOffset", "+23:59:59", "173b3b"],
  ["TimeUtcOffset", "-25:59:59", "e7c5c5"],
  ["TimePrimitiveDateTime", "2024-02-14 12:00:00.0", "d01f2d0c000000"],
  ["TimePrimitiveDateTime", "2023-12-31 23:59:59.0001", "ce1fed02173b3ba08d06"],
  ["TimeOffsetDateTimeString", "2024-02-14 12:00:00.0 +00:00:00", "d01f2d0c000000000000"],
  ["TimeOffsetDateTimeString", "2024-02-14 12:00:00.123456789 +02:00:00", "d01f2d0c0000959aef3a020000"],
  ["TimeOffsetDateTimeString", "1969-12-31 23:59:59.999999 +00:00:00", "e21eed02173b3b988cebdc03000000"],
  ["TimeOffsetDateTimeString", "0001-01-01 00:00:00.0 -03:30:00", "020100000000fde200"],
  ["TimeOffsetDateTimeString", "-0001-12-31 23:00:00.0 +00:00:00", "01ed0217000000000000"],
  ["TimeOffsetDateTimeString", "9999-12-31 23:59:59.999 +00:00:00", "9e9c01ed02173b3bc08faedc03000000"],
];

// Milliseconds since 1970, cut off; what `time` prints; what postcard makes of it.
const moments: ReadonlyArray<readonly [instant: number, text: string, encoded: string]> = [
  [1707912000000, "2024-02-14 12:00:00.0 +00:00:00", "d01f2d0c000000000000"],
  [1707904800123, "2024-02-14 12:00:00.123456789 +02:00:00", "d01f2d0c0000959aef3a020000"],
  [-1, "1969-12-31 23:59:59.999999 +00:00:00", "e21eed02173b3b988cebdc03000000"],
  [-62135584200000, "0001-01-01 00:00:00.0 -03:30:00", "020100000000fde200"],
  [-62167222800000, "-0001-12-31 23:00:00.0 +00:00:00", "01ed0217000000000000"],
  [253402300799999, "9999-12-31 23:59:59.999 +00:00:00", "9e9c01ed02173b3bc08faedc03000000"],
];

// The same for what `time::serde::rfc3339` and `chrono` print.
const rfc3339: ReadonlyArray<readonly [instant: number, text: string]> = [
  [1707912000000, "2024-02-14T12:00:00Z"],
  [1707904800123, "2024-02-14T12:00:00.123456789+02:00"],
  [-1, "1969-12-31T23:59:59.999999Z"],
  [0, "1970-01-01T00:00:00Z"],
  [1707912000000, "2024-02-14T12:00:00Z"],
  [1707912000001, "2024-02-14T12:00:00.001Z"],
  [1707912000123, "2024-02-14T12:00:00.123456Z"],
  [1707912000123, "2024-02-14T12:00:00.123456789Z"],
  [-1, "1969-12-31T23:59:59.999999999Z"],
  [-62167219200000, "0000-01-01T00:00:00Z"],
  [253402300799000, "9999-12-31T23:59:59Z"],
  [253402300800000, "+10000-01-01T00:00:00Z"],
  [-62167219201000, "-0001-12-31T23:59:59Z"],
  [1483228800500, "2016-12-31T23:59:60.500Z"],
  [1707912000000, "2024-02-14T13:30:00+01:30"],
];

for (const [type, text, encoded] of texts) {
  test(`${type} ${text}`, () => {
    assert.equal(decode(bytes(encoded), runtime[`read${type}`]), text);
    assert.equal(hex(encode(text, runtime[`write${type}`])), encoded);
    if (!type.startsWith("Time")) return;
    const json = toJson(text, runtime[`json${type}`]);
    assert.equal(fromJson(json, runtime[`json${type}`]), text);
    assert.deepEqual(json, numbersIn(type, encoded));
    assert.deepEqual(toJson(text, runtime[`plain${type}`]), json);
    for (const form of [text, json]) assert.equal(fromJson(form, runtime[`plain${type}`]), text);
  });
}

for (const [instant, text, encoded] of moments) {
  test(`Date ${text}`, () => {
    const date = decode(bytes(encoded), wire.readTimeOffsetDateTime);
    assert.equal(date.getTime(), instant);
    assert.equal(decode(encode(date, wire.writeTimeOffsetDateTime), wire.readTimeOffsetDateTime).getTime(), instant);
    assert.equal(fromJson(text, wire.plainTimeOffsetDateTime).getTime(), instant);
    for (const codec of [wire.plainTimeOffsetDateTime, wire.jsonTimeOffsetDateTime]) {
      assert.equal(fromJson(toJson(date, codec), codec).getTime(), instant);
    }
  });
}

for (const [instant, text] of rfc3339) {
  test(`RFC 3339 ${text}`, () => {
    assert.equal(decode(encode(text, wire.writeString), wire.readRfc3339).getTime(), instant);
    assert.equal(fromJson(text, wire.jsonRfc3339).getTime(), instant);
  });
}

test("dates are written in UTC, to the millisecond, for the years that every crate reads", () => {
  const table: ReadonlyArray<readonly [string, string]> = [
    ["2024-02-14T12:00:00.123Z", "2024-02-14T12:00:00.123Z"],
    ["0000-01-01T00:00:00.000Z", "0000-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ];
  for (const [iso, text] of table) {
    assert.equal(toJson(new Date(iso), wire.jsonRfc3339), text);
    assert.equal(decode(encode(new Date(iso), wire.writeRfc3339), wire.readString), text);
  }
  for (const iso of ["+010000-01-01T00:00:00.000Z", "-000001-12-31T23:59:59.999Z"]) refuses("Rfc3339", new Date(iso));
  for (const iso of ["+010000-01-01T00:00:00.000Z", "-010000-12-31T23:59:59.999Z"]) refuses("TimeOffsetDateTime", new Date(iso));
});

const counts: ReadonlyArray<readonly [type: string, count: bigint, instant: number]> = [
  ["UnixSeconds", 1_707_912_000n, 1_707_912_000_000],
  ["UnixSeconds", -1n, -1000],
  ["UnixMilliseconds", -1n, -1],
  ["UnixMicroseconds", 1_707_912_000_123_456n, 1_707_912_000_123],
  ["UnixMicroseconds", -1n, -1],
  ["UnixMicroseconds", -1000n, -1],
  ["UnixMicroseconds", -1001n, -2],
  ["UnixNanoseconds", 1_707_912_000_123_456_789n, 1_707_912_000_123],
  ["UnixNanoseconds", -1n, -1],
  ["UnixMilliseconds", 8_640_000_000_000_000n, 8.64e15],
];

for (const [type, count, instant] of counts) {
  test(`${type} ${count}`, () => {
    const read = decode(encode(count, wire.writeI64), runtime[`read${type}`]) as Date;
    assert.equal(read.getTime(), instant);
    assert.equal((fromJson(`${count}`, runtime[`json${type}`]) as Date).getTime(), instant);
    assert.equal((fromJson(count, runtime[`plain${type}`]) as Date).getTime(), instant);
    for (const prefix of ["json", "plain"]) {
      const codec: JsonCodec<Date> = runtime[`${prefix}${type}`];
      assert.equal(codec.from(codec.to(read)).getTime(), instant);
    }
    assert.equal((decode(encode(read, runtime[`write${type}`]), runtime[`read${type}`]) as Date).getTime(), instant);
  });
}

test("a date's seconds are those that have begun", () => {
  for (const [instant, seconds] of [[1999, 1n], [-1, -1n], [-1000, -1n], [-1001, -2n]] as const) {
    assert.equal(decode(encode(new Date(instant), wire.writeUnixSeconds), wire.readI64), seconds);
  }
});

test("SystemTime", () => {
  const date = decode(bytes("c0d6b2ae06959aef3a"), wire.readSystemTime);
  assert.equal(date.getTime(), 1_707_912_000_123);
  assert.equal(hex(encode(date, wire.writeSystemTime)), hex(encode(0, () => (wire.writeU64(1_707_912_000n), wire.writeU32(123_000_000)))));
  assert.deepEqual(toJson(date, wire.jsonSystemTime), { secs_since_epoch: "1707912000", nanos_since_epoch: 123_000_000 });
  assert.deepEqual(toJson(date, wire.plainSystemTime), { secs_since_epoch: 1_707_912_000n, nanos_since_epoch: 123_000_000 });
  assert.equal(fromJson({ secs_since_epoch: 1, nanos_since_epoch: 999_999_999 }, wire.plainSystemTime).getTime(), 1999);
  refuses("SystemTime", new Date(-1));
  assert.throws(() => fromJson({ secs_since_epoch: "1", nanos_since_epoch: 1e9 }, wire.jsonSystemTime), RangeError);
});

const dates = ["Rfc3339", "TimeOffsetDateTime", "SystemTime", "UnixSeconds", "UnixMilliseconds", "UnixMicroseconds", "UnixNanoseconds"];
const strings = ["Uuid", "Ipv4Addr", "Ipv6Addr", "IpAddr", "SocketAddrV4", "SocketAddrV6", "SocketAddr", "TimeDate", "TimeTime", "TimeUtcOffset", "TimePrimitiveDateTime", "TimeOffsetDateTimeString"];

test("what is no date is refused", () => {
  for (const type of dates) for (const value of [new Date(NaN), 0, "2024-02-14T12:00:00Z", null, undefined, {}, { [Symbol.toStringTag]: "Date" }]) refuses(type, value);
  refuses("UnixNanoseconds", new Date(1e13));
});

test("what is no text is refused", () => {
  for (const type of strings) for (const value of ["", " ", "x", 1, null, undefined, {}, ["::"], new Date(0)]) refuses(type, value);
});

const wrong: Readonly<Record<string, readonly string[]>> = {
  Uuid: ["67e5504410b1426f9247bb680e5fe0c8", "{67e55044-10b1-426f-9247-bb680e5fe0c8}", "67e55044-10b1-426f-9247-bb680e5fe0cg", "67e55044-10b1-426f-9247-bb680e5fe0c8\n"],
  Ipv4Addr: ["1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "0x1.2.3.4", "1.2.3.-4", "1.2.3.4\n"],
  Ipv6Addr: ["1::2::3", "::1.2.3.04", "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6:7::8", "00001::", ":::", "1:", ":1", "::1%1", "1.2.3.4::", "::1:2:3:4:5:6:7:8", "1.2.3.4", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::g", "[::1]"],
  IpAddr: ["1.2.3", ":"],
  SocketAddrV4: ["1.2.3.4", "1.2.3.4:", "1.2.3.4:65536", "1.2.3.4:080", "[::1]:80"],
  SocketAddrV6: ["::1:80", "[::1]", "[::1]:65536", "[::1%1]:80", "1.2.3.4:80"],
  SocketAddr: ["1.2.3.4", "[1.2.3.4]:80"],
  TimeDate: ["2024-2-14", "2024-02-30", "2023-02-29", "2024-00-01", "2024-13-01", "2024-01-00", "24-01-01", "2024-02-14T", "+2024-02-14", "2024-02-14\n"],
  TimeTime: ["12:00", "12:00:00", "12:00:00.", "24:00:00.0", "12:60:00.0", "12:00:60.0", "12:00:00.0000000001", "1:00:00.0"],
  TimeUtcOffset: ["00:00:00", "+00:00", "+26:00:00", "+00:60:00", "+00:00:60", "Z"],
  TimePrimitiveDateTime: ["2024-02-14", "2024-02-14T12:00:00.0", "2024-02-14  12:00:00.0", "2024-02-14 12:00:00.0 "],
  TimeOffsetDateTimeString: ["2024-02-14 12:00:00.0", "2024-02-14 12:00:00.0 +00:00", "2024-02-14 12:00:00.0 +00:00:00 "],
};

for (const [type, values] of Object.entries(wrong)) {
  test(`${type}: what people write otherwise is refused`, () => {
    for (const value of values) refuses(type, value);
  });
}

test("RFC 3339 is read strictly", () => {
  const texts = ["2024-02-14", "2024-02-14T12:00:00", "2024-02-14 12:00:00Z", "2024-02-14T12:00Z", "2024-02-30T12:00:00Z", "2024-02-14T24:00:00Z", "2024-02-14T12:00:61Z", "2024-02-14T12:00:00.Z", "2024-02-14T12:00:00.0000000001Z", "2024-02-14T12:00:00+2:00", "2024-02-14T12:00:00+24:00", "24-02-14T12:00:00Z", "+999999-02-14T12:00:00Z", "2024-02-14T12:00:00Zx"];
  for (const text of texts) rejects("Rfc3339", hex(encode(text, wire.writeString)));
});

test("bytes that are no such value are rejected", () => {
  const table: Readonly<Record<string, readonly string[]>> = {
    Uuid: ["", "0f" + "00".repeat(15), "11" + "00".repeat(17), "1000"],
    Ipv4Addr: ["", "000000"],
    IpAddr: ["", "02", "0001"],
    SocketAddr: ["", "02", "000a000001808004"],
    TimeDate: ["", "d01f00", "ce1fee02", "d01fef02", "ffffffff0f01"],
    TimeTime: ["18000000", "003c0000", "00003c00", "0000008094ebdc03"],
    TimeUtcOffset: ["1a0000", "003c00", "00003c", "01ff00", "ff0100"],
    TimePrimitiveDateTime: ["d01f2d18000000"],
    TimeOffsetDateTimeString: ["d01f2d0c0000001a0000"],
    TimeOffsetDateTime: ["d01f2d0c0000001a0000", "d01f000c000000000000"],
    SystemTime: ["008094ebdc03", "ffffffffffffffffff0100"],
    UnixSeconds: ["ffffffffffffffffff01"],
    UnixMilliseconds: ["ffffffffffffffffff01"],
  };
  for (const [type, values] of Object.entries(table)) for (const encoded of values) rejects(type, encoded);
});

test("JSON that is no such value is rejected", () => {
  for (const json of [null, "2024-02-14", [2024], [2024, 45, 0], [2023, 366], [2024, 0], [2024, -1], [2024, 1.5], ["2024", 45], [NaN, 1]]) {
    assert.throws(() => fromJson(json, wire.jsonTimeDate), RangeError);
  }
  for (const json of [[12, 0, 0], [24, 0, 0, 0], [-1, 0, 0, 0], [0, 0, 0, -1]]) assert.throws(() => fromJson(json, wire.jsonTimeTime), RangeError);
  for (const json of [[1, -1, 0], [26, 0, 0], [0, 60, 0]]) assert.throws(() => fromJson(json, wire.jsonTimeUtcOffset), RangeError);
  for (const json of [1, "12:00", null]) assert.throws(() => fromJson(json, wire.plainTimeTime), RangeError);
});

const arrays = {
  F64: [Float64Array, [0, -0, 1.5, NaN, Infinity], (value: any) => wire.writeF64(value)],
  F32: [Float32Array, [0, -0, 1.5, NaN, -Infinity], (value: any) => wire.writeF32(value)],
  U16: [Uint16Array, [0, 127, 128, 65535], (value: any) => wire.writeU16(value)],
  U32: [Uint32Array, [0, 127, 128, 2 ** 32 - 1], (value: any) => wire.writeU32(value)],
  U64: [BigUint64Array, [0n, 127n, 128n, 2n ** 64n - 1n], (value: any) => wire.writeU64(value)],
  I8: [Int8Array, [0, 127, -128], (value: any) => wire.writeI8(value)],
  I16: [Int16Array, [0, 32767, -32768, -1], (value: any) => wire.writeI16(value)],
  I32: [Int32Array, [0, 2 ** 31 - 1, -(2 ** 31), -1], (value: any) => wire.writeI32(value)],
  I64: [BigInt64Array, [0n, 2n ** 63n - 1n, -(2n ** 63n), -1n], (value: any) => wire.writeI64(value)],
} as const;

for (const [name, [type, elements, writeElement]] of Object.entries(arrays)) {
  test(`${type.name} is the list of its elements`, () => {
    const [read, write] = [runtime[`read${name}Array`], runtime[`write${name}Array`]];
    for (const count of [0, 1, elements.length, 1000]) {
      const list = Array.from({ length: count }, (_, index) => elements[index % elements.length]!);
      const array = (type as any).from(list);
      const encoded = encode(0, () => (wire.writeLength(count), list.forEach((each) => writeElement(each))));
      assert.equal(hex(encode(array, write)), hex(encoded));
      assert.deepEqual(decode(encoded, read), array);
      assert.deepEqual(decode(new Uint8Array([9, ...encoded]).subarray(1), read), array);
      if (count > 0) assert.throws(() => decode(encoded.subarray(0, -1), read), RangeError);
    }
    const part = (type as any).from(elements).subarray(1, 2);
    assert.deepEqual(decode(encode(part, write), read), part);
    for (const value of [[], null, undefined, new Uint8Array(1), {}, "1"]) assert.throws(() => encode(value, write), TypeError);
    for (const hostile of ["ffffffff0f", "808080800f00", "02"]) assert.throws(() => decode(bytes(hostile), read), RangeError);
  });
}

test("64-bit integers as numbers, where they are exact", () => {
  const most = Number.MAX_SAFE_INTEGER;
  for (const value of [0, 1, 127, 128, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 52, most]) {
    assert.equal(hex(encode(value, wire.writeSafeU64)), hex(encode(BigInt(value), wire.writeU64)));
    assert.equal(decode(encode(value, wire.writeSafeU64), wire.readSafeU64), value);
    for (const signed of [value, 0 - value]) {
      assert.equal(hex(encode(signed, wire.writeSafeI64)), hex(encode(BigInt(signed), wire.writeI64)));
      assert.equal(decode(encode(signed, wire.writeSafeI64), wire.readSafeI64), signed);
    }
  }
  for (const value of [most + 1, 1.5, NaN, Infinity, "1", 1n, null]) for (const write of [wire.writeSafeU64, wire.writeSafeI64]) {
    assert.throws(() => encode(value as number, write), TypeError);
  }
  assert.throws(() => encode(-1, wire.writeSafeU64), TypeError);
  for (const value of [2n ** 53n, 2n ** 63n - 1n]) {
    assert.throws(() => decode(encode(value, wire.writeU64), wire.readSafeU64), RangeError);
    for (const signed of [value, -value]) assert.throws(() => decode(encode(signed, wire.writeI64), wire.readSafeI64), RangeError);
  }
});

/** The integers that the bytes hold, by the layout of the type. */
function numbersIn(type: string, encoded: string): number[] {
  const layouts: Readonly<Record<string, ReadonlyArray<() => number>>> = {
    Date: [wire.readI32, wire.readU16],
    Time: [wire.readU8, wire.readU8, wire.readU8, wire.readU32],
    Offset: [wire.readI8, wire.readI8, wire.readI8],
  };
  const parts: Readonly<Record<string, readonly string[]>> = {
    TimeDate: ["Date"],
    TimeTime: ["Time"],
    TimeUtcOffset: ["Offset"],
    TimePrimitiveDateTime: ["Date", "Time"],
    TimeOffsetDateTimeString: ["Date", "Time", "Offset"],
  };
  return decode(bytes(encoded), () => parts[type]!.flatMap((part) => layouts[part]!.map((read) => read())));
}

function refuses(type: string, value: unknown): void {
  assert.throws(() => encode(value, runtime[`write${type}`]), TypeError, `writes ${String(value)} as ${type}`);
  const codec = runtime[`json${type}`];
  if (codec) assert.throws(() => toJson(value, codec), TypeError, `${String(value)} as JSON of ${type}`);
}

function rejects(type: string, encoded: string): void {
  assert.throws(() => decode(bytes(encoded), runtime[`read${type}`]), RangeError, `reads ${encoded} as ${type}`);
}
