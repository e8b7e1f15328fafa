// Starts what the tests need: the guestbook's own binary with an empty database, and a browser
// that fails the test over anything the page complains about.

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { Server, target } from "./server.js";

/** Where screenshots go. */
export const pictures = path.join(target, "browser");

/** A guestbook that can be stopped and started again with the same entries. */
export class Guestbook {
  #folder;
  #server;

  static async open() {
    const guestbook = new Guestbook();
    guestbook.#folder = await mkdtemp(path.join(tmpdir(), "guestbook-"));
    await guestbook.start("127.0.0.1:0");
    return guestbook;
  }

  async start(address = new URL(this.url).host) {
    const database = path.join(this.#folder, "guestbook.sqlite3");
    this.#server = await Server.start("quickstart", "--database", database, "--listen", address);
    this.url = this.#server.url;
  }

  /** Asks the server to stop, as Ctrl-C does, and waits until it has. */
  async stop() {
    await this.#server.stop();
  }

  async close() {
    await this.stop();
    await rm(this.#folder, { recursive: true });
  }
}

/** @returns {Promise<import("playwright-core").Browser>} */
export async function browser() {
  await mkdir(pictures, { recursive: true });
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * A visitor's window. Complaints of the page are collected in `complaints`.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function visitor(browser, options) {
  const context = await browser.newContext({ locale: "en-GB", ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.setDefaultTimeout(10_000);
  return { page, complaints, close: () => context.close() };
}
