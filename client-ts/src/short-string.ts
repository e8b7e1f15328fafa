// Below a few dozen characters, setting up a TextDecoder costs more than the text itself.

/** More bytes than this are not worth the while. */
export const LONGEST_SHORT = 32;

/** The text from `at` to `stop`, `undefined` if not all of it is ASCII. */
export function shortString(from: Uint8Array, at: number, stop: number): string | undefined {
  // Fast where the number of its arguments is written down.
  const { fromCharCode } = String;
  let text = "";
  let bits = 0;
  for (; stop - at >= 8; at += 8) {
    const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!, g = from[at + 6]!, h = from[at + 7]!;
    bits |= a | b | c | d | e | f | g | h;
    text += fromCharCode(a, b, c, d, e, f, g, h);
  }
  for (; stop - at >= 3; at += 3) {
    const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!;
    bits |= a | b | c;
    text += fromCharCode(a, b, c);
  }
  for (; at < stop; at++) {
    bits |= from[at]!;
    text += fromCharCode(from[at]!);
  }
  return bits < 0x80 ? text : undefined;
}
