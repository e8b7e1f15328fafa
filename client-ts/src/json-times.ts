// Points in time, dates and clocks as JSON. Lossless JSON has the integers of the wire. In plain
// JSON the types of the `time` crate are the same integers, or text where the server turns on its
// feature `serde-human-readable`: both are read, and integers, which either takes, are written.

import { DATE, DATE_TIME, OFFSET, OFFSET_DATE_TIME, TIME, type TextForm } from "./calendar.js";
import { type Json, type JsonCodec, listIn, mismatch } from "./json.js";
import { jsonI64, jsonString, jsonU32, jsonU64 } from "./json-scalars.js";
import { jsonStruct } from "./json-structs.js";
import { plainI64, plainU64 } from "./json-plain.js";
import { dateIn, momentIn } from "./times.js";
import { MICROSECONDS, MILLISECONDS, NANOSECONDS, SECONDS, fromParts, fromUnix, parseRfc3339, partsOf, printRfc3339, toUnix } from "./timestamps.js";

/** `time::Date` as `2024-02-14`. */
export const jsonTimeDate: JsonCodec<string> = /* @__PURE__ */ textOfNumbers(DATE);
/** `time::Time` as `12:00:00.0`. */
export const jsonTimeTime: JsonCodec<string> = /* @__PURE__ */ textOfNumbers(TIME);
/** `time::UtcOffset` as `+00:00:00`. */
export const jsonTimeUtcOffset: JsonCodec<string> = /* @__PURE__ */ textOfNumbers(OFFSET);
/** `time::PrimitiveDateTime` as `2024-02-14 12:00:00.0`. */
export const jsonTimePrimitiveDateTime: JsonCodec<string> = /* @__PURE__ */ textOfNumbers(DATE_TIME);
/** `time::OffsetDateTime` as `2024-02-14 12:00:00.0 +00:00:00`. */
export const jsonTimeOffsetDateTimeString: JsonCodec<string> = /* @__PURE__ */ textOfNumbers(OFFSET_DATE_TIME);
/** `time::OffsetDateTime` as a `Date`. */
export const jsonTimeOffsetDateTime: JsonCodec<Date> = {
  to: (value) => momentIn(value) ?? mismatch("Date in the years -9999 to 9999"),
  from: (json) => dateIn(numbersIn(json, OFFSET_DATE_TIME)) ?? mismatch("date"),
};

export const plainTimeDate: JsonCodec<string> = /* @__PURE__ */ textOrNumbers(DATE);
export const plainTimeTime: JsonCodec<string> = /* @__PURE__ */ textOrNumbers(TIME);
export const plainTimeUtcOffset: JsonCodec<string> = /* @__PURE__ */ textOrNumbers(OFFSET);
export const plainTimePrimitiveDateTime: JsonCodec<string> = /* @__PURE__ */ textOrNumbers(DATE_TIME);
export const plainTimeOffsetDateTimeString: JsonCodec<string> = /* @__PURE__ */ textOrNumbers(OFFSET_DATE_TIME);
export const plainTimeOffsetDateTime: JsonCodec<Date> = {
  to: (value) => jsonTimeOffsetDateTime.to(value),
  from: (json) =>
    typeof json === "string" ? (dateIn(parsed(json, OFFSET_DATE_TIME)) ?? mismatch("date")) : jsonTimeOffsetDateTime.from(json),
};

/** RFC 3339, in lossless and in plain JSON. */
export const jsonRfc3339: JsonCodec<Date> = {
  to: (value) => printRfc3339(value) ?? mismatch("Date in the years 0 to 9999"),
  from: (json) => parseRfc3339(jsonString.from(json)) ?? mismatch("RFC 3339"),
};

export const jsonSystemTime: JsonCodec<Date> = /* @__PURE__ */ systemTime(jsonU64);
export const plainSystemTime: JsonCodec<Date> = /* @__PURE__ */ systemTime(plainU64);

export const jsonUnixSeconds: JsonCodec<Date> = /* @__PURE__ */ since1970(jsonI64, SECONDS);
export const jsonUnixMilliseconds: JsonCodec<Date> = /* @__PURE__ */ since1970(jsonI64, MILLISECONDS);
export const jsonUnixMicroseconds: JsonCodec<Date> = /* @__PURE__ */ since1970(jsonI64, MICROSECONDS);
export const jsonUnixNanoseconds: JsonCodec<Date> = /* @__PURE__ */ since1970(jsonI64, NANOSECONDS);
export const plainUnixSeconds: JsonCodec<Date> = /* @__PURE__ */ since1970(plainI64, SECONDS);
export const plainUnixMilliseconds: JsonCodec<Date> = /* @__PURE__ */ since1970(plainI64, MILLISECONDS);
export const plainUnixMicroseconds: JsonCodec<Date> = /* @__PURE__ */ since1970(plainI64, MICROSECONDS);
export const plainUnixNanoseconds: JsonCodec<Date> = /* @__PURE__ */ since1970(plainI64, NANOSECONDS);

/** Text that is a list of numbers in JSON. */
function textOfNumbers(form: TextForm): JsonCodec<string> {
  return { to: (value) => parsed(value, form), from: (json) => form.print(numbersIn(json, form))! };
}

/** Text that is text or a list of numbers in JSON. */
function textOrNumbers(form: TextForm): JsonCodec<string> {
  const { to, from } = textOfNumbers(form);
  return { to, from: (json) => (typeof json === "string" ? (parsed(json, form), json) : from(json)) };
}

function parsed(value: unknown, form: TextForm): number[] {
  return (typeof value === "string" ? form.parse(value) : undefined) ?? mismatch(form.name);
}

/** The numbers in a list, which are those that their text is read as. */
function numbersIn(json: Json, form: TextForm): readonly number[] {
  const list = listIn<number>(json);
  const printed = list.length === form.count && list.every(Number.isInteger) ? form.print(list) : undefined;
  return printed !== undefined && `${form.parse(printed)}` === `${list}` ? list : mismatch(form.name);
}

function systemTime(seconds: JsonCodec<bigint>): JsonCodec<Date> {
  const parts = jsonStruct<{ secs_since_epoch: bigint; nanos_since_epoch: number }>([["secs_since_epoch", seconds], ["nanos_since_epoch", jsonU32]]);
  return {
    to(value) {
      const [secs_since_epoch, nanos_since_epoch] = partsOf(value) ?? mismatch("Date since 1970");
      return parts.to({ secs_since_epoch, nanos_since_epoch });
    },
    from(json) {
      const { secs_since_epoch, nanos_since_epoch } = parts.from(json);
      return fromParts(secs_since_epoch, nanos_since_epoch) ?? mismatch("time");
    },
  };
}

function since1970(count: JsonCodec<bigint>, unit: number): JsonCodec<Date> {
  return {
    to: (value) => count.to(toUnix(value, unit) ?? mismatch("Date")),
    from: (json) => fromUnix(count.from(json), unit) ?? mismatch("time"),
  };
}
