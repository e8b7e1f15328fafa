// Descriptions, as elements.

import { type Child, code, element } from "./element.js";
import { type Block, type Inline, blocks, inline } from "./markdown.js";

/** A description, or nothing where there is none. */
export function prose(text: string): Child {
  if (text.trim() === "") return undefined;
  return element("div", { class: "prose" }, ...blocks(text).map(block));
}

/** A description of one line, without blocks around it. */
export function line(text: string): Child[] {
  return inline(text.trim()).map(part);
}

function block(each: Block): HTMLElement {
  switch (each.kind) {
    case "paragraph":
      return element("p", {}, ...each.parts.map(part));
    case "heading":
      return element("p", { class: "heading" }, ...each.parts.map(part));
    case "code":
      return element("pre", { tabindex: "0" }, code(each.text));
    case "list":
      return element(each.ordered ? "ol" : "ul", {}, ...each.items.map((item) => element("li", {}, ...item.map(part))));
  }
}

function part(each: Inline): Child {
  switch (each.kind) {
    case "text":
      return each.text;
    case "code":
      return code(each.text);
    case "strong":
      return element("strong", {}, ...each.parts.map(part));
    case "emphasis":
      return element("em", {}, ...each.parts.map(part));
    case "link":
      return element("a", { href: each.address, rel: "noopener noreferrer" }, ...each.parts.map(part));
  }
}
