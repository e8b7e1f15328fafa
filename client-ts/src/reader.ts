// Decoding postcard with one cursor for the whole module: decoding is synchronous, and a cursor
// that is no object costs nothing to pass. Strict: every value has exactly one encoding.

import { malformed, unknownCode } from "./failure.js";
import { double, octets, signed, unsigned, words } from "./scratch.js";
import { closeWindow, textIn } from "./text-window.js";

// What the server may charge for one value; the bound of lists whose elements take no bytes.
const MAXIMUM_LENGTH = 0x200_0000;

const NOTHING: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

// `var`, since a `let` of a module is checked for having begun at every use.
var input = NOTHING;
var cursor = 0;
var end = 0;
var inputView: DataView | null | undefined;

/** Decodes the whole of `bytes`. */
export function decode<T>(bytes: Uint8Array = NOTHING, read: () => T): T {
  input = bytes;
  cursor = 0;
  end = bytes.length;
  try {
    const value = read();
    return cursor === end ? value : malformed("end");
  } finally {
    // A small value must not keep a large reply alive.
    input = NOTHING;
    cursor = end = 0;
    inputView = undefined;
    closeWindow();
  }
}

/** Moves past `count` bytes and returns where they began. */
function take(count: number): number {
  const start = cursor;
  if (count > end - start) truncated();
  cursor = start + count;
  return start;
}

export function readU8(): number {
  if (cursor >= end) truncated();
  return input[cursor++]!;
}

export function readI8(): number {
  return (readU8() << 24) >> 24;
}

export function readBool(): boolean {
  const byte = readU8();
  return byte < 2 ? byte === 1 : malformed("bool");
}

export function readU16(): number {
  const value = readU32();
  return value < 0x1_0000 ? value : malformed("u16");
}

export function readI16(): number {
  const value = readU16();
  return (value >>> 1) ^ -(value & 1);
}

export function readU32(): number {
  const at = cursor;
  if (end - at < 5) return readSlowU32();
  const bytes = input;
  let byte = bytes[at]!;
  cursor = at + 1;
  if (byte < 0x80) return byte;
  let value = byte & 0x7f;
  byte = bytes[at + 1]!;
  cursor = at + 2;
  value |= (byte & 0x7f) << 7;
  if (byte < 0x80) return minimal(byte, value);
  byte = bytes[at + 2]!;
  cursor = at + 3;
  value |= (byte & 0x7f) << 14;
  if (byte < 0x80) return minimal(byte, value);
  byte = bytes[at + 3]!;
  cursor = at + 4;
  value |= (byte & 0x7f) << 21;
  if (byte < 0x80) return minimal(byte, value);
  byte = bytes[at + 4]!;
  cursor = at + 5;
  if (byte > 0x0f) malformed("u32");
  return minimal(byte, (value | (byte << 28)) >>> 0);
}

export function readI32(): number {
  const value = readU32();
  return (value >>> 1) ^ -(value & 1);
}

export function readU64(): bigint {
  readWords();
  return unsigned[0]!;
}

export function readI64(): bigint {
  readWords();
  const low = words[0]!;
  const high = words[1]!;
  const sign = -(low & 1);
  words[0] = ((low >>> 1) | (high << 31)) ^ sign;
  words[1] = (high >>> 1) ^ sign;
  return signed[0]!;
}

/** `u64` as a number, which has to be exact. */
export function readSafeU64(): number {
  readWords();
  const value = words[1]! * 0x1_0000_0000 + words[0]!;
  return value <= Number.MAX_SAFE_INTEGER ? value : malformed("u64 (beyond 2^53)");
}

/** `i64` as a number, which has to be exact. */
export function readSafeI64(): number {
  const value = Number(readI64());
  return Number.isSafeInteger(value) ? value : malformed("i64 (beyond 2^53)");
}

export function readU128(): bigint {
  let value = 0n;
  for (let shift = 0; ; shift += 7) {
    const byte = readU8();
    if (shift === 126 && byte > 3) malformed("u128");
    value |= BigInt(byte & 0x7f) << BigInt(shift);
    if (byte < 0x80) return shift === 0 ? value : minimal(byte, value);
  }
}

export function readI128(): bigint {
  const value = readU128();
  return (value >> 1n) ^ -(value & 1n);
}

export function readF32(): number {
  const start = take(4);
  return inputMemory().getFloat32(start, true);
}

export function readF64(): number {
  const start = take(8);
  return inputView === undefined ? firstF64(start) : inputMemory().getFloat64(start, true);
}

export function readChar(): string {
  const text = readString();
  return isChar(text) ? text : malformed("char");
}

export function readString(): string {
  const start = take(readU32());
  return start === cursor ? "" : textIn(input, start, cursor, end);
}

export function readBytes(): Uint8Array<ArrayBuffer> {
  return readFixedBytes(readLength(1));
}

/** `[u8; length]`, which has no length on the wire. */
export function readFixedBytes(length: number): Uint8Array<ArrayBuffer> {
  const start = take(length);
  // A copy: a view would keep the whole reply alive.
  return new Uint8Array(input.subarray(start, cursor));
}

/** For an action without a result. */
export function readUnit(): void {}

/** How many elements follow, none of which takes fewer bytes than `minimumElementSize`. */
export function readLength(minimumElementSize: number): number {
  const length = readU32();
  const most = minimumElementSize === 0 ? MAXIMUM_LENGTH : (end - cursor) / minimumElementSize;
  return length <= most ? length : malformed("length");
}

/** The index of an enum's variant. */
export function readVariant(): number {
  return readU32();
}

/** For an action that declares no error. */
export function readNoError(code: string): never {
  unknownCode(code);
}

/** Whether `text` is exactly one code point. Half a surrogate pair is the caller's to refuse. */
export function isChar(text: string): boolean {
  return text.length === (text.codePointAt(0)! > 0xffff ? 2 : 1);
}

function truncated(): never {
  malformed("end");
}

/** A varint where fewer bytes may be left than one has: then the value has no more than 28 bits. */
function readSlowU32(): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = readU8();
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return shift === 0 ? value : minimal(byte, value);
  }
}

/** A varint's last byte is zero only where it is the first one too. */
function minimal<T>(lastByte: number, value: T): T {
  return lastByte === 0 ? malformed("integer") : value;
}

/** The input as memory of any type, for those who need it. */
function inputMemory(): DataView {
  return (inputView ??= new DataView(input.buffer, input.byteOffset, end));
}

/** The only float of a reply takes less time than a view of the reply does. */
function firstF64(start: number): number {
  inputView = null;
  for (let index = 0; index < 8; index++) octets[index] = input[start + index]!;
  return double[0]!;
}

/** A varint of up to 64 bits into `words`. */
function readWords(): void {
  let low = 0;
  let high = 0;
  let shift = 0;
  let byte = 0;
  do {
    byte = readU8();
    const bits = byte & 0x7f;
    if (shift === 63 && byte > 1) malformed("u64");
    if (shift < 32) low |= bits << shift;
    if (shift > 28) high |= bits << (shift - 32);
    else if (shift === 28) high = bits >>> 4;
    shift += 7;
  } while (byte >= 0x80);
  if (shift > 7) minimal(byte, 0);
  words[0] = low;
  words[1] = high;
}
