// In Chromium, which `CHROMIUM` names.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

// With these two, a page's clock is as fine as it gets.
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

const server = createServer(async ({ url }, response) => {
  try {
    const text = url === "/" ? "<!doctype html><title>Codecs</title>" : await readFile(fileURLToPath(new URL(`.${url}`, import.meta.url)));
    response.writeHead(200, { ...ISOLATED, "content-type": url === "/" ? "text/html" : "text/javascript" }).end(text);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
});
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const measured = await page.evaluate(async () => (await import("/measure.js")).measure());
  console.log(`Chromium ${browser.version()}`);
  console.table(Object.fromEntries(measured.map(({ "": name, ...row }) => [name, row])));
} finally {
  await browser.close();
  server.close();
}
