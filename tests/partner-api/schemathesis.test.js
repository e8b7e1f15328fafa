// Calls that a program makes up from the documents.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { key, start } from "./example.js";
import { python, scratch } from "./scratch.js";

/** Enough to meet each combination of wrong and right parameters several times. */
const examples = process.env.SCHEMATHESIS_EXAMPLES ?? "50";

for (const version of ["v1", "v2"]) {
  test(`schemathesis finds nothing in ${version}`, async (context) => {
    const server = await start();
    context.after(() => server.stop());
    const folder = await scratch(`schemathesis-${version}`);
    const run = spawn(
      python,
      [
        ...["-m", "schemathesis.cli", "--config-file", fileURLToPath(new URL("schemathesis.toml", import.meta.url))],
        ...["run", `${server.origin}/openapi.${version}.json`],
        ...["--checks", "all", "--phases", "examples,coverage,fuzzing,stateful", "--continue-on-failure"],
        ...["--max-examples", examples, "--seed", "1", "--generation-database", "none"],
        ...["--header", `Authorization: Bearer ${key}`],
      ],
      { cwd: folder, stdio: ["ignore", "inherit", "inherit"] },
    );
    const [code] = await once(run, "exit");
    if (code !== 0) throw new Error(`schemathesis ended with ${code}`);
  });
}
