// Encoding postcard into one buffer that grows and is used again. Writers check what TypeScript
// cannot: range, integrality, well-formed text. Nothing is ever wrapped or replaced. What is not a
// bigint where one belongs throws by itself.

import { invalidValue } from "./failure.js";
import { isChar } from "./reader.js";
import { signed, unsigned, words } from "./scratch.js";

// A buffer beyond this is given back after the call that needed it.
const KEPT_CAPACITY = 0x10_0000;

// A TextEncoder takes its time to begin, in browsers the more so.
const LONGEST_LOOP = 64;

const utf8Encoder = /* @__PURE__ */ new TextEncoder();

// As much of the buffer's end is where texts of up to a third of it are encoded: browsers take longer over memory
// that is a new object to them.
const STAGE_SIZE = 0xc00;

// `var`, since a `let` of a module is checked for having begun at every use.
var output: Uint8Array<ArrayBuffer> = /* @__PURE__ */ new Uint8Array(1024);
var length = 0;
var outputView: DataView | undefined;
var stage: Uint8Array<ArrayBuffer> | undefined;

/**
 * The encoding of `value`.
 *
 * A getter inside `value` may itself encode something: the inner encoding uses the buffer behind
 * the outer one and leaves it as it was.
 */
export function encode<T>(value: T, write: (value: T) => void): Uint8Array<ArrayBuffer> {
  const start = length;
  try {
    write(value);
    return output.slice(start, length);
  } finally {
    length = start;
    if (start === 0 && output.length > KEPT_CAPACITY) use(new Uint8Array(1024));
  }
}

/** Makes room for `count` more bytes. */
function reserve(count: number): void {
  if (output.length - length < count) grow(count);
}

function grow(count: number): void {
  const larger = new Uint8Array(Math.max(output.length * 2, length + count));
  larger.set(output.subarray(0, length));
  use(larger);
}

function use(buffer: Uint8Array<ArrayBuffer>): void {
  output = buffer;
  outputView = stage = undefined;
}

/** The output as memory of any type, for those who need it. */
function outputMemory(): DataView {
  return (outputView ??= new DataView(output.buffer));
}

/** Appends a byte that needs no check. */
function push(byte: number): void {
  reserve(1);
  output[length++] = byte;
}

export function writeU8(value: number): void {
  if ((value & 0xff) !== value) invalidValue("u8", value);
  push(value);
}

export function writeI8(value: number): void {
  if ((value << 24) >> 24 !== value) invalidValue("i8", value);
  push(value);
}

export function writeBool(value: boolean): void {
  push(value === true ? 1 : value === false ? 0 : invalidValue("bool", value));
}

export function writeU16(value: number): void {
  if ((value & 0xffff) !== value) invalidValue("u16", value);
  pushVarint(value);
}

export function writeI16(value: number): void {
  if ((value << 16) >> 16 !== value) invalidValue("i16", value);
  pushVarint(((value << 1) ^ (value >> 15)) & 0xffff);
}

export function writeU32(value: number): void {
  if (value >>> 0 !== value) invalidValue("u32", value);
  pushVarint(value);
}

export function writeI32(value: number): void {
  if ((value | 0) !== value) invalidValue("i32", value);
  pushVarint(((value << 1) ^ (value >> 31)) >>> 0);
}

export function writeU64(value: bigint): void {
  if ((unsigned[0] = value) !== unsigned[0]) invalidValue("u64", value);
  pushWords(words[0]!, words[1]!);
}

export function writeI64(value: bigint): void {
  if ((signed[0] = value) !== signed[0]) invalidValue("i64", value);
  const low = words[0]!;
  const high = words[1]!;
  const sign = (high | 0) >> 31;
  pushWords(((low << 1) ^ sign) >>> 0, (((high << 1) | (low >>> 31)) ^ sign) >>> 0);
}

/** `u64` as a number, which has to be exact. */
export function writeSafeU64(value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) invalidValue("u64 up to 2^53", value);
  pushWords(value >>> 0, Math.floor(value / 0x1_0000_0000));
}

/** `i64` as a number, which has to be exact. */
export function writeSafeI64(value: number): void {
  if (!Number.isSafeInteger(value)) invalidValue("i64 up to 2^53", value);
  writeI64(BigInt(value));
}

export function writeU128(value: bigint): void {
  if (BigInt.asUintN(128, value) !== value) invalidValue("u128", value);
  while (value > 0x7fn) {
    push(Number(value & 0x7fn) | 0x80);
    value >>= 7n;
  }
  push(Number(value));
}

export function writeI128(value: bigint): void {
  if (BigInt.asIntN(128, value) !== value) invalidValue("i128", value);
  writeU128((value << 1n) ^ (value >> 127n));
}

/** Rounds to single precision, as Rust's `as f32` does, but never a finite number to infinity. */
export function writeF32(value: number): void {
  if (typeof value !== "number" || (Number.isFinite(value) && !Number.isFinite(Math.fround(value)))) invalidValue("f32", value);
  reserve(4);
  outputMemory().setFloat32(length, value, true);
  length += 4;
}

export function writeF64(value: number): void {
  if (typeof value !== "number") invalidValue("f64", value);
  reserve(8);
  outputMemory().setFloat64(length, value, true);
  length += 8;
}

export function writeChar(value: string): void {
  if (typeof value !== "string" || !isChar(value)) invalidValue("char", value);
  writeString(value);
}

export function writeString(value: string): void {
  if (typeof value !== "string") invalidValue("string", value);
  if (value.length > LONGEST_LOOP) writeLongString(value);
  else writeShortString(value);
}

export function writeBytes(value: Uint8Array): void {
  checkBytes(value);
  writeLength(value.length);
  pushBytes(value);
}

/** `[u8; length]`, which has no length on the wire. */
export function writeFixedBytes(value: Uint8Array, length: number): void {
  checkBytes(value);
  if (value.length !== length) invalidValue(`${length} bytes`, value.length);
  pushBytes(value);
}

/** For an action without input. */
export function writeUnit(value: void): void {
  if (value != null) invalidValue("nothing", value);
}

/** How many elements follow. */
export function writeLength(count: number): void {
  if (count >>> 0 !== count) invalidValue("a collection", count);
  pushVarint(count);
}

/** The index of an enum's variant. */
export function writeVariant(index: number): void {
  pushVarint(index);
}

function pushVarint(value: number): void {
  reserve(5);
  const bytes = output;
  let at = length;
  while (value > 0x7f) {
    bytes[at++] = value | 0x80;
    value >>>= 7;
  }
  bytes[at++] = value;
  length = at;
}

/** A varint of 64 bits, given as its halves. */
function pushWords(low: number, high: number): void {
  reserve(10);
  while (high !== 0) {
    output[length++] = low | 0x80;
    low = ((low >>> 7) | (high << 25)) >>> 0;
    high >>>= 7;
  }
  pushVarint(low);
}

function pushBytes(value: Uint8Array): void {
  reserve(value.length);
  output.set(value, length);
  length += value.length;
}

/** By name, since a frame or a test environment has a `Uint8Array` of its own. */
function checkBytes(value: Uint8Array): void {
  if (value?.[Symbol.toStringTag] !== "Uint8Array") invalidValue("a Uint8Array", value);
}

/** Not too many characters, written by hand where they belong unless the length takes a second byte. */
function writeShortString(value: string): void {
  reserve(LONGEST_LOOP * 3 + 2);
  const bytes = output;
  const start = length + 1;
  let at = start;
  for (let index = 0; index < value.length; index++) {
    let code = value.charCodeAt(index);
    if (code > 0x7f) {
      if (code > 0x7ff) {
        if ((code & 0xf800) === 0xd800) {
          code = value.codePointAt(index++)!;
          if (code < 0x1_0000) invalidValue("well-formed text");
          bytes[at++] = 0xf0 | (code >> 18);
          bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
        } else bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      } else bytes[at++] = 0xc0 | (code >> 6);
      code = 0x80 | (code & 0x3f);
    }
    bytes[at++] = code;
  }
  const size = at - start;
  if (size > 0x7f) bytes.copyWithin(start + 1, start, at);
  pushVarint(size);
  length += size;
}

/** Encodes first and learns the length by that. */
function writeLongString(value: string): void {
  const most = value.length * 3;
  reserve(most + STAGE_SIZE + 5);
  const isStaged = most <= STAGE_SIZE;
  const from = isStaged ? output.length - STAGE_SIZE : length + 5;
  const room = isStaged ? (stage ??= output.subarray(from)) : output.subarray(from);
  const { written } = utf8Encoder.encodeInto(value, room);
  // The encoder would have put U+FFFD in place of half a pair.
  if (written !== value.length && !isWellFormed(value)) invalidValue("well-formed text", value);
  pushVarint(written);
  output.copyWithin(length, from, from + written);
  length += written;
}

/** Younger platforms know without looking at every character. */
function isWellFormed(value: string): boolean {
  return (value as { isWellFormed?(): boolean }).isWellFormed?.() ?? !/[\ud800-\udfff]/u.test(value);
}
