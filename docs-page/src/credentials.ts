// Who the reader calls as. Kept in this object alone: not in storage, not in an address, and gone with
// the page.

import type { Scheme } from "./document.js";

export class Credentials {
  readonly #secrets = new Map<string, string>();
  readonly #listeners: (() => void)[] = [];

  set(scheme: Scheme, secret: string): void {
    if (secret === "") this.#secrets.delete(scheme.key);
    else this.#secrets.set(scheme.key, secret);
    for (const listener of this.#listeners) listener();
  }

  get(scheme: Scheme): string {
    return this.#secrets.get(scheme.key) ?? "";
  }

  /** A cookie is the browser's to send. */
  has(scheme: Scheme): boolean {
    return scheme.kind !== "cookie" && this.#secrets.has(scheme.key);
  }

  /** Calls after every change. */
  listen(listener: () => void): void {
    this.#listeners.push(listener);
  }
}
