// Text of a reply, many strings at once. Calling a TextDecoder takes longer than a short string
// itself does, whereas a part of a string costs next to nothing: so a piece of the reply becomes
// text as if all of it were ASCII, and the strings that are ASCII are parts of that text.

import { LONGEST_SHORT, shortString } from "./short-string.js";
import { textOf } from "./text.js";
import { utf8 } from "./utf8.js";

// A string that is kept keeps its whole window alive.
const LARGEST_WINDOW = 0x2000;

// What has no more than this is read string by string.
const SMALLEST_WINDOW = 0x200;

// The piece as it came, and without the highest bit of every byte.
const pieceMemory = /* @__PURE__ */ new ArrayBuffer(LARGEST_WINDOW);
const pieceWords = /* @__PURE__ */ new Int32Array(pieceMemory);
const piece = /* @__PURE__ */ new Uint8Array(pieceMemory);
const maskedMemory = /* @__PURE__ */ new ArrayBuffer(LARGEST_WINDOW);
const maskedWords = /* @__PURE__ */ new Int32Array(maskedMemory);
const masked = /* @__PURE__ */ new Uint8Array(maskedMemory);

// Where a text that is not short was not ASCII, the next one is not expected to be.
var isForeign = false;

var windowText = "";
var windowStart = 0;
var windowEnd = 0;

/** The text from `start` to `stop`, at least one byte, of a reply that ends at `end` and is read from front to back. */
export function textIn(reply: Uint8Array, start: number, stop: number, end: number): string {
  if (stop > windowEnd) {
    if (isForeign || !isWorthWindow(stop - start, end - start)) return textAlone(reply, start, stop);
    openWindow(reply, start, Math.min(end, start + LARGEST_WINDOW));
  }
  const from = start - windowStart;
  const to = stop - windowStart;
  if (isAscii(from, to)) return windowText.substring(from, to);
  isForeign ||= to - from > LONGEST_SHORT;
  return textOf(reply, start, stop);
}

/** A reply is over. */
export function closeWindow(): void {
  windowText = "";
  windowEnd = 0;
  isForeign = false;
}

/** Whether more strings are to be expected behind one of `length` bytes, of which there are `rest` with it. */
function isWorthWindow(length: number, rest: number): boolean {
  return rest > SMALLEST_WINDOW && length * 2 < rest && length * 4 < LARGEST_WINDOW;
}

function openWindow(reply: Uint8Array, start: number, end: number): void {
  piece.set(reply.subarray(start, end));
  mask(pieceWords, maskedWords, end - start);
  windowText = utf8.decode(masked.subarray(0, end - start));
  windowStart = start;
  windowEnd = end;
}

/** Four words in one round: this loop runs over all of a reply. */
function mask(from: Int32Array, to: Int32Array, size: number): void {
  for (let index = 0; index * 4 < size; index += 4) {
    const a = from[index]!;
    const b = from[index + 1]!;
    const c = from[index + 2]!;
    const d = from[index + 3]!;
    to[index] = a & 0x7f7f_7f7f;
    to[index + 1] = b & 0x7f7f_7f7f;
    to[index + 2] = c & 0x7f7f_7f7f;
    to[index + 3] = d & 0x7f7f_7f7f;
  }
}

/** Looks at four bytes of the piece at once, and in the first and the last word only at those that count. */
function isAscii(from: number, to: number): boolean {
  let index = from >> 2;
  const last = (to - 1) >> 2;
  let word = pieceWords[index]! & (-1 << (from << 3));
  while (index < last) {
    if (word & 0x8080_8080) return false;
    word = pieceWords[++index]!;
  }
  return (word & (-1 >>> (-to << 3)) & 0x8080_8080) === 0;
}

/** Without a window. */
function textAlone(reply: Uint8Array, start: number, stop: number): string {
  const length = stop - start;
  if (length <= LONGEST_SHORT) return shortString(reply, start, stop) ?? textOf(reply, start, stop);
  const text = textOf(reply, start, stop);
  isForeign = text.length < length;
  return text;
}
