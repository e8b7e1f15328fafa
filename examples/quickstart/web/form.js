// The form: what a visitor writes, and what the server thinks of it.
// @ts-check

import { sign } from "./api/guestbook.js";
import { apology, element } from "./page.js";
import { draw, png } from "./portrait.js";

/** @import { Entry, Field, SignError } from "./api/guestbook.js" */

const form = element("sign", HTMLFormElement);
const name = element("name", HTMLInputElement);
const message = element("message", HTMLTextAreaElement);
const left = element("left", HTMLElement);
const portrait = element("portrait", HTMLCanvasElement);
const submit = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
const nameProblem = element("name-problem", HTMLElement);
const messageProblem = element("message-problem", HTMLElement);
const formProblem = element("form-problem", HTMLElement);

/** How often the visitor asked for another portrait of the same name. */
let attempt = 0;

/**
 * Makes the form ready for visitors.
 *
 * @param {{ signed: (entry: Entry) => Promise<void> }} told
 */
export function prepareForm({ signed }) {
  const redraw = () => draw(portrait, `${name.value.trim()}/${attempt}`);
  const count = () => {
    left.textContent = String(message.maxLength - message.value.length);
  };
  name.addEventListener("input", () => {
    clear(name, nameProblem);
    redraw();
  });
  message.addEventListener("input", () => {
    clear(message, messageProblem);
    count();
  });
  element("redraw", HTMLButtonElement).addEventListener("click", () => {
    attempt += 1;
    redraw();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (submit.disabled) return;
    submit.disabled = true;
    const entry = await send();
    submit.disabled = false;
    if (entry === undefined) return;
    form.reset();
    attempt = 0;
    redraw();
    count();
    await signed(entry);
  });
  redraw();
  count();
}

/** @returns {Promise<Entry | undefined>} the new entry, if the server accepted it */
async function send() {
  clear(name, nameProblem);
  clear(message, messageProblem);
  formProblem.textContent = "";
  const answer = await sign.safe({
    name: name.value,
    message: message.value,
    avatar: await png(portrait),
  });
  if (answer.ok) return answer.data;
  if (answer.error.kind === "declared") explain(answer.error);
  else formProblem.textContent = apology(answer.error);
  return undefined;
}

/**
 * Shows a refusal where its cause is.
 *
 * @param {SignError} refusal
 */
function explain(refusal) {
  switch (refusal.code) {
    case "name_taken":
      complain("name", `That name is in the book already, as number ${refusal.data.entry}.`);
      suggest(refusal.data.suggestion);
      break;
    case "blank":
      complain(refusal.data.field, "Write something here first.");
      break;
    case "too_long":
      complain(refusal.data.field, `That is too long: ${refusal.data.limit} is the most.`);
      break;
    case "not_png":
      complain("avatar", "Your browser drew a portrait that is not a PNG.");
      break;
  }
}

/**
 * Offers to sign with another name.
 *
 * @param {string} suggestion
 */
function suggest(suggestion) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = `Sign as ${suggestion}`;
  button.addEventListener("click", () => {
    name.value = suggestion;
    name.dispatchEvent(new Event("input"));
    form.requestSubmit();
  });
  nameProblem.append(document.createElement("br"), button);
}

/**
 * @param {Field} field
 * @param {string} text
 */
function complain(field, text) {
  switch (field) {
    case "name":
      return mark(name, nameProblem, text);
    case "message":
      return mark(message, messageProblem, text);
    case "avatar":
      formProblem.textContent = text;
  }
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {HTMLElement} problem
 * @param {string} text
 */
function mark(input, problem, text) {
  problem.textContent = text;
  input.setAttribute("aria-invalid", "true");
  input.focus();
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {HTMLElement} problem
 */
function clear(input, problem) {
  problem.textContent = "";
  input.removeAttribute("aria-invalid");
}
