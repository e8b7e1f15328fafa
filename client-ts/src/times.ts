// The types of the crate `time`, which are a few integers each on the wire.

import { DATE, DATE_TIME, OFFSET, OFFSET_DATE_TIME, TIME, type TextForm, instantOf, momentOf } from "./calendar.js";
import { invalidValue, malformed } from "./failure.js";
import { readI32, readI8, readU16, readU32, readU8 } from "./reader.js";
import { writeI32, writeI8, writeU16, writeU32, writeU8 } from "./writer.js";

/** `time::Date` as `2024-02-14`. */
export function readTimeDate(): string {
  return print(DATE, readDate());
}

export function writeTimeDate(value: string): void {
  writeDate(parse(DATE, value));
}

/** `time::Time` as `12:00:00.0`. */
export function readTimeTime(): string {
  return print(TIME, readTime());
}

export function writeTimeTime(value: string): void {
  writeTime(parse(TIME, value));
}

/** `time::UtcOffset` as `+00:00:00`. */
export function readTimeUtcOffset(): string {
  return print(OFFSET, readOffset());
}

export function writeTimeUtcOffset(value: string): void {
  writeOffset(parse(OFFSET, value));
}

/** `time::PrimitiveDateTime` as `2024-02-14 12:00:00.0`. */
export function readTimePrimitiveDateTime(): string {
  return print(DATE_TIME, [...readDate(), ...readTime()]);
}

export function writeTimePrimitiveDateTime(value: string): void {
  const numbers = parse(DATE_TIME, value);
  writeDate(numbers);
  writeTime(numbers.slice(2));
}

/** `time::OffsetDateTime` as `2024-02-14 12:00:00.0 +00:00:00`, which keeps the offset. */
export function readTimeOffsetDateTimeString(): string {
  return print(OFFSET_DATE_TIME, readMoment());
}

export function writeTimeOffsetDateTimeString(value: string): void {
  writeMoment(parse(OFFSET_DATE_TIME, value));
}

/** `time::OffsetDateTime` as a `Date`, which knows no offset and no less than a millisecond. */
export function readTimeOffsetDateTime(): Date {
  return dateIn(readMoment()) ?? malformed("date");
}

export function writeTimeOffsetDateTime(value: Date): void {
  writeMoment(momentIn(value) ?? invalidValue("Date in the years -9999 to 9999", value));
}

/** The numbers of a date, time and offset as a `Date`. */
export function dateIn(moment: readonly number[]): Date | undefined {
  const instant = OFFSET_DATE_TIME.print(moment) ? instantOf(moment) : NaN;
  return Number.isNaN(instant) ? undefined : new Date(instant);
}

/** The numbers of a `Date` in UTC. */
export function momentIn(value: unknown): number[] | undefined {
  const moment = isDate(value) ? momentOf(value) : [];
  return Math.abs(moment[0]!) <= 9999 ? moment : undefined;
}

/** By name, since a frame or a test environment has a `Date` of its own. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]" && !Number.isNaN((value as Date).getTime());
}

function print(form: TextForm, numbers: readonly number[]): string {
  return form.print(numbers) ?? malformed(form.name);
}

function parse(form: TextForm, value: unknown): number[] {
  return (typeof value === "string" ? form.parse(value) : undefined) ?? invalidValue(form.name, value);
}

function readDate(): number[] {
  return [readI32(), readU16()];
}

function writeDate([year, ordinal]: readonly number[]): void {
  writeI32(year!);
  writeU16(ordinal!);
}

function readTime(): number[] {
  return [readU8(), readU8(), readU8(), readU32()];
}

function writeTime([hour, minute, second, nanosecond]: readonly number[]): void {
  writeU8(hour!);
  writeU8(minute!);
  writeU8(second!);
  writeU32(nanosecond!);
}

function readOffset(): number[] {
  return [readI8(), readI8(), readI8()];
}

function writeOffset([hours, minutes, seconds]: readonly number[]): void {
  writeI8(hours!);
  writeI8(minutes!);
  writeI8(seconds!);
}

function readMoment(): number[] {
  return [...readDate(), ...readTime(), ...readOffset()];
}

function writeMoment(numbers: readonly number[]): void {
  writeDate(numbers);
  writeTime(numbers.slice(2));
  writeOffset(numbers.slice(6));
}
