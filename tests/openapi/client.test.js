// What a generator makes of each document compiles, and calls through it are typed as the server is.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import openapiTS, { astToString } from "openapi-typescript";
import { documents } from "./documents.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const require = createRequire(import.meta.url);

const STRICT = {
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
};

test("types of every document compile", async (context) => {
  const folder = scratch(context);
  for (const [index, document] of documents.entries()) {
    await generate(document, join(folder, `types${index}.ts`));
  }
  assert.equal(await compile(folder), "");
});

test("calls are typed as the server is", async (context) => {
  const folder = scratch(context);
  await generate(join(here, "documents/openapi.v1.json"), join(folder, "types.ts"));
  writeFileSync(join(folder, "calls.ts"), CALLS);
  assert.equal(await compile(folder), "");
});

test("calls that the server would refuse do not compile", async (context) => {
  const folder = scratch(context);
  await generate(join(here, "documents/openapi.v1.json"), join(folder, "types.ts"));
  for (const [index, call] of REFUSED.entries()) {
    writeFileSync(join(folder, `refused${index}.ts`), `${HEAD}export const refused = ${call};\n`);
  }
  const told = await compile(folder);
  for (const [index, call] of REFUSED.entries()) assert.match(told, new RegExp(`refused${index}\\.ts`), call);
});

const HEAD = `
import createClient from "openapi-fetch";
import type { paths } from "./types";
const client = createClient<paths>({ baseUrl: "https://example.com" });
`;

const CALLS = `${HEAD}
export async function everything() {
  const created = await client.POST("/v1/notes", { body: { text: "one", author: null } });
  if (created.error) {
    const code: string = created.error.code;
    return code;
  }
  const id: number = created.data.id;
  const author: string | null = created.data.author;
  const page = await client.GET("/v1/notes", { params: { query: { after: id, author: ["me"], size: 10 } } });
  const texts: string[] | undefined = page.data?.map((note) => note.text);
  const changed = await client.PATCH("/v1/notes/{id}", {
    params: { path: { id }, header: { "If-Match": "*" } },
    body: { author: null },
  });
  const revision: number | undefined = changed.data?.revision;
  const gone = await client.GET("/v1/notes/{id}", { params: { path: { id } } });
  const nothing = await client.DELETE("/v1/notes/{id}", { params: { path: { id } } });
  const told = await client.POST("/v1/told", {
    body: {
      external: ["Nothing", { Value: 7 }, { Pair: [7, "a"] }, { Fields: { a: true } }],
      internal: [{ type: "nothing" }, { type: "fields", a: true, b: null }],
      adjacent: [{ kind: "Nothing" }, { kind: "Pair", value: [7, "a"] }],
      untagged: [7, "a", { a: true }],
      mixed: ["One", { Two: 7 }, true],
    },
  });
  const first = told.data?.internal[0];
  const depth: number | undefined = first?.type === "inner_struct" ? first.depth : undefined;
  return { author, texts, revision, gone, nothing, depth };
}
`;

const REFUSED = [
  `client.POST("/v1/notes", { body: {} })`,
  `client.POST("/v1/notes", { body: { text: 7 } })`,
  `client.POST("/v1/notes")`,
  `client.GET("/v1/note")`,
  `client.GET("/v1/notes/{id}", { params: { path: { id: "one" } } })`,
  `client.PUT("/v1/notes", { body: { text: "one" } })`,
];

function scratch(context) {
  // Beside the packages, so that they are found from there.
  const folder = mkdtempSync(join(here, "scratch-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function generate(document, path) {
  const types = await openapiTS(pathToFileURL(document), { silent: true });
  writeFileSync(path, astToString(types));
}

/** What the compiler has to say. */
async function compile(folder) {
  const project = join(folder, "tsconfig.json");
  writeFileSync(project, JSON.stringify({ compilerOptions: STRICT, include: ["*.ts"] }));
  const manifest = require.resolve("typescript/package.json");
  const tsc = join(dirname(manifest), require(manifest).bin.tsc);
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", project]).catch((error) => error);
  return stdout;
}
