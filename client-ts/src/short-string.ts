// Below a handful of characters, setting up a TextDecoder costs more than the text itself.

/**
 * The text of up to 16 ASCII bytes, `undefined` if one of them is not ASCII.
 *
 * `String.fromCharCode` is fast where the number of its arguments is written down. Cutting off what
 * was too many costs no more than a call for every length would.
 */
export function decodeAscii(from: Uint8Array, at: number, length: number): string | undefined {
  let a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
  let i = 0, j = 0, k = 0, l = 0, m = 0, n = 0, o = 0, p = 0;
  switch (length) {
    case 16: p = from[at + 15]!;
    case 15: o = from[at + 14]!;
    case 14: n = from[at + 13]!;
    case 13: m = from[at + 12]!;
    case 12: l = from[at + 11]!;
    case 11: k = from[at + 10]!;
    case 10: j = from[at + 9]!;
    case 9: i = from[at + 8]!;
    case 8: h = from[at + 7]!;
    case 7: g = from[at + 6]!;
    case 6: f = from[at + 5]!;
    case 5: e = from[at + 4]!;
    case 4: d = from[at + 3]!;
    case 3: c = from[at + 2]!;
    case 2: b = from[at + 1]!;
    case 1: a = from[at]!;
  }
  if ((a | b | c | d | e | f | g | h | i | j | k | l | m | n | o | p) > 0x7f) return undefined;
  const { fromCharCode } = String;
  if (length <= 4) return fromCharCode(a, b, c, d).slice(0, length);
  if (length <= 8) return fromCharCode(a, b, c, d, e, f, g, h).slice(0, length);
  return fromCharCode(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p).slice(0, length);
}
