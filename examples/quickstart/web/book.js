// The book: pages of entries, newest first. The page number is in the address, so that reloading
// and the back button do what one expects.
// @ts-check

import { deleteEntry, listEntries } from "./api/guestbook.js";
import { askToRemove, renderEntry } from "./entry.js";
import { apology, element, template } from "./page.js";

/** @import { Entry, EntryId } from "./api/guestbook.js" */
/** @import { Page } from "./api/paging.js" */

const SKELETONS = 3;

const title = element("book-title", HTMLElement);
const total = element("total", HTMLElement);
const list = element("entries", HTMLOListElement);
const empty = element("empty", HTMLElement);
const failure = element("failure", HTMLElement);
const failureTitle = element("failure-title", HTMLElement);
const failureText = element("failure-text", HTMLElement);
const pages = element("pages", HTMLElement);
const pageText = element("page", HTMLElement);
const newer = element("newer", HTMLButtonElement);
const older = element("older", HTMLButtonElement);
const skeleton = template("skeleton");

/**
 * Makes the book ready to be leafed through.
 *
 * @param {{ removed: (entry: Entry) => void }} told
 */
export function openBook({ removed }) {
  let current = 1;
  /** Aborted when another page is asked for, so that a slow answer never replaces a later one. */
  let loading = new AbortController();

  /**
   * Fetches and shows a page.
   *
   * @param {number} number
   * @param {EntryId} [arrived] an entry to point out
   * @returns {Promise<void>}
   */
  async function show(number, arrived) {
    loading.abort();
    loading = new AbortController();
    current = number;
    wait();
    const answer = await listEntries.safe({ page: number }, { signal: loading.signal });
    if (answer.ok) {
      const last = answer.data.pages;
      if (number > last) return show(last, arrived);
      fill(answer.data, arrived);
    } else if (answer.error.code !== "aborted") {
      fail("The book would not open.", apology(answer.error));
    }
  }

  /**
   * @param {Page<Entry>} page
   * @param {EntryId | undefined} arrived
   */
  function fill(page, arrived) {
    const items = page.items.map((entry) => {
      const item = renderEntry(entry, () => remove(entry));
      if (entry.id === arrived) item.classList.add("new");
      return item;
    });
    settle();
    list.replaceChildren(...items);
    empty.hidden = page.total > 0;
    total.textContent = page.total === 1 ? "1 entry" : `${page.total} entries`;
    pages.hidden = page.pages === 1;
    pageText.textContent = `Page ${page.page} of ${page.pages}`;
    newer.disabled = page.page <= 1;
    older.disabled = page.page >= page.pages;
  }

  /** @param {Entry} entry */
  async function remove(entry) {
    if (!(await askToRemove(entry))) return;
    const answer = await deleteEntry.safe({ id: entry.id });
    if (!answer.ok) return fail("The entry is still in the book.", apology(answer.error));
    removed(entry);
    await show(current);
    title.focus();
  }

  /** @param {number} number */
  async function turnTo(number) {
    history.pushState(null, "", number === 1 ? location.pathname : `?page=${number}`);
    await show(number);
    title.focus();
  }

  newer.addEventListener("click", () => turnTo(current - 1));
  older.addEventListener("click", () => turnTo(current + 1));
  element("retry", HTMLButtonElement).addEventListener("click", () => show(current));
  addEventListener("popstate", showAddressed);

  /** Shows the page that the address asks for. */
  function showAddressed() {
    const asked = Number(new URLSearchParams(location.search).get("page"));
    return show(Number.isInteger(asked) && asked > 0 && asked < 2 ** 32 ? asked : 1);
  }

  /**
   * Shows the newest entries, and points one out.
   *
   * @param {EntryId} arrived
   */
  function showFirst(arrived) {
    if (current !== 1) history.pushState(null, "", location.pathname);
    return show(1, arrived);
  }

  return { showFirst, showAddressed };
}

/** Says that something is on its way. */
function wait() {
  list.setAttribute("aria-busy", "true");
  failure.hidden = true;
  if (list.childElementCount > 0 || !empty.hidden) return;
  list.replaceChildren(...Array.from({ length: SKELETONS }, skeleton));
}

/** Says that it has arrived. */
function settle() {
  for (const picture of list.querySelectorAll("img")) URL.revokeObjectURL(picture.src);
  list.setAttribute("aria-busy", "false");
}

/**
 * @param {string} title
 * @param {string} text
 */
function fail(title, text) {
  settle();
  list.replaceChildren();
  total.textContent = "";
  empty.hidden = true;
  pages.hidden = true;
  failureTitle.textContent = title;
  failureText.textContent = text;
  failure.hidden = false;
}
