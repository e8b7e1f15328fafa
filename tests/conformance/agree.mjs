// Decodes and re-encodes every `<type>.bin` of a folder with the generated client.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";

import * as echo from "./api/echo.js";
import { createClient } from "./api/_runtime.js";

const folder = process.argv[2];
const files = (await readdir(folder)).filter((file) => file.endsWith(".bin"));
assert.ok(files.length > 0, "there are values to compare");

/** A client whose server answers with `answer`, and which keeps what it was sent. */
function recorder(answer) {
  const sent = [];
  const client = createClient({
    baseUrl: "http://localhost/rpc",
    async fetch(input, init) {
      const request = new Request(input, init);
      const query = new URL(request.url).searchParams.get("i");
      sent.push(query === null ? Buffer.from(await request.arrayBuffer()) : Buffer.from(query, "base64url"));
      return new Response(answer, { headers: { "content-type": "application/postcard" } });
    },
  });
  return { client, sent };
}

const functionName = (type) => `echo_${type}`.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

for (const file of files) {
  const type = basename(file, ".bin");
  const bytes = await readFile(join(folder, file));
  const call = echo[functionName(type)];
  assert.equal(typeof call, "function", `${type} has a function`);
  const { client, sent } = recorder(bytes);
  // A list of bytes is bytes.
  const none = type === "u8" ? new Uint8Array() : [];
  const values = await call({ values: none }, { client });
  assert.equal(values.length, 10_000, type);
  await call({ values }, { client });
  assert.ok(bytes.equals(sent[1]), `${type}: JavaScript encodes what it decoded to other bytes`);
}
console.log(`${files.length} types, 10,000 values each: the same bytes`);
