// Clients that others' generators make from the documents, calling the example.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import openapiTypescript, { astToString } from "openapi-typescript";
import { key, start } from "./example.js";
import { python, scratch } from "./scratch.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const document = path.join(here, "../../examples/partner-api/openapi/openapi.v2.json");

test("a client by openapi-python-client works", async (context) => {
  const folder = await scratch("python-client");
  // Beside Python stands the formatter that the generator calls.
  const environment = { ...process.env, PATH: `${path.dirname(python)}:${process.env.PATH}`, PYTHONPATH: folder };
  const generate = [
    ...["-m", "openapi_python_client", "generate", "--fail-on-warning", "--meta", "none"],
    ...["--path", document, "--output-path", path.join(folder, "partner_api_client")],
  ];
  await run(python, generate, { env: environment });
  const server = await start();
  context.after(() => server.stop());
  await run(python, [path.join(here, "client.py"), server.origin, key], { env: environment });
});

test("a client by openapi-typescript type-checks and works", async (context) => {
  // Inside this folder, so that its packages are found.
  const folder = path.join(here, "typescript-client");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const types = astToString(await openapiTypescript(new URL(`file://${document}`)));
  await writeFile(path.join(folder, "schema.ts"), types);
  await copyFile(path.join(here, "client.ts"), path.join(folder, "client.ts"));
  await run("npx", ["tsc", "--project", path.join(here, "tsconfig.json")]);
  const program = path.join(folder, "client.js");
  await build({
    entryPoints: [path.join(folder, "client.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
  });
  const server = await start();
  context.after(() => server.stop());
  await run(process.execPath, [program, server.origin, key]);
});

async function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: here, stdio: ["ignore", "inherit", "inherit"], ...options });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}`);
}
