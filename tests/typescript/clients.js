// The recorded clients, each with a runtime beside it, as `tramline-codegen` would write them.

import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../../codegen/src/emit/typescript/", import.meta.url));
const expected = join(source, "tests/expected");

/** The names of the recorded clients. */
export const names = readdirSync(expected).sort();

/** Copies the clients to a folder that is gone after the tests; returns the folder. */
export function clients() {
  const folder = mkdtempSync(join(tmpdir(), "tramline-clients-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(expected, folder, { recursive: true });
  for (const name of names) {
    copyRuntime(join(folder, name, "ts"), ["_runtime.ts"]);
    copyRuntime(join(folder, name, "js"), ["_runtime.js", "_runtime.d.ts"]);
  }
  return folder;
}

function copyRuntime(to, files) {
  for (const file of files) cpSync(join(source, "runtime", file), join(to, file));
}
