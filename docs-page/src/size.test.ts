import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const page = readFileSync(fileURLToPath(new URL("../../../runtime/src/rest/documentation/page.html", import.meta.url)), "utf8");

test("the page takes at most 18,000 bytes", () => {
  const size = gzipSync(page, { level: 9 }).length;
  assert.ok(size <= 18_000, `${size} bytes`);
});

test("nothing in the page writes HTML, runs text, or keeps anything", () => {
  const forbidden = /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTML\w*|document\.write|eval|Function\(|localStorage|sessionStorage|indexedDB|document\.cookie|pushState|replaceState)/;
  assert.equal(forbidden.exec(page)?.[0], undefined);
});

test("nothing in the page is fetched from elsewhere", () => {
  assert.equal(/\b(?:src|href)=["']?(?:https?:)?\/\//.exec(page)?.[0], undefined);
  assert.equal(/@import|url\(/.exec(page)?.[0], undefined);
});
