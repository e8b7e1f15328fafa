// Does what the README tells its reader to do.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { registry } from "./registry.js";
import { Shell } from "./shell.js";
import { stepsOf } from "./steps.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const work = path.join(process.env.TRAMLINE_TARGET ?? path.join(root, "target"), "readme");

test("the steps of “Add it to your own crate” end in a call", async (context) => {
  const steps = stepsOf(await readFile(path.join(root, "README.md"), "utf8"), "Add it to your own crate");
  const last = steps.at(-1);
  assert.equal(last?.kind, "console");
  assert.ok(last.commands.some((command) => command.startsWith("node ")), "a call from Node comes last");
  assert.ok(last.expected.length > 0, "and the README says what it prints");

  const folder = await mkdtemp(path.join(tmpdir(), "readme-"));
  context.after(() => rm(folder, { recursive: true }));
  const { config, digest } = await registry(root, work);
  await mkdir(path.join(folder, ".cargo"));
  await writeFile(path.join(folder, ".cargo", "config.toml"), config);

  const shell = new Shell(folder, { ...environment(), CARGO_TARGET_DIR: await buildFolder(digest) });
  context.after(() => shell.close());
  for (const step of steps) {
    if (step.kind === "file") {
      console.log(`  writes ${step.path}`);
      const file = path.join(shell.folder, step.path);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, step.text);
    } else {
      for (const command of step.commands) console.log(`  $ ${command}`);
      await shell.run(step.commands, step.expected);
    }
  }
});

/** Ours without what cargo and npm tell the programs they start. */
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(CARGO_|npm_|RUST)/.test(name));
  return Object.fromEntries([...kept, ...cargoHome()]);
}

function cargoHome() {
  return ["CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN"]
    .filter((name) => process.env[name] !== undefined)
    .map((name) => [name, process.env[name]]);
}

/**
 * Where the crate is built. Cargo takes a crate from a folder for unchanged while its version is,
 * so a change to ours needs a fresh place.
 */
async function buildFolder(digest) {
  const folder = path.join(work, "build");
  const stamp = path.join(folder, "crates-digest");
  const built = await readFile(stamp, "utf8").catch(() => "");
  if (built !== digest) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(stamp, digest);
  }
  return folder;
}
