// The generated codecs against JSON, in Node and in a browser alike: from bytes to objects, and from
// objects to bytes. `cargo xtask bench` builds the client and runs this.

import { readFloats, readIntegers, readPage, readPost, writeFloats, writeIntegers, writePage, writePost } from "./api/index.js";
import { decode, encode, readF64Array, readU32Array, writeF64Array, writeU32Array } from "./api/_runtime.js";

const RECORDS = 1_000;
const NUMBERS = 100_000;

// Every way is measured for so long and so often, in turns, so that what else the machine does hits
// all alike.
const MILLISECONDS = 400;
const TURNS = 20;
// Clocks of browsers are coarse: one turn takes at least this long.
const TURN = 2;
const WARM_UP = 200;

// Words of bodies. Every body is another mix of them.
const ENGLISH = "The quick brown fox jumps over the lazy dog while a cautious engineer watches the build finish and writes down what it cost";
const GERMAN = "Grüße aus Zürich, größere Übungen für Schüler, die später über Flüsse und Brücken nach Köln fahren müssen, à bientôt, déjà vu";
const MANY = [
  "„Grüße“ aus Zürich – größere Übungen für Schüler, die später über Flüsse und Brücken nach Köln fahren müssen… à bientôt, déjà vu",
  "Zażółć gęślą jaźń, pchnąć w tę łódź jeża, příliš žluťoučký kůň úpěl ďábelské ódy",
  "Съешь же ещё этих мягких французских булок, да выпей чаю; широкая электрификация даст мощный толчок",
  "日本語の文章は 漢字と ひらがなと カタカナで 書かれて いて、句読点も 全角で ある。中文 也 一样，没有 空格。",
  "Ship it 🚀 before lunch 🍕, then fix the “flaky” tests… 👍 and celebrate 🎉 with the whole team – see you tomorrow 😀",
];

/** 200 characters or one less. */
function body(text, seed) {
  const words = text.split(" ");
  let body = "";
  while (body.length < 200) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fff_ffff;
    body += `${words[(seed >>> 8) % words.length]} `;
  }
  return body.slice(0, 200).replace(/[\ud800-\udbff]$/, "");
}

/** A record whose body is made of words of `text`. */
function post(index, text) {
  return {
    id: index * 7919,
    title: `Post number ${index} of many`,
    body: body(text, index + 1),
    tags: ["rust", "web", "rpc"],
    created: 1.7e12 + index,
    published: index % 2 === 0,
  };
}

/** Records, for each of which `textOf` has the words. */
function page(textOf) {
  return received({ posts: Array.from({ length: RECORDS }, (_, index) => post(index, textOf(index))) });
}

/** As an application has it: strings in one piece, each in memory of its own. */
function received(value) {
  return JSON.parse(JSON.stringify(value));
}

const floats = Array.from({ length: NUMBERS }, (_, index) => index * 1.1);
const integers = Array.from({ length: NUMBERS }, (_, index) => (index * 2654435761) >>> 0);

const subjects = [
  ["1 record, ASCII", received(post(5, ENGLISH)), writePost, readPost],
  ["1,000 records, ASCII", page(() => ENGLISH), writePage, readPage],
  ["1,000 records, 3 in 10 UTF-8", page((index) => (index % 10 < 3 ? MANY[index % 5] : ENGLISH)), writePage, readPage],
  ["1,000 records, all UTF-8", page((index) => MANY[index % 5]), writePage, readPage],
  ["1,000 records, all Latin-1", page(() => GERMAN), writePage, readPage],
  ["100,000 f64", { values: floats }, writeFloats, readFloats],
  ["100,000 f64, Float64Array", Float64Array.from(floats), writeF64Array, readF64Array, floats],
  ["100,000 u32", { values: integers }, writeIntegers, readIntegers],
  ["100,000 u32, Uint32Array", Uint32Array.from(integers), writeU32Array, readU32Array, integers],
];

/** One row for every subject. */
export function measure() {
  return subjects.map(([name, value, write, read, plain = value]) => row(name, value, write, read, plain));
}

function row(name, value, write, read, plain) {
  const bytes = encode(value, write);
  const text = JSON.stringify(plain);
  const textBytes = new TextEncoder().encode(text);
  if (JSON.stringify(plain === value ? decode(bytes, read) : Array.from(decode(bytes, read))) !== text) throw new Error(`${name} does not survive`);
  const [reads, parses, parsesBytes, writes, prints, printsBytes] = inTurns([
    () => decode(bytes, read),
    () => JSON.parse(text),
    () => JSON.parse(new TextDecoder().decode(textBytes)),
    () => encode(value, write),
    () => JSON.stringify(plain),
    () => new TextEncoder().encode(JSON.stringify(plain)),
  ]);
  const times = (other, own) => `${(other / own).toFixed(2)}×`;
  return {
    "": name,
    "size / JSON": (bytes.length / textBytes.length).toFixed(2),
    "decode, ms": reads.toPrecision(2),
    "vs. parse": times(parses, reads),
    "from bytes": times(parsesBytes, reads),
    "encode, ms": writes.toPrecision(2),
    "vs. stringify": times(prints, writes),
    "to bytes": times(printsBytes, writes),
  };
}

/** Milliseconds that each task takes, the best of many turns: noise only ever adds. */
function inTurns(tasks) {
  const counts = tasks.map(warmUp);
  const best = tasks.map(() => Infinity);
  const end = performance.now() + MILLISECONDS * tasks.length;
  for (let turn = 0; turn < TURNS || performance.now() < end; turn++) {
    tasks.forEach((task, index) => (best[index] = Math.min(best[index], time(task, counts[index]))));
  }
  return best;
}

/** How often a task fits into a turn, once the compiler is done with it. */
function warmUp(task) {
  const end = performance.now() + WARM_UP;
  let runs = 0;
  for (; performance.now() < end || runs < 10; runs++) task();
  return Math.ceil((runs * TURN) / WARM_UP);
}

function time(task, count) {
  const start = performance.now();
  for (let index = 0; index < count; index++) task();
  return (performance.now() - start) / count;
}
