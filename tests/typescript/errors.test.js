// Declared errors are read by their code, through flattened types and unions.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { clients } from "./clients.js";

const folder = join(clients(), "errors/js");
const errors = await import(join(folder, "index.js"));
const { createClient, encode, writeString, writeU32, writeU64 } = await import(join(folder, "_runtime.js"));

const signedOut = ["signed_out", () => {}, null];
const banned = ["banned", () => writeU64(7n), { until: 7n }];
const quota = ["quota", () => [1, 2].forEach(writeU32), [1, 2]];
const titleTaken = ["title_taken", () => writeString("x"), "x"];

const CASES = [
  ["one", [signedOut, banned], [quota]],
  ["several", [signedOut, banned, quota], [titleTaken]],
  ["contained", [signedOut, banned, quota, titleTaken], []],
  ["nested", [signedOut, banned, quota, titleTaken], []],
  ["none", [], [signedOut]],
];

for (const [name, declared, others] of CASES) {
  test(name, async () => {
    for (const [code, fields, data] of declared) {
      const outcome = await errors[name].safe(undefined, refusing(code, fields));
      assert.equal(outcome.ok, false);
      const { error } = outcome;
      assert.deepEqual([error.kind, error.code, error.data, error.status], ["declared", code, data, 418]);
    }
    for (const [code, fields] of others) {
      await assert.rejects(errors[name](undefined, refusing(code, fields)), { kind: "call", code: "bad_response" });
    }
  });
}

/** Options for a call that is answered with a declared error. */
function refusing(code, fields) {
  const body = encode(undefined, () => {
    writeString(code);
    fields();
  });
  const init = { status: 418, headers: { "content-type": "application/postcard" } };
  return { client: createClient({ fetch: async () => new Response(body, init) }) };
}
