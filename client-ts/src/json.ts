// Values as trees of JSON. A codec is data, made by a combinator, and says both ways at once: what a
// value becomes, and what a tree must be to become a value. Text is another file's matter.

import { invalidValue, malformed } from "./failure.js";

/** A tree of JSON. Integers beyond what a `number` holds are bigints where the wire is exact. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | { readonly [name: string]: Json };

/** The two ways between a type's values and JSON. Both throw on what is none of the type's. */
export interface JsonCodec<T> {
  to(value: T): Json;
  from(json: Json): T;
  /** What a missing member is read as, for those who have such a value. */
  readonly absent?: T;
  /** Whether the JSON is a number or a boolean, which a member's name holds as its digits. */
  readonly bare?: boolean;
  /** The members that it reads, if it does not look at all. */
  readonly members?: readonly string[] | undefined;
}

/** A codec, or the function that makes it: generated types may contain themselves. */
export type JsonOf<T> = JsonCodec<T> | (() => JsonCodec<T>);

// Nesting beyond this is refused by the server too.
export const DEEPEST = 128;

const made = /* @__PURE__ */ new WeakMap<() => JsonCodec<never>, JsonCodec<never>>();

// Where in the value a codec is at work, and which way.
let path: (string | number)[] = [];
let reading = false;

/** The codec itself, made at its first use and kept. */
export function codecOf<T>(of: JsonOf<T>): JsonCodec<T> {
  if (typeof of !== "function") return of;
  let codec = made.get(of as () => JsonCodec<never>) as JsonCodec<T> | undefined;
  if (!codec) made.set(of as () => JsonCodec<never>, (codec = of()) as JsonCodec<never>);
  return codec;
}

/** The tree of `value`. Throws a `TypeError` that names the place of what is no value. */
export function toJson<T>(value: T, of: JsonOf<T>): Json {
  return begin(false, () => codecOf(of).to(value));
}

/** The value that `json` stands for. Throws a `RangeError` that names the place of what is malformed. */
export function fromJson<T>(json: Json, of: JsonOf<T>): T {
  return begin(true, () => codecOf(of).from(json));
}

/** Keeps the outer place and way: a getter inside a value may itself convert something. */
function begin<T>(read: boolean, task: () => T): T {
  const [outerPath, outerReading] = [path, reading];
  [path, reading] = [[], read];
  try {
    return task();
  } finally {
    [path, reading] = [outerPath, outerReading];
  }
}

/** `part.to(value)`, one step further in. */
export function toPart<T>(step: string | number, part: JsonOf<T>, value: T): Json {
  enter(step);
  const json = codecOf(part).to(value);
  path.pop();
  return json;
}

/** `part.from(json)`, one step further in. */
export function fromPart<T>(step: string | number, part: JsonOf<T>, json: Json): T {
  enter(step);
  const value = codecOf(part).from(json);
  path.pop();
  return value;
}

function enter(step: string | number): void {
  if (path.push(step) > DEEPEST) mismatch("depth");
}

/** Runs `task`, which may fail; then the place is again what it was. */
export function attempt<T>(task: () => T): { readonly value: T } | undefined {
  const { length } = path;
  try {
    return { value: task() };
  } catch {
    path.length = length;
    return undefined;
  }
}

/** What is here is no `type`. */
export function mismatch(type: string, value?: unknown): never {
  // Not the value's own keys, only names of the type: the former may be secrets.
  const place = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  const what = place ? `${type} at ${place.replace(/^\./, "")}` : type;
  return reading ? malformed(what) : invalidValue(what, value);
}

/** A member of its own, or nothing: what every object inherits is none. */
export function own(object: object, name: string): any {
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}

/** A property that the value has by itself or by its class. */
export function propertyOf(value: object, name: string): any {
  return name in Object.prototype ? own(value, name) : (value as Record<string, unknown>)[name];
}

/** Sets a member, also one that would otherwise reach the prototype. */
export function put(object: object, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
  else (object as Record<string, unknown>)[name] = value;
}

/** What has members; neither `null` nor a list. */
export function objectIn(value: unknown): { readonly [name: string]: Json } {
  if (typeof value !== "object" || !value || Array.isArray(value)) mismatch("object", value);
  return value as { readonly [name: string]: Json };
}

export function listIn<T = Json>(value: unknown): readonly T[] {
  return Array.isArray(value) ? value : mismatch("list", value);
}

/** By name, since a frame or a test environment has classes of its own. */
export function expectClass(value: unknown, name: string): void {
  if ((value as { readonly [Symbol.toStringTag]?: unknown } | undefined)?.[Symbol.toStringTag] !== name) mismatch(name, value);
}
