// Structs, and enums in the four ways that serde tells their variants, as JSON.

import { type Json, type JsonCodec, type JsonOf, codecOf, fromPart, mismatch, objectIn, own, propertyOf, put, toPart } from "./json.js";

/** A field: its name on the wire, its codec, and 1 where it may be absent (`undefined`). */
export type JsonField = readonly [name: string, codec: JsonOf<any>, presence?: 0 | 1];

/**
 * The variants of an enum by name; 0 for those that hold nothing. Not typed as `0`, which the
 * compiler would not see in the name of something that every object inherits.
 */
export type JsonVariants = { readonly [name: string]: JsonOf<any> | number };

/** A struct with named fields. Members that it does not know are passed over. */
export function jsonStruct<T>(fields: readonly JsonField[]): JsonCodec<T> {
  return {
    to(value) {
      objectIn(value);
      const json = {};
      for (const [name, codec, presence] of fields) {
        const each = propertyOf(value as object, name);
        if (each !== undefined || !presence) put(json, name, toPart(name, codec, each));
      }
      return json;
    },
    from(json) {
      const members = objectIn(json);
      const value = {};
      for (const [name, codec, presence] of fields) {
        const each: Json | undefined = own(members, name);
        if (each !== undefined) put(value, name, fromPart(name, codec, each));
        else if (!presence) put(value, name, absent(name, codec));
      }
      return value as T;
    },
    members: fields.map(([name]) => name),
  };
}

/** Variants without payload are text, the others an object with one member. */
export function jsonEnum<T>(variants: JsonVariants): JsonCodec<T> {
  const names = Object.keys(variants);
  const named = (name: unknown): string => (typeof name === "string" && own(variants, name) === 0 ? name : mismatch("variant"));
  const payload = (name: string | undefined): JsonOf<any> => (name !== undefined && own(variants, name)) || mismatch("variant");
  return {
    to(value) {
      if (typeof value === "string") return named(value);
      const name = names.find((each) => Object.hasOwn(objectIn(value), each));
      return member(name!, toPart(name!, payload(name), own(value as object, name!)));
    },
    from(json) {
      if (typeof json === "string") return named(json) as T;
      const [name, ...others] = Object.keys(objectIn(json));
      if (others.length) mismatch("variant");
      return member(name!, fromPart(name!, payload(name), own(json as object, name!))) as T;
    },
    members: names,
  };
}

/** The member `tag` names the variant, whose fields stand beside it. */
export function jsonTagged<T>(tag: string, variants: JsonVariants): JsonCodec<T> {
  const convert = (way: "to" | "from", value: unknown): object => {
    const name: string = variantIn(value, tag, variants);
    const payload = own(variants, name);
    const result = member(tag, name);
    // What holds a map would take the tag for one of its members.
    const { [tag]: _, ...members } = value as Record<string, unknown>;
    if (payload) for (const [key, each] of Object.entries(codecOf<any>(payload)[way](members as never) as object)) put(result, key, each);
    return result;
  };
  return { to: (value) => convert("to", value) as Json, from: (json) => convert("from", json) as T };
}

/** The member `tag` names the variant, the member `content` holds what it carries. */
export function jsonAdjacent<T>(tag: string, content: string, variants: JsonVariants): JsonCodec<T> {
  const convert = (part: typeof toPart | typeof fromPart, value: unknown): object => {
    const name: string = variantIn(value, tag, variants);
    const payload = own(variants, name);
    const result = member(tag, name);
    if (payload) put(result, content, part(content, payload, (own(value as object, content) ?? null) as never));
    return result;
  };
  return { to: (value) => convert(toPart, value) as Json, from: (json) => convert(fromPart, json) as T, members: [tag, content] };
}

/** What a member that is missing stands for. */
function absent(name: string, codec: JsonOf<any>): unknown {
  const { absent } = codecOf(codec);
  return absent !== undefined ? absent : mismatch(`object (${name} is missing)`);
}

function variantIn(value: unknown, tag: string, variants: JsonVariants): string {
  const name: unknown = own(objectIn(value), tag);
  return typeof name === "string" && Object.hasOwn(variants, name) ? name : mismatch(`variant in ${tag}`);
}

function member(name: string, value: unknown): { [name: string]: any } {
  const object = {};
  put(object, name, value);
  return object;
}
