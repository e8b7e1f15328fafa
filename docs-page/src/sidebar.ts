// The way through the page: operations by tag, a field that narrows them, and what is in view.

import type { OpenApi, Operation } from "./document.js";
import { type Child, division, element } from "./element.js";
import { methodBadge } from "./operation.js";

/** Where a list of operations is. */
export interface Group {
  readonly title: string;
  readonly anchor: string;
  readonly operations: readonly Operation[];
}

export function groupsOf(openApi: OpenApi): readonly Group[] {
  const tags = openApi.tags.map((tag) => ({
    title: tag.name || "Other",
    anchor: `tag/${tag.name.replace(/[^\w.~-]+/g, "-")}`,
    operations: tag.operations,
  }));
  const webhooks = { title: "Webhooks", anchor: "webhooks", operations: openApi.webhooks };
  return openApi.webhooks.length > 0 ? [...tags, webhooks] : tags;
}

export function sidebar(openApi: OpenApi, title: string, versions: Child): HTMLElement {
  const authentication = element("ul", {}, element("li", { "data-words": "authentication" }, element("a", { href: "#authentication" }, "Authentication")));
  const groups = groupsOf(openApi).map(group);
  const lists = openApi.schemes.length > 0 ? [authentication, ...groups] : groups;
  const none = element("p", { class: "hint", hidden: true, role: "status" }, "Nothing is named like this.");
  const search = element("input", { type: "search", placeholder: "Filter", "aria-label": "Filter the operations", autocomplete: "off", spellcheck: "false" });
  search.addEventListener("input", () => {
    none.hidden = lists.map((list) => narrow(list, search.value)).some(Boolean);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    search.value = "";
    search.dispatchEvent(new Event("input"));
  });
  document.addEventListener("keydown", (event) => focusSearch(event, search));
  const nav = element("nav", { id: "contents", "aria-label": "Operations" }, search, none, ...lists);
  const button = element("button", { type: "button", class: "menu", "aria-expanded": "false", "aria-controls": "contents" }, "Menu");
  const header = element("header", { class: "sidebar" }, division("title", element("a", { href: "#top" }, title), versions, button), nav);
  const open = (now: boolean) => {
    header.classList.toggle("open", now);
    button.setAttribute("aria-expanded", String(now));
  };
  button.addEventListener("click", () => open(!header.classList.contains("open")));
  // On a phone the list covers what the reader has chosen.
  nav.addEventListener("click", (event) => event.target instanceof Element && event.target.closest("a") !== null && open(false));
  header.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !header.classList.contains("open")) return;
    open(false);
    button.focus();
  });
  return header;
}

/** A slash leads to the field, unless the reader is writing. */
function focusSearch(event: KeyboardEvent, search: HTMLInputElement): void {
  const writing = event.target instanceof Element && event.target.closest("input, textarea, select") !== null;
  if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  search.focus();
}

function group({ title, anchor, operations }: Group): HTMLElement {
  const links = operations.map((operation) =>
    element(
      "li",
      { "data-words": `${operation.method} ${operation.path} ${operation.summary} ${operation.anchor} ${title}`.toLowerCase() },
      element(
        "a",
        { href: `#${operation.anchor}`, class: operation.json instanceof Map && operation.json.get("deprecated") === true ? "old" : "" },
        element("span", { class: "words" }, operation.webhook ? operation.path : operation.summary),
        operation.webhook ? undefined : methodBadge(operation.method),
      ),
    ),
  );
  return element("section", { class: "group" }, element("h2", {}, element("a", { href: `#${anchor}` }, title)), element("ul", {}, ...links));
}

/** Hides what does not have every word; says whether anything is left. */
function narrow(list: HTMLElement, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  let some = false;
  for (const each of list.querySelectorAll<HTMLElement>("li")) {
    each.hidden = !words.every((word) => each.dataset["words"]?.includes(word));
    some ||= !each.hidden;
  }
  list.hidden = !some;
  return some;
}

/** Marks in the list what is being read. */
export function follow(nav: HTMLElement, sections: Iterable<HTMLElement>): void {
  const links = new Map([...nav.querySelectorAll<HTMLAnchorElement>("a[href^='#']")].map((link) => [link.getAttribute("href"), link]));
  const visible = new Set<Element>();
  const all = [...sections];
  let current: HTMLAnchorElement | undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) visible[isIntersecting ? "add" : "delete"](target);
      const top = all.find((section) => visible.has(section));
      const link = top && links.get(`#${top.id}`);
      if (link === undefined || link === current) return;
      current?.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
      const list = link.closest("nav");
      // Scrolls the list alone, never the page.
      if (list !== null && list.scrollHeight > list.clientHeight) {
        list.scrollTop += link.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2;
      }
      current = link;
    },
    { rootMargin: "-10% 0px -70% 0px" },
  );
  for (const section of all) observer.observe(section);
}
