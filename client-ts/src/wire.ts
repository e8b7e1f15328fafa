// The ways in which one action's input and reply may be written. Each has its media type, by which
// a reply tells which one it is in.

import type { Failure } from "./error.js";
import { unknownCode } from "./failure.js";
import { type Json, type JsonCodec, type JsonOf, fromJson, fromPart, objectIn, own, toJson } from "./json.js";
import { decode, readLength, readU8 } from "./reader.js";
import { utf8 } from "./utf8.js";
import { encode } from "./writer.js";

/** What carries an input: bytes, or text where the wire is JSON. */
export type Body = Uint8Array<ArrayBuffer> | string;

/** One way to write an action's input and to read what the server answers. */
export interface Wire<I, O, E extends Failure> {
  readonly mediaType: string;
  encode(input: I): Body;
  /** A reply without content is none at all. */
  decode(reply?: Uint8Array): O;
  decodeError(reply: Uint8Array): E;
}

/** The payloads of an action's declared errors by their code; 0 for those without. */
export type JsonErrors = { readonly [code: string]: JsonOf<any> | number };

/** The same, or the function that gathers them. */
export type JsonErrorsOf = JsonErrors | (() => JsonErrors);

/** postcard, in codecs that the build step has written. */
export function postcard<I, O, E extends Failure>(
  write: (value: I) => void,
  read: () => O,
  readError: (code: string) => E,
): Wire<I, O, E> {
  return {
    mediaType: "application/postcard",
    encode: (input) => encode(input, write),
    decode: (reply) => decode(reply, read),
    decodeError: (reply) => decode(reply, () => readError(readCode())),
  };
}

/** JSON, whose text `parse` and `print` turn into trees and back. */
export function json<I, O, E extends Failure>(
  input: JsonOf<I>,
  result: JsonOf<O>,
  errors: JsonErrorsOf,
  parse: (text: string) => Json,
  print: (json: Json) => string,
): Wire<I, O, E> {
  const tree = (reply: Uint8Array): Json => parse(utf8.decode(reply));
  return {
    mediaType: "application/json",
    encode: (value) => print(toJson(value, input)),
    decode: (reply) => fromJson(reply ? tree(reply) : null, result),
    decodeError: (reply) => fromJson(tree(reply), { from: (tree: Json) => declared(tree, errors) } as JsonCodec<E>),
  };
}

/** `{"code": …, "data": …}` */
function declared(tree: Json, errors: JsonErrorsOf): Failure {
  const payloads = typeof errors === "function" ? errors() : errors;
  const code: unknown = own(objectIn(tree), "code");
  const payload: JsonOf<any> | 0 | undefined = typeof code === "string" ? own(payloads, code) : undefined;
  if (payload === undefined) unknownCode(`${code}`);
  return { kind: "declared", code: code as string, data: payload ? fromPart("data", payload, own(tree as object, "data") ?? null) : null };
}

/** A declared error's code. Read apart from other texts, so that a bundle without those is smaller. */
function readCode(): string {
  let code = "";
  for (let left = readLength(1); left > 0; left--) code += String.fromCharCode(readU8());
  return code;
}
