// One entry, as it stands in the book.
// @ts-check

import { element, inside, template } from "./page.js";

/** @import { Entry } from "./api/guestbook.js" */

const entryTemplate = template("entry");
const dialog = element("confirm", HTMLDialogElement);
const dialogText = element("confirm-text", HTMLElement);

const exactly = new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "short" });
const roughly = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** Each unit with its length in the one before, largest last. */
const UNITS = /** @type {const} */ ([
  ["second", 1],
  ["minute", 60],
  ["hour", 60],
  ["day", 24],
  ["week", 7],
]);

/**
 * @param {Entry} entry
 * @param {() => void} remove called when the visitor wants it gone
 * @returns {HTMLElement}
 */
export function renderEntry(entry, remove) {
  const item = entryTemplate();
  const avatar = inside(item, ".avatar", HTMLImageElement);
  // An object URL and a declared type: whatever the bytes are, they are shown as a picture.
  avatar.src = URL.createObjectURL(new Blob([entry.avatar], { type: "image/png" }));
  inside(item, ".name", HTMLElement).textContent = entry.name;
  inside(item, ".message", HTMLElement).textContent = entry.message;
  inside(item, ".number", HTMLElement).textContent = `No. ${entry.id}`;
  const signed = new Date(Number(entry.signed_at));
  const time = inside(item, "time", HTMLTimeElement);
  time.dateTime = signed.toISOString();
  time.title = exactly.format(signed);
  time.textContent = ago(signed);
  const button = inside(item, ".remove", HTMLButtonElement);
  button.setAttribute("aria-label", `Remove ${entry.name}’s entry`);
  button.addEventListener("click", remove);
  return item;
}

/**
 * Asks whether the entry should really go.
 *
 * @param {Entry} entry
 * @returns {Promise<boolean>}
 */
export function askToRemove(entry) {
  dialogText.textContent = `${entry.name}’s words will be gone for good.`;
  dialog.returnValue = "keep";
  dialog.showModal();
  return new Promise((resolve) => {
    const answer = () => resolve(dialog.returnValue === "remove");
    dialog.addEventListener("close", answer, { once: true });
  });
}

/**
 * How long ago that was, in the largest unit that fits.
 *
 * @param {Date} moment
 * @returns {string}
 */
function ago(moment) {
  let amount = Math.min(0, moment.getTime() - Date.now()) / 1000;
  /** @type {Intl.RelativeTimeFormatUnit} */
  let unit = "second";
  for (const [next, length] of UNITS) {
    if (Math.abs(amount) < length) break;
    amount /= length;
    unit = next;
  }
  return roughly.format(Math.round(amount), unit);
}
