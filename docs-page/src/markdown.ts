// The little of Markdown that descriptions use, as data. What it does not know stays text, and
// nothing of it is ever HTML.

export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly parts: readonly Inline[] }
  | { readonly kind: "link"; readonly parts: readonly Inline[]; readonly address: string };

export type Block =
  | { readonly kind: "paragraph" | "heading"; readonly parts: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

const FENCE = /^\s*(```+|~~~+)/;
const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;
const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;

/** The blocks of a text. */
export function blocks(text: string): readonly Block[] {
  const lines = text.split(/\r?\n/);
  const found: Block[] = [];
  for (let line = 0; line < lines.length; ) {
    const [block, next] = blockAt(lines, line);
    if (block !== undefined) found.push(block);
    line = next;
  }
  return found;
}

function blockAt(lines: readonly string[], start: number): [Block | undefined, number] {
  const first = lines[start] ?? "";
  if (first.trim() === "") return [undefined, start + 1];
  const fence = FENCE.exec(first)?.[1];
  if (fence !== undefined) return fenced(lines, start + 1, fence);
  const heading = HEADING.exec(first)?.[1];
  if (heading !== undefined) return [{ kind: "heading", parts: inline(heading) }, start + 1];
  return ITEM.test(first) ? list(lines, start) : paragraph(lines, start);
}

function fenced(lines: readonly string[], start: number, fence: string): [Block, number] {
  const length = lines.slice(start).findIndex((line) => line.trim().startsWith(fence));
  const end = length === -1 ? lines.length : start + length;
  return [{ kind: "code", text: lines.slice(start, end).join("\n") }, end + 1];
}

function list(lines: readonly string[], start: number): [Block, number] {
  const items: string[] = [];
  let next = start;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? "";
    const item = ITEM.exec(line)?.[2];
    if (item !== undefined) items.push(item);
    // What is indented goes on with the item before.
    else if (/^\s+\S/.test(line)) items[items.length - 1] += ` ${line.trim()}`;
    else break;
  }
  const ordered = ITEM.exec(lines[start] ?? "")?.[1] !== undefined;
  return [{ kind: "list", ordered, items: items.map(inline) }, next];
}

function paragraph(lines: readonly string[], start: number): [Block, number] {
  let end = start + 1;
  while (end < lines.length && !startsAnother(lines[end] ?? "")) end += 1;
  return [{ kind: "paragraph", parts: inline(lines.slice(start, end).map((line) => line.trim()).join(" ")) }, end];
}

function startsAnother(line: string): boolean {
  return line.trim() === "" || FENCE.test(line) || HEADING.test(line) || ITEM.test(line);
}

// In this order: an escape, code, a link, an address, a name that rustdoc would link, strong, emphasis.
const INLINE =
  /\\([\\`*_{}[\]()#+.!<>|-])|(`+)(.+?)\2(?!`)|\[((?:[^[\]]|\[[^\]]*\])+)\]\(([^()\s]*)\)|<(https?:\/\/[^<>\s]+)>|\[(`[^`]+`)\](?:\[\])?|\*\*(?=\S)(.+?)\*\*|(?<![\w*])[*_](?=[^\s*_])([^*_]*[^\s*_])[*_](?!\w)/;

/** The parts of a line. */
export function inline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let rest = text;
  for (let found = INLINE.exec(rest); found !== null; found = INLINE.exec(rest)) {
    if (found.index > 0) parts.push({ kind: "text", text: rest.slice(0, found.index) });
    parts.push(part(found));
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest !== "") parts.push({ kind: "text", text: rest });
  return parts;
}

function part(found: RegExpExecArray): Inline {
  const [, escaped, , code, label, address, plain, name, strong, emphasis] = found;
  if (escaped !== undefined) return { kind: "text", text: escaped };
  if (code !== undefined) return { kind: "code", text: code.trim() };
  if (label !== undefined) return link(inline(label), address ?? "");
  if (plain !== undefined) return link([{ kind: "text", text: plain }], plain);
  if (name !== undefined) return { kind: "code", text: name.slice(1, -1) };
  if (strong !== undefined) return { kind: "strong", parts: inline(strong) };
  return { kind: "emphasis", parts: inline(emphasis ?? "") };
}

/** Only what opens a page, or another place of this one, is a link. */
function link(parts: readonly Inline[], address: string): Inline {
  return /^(https?:\/\/|#|mailto:)/i.test(address) ? { kind: "link", parts, address } : { kind: "emphasis", parts };
}
