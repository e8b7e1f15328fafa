// For those who call.
export { type Client, type ClientOptions, type CallOptions, type HeaderValues, createClient } from "./client.js";
export type { ActionInfo, CallRequest, Interceptor } from "./client.js";
export { type ActionError, type CallFailure, type Declared, type Failure, type Invalid, TramlineError } from "./error.js";
export type { CallCode } from "./codes.js";
export type { Action, Outcome, Query } from "./action.js";
export type { Brand } from "./brand.js";

// For generated code.
export { action, query } from "./action.js";
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
