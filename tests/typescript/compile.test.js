// Both forms pass the compiler under every strict option.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { clients } from "./clients.js";

const STRICT = {
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  verbatimModuleSyntax: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
};

const require = createRequire(import.meta.url);
const folder = clients();

test("tsc accepts .ts", () => compile("*/ts/**/*.ts", { declaration: true, isolatedDeclarations: true }));
test("tsc accepts .d.ts", () => compile("*/js/**/*.d.ts", {}));

async function compile(include, more) {
  const project = join(folder, `tsconfig.${Object.keys(more).length}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions: { ...STRICT, ...more }, include: [include] }));
  const manifest = require.resolve("typescript/package.json");
  const tsc = join(dirname(manifest), require(manifest).bin.tsc);
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", project]).catch((error) => error);
  assert.equal(stdout, "");
}
