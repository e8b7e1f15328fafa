import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { generator } from "./fixtures/random.js";
import { decode, encode, readLength, readString, readU8, writeLength, writeString } from "./index.js";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const CHARACTERS = ["a", "~", "\0", "\u007f", "\u0080", "é", "\u07ff", "\u0800", "€", "漢", "\ud7ff", "\ue000", "\ufeff", "\uffff", "\u{10000}", "😀", "\u{10ffff}"];
const REFUSED = Symbol("refused");

/** The wire's form of a list of texts, whose bytes need not be UTF-8. */
function listOf(texts: readonly Uint8Array[]): Uint8Array {
  const lengths = texts.map((text) => encode(text.length, writeLength));
  return Buffer.concat([encode(texts.length, writeLength), ...texts.flatMap((text, index) => [lengths[index]!, text])]);
}

function readList(): string[] {
  return Array.from({ length: readLength(1) }, readString);
}

function orRefused<T>(decode: () => T): T | typeof REFUSED {
  try {
    return decode();
  } catch {
    return REFUSED;
  }
}

test("what is UTF-8 and what it means is for a strict TextDecoder to say, whichever way it is read", () => {
  const random = generator(17);
  const below = (limit: number): number => (random() >>> 0) % limit;
  const filler = Buffer.from("filler ".repeat(100));
  let refused = 0;
  for (let round = 0; round < 30_000; round++) {
    const length = below(8) ? below(24) : below(200);
    const text = Buffer.from(Array.from({ length }, () => CHARACTERS[below(4) ? below(CHARACTERS.length) : 0]!).join(""));
    if (text.length > 0 && below(2)) text[below(text.length)] = random();
    const cut = below(4) ? text : text.subarray(0, below(text.length + 1));
    const expected = orRefused(() => strict.decode(cut));
    if (expected === REFUSED) refused++;
    assert.equal(orRefused(() => decode(listOf([cut]), readList)[0]), expected);
    const before = filler.subarray(0, 600 + below(5));
    assert.equal(orRefused(() => decode(listOf([before, cut, filler]), readList)[1]), expected);
  }
  assert(refused > 5_000 && refused < 25_000, `${refused} refused`);
});

test("what is written is UTF-8 of well-formed text, and of nothing else", () => {
  const random = generator(23);
  const below = (limit: number): number => (random() >>> 0) % limit;
  const encoder = new TextEncoder();
  const units = [...CHARACTERS.join(""), "\ud800", "\udfff"];
  let refused = 0;
  for (let round = 0; round < 30_000; round++) {
    const text = Array.from({ length: below(80) }, () => units[below(3) ? below(3) : below(40) ? below(units.length - 2) : below(units.length)]!).join("");
    const expected = encoder.encode(text);
    const isWellFormed = strict.decode(expected) === text;
    if (!isWellFormed) refused++;
    const written = orRefused(() => encode(text, writeString));
    assert.deepEqual(written, isWellFormed ? new Uint8Array([...encode(expected.length, writeLength), ...expected]) : REFUSED);
  }
  assert(refused > 500 && refused < 15_000, `${refused} refused`);
});

test("every lead with every second byte", () => {
  for (let lead = 0x80; lead < 0x100; lead++) {
    for (let second = 0; second < 0x100; second++) {
      for (const rest of [[], [0x80], [0xbf, 0x80]]) {
        const bytes = Uint8Array.of(lead, second, ...rest);
        assert.equal(orRefused(() => decode(listOf([bytes]), readList)[0]), orRefused(() => strict.decode(bytes)), bytes.join());
      }
    }
  }
});

test("texts of every length, wherever they lie in a long reply", () => {
  const random = generator(19);
  for (let round = 0; round < 60; round++) {
    const unit = CHARACTERS[round % 4 ? 0 : round % CHARACTERS.length]!;
    const longest = [20, 300, 3_000, 20_000][(random() >>> 0) % 4]!;
    const texts = Array.from({ length: 120 }, () => unit.repeat(((random() >>> 0) % longest) / unit.length));
    const list = listOf(texts.map((text) => Buffer.from(text)));
    for (const offset of [0, 1, 2, 3]) {
      const reply = new Uint8Array(new ArrayBuffer(list.length + offset), offset);
      reply.set(list);
      assert.deepEqual(decode(reply, readList), texts);
      const behind = Buffer.concat([Uint8Array.of(7), reply]);
      assert.deepEqual(decode(behind, () => (readU8(), readList())), texts);
    }
  }
});

test("a reply has no part in the next one", () => {
  const first = encode("first ".repeat(100), writeString);
  const list = (text: string): Uint8Array => listOf(Array.from({ length: 100 }, () => Buffer.from(text)));
  assert.throws(() => decode(Buffer.concat([list("some text"), first]), readList), RangeError);
  assert.deepEqual(decode(list("more text"), readList), Array(100).fill("more text"));
  assert.equal(decode(first, readString), "first ".repeat(100));
});

test("a text that is kept keeps no more than 8 KiB of its reply", () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const used = (): number => {
    // Memory of arrays is given back a little later than the arrays.
    collect();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const reply = listOf(Array.from({ length: 5_000 }, (_, index) => Buffer.from(`${index} `.repeat(40))));
  const keepOne = (): string => decode(Uint8Array.from(reply), readList)[2_500]!;
  const kept = [keepOne()];
  const before = used();
  for (let round = 0; round < 100; round++) kept.push(keepOne());
  const each = (used() - before) / 100;
  assert(each < 10_000, `${each} bytes`);
  assert.equal(kept.length, 101);
});
