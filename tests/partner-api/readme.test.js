// Does what the example's README tells its reader to do.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Shell } from "../readme/shell.js";
import { stepsOf } from "../readme/steps.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the calls of the README answer as it says", async (context) => {
  const readme = await readFile(new URL("../../examples/partner-api/README.md", import.meta.url), "utf8");
  const steps = stepsOf(readme, "Call it");
  assert.ok(steps.length > 5, "the README shows calls");
  const shell = new Shell(root, process.env);
  context.after(() => shell.close());
  for (const step of steps) {
    assert.equal(step.kind, "console");
    for (const command of step.commands) console.log(`  $ ${command}`);
    await shell.run(step.commands, step.expected);
  }
});
