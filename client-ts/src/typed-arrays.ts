// Lists of numbers in one piece of memory. Floats lie in it as they travel.

import { invalidValue } from "./failure.js";
import { readFixedBytes, readI16, readI32, readI64, readLength, readU16, readU32, readU64 } from "./reader.js";
import { writeFixedBytes, writeI16, writeI32, writeI64, writeLength, writeU16, writeU32, writeU64 } from "./writer.js";

/** What all of them have in common. */
interface Memory {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly length: number;
  readonly [Symbol.toStringTag]: string;
}

export function readF64Array(): Float64Array<ArrayBuffer> {
  return new Float64Array(readFixedBytes(readLength(8) * 8).buffer);
}

export function writeF64Array(value: Float64Array): void {
  writeMemory(value, "Float64Array");
}

export function readF32Array(): Float32Array<ArrayBuffer> {
  return new Float32Array(readFixedBytes(readLength(4) * 4).buffer);
}

export function writeF32Array(value: Float32Array): void {
  writeMemory(value, "Float32Array");
}

export function readI8Array(): Int8Array<ArrayBuffer> {
  return new Int8Array(readFixedBytes(readLength(1)).buffer);
}

export function writeI8Array(value: Int8Array): void {
  writeMemory(value, "Int8Array");
}

export function readU16Array(): Uint16Array<ArrayBuffer> {
  const array = new Uint16Array(readLength(1));
  for (let index = 0; index < array.length; index++) array[index] = readU16();
  return array;
}

export function writeU16Array(value: Uint16Array): void {
  writeCount(value, "Uint16Array");
  for (let index = 0; index < value.length; index++) writeU16(value[index]!);
}

export function readU32Array(): Uint32Array<ArrayBuffer> {
  const array = new Uint32Array(readLength(1));
  for (let index = 0; index < array.length; index++) array[index] = readU32();
  return array;
}

export function writeU32Array(value: Uint32Array): void {
  writeCount(value, "Uint32Array");
  for (let index = 0; index < value.length; index++) writeU32(value[index]!);
}

export function readU64Array(): BigUint64Array<ArrayBuffer> {
  const array = new BigUint64Array(readLength(1));
  for (let index = 0; index < array.length; index++) array[index] = readU64();
  return array;
}

export function writeU64Array(value: BigUint64Array): void {
  writeCount(value, "BigUint64Array");
  for (let index = 0; index < value.length; index++) writeU64(value[index]!);
}

export function readI16Array(): Int16Array<ArrayBuffer> {
  const array = new Int16Array(readLength(1));
  for (let index = 0; index < array.length; index++) array[index] = readI16();
  return array;
}

export function writeI16Array(value: Int16Array): void {
  writeCount(value, "Int16Array");
  for (let index = 0; index < value.length; index++) writeI16(value[index]!);
}

export function readI32Array(): Int32Array<ArrayBuffer> {
  const array = new Int32Array(readLength(1));
  for (let index = 0; index < array.length; index++) array[index] = readI32();
  return array;
}

export function writeI32Array(value: Int32Array): void {
  writeCount(value, "Int32Array");
  for (let index = 0; index < value.length; index++) writeI32(value[index]!);
}

export function readI64Array(): BigInt64Array<ArrayBuffer> {
  const array = new BigInt64Array(readLength(1));
  for (let index = 0; index < array.length; index++) array[index] = readI64();
  return array;
}

export function writeI64Array(value: BigInt64Array): void {
  writeCount(value, "BigInt64Array");
  for (let index = 0; index < value.length; index++) writeI64(value[index]!);
}

/** The number of elements, then the memory itself. */
function writeMemory(value: Memory, type: string): void {
  writeCount(value, type);
  writeFixedBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), value.byteLength);
}

/** By name, since a frame or a test environment has classes of its own. */
function writeCount(value: Memory, type: string): void {
  if (value?.[Symbol.toStringTag] !== type) invalidValue(`a ${type}`, value);
  writeLength(value.length);
}
