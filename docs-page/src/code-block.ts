// Code with a title and a button to copy it; JSON in colours.

import { type Child, copyButton, division, element, span } from "./element.js";
import { parse, print, tokens } from "./json.js";

/** More than this is shown in one colour: an element for each token would take long. */
const COLOURED = 100_000;

/** More than this is not shown. */
const SHOWN = 1_000_000;

/** A block of code. `read` gives what is copied. */
export function codeBlock(title: Child, what: string, content: readonly Child[], read: () => string): HTMLElement {
  return division(
    "block",
    division("block-title", element("span", {}, title), copyButton(what, read)),
    // Whoever has no mouse scrolls it too.
    element("pre", { tabindex: "0", role: "region", "aria-label": what }, ...content),
  );
}

export function jsonBlock(title: Child, what: string, text: string): HTMLElement {
  return codeBlock(title, what, [element("code", {}, ...coloured(text))], () => text);
}

/** A text in colours if it is JSON, else as it is. */
export function coloured(text: string): readonly Child[] {
  if (text.length > SHOWN) return [`${text.slice(0, SHOWN)}\n… and ${text.length - SHOWN} more characters`];
  if (text.length > COLOURED) return [text];
  try {
    return [...tokens(text)].map((token) => (token.kind === "space" || token.kind === "punctuation" ? token.text : span(token.kind, token.text)));
  } catch {
    return [text];
  }
}

/** JSON with a member a line, or the text as it is. */
export function indented(text: string): string {
  try {
    return print(parse(text));
  } catch {
    return text;
  }
}
