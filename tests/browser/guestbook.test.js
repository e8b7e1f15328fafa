// What a visitor of the guestbook does, and expects to see.

import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { Guestbook, browser, pictures, visitor } from "./guestbook.js";

/** @type {import("playwright-core").Browser} */
let chromium;
/** @type {Guestbook} */
let guestbook;
/** @type {Awaited<ReturnType<typeof visitor>>} */
let window;
/** What the page is expected to complain about in this test. */
let expected = [];

before(async () => {
  chromium = await browser();
});
after(() => chromium.close());

beforeEach(async () => {
  expected = [];
  guestbook = await Guestbook.open();
  window = await visitor(chromium);
});
afterEach(async () => {
  const { complaints } = window;
  await window.close();
  await guestbook.close();
  assert.deepEqual(
    complaints.filter((text) => !expected.some((known) => known.test(text))),
    [],
    "the page complained",
  );
});

const FIRST_ID = 9_007_199_254_740_993n;

async function sign(page, name, message = "It was lovely here.") {
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("textbox", { name: "Message" }).fill(message);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
}

/** Waits until the newest entry is this visitor's. */
async function arrival(page, name) {
  await page.locator("#entries .entry:first-child .name", { hasText: name }).waitFor();
}

const names = (page) => page.locator("#entries .name").allTextContents();

/** Signs without the form, through the page's own generated client. */
const signMany = (page, count) =>
  page.evaluate(async (count) => {
    const { sign } = await import("/api/guestbook.js");
    const { png } = await import("/portrait.js");
    const avatar = await png(document.querySelector("canvas"));
    for (let number = 1; number <= count; number += 1) {
      await sign({ name: `Visitor ${number}`, message: "Hello", avatar });
    }
  }, count);

test("an empty book says so", async () => {
  const { page } = window;
  const answer = await page.goto(guestbook.url);
  assert.match(answer.headers()["content-security-policy"], /default-src 'none'/);
  await page.getByText("The first page is still blank.").waitFor();
  assert.equal(await page.locator("#total").textContent(), "0 entries");
  assert.equal(await page.locator("#failure").isVisible(), false);
});

test("a visitor signs, and is still there after a reload and a restart", async () => {
  const { page } = window;
  await page.goto(guestbook.url);
  await sign(page, "Ada", "From 1843,\nwith <b>love</b> & 🚋");
  await arrival(page, "Ada");
  const check = async () => {
    const entry = page.locator("#entries .entry");
    assert.equal(await entry.count(), 1);
    assert.equal(await entry.locator(".message").textContent(), "From 1843,\nwith <b>love</b> & 🚋");
    assert.equal(await entry.locator(".number").textContent(), `No. ${FIRST_ID}`);
  };
  await check();
  assert.equal(await page.getByRole("textbox", { name: "Name" }).inputValue(), "");

  await page.reload();
  await arrival(page, "Ada");
  await guestbook.stop();
  await guestbook.start();
  await page.reload();
  await arrival(page, "Ada");
  await check();
});

test("ids above 2^53 keep every digit", async () => {
  const { page } = window;
  await page.goto(guestbook.url);
  await signMany(page, 2);
  await page.reload();
  await arrival(page, "Visitor 2");
  const ids = await page.locator("#entries .number").allTextContents();
  assert.deepEqual(ids, [`No. ${FIRST_ID + 1n}`, `No. ${FIRST_ID}`]);
  assert.notEqual(BigInt(Number(FIRST_ID)), FIRST_ID, "a double could not have carried it");
});

test("a name that is taken is refused, and another suggested", async () => {
  const { page } = window;
  expected = [/status of 409/];
  await page.goto(guestbook.url);
  await sign(page, "Ada");
  await arrival(page, "Ada");
  await sign(page, " ada ", "Me again.");
  const problem = page.locator("#name-problem");
  await problem.getByText(`number ${FIRST_ID}`).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Name" }).getAttribute("aria-invalid"), "true");
  assert.deepEqual(await names(page), ["Ada"]);
  assert.equal(await page.getByRole("textbox", { name: "Message" }).inputValue(), "Me again.", "nothing is lost");

  await page.getByRole("button", { name: "Sign as ada 2" }).click();
  await arrival(page, "ada 2");
  assert.equal(await problem.isVisible(), false);
});

test("what is left blank is pointed out", async () => {
  const { page } = window;
  expected = [/status of 422/];
  await page.goto(guestbook.url);
  await sign(page, "Ada", "  ");
  await page.locator("#message-problem").getByText("Write something").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Message" }).evaluate((area) => area === document.activeElement), true);
});

test("the book has pages, and the address remembers which", async () => {
  const { page } = window;
  await page.goto(guestbook.url);
  await signMany(page, 8);
  await page.reload();
  await arrival(page, "Visitor 8");
  assert.equal((await names(page)).length, 6);
  await page.getByRole("button", { name: "Older" }).click();
  await arrival(page, "Visitor 2");
  assert.deepEqual(await names(page), ["Visitor 2", "Visitor 1"]);
  assert.equal(await page.locator("#page").textContent(), "Page 2 of 2");
  assert.equal(await page.getByRole("button", { name: "Older" }).isDisabled(), true);

  await page.reload();
  await arrival(page, "Visitor 2");
  await page.goBack();
  await arrival(page, "Visitor 8");
  await page.goto(`${guestbook.url}?page=99`);
  await arrival(page, "Visitor 2");
});

test("an entry can be taken out", async () => {
  const { page } = window;
  await page.goto(guestbook.url);
  await signMany(page, 2);
  await page.reload();
  await arrival(page, "Visitor 2");
  const remove = page.getByRole("button", { name: "Remove Visitor 2’s entry" });
  await remove.click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await remove.click();
  await page.getByRole("button", { name: "Take it out" }).click();
  await arrival(page, "Visitor 1");
  assert.deepEqual(await names(page), ["Visitor 1"]);
  await page.reload();
  await arrival(page, "Visitor 1");
  assert.equal(await page.locator("#total").textContent(), "1 entry");
});

test("a portrait comes back byte for byte", async () => {
  const { page } = window;
  await page.goto(guestbook.url);
  const [sent, received] = await page.evaluate(async () => {
    const { sign, listEntries } = await import("/api/guestbook.js");
    // Every byte there is, after the signature that the server asks for.
    const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
    const avatar = Uint8Array.from([...signature, ...Array(256).keys()]);
    await sign({ name: "Bytes", message: "Hello", avatar });
    const { items } = await listEntries({});
    return [Array.from(avatar), Array.from(items[0].avatar)];
  });
  assert.deepEqual(received, sent);
  assert.equal(received.length, 264);
});

test("the portrait drawn in the form is the one shown in the book", async () => {
  const { page } = window;
  await page.goto(guestbook.url);
  await page.getByRole("textbox", { name: "Name" }).fill("Ada");
  await page.getByRole("button", { name: "Draw another" }).click();
  const drawn = await page.evaluate(() => document.querySelector("canvas").toDataURL());
  await page.getByRole("textbox", { name: "Message" }).fill("Hello");
  await page.getByRole("button", { name: "Sign", exact: true }).click();
  await arrival(page, "Ada");
  const shown = await page.evaluate(async () => {
    const picture = document.querySelector("#entries img");
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
    canvas.getContext("2d").drawImage(picture, 0, 0);
    return canvas.toDataURL();
  });
  assert.equal(shown, drawn);
});

test("a server that is gone is reported, and can be tried again", async () => {
  const { page } = window;
  expected = [/ERR_CONNECTION_REFUSED/];
  await page.goto(guestbook.url);
  await signMany(page, 8);
  await page.reload();
  await arrival(page, "Visitor 8");
  await guestbook.stop();
  await page.getByRole("button", { name: "Older" }).click();
  await page.getByText("The server did not answer.").waitFor();
  await guestbook.start();
  await page.getByRole("button", { name: "Try again" }).click();
  await arrival(page, "Visitor 2");
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const [name, width, height] of /** @type {const} */ ([
    ["desktop", 1280, 900],
    ["phone", 390, 844],
  ])) {
    test(`nothing overflows on a ${colorScheme} ${name}`, async () => {
      await window.close();
      window = await visitor(chromium, { colorScheme, viewport: { width, height } });
      const { page } = window;
      await page.goto(guestbook.url);
      await sign(page, "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", "A word as long as a train: ".padEnd(280, "o"));
      await arrival(page, "Www");
      await sign(page, "Grace Hopper", "It is easier to ask forgiveness than it is to get permission.");
      await arrival(page, "Grace");
      await sign(page, "Ada", "The Analytical Engine weaves algebraic patterns,\njust as the Jacquard loom weaves flowers and leaves.");
      await arrival(page, "Ada");
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(await overflow(), 0);
      await page.screenshot({
        path: path.join(pictures, `${name}-${colorScheme}.png`),
        fullPage: true,
        animations: "disabled",
      });
    });
  }
}
