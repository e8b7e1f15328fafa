// What the compatibility gate says about the code of frontends is what the compiler says.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const codegen = fileURLToPath(new URL("../../codegen/src/", import.meta.url));
const require = createRequire(import.meta.url);

test("tsc agrees with the gate on every change", async () => {
  const folder = unpacked(join(codegen, "gate/tests/expected/clients.txt"));
  cpSync(join(codegen, "emit/typescript/runtime/_runtime.d.ts"), join(folder, "_runtime.d.ts"));
  const project = join(folder, "tsconfig.json");
  const compilerOptions = {
    noEmit: true,
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    module: "esnext",
    moduleResolution: "bundler",
    strict: true,
    exactOptionalPropertyTypes: true,
    paths: { tramline: ["./_runtime.d.ts"] },
  };
  writeFileSync(project, JSON.stringify({ compilerOptions, include: ["*/check.ts"] }));
  const manifest = require.resolve("typescript/package.json");
  const tsc = join(dirname(manifest), require(manifest).bin.tsc);
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", project]).catch((error) => error);
  assert.equal(stdout, "");
});

/** A folder with the files of a text in which each begins with a line `//- path`. */
function unpacked(text) {
  const folder = mkdtempSync(join(tmpdir(), "tramline-gate-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of readFileSync(text, "utf8").split(/^\/\/- /m).slice(1)) {
    const end = part.indexOf("\n");
    const file = join(folder, part.slice(0, end));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, part.slice(end + 1));
  }
  return folder;
}
