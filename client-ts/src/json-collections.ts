// What holds any number of values, or none, as lossless JSON.

import { type JsonCodec, type JsonOf, codecOf, expectClass, fromPart, listIn, mismatch, objectIn, put, toPart } from "./json.js";
import { isText } from "./json-scalars.js";

/** What a list of numbers in one piece of memory is made of. */
export interface TypedArray<E> extends ArrayLike<E>, Iterable<E> {
  readonly [Symbol.toStringTag]: string;
}

/** `null`, or a value that is never `null` itself. */
export function jsonOption<T>(some: JsonOf<T>): JsonCodec<T | null> {
  return {
    to: (value) => (value === null ? null : codecOf(some).to(value)),
    from: (json) => (json === null ? null : codecOf(some).from(json)),
    absent: null,
    // Asked for by few, and only once the codecs are made: one may contain itself.
    get members() {
      return codecOf(some).members;
    },
  };
}

/** `null`, or a value that may be `null` itself and so stands in a list. */
export function jsonNested<T>(some: JsonOf<T>): JsonCodec<[T] | null> {
  return jsonOption(jsonTuple<[T]>([some]));
}

export function jsonList<T>(element: JsonOf<T>): JsonCodec<T[]> {
  return {
    // Not `map`, which passes over holes.
    to: (value) => Array.from(listIn<T>(value), (each, index) => toPart(index, element, each)),
    from: (json) => listIn(json).map((each, index) => fromPart(index, element, each)),
  };
}

/** `[T; length]` */
export function jsonArray<T>(element: JsonOf<T>, length: number): JsonCodec<any> {
  return jsonTuple(new Array<JsonOf<T>>(length).fill(element));
}

export function jsonTuple<T extends readonly unknown[]>(elements: { readonly [I in keyof T]: JsonOf<T[I]> }): JsonCodec<T> {
  const check = <E>(value: unknown): readonly E[] => {
    const list = listIn<E>(value);
    return list.length === elements.length ? list : mismatch(`list of ${elements.length}`, list.length);
  };
  return {
    to(value) {
      const list = check<never>(value);
      // Not over the list, which may have holes.
      return elements.map((element, index) => toPart(index, element, list[index]!));
    },
    from(json) {
      const list = check<never>(json);
      return elements.map((element, index) => fromPart(index, element, list[index]!)) as unknown as T;
    },
  };
}

export function jsonSet<T>(element: JsonOf<T>): JsonCodec<Set<T>> {
  const list = jsonList(element);
  return {
    to: (value) => (expectClass(value, "Set"), list.to([...value])),
    from(json) {
      const elements = list.from(json);
      const set = new Set(elements);
      return set.size === elements.length ? set : mismatch("set (repeated element)");
    },
  };
}

/** Pairs of keys and values. */
export function jsonMap<K, V>(key: JsonOf<K>, value: JsonOf<V>): JsonCodec<Map<K, V>> {
  const pairs = jsonList(jsonTuple<[K, V]>([key, value]));
  return {
    to: (map) => (expectClass(map, "Map"), pairs.to([...map])),
    from(json) {
      const entries = pairs.from(json);
      const map = new Map(entries);
      return map.size === entries.length ? map : mismatch("map (repeated key)");
    },
  };
}

/** A map whose keys are text in JSON: an object. */
export function jsonRecord<V, K = string>(value: JsonOf<V>, key?: JsonOf<K>): JsonCodec<Map<K, V>> {
  const check = (name: unknown): string => (isText(name) ? name : mismatch("key"));
  const write = (each: K): string => check(key ? codecOf(key).to(each) : each);
  const read = (name: string): K => (key ? codecOf(key).from(check(name)) : (check(name) as K));
  return jsonMembers(write, read, value);
}

/** A map as an object whose members `write` names and `read` understands. */
export function jsonMembers<K, V>(write: (key: K) => string, read: (name: string) => K, value: JsonOf<V>): JsonCodec<Map<K, V>> {
  return {
    to(map) {
      expectClass(map, "Map");
      const members = {};
      let index = 0;
      // A key may be a secret: the place of an entry is its number.
      for (const [key, each] of map) put(members, write(key), toPart(index++, value, each));
      return members;
    },
    from: (json) => new Map(Object.entries(objectIn(json)).map(([name, each], index) => [read(name), fromPart(index, value, each)])),
  };
}

/** A list of numbers in one piece of memory. */
export function jsonTyped<E, A extends TypedArray<E>>(
  type: { readonly name: string; from(elements: readonly E[]): A },
  element: JsonOf<E>,
): JsonCodec<A> {
  const list = jsonList(element);
  return { to: (value) => (expectClass(value, type.name), list.to(Array.from(value))), from: (json) => type.from(list.from(json)) };
}
