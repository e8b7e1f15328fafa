// Points in time as `Date`: text, or a number of some unit since 1970. A `Date` counts milliseconds;
// what is finer is cut off, towards the past.

import { invalidValue, malformed } from "./failure.js";
import { readI64, readString, readU32, readU64 } from "./reader.js";
import { isDate } from "./times.js";
import { writeI64, writeString, writeU32, writeU64 } from "./writer.js";

// A unit: the base-10 logarithm of how many of it a second has.
export const SECONDS = 0;
export const MILLISECONDS = 3;
export const MICROSECONDS = 6;
export const NANOSECONDS = 9;

const RFC3339 = /^(\d{4}|[+-]\d{4,6})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** RFC 3339, as `chrono`, `jiff` and `time::serde::rfc3339` print it. */
export function readRfc3339(): Date {
  return parseRfc3339(readString()) ?? malformed("RFC 3339");
}

export function writeRfc3339(value: Date): void {
  writeString(printRfc3339(value) ?? invalidValue("Date in the years 0 to 9999", value));
}

/** `std::time::SystemTime`, which on the wire never lies before 1970. */
export function readSystemTime(): Date {
  const seconds = readU64();
  return fromParts(seconds, readU32()) ?? malformed("time");
}

export function writeSystemTime(value: Date): void {
  const [seconds, nanoseconds] = partsOf(value) ?? invalidValue("Date since 1970", value);
  writeU64(seconds);
  writeU32(nanoseconds);
}

export function readUnixSeconds(): Date {
  return fromUnix(readI64(), SECONDS) ?? malformed("time");
}

export function writeUnixSeconds(value: Date): void {
  writeI64(toUnix(value, SECONDS) ?? invalidValue("Date", value));
}

export function readUnixMilliseconds(): Date {
  return fromUnix(readI64(), MILLISECONDS) ?? malformed("time");
}

export function writeUnixMilliseconds(value: Date): void {
  writeI64(toUnix(value, MILLISECONDS) ?? invalidValue("Date", value));
}

export function readUnixMicroseconds(): Date {
  return fromUnix(readI64(), MICROSECONDS) ?? malformed("time");
}

export function writeUnixMicroseconds(value: Date): void {
  writeI64(toUnix(value, MICROSECONDS) ?? invalidValue("Date", value));
}

export function readUnixNanoseconds(): Date {
  return fromUnix(readI64(), NANOSECONDS) ?? malformed("time");
}

export function writeUnixNanoseconds(value: Date): void {
  writeI64(toUnix(value, NANOSECONDS) ?? invalidValue("Date", value));
}

/** The `Date` of so many units since 1970, if there is one. */
export function fromUnix(count: bigint, unit: number): Date | undefined {
  const scale = 10n ** BigInt(Math.abs(unit - MILLISECONDS));
  // `/` rounds to zero, and what lies before 1970 is negative.
  const whole = unit < MILLISECONDS ? count * scale : (count - (((count % scale) + scale) % scale)) / scale;
  return existing(new Date(Number(whole)));
}

/** How many units since 1970 `value` is. */
export function toUnix(value: unknown, unit: number): bigint | undefined {
  if (!isDate(value)) return undefined;
  const milliseconds = value.getTime();
  return unit === SECONDS ? BigInt(Math.floor(milliseconds / 1000)) : BigInt(milliseconds) * 10n ** BigInt(unit - MILLISECONDS);
}

/** The `Date` of so many seconds and nanoseconds since 1970, if there is one. */
export function fromParts(seconds: bigint, nanoseconds: number): Date | undefined {
  return nanoseconds < 1e9 ? existing(new Date(Number(seconds) * 1000 + Math.floor(nanoseconds / 1e6))) : undefined;
}

/** The seconds and nanoseconds since 1970, of a `Date` that is not before. */
export function partsOf(value: unknown): [seconds: bigint, nanoseconds: number] | undefined {
  if (!isDate(value) || value.getTime() < 0) return undefined;
  const milliseconds = value.getTime();
  return [BigInt(Math.floor(milliseconds / 1000)), (milliseconds % 1000) * 1e6];
}

/** A `Date` from its text, with up to nine digits of a second's fraction. */
export function parseRfc3339(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second, fraction = "", sign, hours, minutes] = RFC3339.exec(text) ?? [];
  const date = new Date(new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  const offset = (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  date.setUTCHours(Number(hour), Number(minute) - offset, Number(second), Number(fraction.padEnd(3, "0").slice(0, 3)));
  return existing(date);
}

/** The text of a `Date`, in UTC; outside of these years Rust's crates do not agree on one. */
export function printRfc3339(value: unknown): string | undefined {
  const text = isDate(value) ? value.toISOString() : "";
  return /^\d{4}-/.test(text) ? text : undefined;
}

function existing(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
