// What is sent is laid out as Rust reads it, what is received as Rust writes it; so it is in JSON.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { clients } from "./clients.js";

const folder = clients();
const directions = await import(join(folder, "directions/js/index.js"));
const { createClient } = await import(join(folder, "directions/js/_runtime.js"));
const plain = await import(join(folder, "plain/js/index.js"));
const plainRuntime = await import(join(folder, "plain/js/_runtime.js"));

const TITLE = [1, 97];
const zeros = (count) => new Array(count).fill(0);

// motto, depth, tags, letters, scores, avatar, title, shown, count, total; ratio; toString.
const ZERO = [...zeros(10), ...zeros(8), 0];
// limit, note, unit, constructor.
const LEFT_OUT = zeros(4);

const SENT = [
  ["echoPost", { title: "a", path: "a", secret: "a" }, [...TITLE, ...TITLE, ...TITLE]],
  ["echoDefaults", {}, [...ZERO, ...LEFT_OUT]],
  ["echoDefaults", { motto: undefined, tags: undefined, limit: undefined }, [...ZERO, ...LEFT_OUT]],
  ["echoDefaults", { motto: null, depth: null, tags: [] }, [...ZERO, ...LEFT_OUT]],
  ["echoDefaults", { motto: "a" }, [1, ...TITLE, ...zeros(9), ...zeros(8), 0, ...LEFT_OUT]],
  ["echoDefaults", { depth: [null] }, [0, 1, 0, ...zeros(8), ...zeros(8), 0, ...LEFT_OUT]],
  ["echoDefaults", { toString: "a" }, [...zeros(18), ...TITLE, ...LEFT_OUT]],
  ["echoDefaults", { limit: 7 }, [...ZERO, 1, 7, 0, 0, 0]],
  ["echoDefaults", { note: null, unit: null, constructor: "a" }, [...ZERO, 0, 1, 0, 1, 1, ...TITLE]],
  ["echoDefaults", { note: "a" }, [...ZERO, 0, 1, 1, ...TITLE, 0, 0]],
  ["echoState", "draft", [0]],
  ["echoState", { Published: { at: 3n } }, [2, 3]],
  ["echoState", "Purge", [3]],
  ["echoSealed", { kind: "seal" }, [4, 115, 101, 97, 108]],
  ["echoLine", [0, "a", 5], [...zeros(8), ...TITLE, 1, 5]],
  ["send", {}, [0]],
  ["send", { at: -1n }, [1, 1]],
];

for (const [name, value, bytes] of SENT) {
  test(`${name} sends ${JSON.stringify(value, printable)}`, async () => {
    let sent;
    const client = createClient({
      async fetch(_url, { body }) {
        sent = body;
        throw new TypeError("seen");
      },
    });
    await assert.rejects(directions[name]({ value }, { client }), { code: "network" });
    assert.deepEqual([...sent], bytes);
  });
}

const SENT_AS_JSON = [
  ["echoPost", { title: "a", path: "b", secret: "c" }, '{"title":"a","path":"b","secret":"c"}'],
  ["echoDefaults", {}, "{}"],
  ["echoDefaults", { tags: undefined, limit: undefined }, "{}"],
  ["echoDefaults", { motto: null, depth: [null], note: null }, '{"motto":null,"depth":[null],"note":null}'],
  ["echoDefaults", { total: 2n, toString: "a", constructor: "b" }, '{"total":"2","toString":"a","constructor":"b"}'],
  ["echoState", "draft", '"draft"'],
  ["echoLine", [0, "a", 5], '[0,"a",5]'],
];

for (const [name, value, text] of SENT_AS_JSON) {
  test(`${name} sends ${text}`, async () => {
    let sent;
    const client = createClient({
      wire: "json",
      async fetch(_url, { body }) {
        sent = await new Response(body).text();
        throw new TypeError("seen");
      },
    });
    await assert.rejects(directions[name]({ value }, { client }), { code: "network" });
    assert.equal(sent, `{"value":${text}}`);
  });
}

const RECEIVED = [
  ["echoPost", [7, ...TITLE, ...TITLE], { id: 7n, title: "a", slug: "a" }],
  ["echoState", [0], "Draft"],
  ["echoState", [1, ...TITLE], { Unknown: "a" }],
  ["echoState", [2, 3], { Published: { at: 3n } }],
  ["echoSealed", [4, 115, 101, 97, 108, 9], { kind: "seal", at: 9n }],
  ["echoLine", [...zeros(8), 5], [0, 5]],
  ["echoPage", [1, 7, ...TITLE, ...TITLE], { items: [{ id: 7n, title: "a", slug: "a" }] }],
];

const ANY_INPUT = {
  echoPost: { title: "", path: "", secret: "" },
  echoState: "draft",
  echoSealed: { kind: "open" },
  echoLine: [0, "", 0],
  echoPage: { items: [] },
};

for (const [name, bytes, value] of RECEIVED) {
  test(`${name} receives ${JSON.stringify(value, printable)}`, async () => {
    const answer = await directions[name]({ value: ANY_INPUT[name] }, { client: answering(bytes) });
    assert.deepEqual(answer, value);
  });
}

const RECEIVED_AS_JSON = [
  ["echoPost", '{"id":"7","title":"a","slug":"b"}', { id: 7n, title: "a", slug: "b" }],
  ["echoState", '"Draft"', "Draft"],
  ["echoLine", "[0,5]", [0, 5]],
];

for (const [name, text, value] of RECEIVED_AS_JSON) {
  test(`${name} receives ${text}`, async () => {
    const client = answering(text, { wire: "json" });
    assert.deepEqual(await directions[name]({ value: ANY_INPUT[name] }, { client }), value);
  });
}

const SPARSE = [
  ["{}", { tags: [], names: new Set(), motto: null }],
  ['{"tags":["a"],"limit":1}', { tags: ["a"], names: new Set(), motto: null, limit: 1 }],
];

for (const [text, value] of SPARSE) {
  test(`what ${text} leaves out is put back where that is known`, async () => {
    const client = plainRuntime.createClient({ fetch: async () => reply(text) });
    assert.deepEqual(await plain.echoSparse({ value: { tags: [], rate: 1 } }, { client }), value);
  });
}

test("a variant that is only sent is not received", async () => {
  const call = directions.echoState({ value: "draft" }, { client: answering([3]) });
  await assert.rejects(call, { code: "bad_response" });
});

function answering(body, options = {}) {
  return createClient({ fetch: async () => reply(body), ...options });
}

function reply(body) {
  const [type, content] = typeof body === "string" ? ["json", body] : ["postcard", new Uint8Array(body)];
  return new Response(content, { headers: { "content-type": `application/${type}` } });
}

function printable(_key, value) {
  return typeof value === "bigint" ? `${value}` : value;
}
