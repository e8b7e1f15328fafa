// Declared errors are read by their code, through flattened types and unions.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { clients } from "./clients.js";

const folder = join(clients(), "errors/js");
const errors = await import(join(folder, "index.js"));
const { createClient, encode, writeString, writeU32, writeU64 } = await import(join(folder, "_runtime.js"));

const signedOut = ["signed_out", () => {}, null, undefined];
const banned = ["banned", () => writeU64(7n), { until: 7n }, { until: "7" }];
const quota = ["quota", () => [1, 2].forEach(writeU32), [1, 2], [1, 2]];
const titleTaken = ["title_taken", () => writeString("x"), "x", "x"];

const CASES = [
  ["one", [signedOut, banned], [quota]],
  ["several", [signedOut, banned, quota], [titleTaken]],
  ["contained", [signedOut, banned, quota, titleTaken], []],
  ["nested", [signedOut, banned, quota, titleTaken], []],
  ["none", [], [signedOut]],
];

for (const [name, declared, others] of CASES) {
  for (const [wire, refusing] of Object.entries({ postcard: refusingBytes, json: refusingText })) {
    test(`${name} in ${wire}`, async () => {
      for (const [code, fields, data, json] of declared) {
        const outcome = await errors[name].safe(undefined, { client: refusing(code, fields, json) });
        assert.equal(outcome.ok, false);
        const { error } = outcome;
        assert.deepEqual([error.kind, error.code, error.data, error.status], ["declared", code, data, 418]);
      }
      for (const [code, fields, , json] of others) {
        const call = errors[name](undefined, { client: refusing(code, fields, json) });
        await assert.rejects(call, { kind: "call", code: "bad_response" });
      }
    });
  }
}

/** A client whose calls are answered with a declared error. */
function refusingBytes(code, fields) {
  const body = encode(undefined, () => {
    writeString(code);
    fields();
  });
  return refusing(body, "postcard");
}

/** The same in JSON. */
function refusingText(code, _fields, data) {
  return refusing(JSON.stringify({ code, data }), "json");
}

function refusing(body, wire) {
  const init = { status: 418, headers: { "content-type": `application/${wire}` } };
  return createClient({ fetch: async () => new Response(body, init), wire });
}
