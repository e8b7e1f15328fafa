// Writes the page as one file, and beside it what its Content-Security-Policy allows: the digests of
// its one script and its one style. tramline serves both as they are. With `--check`, writes nothing
// and fails where a committed file differs.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(folder, "src");
const target = join(folder, "../runtime/src/rest/documentation");

const files = await page();
if (process.argv.includes("--check")) check(files);
else {
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(target, name), text);
}

async function page() {
  const [script, style] = await Promise.all([minified("main.ts"), minified("style.css")]);
  for (const [text, end] of [[script, "</script"], [style, "</style"]]) {
    if (text.toLowerCase().includes(end) || text.includes("<!--")) throw new Error(`${end} would end early`);
  }
  const template = readFileSync(join(source, "page.html"), "utf8");
  const parts = { "{script}": script, "{style}": style };
  return {
    "page.html": template.replace(/\{script\}|\{style\}/g, (name) => parts[name]),
    "policy.txt": `script-src ${digest(script)}; style-src ${digest(style)}\n`,
  };
}

async function minified(name) {
  const result = await build({
    entryPoints: [join(source, name)],
    bundle: true,
    minify: true,
    format: "esm",
    target: ["es2022", "chrome111", "firefox121", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    write: false,
    logLevel: "warning",
  });
  return result.outputFiles[0].text.trim();
}

function digest(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function check(files) {
  const stale = Object.entries(files).filter(([name, text]) => committed(name) !== text);
  for (const [name] of stale) console.error(`${join(target, name)} is stale: run npm run bundle -w docs-page`);
  if (stale.length) process.exitCode = 1;
}

function committed(name) {
  try {
    return readFileSync(join(target, name), "utf8");
  } catch {
    return undefined;
  }
}
