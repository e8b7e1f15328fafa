// What a reader of the documentation does, and expects to see.

import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { browser, pictures, visitor } from "./guestbook.js";
import { Server } from "./server.js";

/** @type {import("playwright-core").Browser} */
let chromium;
let server;
/** @type {Awaited<ReturnType<typeof visitor>>} */
let window;
/** What the page asked of anyone but its server. */
let elsewhere = [];
/** What the page is expected to complain about in this test. */
let expected = [];

before(async () => {
  chromium = await browser();
  server = await Server.start("documentation-tests", "127.0.0.1:0");
});
after(async () => {
  await chromium.close();
  await server.stop();
});

/** Opens a window that reaches the server and nothing else. */
async function enter(options) {
  window = await visitor(chromium, options);
  await window.page.route("**", (route) => {
    if (new URL(route.request().url()).host === new URL(server.url).host) return route.continue();
    elsewhere.push(route.request().url());
    return route.abort();
  });
  return window.page;
}

async function open(version = "") {
  const { page } = window;
  const answer = await page.goto(new URL(`/docs${version}`, server.url).href);
  await page.locator("main h1").waitFor();
  return answer;
}

beforeEach(async () => {
  elsewhere = [];
  expected = [];
  await enter();
});
afterEach(async () => {
  const { complaints, page } = window;
  const hacked = await page.evaluate(() => globalThis.hacked);
  const kept = await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
  await window.close();
  assert.equal(hacked, undefined, "text of the document ran");
  assert.equal(kept, 0, "something is kept");
  assert.deepEqual(elsewhere, [], "something was fetched from elsewhere");
  assert.deepEqual(
    complaints.filter((text) => !expected.some((known) => known.test(text))),
    [],
    "the page complained",
  );
});

/** The section of an operation. */
const operation = (id) => window.page.locator(`section.operation[id="operation/${id}"]`);

/** Opens the form of an operation. */
async function form(id) {
  await operation(id).locator(".trial > summary").click();
  return operation(id).locator("form");
}

/** Sends a form, and returns what came back. */
async function sent(id) {
  const section = operation(id);
  await section.getByRole("button", { name: "Send" }).click();
  await section.locator(".result:not([aria-busy]) .outcome").waitFor();
  return {
    status: await section.locator(".outcome .status").textContent(),
    body: await section.locator(".result .block code").allTextContents(),
  };
}

test("the path leads to the newest version, which lists its operations by tag", async () => {
  const { page } = window;
  const answer = await open();
  assert.match(page.url(), /\/docs\/v2$/);
  assert.match(answer.headers()["content-security-policy"], /default-src 'none'/);
  assert.equal(await page.title(), "documentation-tests v2");
  const names = page.getByRole("navigation").locator("li .words");
  assert.deepEqual(await names.allTextContents(), ["Products", "Puts a product up for sale", "One product", "product.updated"]);
  assert.deepEqual(await page.locator("main h3").allTextContents(), [
    "Bearer token",
    "API key",
    "Products",
    "Puts a product up for sale",
    "One product",
    "A product's price or stock has changed",
  ]);
  assert.deepEqual(await operation("createProduct").locator(".answer .status").allTextContents(), [
    ...["201", "400", "401", "404", "406", "409", "413", "415", "422", "default"],
  ]);
  assert.deepEqual(await operation("createProduct").locator(".answer", { hasText: "401" }).locator("summary code.code").allTextContents(), [
    "key_missing",
    "key_unknown",
  ]);
});

test("text of the document is text", async () => {
  await open();
  await operation("listProducts").getByText('<script>globalThis.hacked = 1</script><img src=x onerror="globalThis.hacked = 1">').waitFor();
  assert.equal(await window.page.locator("main img, main script").count(), 0);
});

test("a type within itself is opened once", async () => {
  await open();
  const answer = operation("getProduct").locator(".answer", { hasText: "200" });
  await answer.locator("summary").first().click();
  await answer.getByText("Product again, as above").waitFor();
  const shape = answer.locator(".row", { hasText: "shape" }).last();
  await shape.getByText("Show Shape").click();
  await shape.getByText("One of these, told apart by kind:").waitFor();
});

test("a request is sent, and no digit of the answer is lost", async () => {
  await open();
  const fields = await form("getProduct");
  await fields.getByRole("textbox", { name: "id path" }).fill("9007199254740993");
  const { status, body } = await sent("getProduct");
  assert.equal(status, "200");
  assert.match(body.at(-1), /"id": 9007199254740993,\n  "name": "Kettle"/);
  const command = operation("getProduct").locator(".block code").first();
  assert.equal(await command.textContent(), `curl '${new URL(server.url).origin}/v2/products/9007199254740993'`);

  expected = [/status of 404/];
  await fields.getByRole("textbox", { name: "id path" }).fill("1");
  const missing = await sent("getProduct");
  assert.equal(missing.status, "404");
  assert.match(missing.body.at(-1), /"code": "no_product"/);
});

test("a list in the query, and a choice", async () => {
  await open();
  const fields = await form("listProducts");
  await fields.getByRole("textbox", { name: "tag query" }).fill("a b\nc&d");
  await fields.getByRole("combobox", { name: "order query" }).selectOption("cheapest");
  const { status, body } = await sent("listProducts");
  assert.equal(status, "200");
  assert.deepEqual(JSON.parse(body.at(-1)).map((product) => product.name), ["a b", "c&d", "cheapest"]);
});

test("a token is sent where it is asked for, and nothing shows it", async () => {
  const { page } = window;
  expected = [/status of 401/];
  await open();
  const fields = await form("createProduct");
  const body = fields.getByRole("textbox", { name: "Body" });
  assert.deepEqual(Object.keys(JSON.parse(await body.inputValue())), ["name", "price", "tags", "shape"]);
  assert.equal((await sent("createProduct")).status, "401");

  const requests = [];
  page.on("request", (request) => requests.push([request.method(), request.url(), request.headers()["authorization"], request.headers()["cookie"]]));
  await page.getByLabel("Token for Authorization: Bearer").fill("open-sesame");
  await fields.getByText("Sent with your bearer token.").waitFor();
  await body.fill('{ "name": "Teapot", "price": 900, "shape": { "kind": "box", "width": 1.5, "height": 2 } }');
  const { status, body: answer } = await sent("createProduct");
  assert.equal(status, "201");
  assert.match(answer.at(-1), /"id": 9007199254740994,\n  "name": "Teapot"/);
  assert.deepEqual(requests, [["POST", new URL("/v2/products", server.url).href, "Bearer open-sesame", undefined]]);
  await operation("createProduct").locator(".result summary").click();
  await operation("createProduct").getByRole("row", { name: "location" }).getByText("/v2/products/9007199254740994").waitFor();

  const command = await operation("createProduct").locator(".block code").first().textContent();
  assert.match(command, /-H "Authorization: Bearer \$TOKEN"/);
  assert.equal((await page.content()).includes("open-sesame"), false);
  await page.reload();
  await page.locator("main h1").waitFor();
  assert.equal(await page.getByLabel("Token for Authorization: Bearer").inputValue(), "");
});

test("a body that is no JSON is pointed out, and sent all the same", async () => {
  expected = [/status of 400/];
  await open();
  await window.page.getByLabel("Key for x-api-key").fill("open-sesame");
  const fields = await form("createProduct");
  await fields.getByRole("textbox", { name: "Body" }).fill('{ "name": }');
  await fields.getByText("Not JSON: a value is expected, not }.").waitFor();
  const { status, body } = await sent("createProduct");
  assert.equal(status, "400");
  assert.match(body.at(-1), /"code": "malformed"/);
});

test("what is missing is asked for before anything is sent", async () => {
  await open();
  const fields = await form("getProduct");
  const id = fields.getByRole("textbox", { name: "id path" });
  await id.fill("");
  await fields.getByRole("button", { name: "Send" }).click();
  await fields.getByRole("alert").getByText("Fill in id.").waitFor();
  assert.equal(await id.evaluate((input) => input === document.activeElement), true);
});

test("another version is a choice away, and says what is deprecated", async () => {
  const { page } = window;
  await open();
  await page.getByRole("combobox", { name: "Version" }).selectOption("v1");
  await page.waitForURL("**/docs/v1");
  await page.getByText("It still works, but new code should not use it.").waitFor();
  assert.equal(await page.title(), "documentation-tests v1");
});

test("the keyboard reaches everything, and the list is narrowed by words", async () => {
  const { page } = window;
  await open();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.keyboard.press("/");
  await page.keyboard.type("post sale");
  const links = page.getByRole("navigation").getByRole("link");
  await page.waitForFunction(() => [...document.querySelectorAll("nav li")].filter((item) => item.checkVisibility()).length === 1);
  assert.deepEqual((await links.allTextContents()).filter((text) => text.includes("sale")), ["Puts a product up for salePOST"]);
  await links.filter({ hasText: "sale" }).press("Enter");
  assert.match(page.url(), /#operation\/createProduct$/);
  assert.equal(await operation("createProduct").evaluate((section) => Math.abs(section.getBoundingClientRect().top) < 40), true);
});

test("an address leads to its operation", async () => {
  const { page } = window;
  await page.goto(new URL("/docs/v2#operation/getProduct", server.url).href);
  await page.locator("main h1").waitFor();
  assert.equal(await operation("getProduct").evaluate((section) => section.getBoundingClientRect().top < innerHeight), true);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const [name, width, height] of /** @type {const} */ ([
    ["desktop", 1280, 900],
    ["phone", 390, 844],
  ])) {
    test(`the documentation does not overflow on a ${colorScheme} ${name}`, async () => {
      await window.close();
      const page = await enter({ colorScheme, viewport: { width, height } });
      await open();
      await form("createProduct");
      await operation("createProduct").locator(".answer summary").first().click();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(overflow, 0);
      await page.screenshot({ path: path.join(pictures, `documentation-${name}-${colorScheme}.png`), fullPage: true, animations: "disabled" });
    });
  }
}
