// JSON as the page needs it: no digit of a number is lost, and the order of members is kept.
//
// `JSON.parse` rounds what a double cannot hold, and the identifiers of an API are often just that.
// Numbers are therefore kept as they are written; members are kept in a map, so that no name can mean
// anything to JavaScript.

/** A number, as it is written. */
export class Numeral {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Json = null | boolean | string | Numeral | readonly Json[] | ReadonlyMap<string, Json>;

export type Kind = "punctuation" | "name" | "string" | "number" | "word" | "space";

/** A piece of the text, and what it is. */
export interface Token {
  readonly kind: Kind;
  readonly text: string;
}

const TOKEN = /\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

/** Deeper than any document, shallower than the stack. */
const DEPTH = 500;

/** Reads a text, or says what is wrong with it by a `SyntaxError`. */
export function parse(text: string): Json {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  readonly #tokens: Token[];
  #next = 0;

  constructor(text: string) {
    this.#tokens = [...tokens(text)].filter((token) => token.kind !== "space");
  }

  value(depth: number): Json {
    if (depth > DEPTH) throw new SyntaxError("nested too deeply");
    const { kind, text } = this.#take();
    if (text === "{") return this.#object(depth);
    if (text === "[") return this.#array(depth);
    if (kind === "string" || kind === "name") return JSON.parse(text) as string;
    if (kind === "number") return new Numeral(text);
    if (kind === "word") return text === "null" ? null : text === "true";
    throw new SyntaxError(`a value is expected, not ${text}`);
  }

  end(): void {
    const token = this.#tokens[this.#next];
    if (token !== undefined) throw new SyntaxError(`nothing may follow, but ${token.text} does`);
  }

  #object(depth: number): Json {
    const members = new Map<string, Json>();
    if (this.#skip("}")) return members;
    do {
      const { kind, text } = this.#take();
      if (kind !== "string" && kind !== "name") throw new SyntaxError(`a member's name is expected, not ${text}`);
      this.#expect(":");
      members.set(JSON.parse(text) as string, this.value(depth + 1));
    } while (this.#skip(","));
    this.#expect("}");
    return members;
  }

  #array(depth: number): Json {
    const items: Json[] = [];
    if (this.#skip("]")) return items;
    do items.push(this.value(depth + 1));
    while (this.#skip(","));
    this.#expect("]");
    return items;
  }

  #take(): Token {
    const token = this.#tokens[this.#next++];
    if (token === undefined) throw new SyntaxError("the text ends too early");
    return token;
  }

  #skip(text: string): boolean {
    const found = this.#tokens[this.#next]?.text === text;
    if (found) this.#next += 1;
    return found;
  }

  #expect(text: string): void {
    const token = this.#take();
    if (token.text !== text) throw new SyntaxError(`${text} is expected, not ${token.text}`);
  }
}

/** The pieces of a text, white space included. */
export function* tokens(text: string): Generator<Token> {
  let end = 0;
  while (end < text.length) {
    TOKEN.lastIndex = end;
    const found = TOKEN.exec(text)?.[0];
    if (found === undefined) throw new SyntaxError(`character ${end + 1} is not JSON`);
    end += found.length;
    yield { kind: kindOf(found, text, end), text: found };
  }
}

const NAME = /\s*:/y;

function kindOf(found: string, text: string, end: number): Kind {
  const first = found.charAt(0);
  if (first === '"') {
    NAME.lastIndex = end;
    return NAME.test(text) ? "name" : "string";
  }
  if (/[\s]/.test(first)) return "space";
  if (/[{}[\],:]/.test(first)) return "punctuation";
  return /[-\d]/.test(first) ? "number" : "word";
}

/** A value as text, two spaces a level. */
export function print(value: Json | undefined, indent = ""): string {
  if (value === undefined || value === null || typeof value === "boolean") return String(value ?? null);
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Numeral) return value.text;
  const deeper = `${indent}  `;
  const map = isMap(value);
  const parts = map
    ? [...value].map(([name, member]) => `${JSON.stringify(name)}: ${print(member, deeper)}`)
    : value.map((item) => print(item, deeper));
  const [open, close] = map ? "{}" : "[]";
  if (parts.length === 0) return `${open}${close}`;
  return `${open}\n${deeper}${parts.join(`,\n${deeper}`)}\n${indent}${close}`;
}

/** Whether a value is an object of JSON. */
export function isMap(value: Json | undefined): value is ReadonlyMap<string, Json> {
  return value instanceof Map;
}

/** The member of an object, or nothing. */
export function member(value: Json | undefined, name: string): Json | undefined {
  return isMap(value) ? value.get(name) : undefined;
}

/** The members of an object, or none. */
export function members(value: Json | undefined): ReadonlyMap<string, Json> {
  return isMap(value) ? value : new Map();
}

/** The items of an array, or none. */
export function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A text that is one, else the empty one. */
export function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** A value on one line: a text without quotation marks. */
export function brief(value: Json): string {
  return typeof value === "string" ? value : print(value).replace(/\n\s*/g, " ");
}
