// Scalars, text and bytes as lossless JSON: what a JSON number cannot hold is text.

import { fromBase64, toBase64 } from "./base64.js";
import { type Json, type JsonCodec, expectClass, mismatch } from "./json.js";
import { isChar } from "./reader.js";

// What JSON has no number for, or what `JSON.stringify` would change.
const NO_NUMBER = /^(NaN|-?Infinity|-0)$/;

export const jsonBool: JsonCodec<boolean> = /* @__PURE__ */ same("bool", (value) => typeof value === "boolean", true);
export const jsonU8: JsonCodec<number> = /* @__PURE__ */ integer("u8");
export const jsonU16: JsonCodec<number> = /* @__PURE__ */ integer("u16");
export const jsonU32: JsonCodec<number> = /* @__PURE__ */ integer("u32");
export const jsonI8: JsonCodec<number> = /* @__PURE__ */ integer("i8");
export const jsonI16: JsonCodec<number> = /* @__PURE__ */ integer("i16");
export const jsonI32: JsonCodec<number> = /* @__PURE__ */ integer("i32");
export const jsonU64: JsonCodec<bigint> = /* @__PURE__ */ quotedInteger("u64");
export const jsonI64: JsonCodec<bigint> = /* @__PURE__ */ quotedInteger("i64");
export const jsonU128: JsonCodec<bigint> = /* @__PURE__ */ quotedInteger("u128");
export const jsonI128: JsonCodec<bigint> = /* @__PURE__ */ quotedInteger("i128");
export const jsonF64: JsonCodec<number> = /* @__PURE__ */ jsonFloat("f64");
export const jsonF32: JsonCodec<number> = /* @__PURE__ */ jsonFloat("f32");
export const jsonString: JsonCodec<string> = /* @__PURE__ */ same("string", isText);
export const jsonChar: JsonCodec<string> = /* @__PURE__ */ same("char", (value) => isText(value) && isChar(value));

/** `u64` as a number, which has to be exact. */
export const jsonSafeU64: JsonCodec<number> = /* @__PURE__ */ quotedSafeInteger("u64");
/** `i64` as a number, which has to be exact. */
export const jsonSafeI64: JsonCodec<number> = /* @__PURE__ */ quotedSafeInteger("i64");

/** A value that holds nothing. */
export const jsonUnit: JsonCodec<null> = /* @__PURE__ */ same("null", (value) => value === null);

/** No input, or no result. */
export const jsonVoid: JsonCodec<void> = {
  to: (value) => (value == null ? null : mismatch("nothing", value)),
  from: (json) => (json === null ? undefined : mismatch("null")),
};

/** Bytes in base64 (RFC 4648, section 4). */
export const jsonBytes: JsonCodec<Uint8Array<ArrayBuffer>> = {
  to: (value) => (expectClass(value, "Uint8Array"), toBase64(value)),
  from: (json) => (typeof json === "string" && fromBase64(json)) || mismatch("base64"),
};

/** `[u8; length]` */
export function jsonFixedBytes(length: number): JsonCodec<Uint8Array<ArrayBuffer>> {
  const check = (value: Uint8Array<ArrayBuffer>) => (value.length === length ? value : mismatch(`${length} bytes`, value.length));
  return { to: (value) => jsonBytes.to((expectClass(value, "Uint8Array"), check(value))), from: (json) => check(jsonBytes.from(json)) };
}

/** Well-formed text: a JSON escape or a string of JavaScript may hold half a surrogate pair. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && !/[\ud800-\udfff]/u.test(value);
}

/** What is the same in a value and in JSON. */
function same<T extends Json>(type: string, is: (value: unknown) => boolean, bare = false): JsonCodec<T> {
  const check = (value: unknown): T => (is(value) ? (value as T) : mismatch(type, value));
  return { to: check, from: check, bare };
}

/** An integer that is a number on both sides, as far as numbers are exact; minus zero is zero. */
export function integer(type: string): JsonCodec<number> {
  const signed = type[0] === "i";
  const span = 2 ** (Number(type.slice(1)) - (signed ? 1 : 0));
  const check = (value: unknown): number => {
    const number = value as number;
    const fits = Number.isSafeInteger(number) && number < span && number >= (signed ? -span : 0);
    return fits ? number + 0 : mismatch(type, value);
  };
  return { to: check, from: check, bare: true };
}

/** `value`, if it is an integer of that type, such as `u64`. */
export function wideInteger(type: string, value: unknown): bigint {
  const bits = Number(type.slice(1));
  const fits = typeof value === "bigint" && (type[0] === "u" ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value)) === value;
  return fits ? value : mismatch(type, value);
}

/** `value`, rounded as the type asks, but never a finite number to infinity. */
export function finiteFloat(type: string, value: unknown): number {
  if (typeof value !== "number") mismatch(type, value);
  const rounded = type === "f32" ? Math.fround(value) : value;
  return Number.isFinite(rounded) ? rounded : mismatch(type, value);
}

/**
 * The integer that `json` holds as decimal digits, written in the only way there is. A number will do
 * as well, if it is exact: that is what another version writes where the type is narrower.
 */
export function bigintIn(json: Json, type: string): bigint {
  if (Number.isSafeInteger(json) || (typeof json === "string" && json.length <= 40 && /^(0|-?[1-9]\d*)$/.test(json))) {
    return BigInt(json as number | string);
  }
  mismatch(type);
}

function quotedInteger(type: string): JsonCodec<bigint> {
  return { to: (value) => `${wideInteger(type, value)}`, from: (json) => wideInteger(type, bigintIn(json, type)) };
}

function quotedSafeInteger(type: string): JsonCodec<number> {
  const { to } = integer(type);
  return { to: (value) => `${to(value)}`, from: (json) => to(Number(bigintIn(json, type))) as number };
}

function jsonFloat(type: string): JsonCodec<number> {
  return {
    to(value) {
      if (typeof value !== "number") mismatch(type, value);
      const rounded = Number.isFinite(value) ? finiteFloat(type, value) : value;
      const text = Object.is(rounded, -0) ? "-0" : `${rounded}`;
      return NO_NUMBER.test(text) ? text : rounded;
    },
    from: (json) => (typeof json === "string" && NO_NUMBER.test(json) ? Number(json) : finiteFloat(type, json)),
  };
}
