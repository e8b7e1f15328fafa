// What a visitor notices of a deploy whose tab is open all the while.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, visitor } from "./guestbook.js";
import { Server } from "./server.js";

/** @type {import("playwright-core").Browser} */
let chromium;

before(async () => {
  chromium = await browser();
});
after(() => chromium.close());

/** What each version's function answers: the fields, in the order that it has them in. */
const OLD = 'Draft { title: "note, half written", width: 640, height: 480 }';
const NEW = 'Draft { title: "note, half written", height: 480, width: 640 }';

/** A tab, the server behind it, and the calls on the way. */
class Tab {
  #server;
  calls = [];

  static async open(version) {
    const tab = new Tab();
    tab.#server = await Server.start("skew-tests", version, "127.0.0.1:0");
    tab.window = await visitor(chromium);
    tab.page = tab.window.page;
    tab.page.on("request", (request) => {
      if (request.url().includes("/rpc/")) tab.calls.push(request.headers()["content-type"]);
    });
    await tab.page.goto(tab.#server.url);
    return tab;
  }

  /** Replaces the server by one of another version, at the same address. */
  async deploy(version) {
    const { host } = new URL(this.#server.url);
    await this.#server.stop();
    this.#server = await Server.start("skew-tests", version, host);
  }

  /** Clicks, and returns what the calls of it were. */
  async click(button, answer) {
    this.calls.length = 0;
    await this.page.getByRole("button", { name: button, exact: true }).click();
    await this.page.locator("output").getByText(answer, { exact: true }).waitFor();
    return [...this.calls];
  }

  banner() {
    return this.page.getByText("A new version is available.").isVisible();
  }

  async close() {
    await this.window.close();
    await this.#server.stop();
  }
}

const BINARY = "application/postcard";
const JSON = "application/json";

test("an open tab goes on over a deploy, and is told of it", async () => {
  const tab = await Tab.open("before-with-lock");
  await tab.page.getByRole("textbox", { name: "Title" }).fill("note, half written");
  assert.deepEqual(await tab.click("Save", OLD), [BINARY]);
  assert.equal(await tab.banner(), false);

  await tab.deploy("after-with-lock");
  assert.deepEqual(await tab.click("Save", NEW), [BINARY, JSON], "repeated once");
  assert.equal(await tab.banner(), true);
  assert.deepEqual(await tab.click("Save", NEW), [JSON], "in JSON at once");
  await tab.click("Find", NEW);
  await tab.click("Rate", "stale_client");

  await tab.deploy("before-with-lock");
  assert.deepEqual(await tab.click("Save", OLD), [JSON], "the server says that it is the tab's own");
  assert.deepEqual(await tab.click("Save", OLD), [BINARY], "so it returns to binary");

  await tab.deploy("after-with-lock");
  await tab.page.getByRole("button", { name: "Reload" }).click();
  await tab.page.waitForLoadState();
  assert.equal(await tab.banner(), false);
  await tab.page.getByRole("textbox", { name: "Title" }).fill("note, half written");
  assert.deepEqual(await tab.click("Save", NEW), [BINARY], "the new page is the new server's");
  assert.deepEqual(tab.window.complaints.filter((text) => !/status of 409/.test(text)), []);
  await tab.close();
});

test("without a lock an open tab is refused, and told of it", async () => {
  const tab = await Tab.open("before-without-lock");
  await tab.page.getByRole("textbox", { name: "Title" }).fill("note, half written");
  await tab.click("Save", OLD);
  await tab.deploy("after-without-lock");
  assert.deepEqual(await tab.click("Save", "stale_client"), [BINARY]);
  assert.equal(await tab.banner(), true);
  await tab.close();
});
