// What plain serde_json writes where it differs from lossless JSON: 64-bit integers are numbers with
// every digit, bytes are lists, maps are objects, and what is not finite cannot travel.

import { type Json, type JsonCodec, type JsonOf, attempt, codecOf, expectClass, listIn, mismatch, objectIn, put, toPart, fromPart } from "./json.js";
import { jsonMembers, jsonOption } from "./json-collections.js";
import { finiteFloat, integer, isText, jsonU8, wideInteger } from "./json-scalars.js";
import { parseExact } from "./json-text.js";

export const plainU64: JsonCodec<bigint> = /* @__PURE__ */ bareInteger("u64");
export const plainI64: JsonCodec<bigint> = /* @__PURE__ */ bareInteger("i64");
export const plainU128: JsonCodec<bigint> = /* @__PURE__ */ bareInteger("u128");
export const plainI128: JsonCodec<bigint> = /* @__PURE__ */ bareInteger("i128");
/** `u64` as a number, which has to be exact. */
export const plainSafeU64: JsonCodec<number> = /* @__PURE__ */ integer("u64");
/** `i64` as a number, which has to be exact. */
export const plainSafeI64: JsonCodec<number> = /* @__PURE__ */ integer("i64");
export const plainF64: JsonCodec<number> = /* @__PURE__ */ plainFloat("f64");
export const plainF32: JsonCodec<number> = /* @__PURE__ */ plainFloat("f32");

/** Bytes as a list of numbers. */
export const plainBytes: JsonCodec<Uint8Array<ArrayBuffer>> = {
  to: (value) => (expectClass(value, "Uint8Array"), Array.from(value)),
  from: (json) => Uint8Array.from(listIn(json), (byte, index) => fromPart(index, jsonU8, byte)),
};

/** Any JSON. Integers that a number cannot hold are bigints. */
export const plainValue: JsonCodec<Json> = { to: (value) => anything(value, toPart), from: (json) => anything(json, fromPart) };

/** `[u8; length]` as a list of numbers. */
export function plainFixedBytes(length: number): JsonCodec<Uint8Array<ArrayBuffer>> {
  const check = (value: Uint8Array<ArrayBuffer>) => (value.length === length ? value : mismatch(`${length} bytes`, value.length));
  return { to: (value) => plainBytes.to((expectClass(value, "Uint8Array"), check(value))), from: (json) => check(plainBytes.from(json)) };
}

/** `null`, or a value: of what may be `null` itself, serde_json keeps no more apart. */
export const plainOption: typeof jsonOption = jsonOption;

/** `null`, or a value that may be `null` itself, in a list on this side alone. */
export function plainNested<T>(some: JsonOf<T>): JsonCodec<[T] | null> {
  return {
    to: (value) => (value === null ? null : codecOf(some).to(listIn<T>(value)[0]!)),
    from: (json) => (json === null ? null : [codecOf(some).from(json)]),
    absent: null,
  };
}

/** A member that is left out where it is empty. */
export function plainEmpty<T>(codec: JsonOf<T>, empty: () => T): JsonCodec<T> {
  return {
    to: (value) => codecOf(codec).to(value),
    from: (json) => codecOf(codec).from(json),
    get absent() {
      return empty();
    },
  };
}

/** A map as an object, its keys as text. */
export function plainMap<K, V>(key: JsonOf<K>, value: JsonOf<V>): JsonCodec<Map<K, V>> {
  const write = (each: K): string => `${codecOf(key).to(each)}`;
  const read = (name: string): K => codecOf(key).from(codecOf(key).bare ? (attempt(() => parseExact(name))?.value ?? name) : name);
  return jsonMembers(write, read, value);
}

/** The first variant that fits. `names` are for the message when none does. */
export function plainUntagged<T>(variants: readonly JsonOf<any>[], names?: readonly string[]): JsonCodec<T> {
  const first = (convert: (codec: JsonCodec<any>) => unknown): unknown => {
    for (const variant of variants) {
      const found = attempt(() => convert(codecOf(variant)));
      if (found) return found.value;
    }
    mismatch(names?.join(" | ") ?? "variant");
  };
  return { to: (value) => first((codec) => codec.to(value)) as Json, from: (json) => first((codec) => codec.from(json)) as T };
}

function bareInteger(type: string): JsonCodec<bigint> {
  return {
    to: (value) => wideInteger(type, value),
    from: (json) => wideInteger(type, Number.isSafeInteger(json) ? BigInt(json as number) : json),
    bare: true,
  };
}

function plainFloat(type: string): JsonCodec<number> {
  return { to: (value) => finiteFloat(type, value), from: (json) => finiteFloat(type, typeof json === "bigint" ? Number(json) : json) };
}

/** The same tree again, with everything in it looked at. */
function anything(value: Json, convert: typeof toPart | typeof fromPart): Json {
  if (Array.isArray(value)) return Array.from(value, (each, index) => convert(index, plainValue, each));
  if (typeof value === "string") return isText(value) ? value : mismatch("string");
  if (typeof value === "number") return Number.isFinite(value) ? value : mismatch("number", value);
  if (typeof value !== "object" || !value) return typeof value === "boolean" || typeof value === "bigint" || value === null ? value : mismatch("JSON", value);
  const members = {};
  Object.entries(objectIn(value)).forEach(([name, each], index) => put(members, isText(name) ? name : mismatch("name"), convert(index, plainValue, each)));
  return members;
}
