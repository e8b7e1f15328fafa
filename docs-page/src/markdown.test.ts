import assert from "node:assert/strict";
import { test } from "node:test";
import { type Block, type Inline, blocks, inline } from "./markdown.js";

/** Written so that a case fits on a line. */
function written(part: Inline): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "code":
      return `{code ${part.text}}`;
    case "link":
      return `{link ${part.address} ${part.parts.map(written).join("")}}`;
    default:
      return `{${part.kind} ${part.parts.map(written).join("")}}`;
  }
}

const INLINE: readonly (readonly [string, string])[] = [
  ["plain", "plain"],
  ["`a < b` and ``a ` b``", "{code a < b} and {code a ` b}"],
  ["**bold *and* more**", "{strong bold {emphasis and} more}"],
  ["*one* _two_ snake_case_name 2 * 3 * 4", "{emphasis one} {emphasis two} snake_case_name 2 * 3 * 4"],
  ["[a `b`](https://example.com/x)", "{link https://example.com/x a {code b}}"],
  ["<https://example.com>", "{link https://example.com https://example.com}"],
  ["[`Product`] and [`Product`](crate::Product)", "{code Product} and {emphasis {code Product}}"],
  ["[x](javascript:alert(1))", "[x](javascript:alert(1))"],
  ["[x](javascript:alert)", "{emphasis x}"],
  ["[x](data:text/html,hi)", "{emphasis x}"],
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["\\*not\\* [this](#there)", "*not* {link #there this}"],
];

for (const [text, expected] of INLINE) test(text, () => assert.equal(inline(text).map(written).join(""), expected));

function kinds(all: readonly Block[]): string[] {
  return all.map((block) => (block.kind === "list" ? `${block.ordered ? "ol" : "ul"} ${block.items.length}` : block.kind));
}

test("blocks are told apart", () => {
  const text = "First\nsecond.\n\n# Errors\n- one\n  goes on\n- two\n\n1. a\n2. b\n```json\n# code\n- code\n```\nlast\n~~~\nnever closed";
  assert.deepEqual(kinds(blocks(text)), ["paragraph", "heading", "ul 2", "ol 2", "code", "paragraph", "code"]);
});

test("long lines take no time", () => {
  for (const piece of ["*", "_a", "[", "`", "**a", "[a](", "[`"]) assert.ok(inline(piece.repeat(2_000)).length > 0);
});
