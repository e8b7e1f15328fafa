// Small helpers around the document.
// @ts-check

/**
 * The element with this id, which the page is known to have.
 *
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function element(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`);
  return found;
}

/**
 * A function that copies the only element of a template.
 *
 * @param {string} id
 * @returns {() => HTMLElement}
 */
export function template(id) {
  const inside = element(id, HTMLTemplateElement).content.firstElementChild;
  if (!(inside instanceof HTMLElement)) throw new Error(`the template #${id} is empty`);
  return () => /** @type {HTMLElement} */ (inside.cloneNode(true));
}

/**
 * The first element inside `parent` that `selector` finds, which is known to be there.
 *
 * @template {HTMLElement} T
 * @param {HTMLElement} parent
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function inside(parent, selector, kind) {
  const found = parent.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`nothing matches ${selector}`);
  return found;
}

/**
 * What to tell a visitor about a call that failed for no reason of theirs.
 *
 * @param {{ code: string, requestId?: string | undefined }} error
 * @returns {string}
 */
export function apology(error) {
  switch (error.code) {
    case "network":
      return "The server did not answer. Is it still running?";
    case "timeout":
      return "The server took too long to answer.";
    case "stale_client":
    case "stale_server":
      return "The guestbook has been rebuilt. Reload the page to go on.";
    default:
      return error.requestId === undefined
        ? "Something went wrong on our side."
        : `Something went wrong on our side. The log knows it as ${error.requestId}.`;
  }
}
