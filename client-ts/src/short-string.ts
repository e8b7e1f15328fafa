// Below a few dozen characters, setting up a TextDecoder costs more than the text itself.

/** More bytes than this are not worth the while. */
export const LONGEST_SHORT = 32;

/** The text of up to 32 ASCII bytes, `undefined` if one of them is not ASCII. */
export function shortString(from: Uint8Array, at: number, length: number): string | undefined {
  if (length <= 16) return ascii(from, at, length);
  const head = ascii(from, at, 16);
  const tail = ascii(from, at + 16, length - 16);
  return head === undefined || tail === undefined ? undefined : head + tail;
}

/** Up to 16 bytes. `String.fromCharCode` is fast where the number of its arguments is written down. */
function ascii(from: Uint8Array, at: number, length: number): string | undefined {
  const { fromCharCode } = String;
  switch (length) {
    case 0:
      return "";
    case 1: {
      const a = from[at]!;
      return a < 0x80 ? fromCharCode(a) : undefined;
    }
    case 2: {
      const a = from[at]!, b = from[at + 1]!;
      return (a | b) < 0x80 ? fromCharCode(a, b) : undefined;
    }
    case 3: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!;
      return (a | b | c) < 0x80 ? fromCharCode(a, b, c) : undefined;
    }
    case 4: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!;
      return (a | b | c | d) < 0x80 ? fromCharCode(a, b, c, d) : undefined;
    }
    case 5: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!;
      return (a | b | c | d | e) < 0x80 ? fromCharCode(a, b, c, d, e) : undefined;
    }
    case 6: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!;
      return (a | b | c | d | e | f) < 0x80 ? fromCharCode(a, b, c, d, e, f) : undefined;
    }
    case 7: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!, g = from[at + 6]!;
      return (a | b | c | d | e | f | g) < 0x80 ? fromCharCode(a, b, c, d, e, f, g) : undefined;
    }
    case 8: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!, g = from[at + 6]!, h = from[at + 7]!;
      return (a | b | c | d | e | f | g | h) < 0x80 ? fromCharCode(a, b, c, d, e, f, g, h) : undefined;
    }
    case 9: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!, g = from[at + 6]!, h = from[at + 7]!, i = from[at + 8]!;
      return (a | b | c | d | e | f | g | h | i) < 0x80 ? fromCharCode(a, b, c, d, e, f, g, h, i) : undefined;
    }
    case 10: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!, g = from[at + 6]!, h = from[at + 7]!, i = from[at + 8]!, j = from[at + 9]!;
      return (a | b | c | d | e | f | g | h | i | j) < 0x80 ? fromCharCode(a, b, c, d, e, f, g, h, i, j) : undefined;
    }
    case 11: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!, g = from[at + 6]!, h = from[at + 7]!, i = from[at + 8]!, j = from[at + 9]!, k = from[at + 10]!;
      return (a | b | c | d | e | f | g | h | i | j | k) < 0x80 ? fromCharCode(a, b, c, d, e, f, g, h, i, j, k) : undefined;
    }
    case 12: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!, g = from[at + 6]!, h = from[at + 7]!, i = from[at + 8]!, j = from[at + 9]!, k = from[at + 10]!, l = from[at + 11]!;
      return (a | b | c | d | e | f | g | h | i | j | k | l) < 0x80 ? fromCharCode(a, b, c, d, e, f, g, h, i, j, k, l) : undefined;
    }
    case 13: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!, g = from[at + 6]!, h = from[at + 7]!, i = from[at + 8]!, j = from[at + 9]!, k = from[at + 10]!, l = from[at + 11]!, m = from[at + 12]!;
      return (a | b | c | d | e | f | g | h | i | j | k | l | m) < 0x80 ? fromCharCode(a, b, c, d, e, f, g, h, i, j, k, l, m) : undefined;
    }
    case 14: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!, g = from[at + 6]!, h = from[at + 7]!, i = from[at + 8]!, j = from[at + 9]!, k = from[at + 10]!, l = from[at + 11]!, m = from[at + 12]!, n = from[at + 13]!;
      return (a | b | c | d | e | f | g | h | i | j | k | l | m | n) < 0x80 ? fromCharCode(a, b, c, d, e, f, g, h, i, j, k, l, m, n) : undefined;
    }
    case 15: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!, g = from[at + 6]!, h = from[at + 7]!, i = from[at + 8]!, j = from[at + 9]!, k = from[at + 10]!, l = from[at + 11]!, m = from[at + 12]!, n = from[at + 13]!, o = from[at + 14]!;
      return (a | b | c | d | e | f | g | h | i | j | k | l | m | n | o) < 0x80 ? fromCharCode(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o) : undefined;
    }
    case 16: {
      const a = from[at]!, b = from[at + 1]!, c = from[at + 2]!, d = from[at + 3]!, e = from[at + 4]!, f = from[at + 5]!, g = from[at + 6]!, h = from[at + 7]!, i = from[at + 8]!, j = from[at + 9]!, k = from[at + 10]!, l = from[at + 11]!, m = from[at + 12]!, n = from[at + 13]!, o = from[at + 14]!, p = from[at + 15]!;
      return (a | b | c | d | e | f | g | h | i | j | k | l | m | n | o | p) < 0x80 ? fromCharCode(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) : undefined;
    }
  }
  return undefined;
}
