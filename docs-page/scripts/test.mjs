// Compiles the tests, since Node runs no TypeScript, and hands them to Node's test runner.

import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const compiled = join(folder, "dist/test");

rmSync(compiled, { recursive: true, force: true });
await build({
  entryPoints: readdirSync(join(folder, "src")).filter((name) => name.endsWith(".test.ts")).map((name) => join(folder, "src", name)),
  outdir: compiled,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "es2022",
  sourcemap: "inline",
  logLevel: "warning",
});
const tests = readdirSync(compiled).map((name) => join(compiled, name));
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...tests], { stdio: "inherit", cwd: folder });
process.exitCode = status ?? 1;
