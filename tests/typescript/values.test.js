// Every kind of value comes back as it was sent, from a server that answers with the same bytes.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { clients } from "./clients.js";

const folder = clients();
const types = await import(join(folder, "types/js/index.js"));
const names = await import(join(folder, "names/js/index.js"));
const tagged = await import(join(folder, "tagged/js/index.js"));
const { createClient } = await import(join(folder, "types/js/_runtime.js"));
const namesRuntime = await import(join(folder, "names/js/_runtime.js"));
const taggedRuntime = await import(join(folder, "tagged/js/_runtime.js"));

const post = {
  id: types.PostId(2n ** 53n + 1n),
  draft: null,
  motto: [null],
  marker: [null],
  at: [1.5, -2],
  tags: ["a", "ü", "😀"],
  avatar: new Uint8Array([1, 2, 3]),
};

const VALUES = {
  echoI128: [0n, -(2n ** 127n), 2n ** 127n - 1n],
  echoUsize: [0n, 2n ** 64n - 1n],
  echoBytes: [new Uint8Array(), new Uint8Array([0, 255])],
  echoOptionalOptional: [null, [null], [7]],
  echoOptionalUnit: [null, [null]],
  echoUnits: [[], [null, null]],
  echoLists: [[], [null, [], [1, 2 ** 32 - 1]]],
  echoLetters: [new Set(), new Set(["a", "😀"])],
  echoScores: [new Map([["a", [1, null]], ["__proto__", [2, "b"]]])],
  echoSeen: [new Map([[1, null], [2, null]])],
  echoOnly: [new Map(), new Map([[null, 3]])],
  echoPoint: [[0, -0, Number.MAX_VALUE]],
  echoNothing: [[]],
  echoSamples: [Array.from({ length: 17 }, (_, index) => index / 2)],
  echoMatrix: [[[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]],
  echoDigest: [new Uint8Array(32).fill(7)],
  echoTuple: [[[1, "x"], [true]], [[2, null], [false]]],
  echoPost: [post, { ...post, draft: types.DraftId(1n), motto: ["m"], marker: null, avatar: null }],
  echoMarker: [null],
  echoEmpty: [{}],
  echoNest: [[], [[], [[]]]],
  echoChain: [null, [null], [[[null]]]],
  echoColour: ["Red", "Green"],
  echoTree: [
    "Leaf",
    { Value: 1.5 },
    { Pair: [1, "Green"] },
    { Node: { left: "Leaf", right: { Node: { left: { Empty: [] }, right: "Leaf", label: null } }, label: "x" } },
  ],
  echoPage: [{ items: ["a"], first: "a", total: 1 }],
  echoPageOfOptions: [{ items: [null, 1], first: [null], total: 2 }],
  echoPageOfUnits: [{ items: [null], first: [null], total: 1 }],
  echoSame: [null, [null], ["x"]],
  echoHandle: [[1, 2]],
  echoTyped: [{ id: 5n }],
  echoEither: [{ Left: "x" }, { Right: { items: [], first: null, total: 0 } }],
};

const ODD = {
  echoKeys: [JSON.parse('{ "kebab-case": 1, "1st": 2, "__proto__": 3, "delete": 4 }')],
  echoOdd: [
    { constructor: 1 },
    JSON.parse('{ "__proto__": { "x": null } }'),
    { 'quo"te': "x" },
    "toString",
  ],
};

const SHAPES = [
  { type: "point" },
  { type: "circle", radius: 1.5 },
  { type: "rectangle", width: 1, height: 2, label: null },
  { type: "dot" },
  { type: "boxed", radius: 2 },
];

const TAGGED = {
  echoShape: SHAPES,
  echoShapes: [[], SHAPES],
  echoEvent: [
    { t: "cleared" },
    { t: "drawn", c: SHAPES[1] },
    { t: "moved", c: [1, -1] },
    { t: "renamed", c: { from: "a", to: null } },
    { t: "noticed", c: null },
    { t: "noticed", c: [null] },
  ],
  echoTree: [{ kind: "node", left: { kind: "leaf", value: 1 }, right: { kind: "leaf", value: 2 } }],
  echoPaged: [{ state: "ready", items: [{ radius: 1 }], next: 7n }, { state: "none" }],
  echoOdd: [{ "my-tag": "__proto__", x: 1 }, { "my-tag": 'quo"te' }],
};

const MODULES = [
  [types, { createClient }, VALUES],
  [names, namesRuntime, ODD],
  [tagged, taggedRuntime, TAGGED],
];

for (const [module, runtime, table] of MODULES) {
  for (const [name, values] of Object.entries(table)) {
    test(name, async () => {
      const client = runtime.createClient({ fetch: echo });
      for (const value of values) {
        const answer = await module[name]({ value }, { client });
        assert.deepEqual(answer, value);
        assert.equal(Object.getPrototypeOf(answer ?? {}), Object.getPrototypeOf(value ?? {}));
      }
    });
  }
}

test("every kind of type is tried", () => {
  const functions = Object.keys(types).filter((name) => name.startsWith("echo"));
  assert.deepEqual(functions.sort(), Object.keys(VALUES).sort());
});

test("what is no value of the type is not sent", async () => {
  const client = createClient({ fetch: () => assert.fail("nothing may be sent") });
  const refused = [
    [types.echoColour, "Blue"],
    [types.echoColour, "toString"],
    [types.echoTree, "constructor"],
    [types.echoTree, {}],
    [types.echoTree, { toString: 1 }],
    [types.echoTree, 1],
    [types.echoSamples, [1, 2]],
    [types.echoPoint, [1, 2]],
    [types.echoDigest, new Uint8Array(31)],
    [types.echoTyped, { id: 1 }],
    [names.echoOdd, { valueOf: 1 }],
    [tagged.echoShape, { type: "square" }],
    [tagged.echoShape, { type: "circle", radius: "1" }],
    [tagged.echoShape, {}],
    [tagged.echoEvent, { t: "drawn", c: { type: "toString" } }],
    [tagged.echoNever, { type: "circle" }],
  ];
  for (const [call, value] of refused) {
    await assert.rejects(call({ value }, { client }), { kind: "invalid", code: "invalid_input" });
  }
});

async function echo(_url, { body }) {
  const headers = { "content-type": "application/postcard" };
  return new Response(body ?? new Uint8Array(), { headers });
}
