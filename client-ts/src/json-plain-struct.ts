// Structs as plain serde_json writes them: with `tag`, with the members of flattened fields among
// their own.

import { type Json, type JsonCodec, type JsonOf, attempt, codecOf, mismatch, objectIn, own, put } from "./json.js";
import { type JsonField, jsonStruct } from "./json-structs.js";

/** What a struct has beside its fields. */
export interface PlainStructOptions {
  /** Codecs whose members stand among the struct's own; with a name, as that property of the value. */
  readonly flatten?: readonly (JsonOf<any> | readonly [property: string, codec: JsonOf<any>])[];
  /** A member that holds the struct's name. */
  readonly tag?: readonly [member: string, name: string];
}

/** A struct with named fields. Members that nothing in it knows are passed over. */
export function plainStruct<T>(fields: readonly JsonField[], { flatten = [], tag }: PlainStructOptions = {}): JsonCodec<T> {
  const struct = jsonStruct<object>(fields);
  const parts = flatten.map((part) => (Array.isArray(part) ? part : [undefined, part]) as readonly [string | undefined, JsonOf<any>]);
  return {
    to(value) {
      const json = {};
      if (tag) put(json, tag[0], tag[1]);
      add(json, struct.to(value as object));
      for (const [property, part] of parts) add(json, codecOf(part).to(property === undefined ? value : own(value as object, property)));
      return json;
    },
    from(json) {
      if (tag && own(objectIn(json), tag[0]) !== tag[1]) mismatch(tag[1]);
      const value = struct.from(json);
      const rest = { ...(json as object) };
      for (const name of [...struct.members!, ...(tag ? [tag[0]] : [])]) delete (rest as Record<string, unknown>)[name];
      for (const [property, part] of parts) {
        const each = flattened(codecOf(part), rest);
        if (property === undefined) merge(value, each);
        else put(value, property, each);
      }
      return value as T;
    },
  };
}

/** What `codec` makes of `rest`, and of nothing else if it says what it reads: that is then gone. */
function flattened(codec: JsonCodec<any>, rest: object): unknown {
  let mine = rest;
  if (codec.members) {
    mine = {};
    for (const name of codec.members) {
      if (Object.hasOwn(rest, name)) put(mine, name, own(rest, name));
    }
  }
  // As with serde, an option is `None` where its fields are not there.
  const value = codec.absent === null ? (attempt(() => codec.from(mine as Json))?.value ?? null) : codec.from(mine as Json);
  for (const name of codec.members ?? []) delete (rest as Record<string, unknown>)[name];
  return value;
}

/** The same, where none may be there already: a map's key must not take the place of a field. */
function add(into: object, members: unknown): void {
  if (Object.keys(members ?? {}).some((name) => Object.hasOwn(into, name))) mismatch("object (repeated member)");
  merge(into, members);
}

function merge(into: object, members: unknown): void {
  for (const [name, each] of Object.entries(members ?? {})) put(into, name, each);
}
