// JSON as text, exactly: integers keep every digit, and no member is there twice. For what plain
// serde_json writes; where 64 bits are text anyway, the platform's own parser does.

import { malformed } from "./failure.js";
import { DEEPEST, type Json, put } from "./json.js";

// The server has no longer integer, and reading one of any length would take quadratic time.
const LONGEST_INTEGER = 40;

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const SPACE = /[ \t\n\r]*/y;
const WORDS = /true|false|null/y;

let source = "";
let at = 0;

/** The tree of a text. */
export function parseExact(text: string): Json {
  source = text;
  at = 0;
  try {
    matchHere(SPACE);
    const json = parseValue(0);
    return at === source.length ? json : malformed("JSON");
  } finally {
    source = "";
  }
}

/** The text of a tree. */
export function printExact(json: Json): string {
  if (typeof json === "bigint") return `${json}`;
  if (typeof json === "number") return Object.is(json, -0) ? "-0" : `${json}`;
  if (typeof json !== "object" || !json) return JSON.stringify(json);
  if (Array.isArray(json)) return `[${json.map(printExact).join()}]`;
  return `{${Object.entries(json).map(([name, each]) => `${JSON.stringify(name)}:${printExact(each)}`).join()}}`;
}

/** A value and the space behind it. */
function parseValue(depth: number): Json {
  const json = parseHere(depth + 1);
  matchHere(SPACE);
  return json;
}

function parseHere(depth: number): Json {
  switch (source[at]) {
    case "{":
      return parseObject(depth);
    case "[":
      return parseList(depth);
    case '"':
      return parseString();
    default:
      const word = matchHere(WORDS);
      return word ? JSON.parse(word[0]) : parseNumber();
  }
}

function parseObject(depth: number): Json {
  const members = {};
  parseItems("}", depth, () => {
    if (source[at] !== '"') malformed("JSON");
    const name = parseString();
    if (Object.hasOwn(members, name)) malformed("JSON (repeated member)");
    matchHere(SPACE);
    if (!skipMark(":")) malformed("JSON");
    put(members, name, parseValue(depth));
  });
  return members;
}

function parseList(depth: number): Json {
  const elements: Json[] = [];
  parseItems("]", depth, () => elements.push(parseValue(depth)));
  return elements;
}

/** What stands between commas, up to `close`. */
function parseItems(close: string, depth: number, item: () => void): void {
  if (depth > DEEPEST) malformed("JSON (depth)");
  skipMark(source[at]!);
  if (source[at] !== close) {
    do item();
    while (skipMark(","));
  }
  if (source[at++] !== close) malformed("JSON");
}

/** A text ends at the first quotation mark that no backslash, itself unescaped, stands before. */
function parseString(): string {
  const start = at;
  do {
    at = source.indexOf('"', at + 1);
    if (at < 0) malformed("JSON");
  } while (isEscaped(start));
  at++;
  return JSON.parse(source.slice(start, at)) as string;
}

function isEscaped(start: number): boolean {
  let before = at - 1;
  while (before > start && source[before] === "\\") before--;
  return (at - before) % 2 === 0;
}

function parseNumber(): Json {
  const [token, fraction, exponent] = matchHere(NUMBER) ?? malformed("JSON");
  const nearest = Number(token);
  const exact = fraction ?? exponent ?? Number.isSafeInteger(nearest);
  return exact || token!.length > LONGEST_INTEGER ? nearest : BigInt(token!);
}

/** Past a punctuation mark and the space behind it, if it is here. */
function skipMark(mark: string): boolean {
  if (source[at] !== mark) return false;
  at++;
  matchHere(SPACE);
  return true;
}

function matchHere(pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  if (found) at = pattern.lastIndex;
  return found;
}
