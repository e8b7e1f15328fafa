// For those who call.
export { type Client, type ClientOptions, type CallOptions, type HeaderValues, createClient } from "./client.js";
export type { ActionInfo, CallRequest, Interceptor } from "./client.js";
export { type ActionError, type CallFailure, type Declared, type Failure, type Invalid, TramlineError } from "./error.js";
export type { CallCode } from "./codes.js";
export type { Action, Outcome, Query } from "./action.js";
export type { JsonErrors } from "./wire.js";
export type { Brand } from "./brand.js";

// For generated code.
export { action, jsonAction, jsonQuery, query } from "./action.js";
export { invalidValue, unknownCode, unknownVariant } from "./failure.js";
export {
  decode,
  readBool,
  readBytes,
  readChar,
  readF32,
  readF64,
  readFixedBytes,
  readI128,
  readI16,
  readI32,
  readI64,
  readI8,
  readLength,
  readNoError,
  readString,
  readU128,
  readU16,
  readU32,
  readU64,
  readU8,
  readUnit,
  readVariant,
} from "./reader.js";
export {
  encode,
  writeBool,
  writeBytes,
  writeChar,
  writeF32,
  writeF64,
  writeFixedBytes,
  writeI128,
  writeI16,
  writeI32,
  writeI64,
  writeI8,
  writeLength,
  writeString,
  writeU128,
  writeU16,
  writeU32,
  writeU64,
  writeU8,
  writeUnit,
  writeVariant,
} from "./writer.js";
export { type Json, type JsonCodec, type JsonOf, fromJson, toJson } from "./json.js";
export {
  jsonBool,
  jsonBytes,
  jsonChar,
  jsonF32,
  jsonF64,
  jsonFixedBytes,
  jsonI128,
  jsonI16,
  jsonI32,
  jsonI64,
  jsonI8,
  jsonSafeI64,
  jsonSafeU64,
  jsonString,
  jsonU128,
  jsonU16,
  jsonU32,
  jsonU64,
  jsonU8,
  jsonUnit,
  jsonVoid,
} from "./json-scalars.js";
export {
  jsonArray,
  jsonList,
  jsonMap,
  jsonNested,
  jsonOption,
  jsonRecord,
  jsonSet,
  jsonTuple,
  jsonTyped,
} from "./json-collections.js";
export { type JsonField, type JsonVariants, jsonAdjacent, jsonEnum, jsonStruct, jsonTagged } from "./json-structs.js";
export {
  plainBytes,
  plainF32,
  plainF64,
  plainFixedBytes,
  plainI128,
  plainI64,
  plainMap,
  plainOption,
  plainSafeI64,
  plainSafeU64,
  plainU128,
  plainU64,
  plainUntagged,
  plainValue,
} from "./json-plain.js";
export { type PlainStructOptions, plainStruct } from "./json-plain-struct.js";
