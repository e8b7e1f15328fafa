// The calendar and the clock as text and as numbers, in the forms of the crate `time`. The numbers
// are those that its types consist of on the wire; the text is what its types print.

/** Text of a type, and the numbers that it stands for; `undefined` for text or numbers that are none. */
export interface TextForm {
  /** For messages. */
  readonly name: string;
  /** How many numbers there are. */
  readonly count: number;
  print(numbers: readonly number[]): string | undefined;
  parse(text: string): number[] | undefined;
}

/** `2024-02-14`: a year and a day in it. */
export const DATE: TextForm = {
  name: "date",
  count: 2,
  print([year, ordinal]) {
    const date = new Date(midnight(year!, ordinal!));
    if (ordinal! < 1 || date.getUTCFullYear() !== year) return undefined;
    return `${yearText(year)}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  },
  parse(text) {
    const [, year, month, day] = /^(-?\d{4}|[+-]\d{5,6})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
    const days = dayOf(year!, month!, day!) - dayOf(year!, 1, 1) + 1;
    return days > 0 ? [year!, days] : undefined;
  },
};

/** `12:00:00.0`: hours, minutes, seconds and nanoseconds. */
export const TIME: TextForm = {
  name: "time of day",
  count: 4,
  print([hour, minute, second, nanosecond]) {
    if (hour! > 23 || minute! > 59 || second! > 59 || nanosecond! > 999_999_999) return undefined;
    const fraction = `${nanosecond}`.padStart(9, "0").replace(/(?<=.)0+$/, "");
    return `${two(hour!)}:${two(minute!)}:${two(second!)}.${fraction}`;
  },
  parse(text) {
    const [, hour, minute, second, fraction] = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\.(\d{1,9})$/.exec(text) ?? [];
    return fraction === undefined ? undefined : [Number(hour), Number(minute), Number(second), Number(fraction.padEnd(9, "0"))];
  },
};

/** `+00:00:00`: hours, minutes and seconds, all of one sign. */
export const OFFSET: TextForm = {
  name: "offset from UTC",
  count: 3,
  print(numbers) {
    const negative = numbers.some((number) => number < 0);
    const [hour, minute, second] = numbers.map((number) => (negative ? -number : number));
    if (numbers.some((number) => number && number < 0 !== negative) || hour! > 25 || minute! > 59 || second! > 59) return undefined;
    return `${negative ? "-" : "+"}${two(hour!)}:${two(minute!)}:${two(second!)}`;
  },
  parse(text) {
    const [, sign, ...numbers] = /^([+-])([01]\d|2[0-5]):([0-5]\d):([0-5]\d)$/.exec(text) ?? [];
    return sign ? numbers.map((number) => (sign === "-" ? 0 - Number(number) : Number(number))) : undefined;
  },
};

/** `2024-02-14 12:00:00.0` */
export const DATE_TIME: TextForm = /* @__PURE__ */ spaced("date and time", [DATE, TIME], 6);

/** `2024-02-14 12:00:00.0 +00:00:00` */
export const OFFSET_DATE_TIME: TextForm = /* @__PURE__ */ spaced("date, time and offset", [DATE, TIME, OFFSET], 9);

/** Milliseconds since 1970 of a date, a time and an offset; NaN for what no `Date` can be. */
export function instantOf([year, ordinal, hour, minute, second, nanosecond, hours, minutes, seconds]: readonly number[]): number {
  const time = clock(hour!, minute!, second!) + Math.floor(nanosecond! / 1e6);
  return new Date(midnight(year!, ordinal!) + time - clock(hours!, minutes!, seconds!)).getTime();
}

/** The date, time and offset that `instant` is in UTC. */
export function momentOf(instant: Date): number[] {
  const year = instant.getUTCFullYear();
  const ordinal = Math.floor((instant.getTime() - midnight(year, 1)) / 864e5) + 1;
  const time = [instant.getUTCHours(), instant.getUTCMinutes(), instant.getUTCSeconds(), instant.getUTCMilliseconds() * 1e6];
  return [year, ordinal, ...time, 0, 0, 0];
}

/** Parts of one text, with spaces between. */
function spaced(name: string, forms: readonly TextForm[], count: number): TextForm {
  return {
    name,
    count,
    print(numbers) {
      let start = 0;
      const texts = forms.map((form) => form.print(numbers.slice(start, (start += form.count))));
      return texts.includes(undefined) ? undefined : texts.join(" ");
    },
    parse(text) {
      const texts = text.split(" ");
      const parts = forms.map((form, index) => form.parse(texts[index] ?? ""));
      return parts.includes(undefined) || texts.length !== forms.length ? undefined : (parts.flat() as number[]);
    },
  };
}

/** `Date.UTC` takes the years up to 99 for those of the last century. */
function midnight(year: number, ordinal: number): number {
  return new Date(0).setUTCFullYear(year, 0, ordinal);
}

/** Days since 1970; NaN for a day that its month does not have. */
function dayOf(year: number, month: number, day: number): number {
  const date = new Date(new Date(0).setUTCFullYear(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / 864e5 : NaN;
}

function clock(hours: number, minutes: number, seconds: number): number {
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function yearText(year: number): string {
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  return sign + `${Math.abs(year)}`.padStart(4, "0");
}

function two(number: number): string {
  return `${number}`.padStart(2, "0");
}
