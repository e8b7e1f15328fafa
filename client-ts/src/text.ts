// One text out of UTF-8, by hand where a call into the platform would take longer. Strict either
// way: what is no UTF-8 is refused.

import { malformed } from "./failure.js";
import { utf8 } from "./utf8.js";

// Beyond this, browsers are as fast as the loop is.
const LONGEST_BY_HAND = 192;

// What no two bits of a byte behind the first one of a character can be.
const WRONG = 0x40;

const units: number[] = [];

/** The text from `start` to `stop`. */
export function textOf(bytes: Uint8Array, start: number, stop: number): string {
  const length = stop - start;
  // A view in this way costs half of what `subarray` does.
  if (length > LONGEST_BY_HAND) return utf8.decode(new Uint8Array(bytes.buffer, bytes.byteOffset + start, length));
  return String.fromCharCode.apply(null, units.slice(0, decodeUnits(bytes, start, stop)));
}

/** Puts UTF-16 into `units` and returns how much of it. Mistakes are collected, which is cheaper than to leave at the first. */
function decodeUnits(bytes: Uint8Array, at: number, stop: number): number {
  let count = 0;
  let wrong = 0;
  while (at < stop) {
    let unit = bytes[at++]!;
    if (unit > 0x7f) {
      const second = bytes[at++]! ^ 0x80;
      wrong |= second;
      if (unit < 0xe0) {
        unit = ((unit ^ 0xc0) << 6) | second;
        if (unit < 0x80 || unit > 0x7ff) wrong = WRONG;
      } else {
        const third = bytes[at++]! ^ 0x80;
        wrong |= third;
        if (unit < 0xf0) {
          unit = ((unit ^ 0xe0) << 12) | (second << 6) | third;
          if (unit < 0x800 || unit >> 11 === 0x1b) wrong = WRONG;
        } else {
          const fourth = bytes[at++]! ^ 0x80;
          wrong |= fourth;
          unit = (((unit ^ 0xf0) << 18) | (second << 12) | (third << 6) | fourth) - 0x1_0000;
          if (unit >>> 0 > 0xf_ffff) wrong = WRONG;
          units[count++] = 0xd800 | (unit >> 10);
          unit = 0xdc00 | (unit & 0x3ff);
        }
      }
    }
    units[count++] = unit;
  }
  return at === stop && wrong < WRONG ? count : malformed("text");
}
