// Every kind of value comes back as it was sent, from a server that answers with the same bytes.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { clients } from "./clients.js";

const folder = clients();
const load = (client, file = "index") => import(join(folder, client, `js/${file}.js`));
const [types, names, tagged, foreign, plain] = await Promise.all(
  ["types", "names", "tagged", "foreign", "plain"].map((client) => load(client)),
);

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
  echoByName: [new Map([[types.UserName("ann"), 1]])],
  echoDegrees: [36.6],
  echoStored: [null, post],
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
  echoSameBrand: [types.Brand(7)],
  echoTyped: [{ id: 5n }],
  echoGrid: [{ row: [1, 2], perhaps: null }, { row: [1, 2], perhaps: [3, 4] }],
  echoLongGrid: [{ row: new Array(17).fill(1), perhaps: new Array(17).fill(2) }],
  echoBuffer: [new Uint8Array([1, 2, 3])],
  echoEither: [{ Left: "x" }, { Right: { items: [], first: null, total: 0 } }],
};

const ODD = {
  echoKeys: [JSON.parse('{ "kebab-case": 1, "1st": 2, "__proto__": 3, "delete": 4 }')],
  echoOdd: [
    { constructor: 1 },
    JSON.parse('{ "__proto__": { "x": null } }'),
    { 'quo"te': "x" },
    "toString",
    JSON.parse('{ "valueOf": null }'),
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
  echoMaybe: [{ is: "some", radius: 1 }, { is: "none" }],
  echoOdd: [{ "my-tag": "__proto__", x: 1 }, { "my-tag": 'quo"te' }],
};

const UUID = "67e55044-10b1-426f-9247-bb680e5fe0c8";
const dates = [new Date(0), new Date("2024-02-29T12:34:56.789Z")];
const integers = [0n, -1n, 2n ** 62n];

const held = {
  user: foreign.UserId(UUID),
  at: foreign.At(dates[1]),
  samples: [foreign.Samples(new Float64Array([1.5, -0]))],
  date: { at: dates[0] },
  array: { text: "x" },
  names: new Map([[foreign.UserId(UUID), "me"]]),
  counts: new Uint32Array([1, 2]),
};

const FOREIGN = {
  echoUuid: [UUID],
  echoIpv4: ["127.0.0.1"],
  echoIpv6: ["::1", "2001:db8::8a2e:370:7334"],
  echoIp: ["10.0.0.1", "::"],
  echoSocketV4: ["127.0.0.1:8080"],
  echoSocketV6: ["[::1]:443"],
  echoSocket: ["1.2.3.4:5", "[::1]:65535"],
  echoTimeDate: ["2024-02-29"],
  echoTimeTime: ["12:34:56.5"],
  echoTimeDateTime: ["2024-02-29 12:34:56.5"],
  echoTimeOffset: ["+02:00:00"],
  echoDecimal: ["1.10"],
  echoRfc3339: dates,
  echoRfc3339Plain: ["2024-02-29T12:34:56.789123456Z"],
  echoOffsetDateTime: dates,
  echoOffsetDateTimePlain: ["2024-02-29 12:34:56.789 +02:00:00"],
  echoSystemTime: dates,
  echoSystemTimePlain: [{ secs_since_epoch: 2n ** 60n, nanos_since_epoch: 999_999_999 }],
  echoSeconds: [dates[0]],
  echoSecondsPlain: integers,
  echoMilliseconds: dates,
  echoMillisecondsPlain: integers,
  echoMicroseconds: dates,
  echoMicrosecondsPlain: integers,
  echoNanoseconds: dates,
  echoNanosecondsPlain: integers,
  echoF64Array: [new Float64Array(), new Float64Array([0.1, -0, NaN, Infinity])],
  echoF32Array: [new Float32Array([0.5, -Infinity])],
  echoU16Array: [new Uint16Array([0, 65535])],
  echoU32Array: [new Uint32Array([0, 2 ** 32 - 1])],
  echoU64Array: [new BigUint64Array([0n, 2n ** 64n - 1n])],
  echoI8Array: [new Int8Array([-128, 127])],
  echoI16Array: [new Int16Array([-32768, 32767])],
  echoI32Array: [new Int32Array([-(2 ** 31), 2 ** 31 - 1])],
  echoI64Array: [new BigInt64Array([-(2n ** 63n), 2n ** 63n - 1n])],
  echoSafeU64: [0, Number.MAX_SAFE_INTEGER],
  echoSafeI64: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  echoHeld: [held, { ...held, at: null }],
  echoByMoment: [new Map([[dates[0], 1], [dates[1], 2]])],
  echoByPrice: [new Map([["1.0", 1]])],
  echoLetters: [new Set([UUID])],
};

const author = { name: "Ann", age: 2n ** 64n - 1n };
const sparse = { tags: ["a"], names: new Set(["b"]), motto: "m", limit: 1, rate: 0.5 };

const PLAIN = {
  echoPost: [
    { title: "a", ...author, dimensions: null, extra: new Map() },
    { title: "a", ...author, dimensions: { width: 1, height: 2 }, extra: new Map([["x", { y: [1, null, 2n ** 60n] }]]) },
  ],
  echoChoice: [[1.5, [1, true], author, { type: "Created", id: 1n }, { type: "Deleted", id: 1n }, { label: "x" }, null]],
  echoMixed: ["None", { Some: 1 }, "free text"],
  echoEvent: [
    { id: 1, type: "author", ...author },
    { id: 1, type: "nothing" },
    { id: 1, type: "quiet" },
  ],
  echoSparse: [sparse, { ...sparse, motto: null, tags: [] }],
  echoWide: [
    {
      id: 2n ** 63n,
      bytes: new Uint8Array([1, 255]),
      digest: new Uint8Array([3, 4]),
      ratio: -0.1,
      by_number: new Map([[2n ** 60n, "x"]]),
      nested: [7],
      at: dates[1],
      rest: { "__proto__x": [true, "s", 1.5] },
    },
  ],
  echoWithId: [{ id: 1n, ...author }],
  echoPage: [{ items: [author], next: 5n }],
  echoValue: [null, [1, "x", { a: false }]],
  echoAuthor: [author],
};

const MODULES = [
  ["types", types, VALUES],
  ["names", names, ODD],
  ["tagged", tagged, TAGGED],
  ["foreign", foreign, FOREIGN],
  ["plain", plain, PLAIN],
];

for (const [client, module, table] of MODULES) {
  const { createClient } = await load(client, "_runtime");
  for (const wire of ["postcard", "json"]) {
    for (const [name, values] of Object.entries(table)) {
      test(`${client}: ${name} in ${wire}`, async () => {
        const client = createClient({ fetch: echo, wire });
        for (const value of values) {
          const answer = await module[name]({ value }, { client });
          assert.deepEqual(answer, value);
          assert.equal(Object.getPrototypeOf(answer ?? {}), Object.getPrototypeOf(value ?? {}));
        }
      });
    }
  }
}

// Only their names are special, or they have no values.
const UNTRIED = {
  names: ["echoAction", "echoMap", "echoOthers", "echoPost", "echoPosts", "echoRead", "echoShadow"],
  tagged: ["echoNever"],
};

for (const [client, module, table] of MODULES) {
  test(`every kind of type in ${client} is tried`, () => {
    const missing = Object.keys(module).filter((name) => name.startsWith("echo") && !(name in table));
    assert.deepEqual(missing, UNTRIED[client] ?? []);
  });
}

test("what is no value of the type is not sent", async () => {
  const { createClient } = await load("types", "_runtime");
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
    [types.echoGrid, { row: [1], perhaps: null }],
    [types.echoGrid, { row: [1, 2, 3], perhaps: null }],
    [types.echoLongGrid, { row: [1, 2, 3], perhaps: null }],
    [types.echoBuffer, new Uint8Array(4)],
    [names.echoOdd, { hasOwnProperty: 1 }],
    [tagged.echoShape, { type: "square" }],
    [tagged.echoShape, { type: "circle", radius: "1" }],
    [tagged.echoShape, {}],
    [tagged.echoEvent, { t: "drawn", c: { type: "toString" } }],
    [tagged.echoNever, { type: "circle" }],
    [plain.echoPost, { title: "a", ...author, dimensions: null, extra: new Map([["title", "b"]]) }],
  ];
  for (const wire of ["postcard", "json"]) {
    const client = createClient({ fetch: () => assert.fail("nothing may be sent"), wire });
    for (const [call, value] of refused) {
      await assert.rejects(call({ value }, { client }), { kind: "invalid", code: "invalid_input" });
    }
  }
});

/** Answers with the value that was sent: its bytes, or what the member `value` holds. */
async function echo(_url, { body, headers }) {
  const type = new Headers(headers).get("content-type") ?? "application/postcard";
  const text = type === "application/json" ? new TextDecoder().decode(await new Response(body).arrayBuffer()) : undefined;
  const reply = text === undefined ? body : text.slice('{"value":'.length, -1);
  return new Response(reply ?? new Uint8Array(), { headers: { "content-type": type } });
}
