import assert from "node:assert/strict";
import { test } from "node:test";
import { annotate, annotations, clearPosts, countPosts, createPost, listPosts, writePost } from "./fixtures/posts.js";
import { generator } from "./fixtures/random.js";
import { JSON_TYPE, answering } from "./fixtures/server.js";
import { TramlineError, encode } from "./index.js";

const post = { id: 2n ** 63n, title: "Grüße", tags: ["a", "b"] };
const TEXT = '{"id":"9223372036854775808","title":"Grüße","tags":["a","b"]}';
const JSON_WIRE = { wire: "json" } as const;

/** A client that wants JSON, of a server that answers with `body`. */
function readable(body: string | null, init: ResponseInit = { headers: JSON_TYPE }) {
  return answering(body, init, JSON_WIRE);
}

test("on request, an action speaks JSON", async () => {
  const { client, seen } = readable(TEXT);
  assert.deepEqual(await createPost(post, { client }), post);
  assert.deepEqual(seen[0]?.headers, JSON_TYPE);
  assert.equal(seen[0]?.body, TEXT);
});

test("no input and no result are null", async () => {
  const { client, seen } = readable("null");
  assert.equal(await clearPosts(undefined, { client }), undefined);
  assert.deepEqual([seen[0]?.body, seen[0]?.headers], ["null", JSON_TYPE]);
  assert.equal(await countPosts(undefined, readable("7")), 7);
  assert.equal(await clearPosts(undefined, readable(null, { status: 204 })), undefined);
});

test("a query is asked by GET while its URL is short", async () => {
  const { client, seen } = readable("[]");
  for (const length of [3, 2002, 2003]) await listPosts({ page: 200, search: "x".repeat(length) }, { client });
  await countPosts(undefined, readable("7"));
  assert.deepEqual(seen.map((each) => each.method), ["GET", "GET", "POST"]);
  assert.equal(seen[0]?.url, "/rpc/Bb3dE_9x.Zk2LmQ0a/posts.list_posts?j=%7B%22page%22%3A200%2C%22search%22%3A%22xxx%22%7D");
  assert.equal(seen[1]?.url.split("?")[1]?.length, 2050);
  assert.equal(seen[2]?.body, `{"page":200,"search":"${"x".repeat(2003)}"}`);
  assert.equal(listPosts.url({ page: 1, search: "&ü" }, { client }), "/rpc/Bb3dE_9x.Zk2LmQ0a/posts.list_posts?j=%7B%22page%22%3A1%2C%22search%22%3A%22%26%C3%BC%22%7D");
  assert.equal(countPosts.url(undefined, { client }), "/rpc/Cb3dE_9x.Zk2LmQ0a/posts.count_posts?j=null");
});

test("the page's switch is asked at every call, and a client's choice is above it", async () => {
  const page = globalThis as { __TRAMLINE_WIRE__?: unknown };
  const { client, seen } = answering(TEXT, { headers: JSON_TYPE });
  const binary = answering(encode(post, writePost), undefined, { wire: "postcard" });
  try {
    page.__TRAMLINE_WIRE__ = "json";
    await createPost(post, { client });
    await createPost(post, { client: binary.client });
  } finally {
    delete page.__TRAMLINE_WIRE__;
  }
  assert.equal(seen[0]?.body, TEXT);
  assert.equal(binary.seen[0]?.headers["content-type"], "application/postcard");
  await createPost(post, { client });
  assert.equal(seen[1]?.headers["content-type"], "application/postcard");
});

test("a reply is read as what it says it is", async () => {
  assert.deepEqual(await createPost(post, answering(TEXT, { headers: { "content-type": "application/json; charset=utf-8" } })), post);
  assert.deepEqual(await createPost(post, answering(encode(post, writePost), undefined, JSON_WIRE)), post);
});

test("declared errors are objects", async () => {
  const taken = readable('{"code":"name_taken","data":{"name":"Grete","more":1}}', { status: 409, headers: JSON_TYPE });
  await assert.rejects(createPost(post, taken), { kind: "declared", code: "name_taken", data: { name: "Grete" }, status: 409 });
  const notYours = readable('{"code":"not_yours"}', { status: 403, headers: JSON_TYPE });
  await assert.rejects(createPost(post, notYours), { kind: "declared", code: "not_yours", data: null });
});

const bad: ReadonlyArray<readonly [status: number, body: string | Uint8Array<ArrayBuffer>]> = [
  [200, ""],
  [200, "null"],
  [200, "[]"],
  [200, '{"id":"1","title":"","tags":[1]}'],
  [200, '{"id":1.5,"title":"","tags":[]}'],
  [200, '{"id":9007199254740992,"title":"","tags":[]}'],
  [200, '{"id":-1,"title":"","tags":[]}'],
  [200, '{"id":"1","tags":[]}'],
  [200, '{"__proto__":{"id":"1","title":"","tags":[]}}'],
  [200, `${TEXT}x`],
  [200, Uint8Array.of(34, 0xff, 34)],
  [200, "[".repeat(100_000)],
  [409, "null"],
  [409, '"not_yours"'],
  [409, "{}"],
  [409, '{"code":"name_taken"}'],
  [409, '{"code":["not_yours"]}'],
  [409, '{"code":"toString"}'],
  [409, '{"code":"__proto__"}'],
  [409, '{"code":"made_up","data":null}'],
];

for (const [status, body] of bad) {
  test(`${status} ${String(body).slice(0, 60)} is a bad response`, async () => {
    const { client } = answering(body, { status, headers: JSON_TYPE }, JSON_WIRE);
    await assert.rejects(createPost(post, { client }), { kind: "call", code: "bad_response", status });
  });
}

test("the message says where an input is wrong, on either wire", async () => {
  for (const wire of ["json", "postcard"] as const) {
    const { client, seen } = answering(TEXT, { headers: JSON_TYPE }, { wire });
    const wrong: ReadonlyArray<readonly [unknown, RegExp]> = [
      [{ ...post, id: -1n }, /: invalid u64 at id, got -1$/],
      [{ ...post, tags: ["a", { secret: 1 }] }, /: invalid string at tags\[1\]$/],
      [{ ...post, tags: null }, /: invalid list at tags$/],
      [{ ...post, title: "\ud800" }, /: invalid string at title$/],
      [null, /: invalid object$/],
    ];
    for (const [input, message] of wrong) {
      await assert.rejects(createPost(input as never, { client }), { kind: "invalid", code: "invalid_input", message });
    }
    assert.equal(seen.length, 0);
  }
});

test("what only JSON can carry travels as JSON, exactly", async () => {
  const { client, seen } = answering('{"18446744073709551615":[9007199254740993,{"__proto__":1}]}', { headers: JSON_TYPE });
  const found = await annotate({ big: 2n ** 64n, list: [1.5, null] }, { client });
  assert.equal(seen[0]?.body, '{"big":18446744073709551616,"list":[1.5,null]}');
  assert.deepEqual([...found.keys()], [2n ** 64n - 1n]);
  const [[big, object]] = [...found.values()] as unknown as [[bigint, object]];
  assert.equal(big, 9007199254740993n);
  assert.deepEqual(Object.entries(object), [["__proto__", 1]]);
  await annotations(5n, { client });
  assert.equal(seen[1]?.url, "/rpc/Fb3dE_9x.Zk2LmQ0a/posts.annotations?j=5");
  assert.deepEqual(annotations.key(5n), ["posts.annotations", "5"]);
  assert.throws(() => annotations.key(-5n), TramlineError);
});

test("a reply of noise is a bad response on either wire, and never anything else", async () => {
  const random = generator(17);
  const pieces = ['{"id":"1"', '"title":"a"', '"tags":[', '"code":"name_taken"', '"data":{"name":"x"}', "]", "}", "{", ",", ":", "null", '"', "\u00ff", "[[[[[["];
  for (let round = 0; round < 2_000; round++) {
    const count = (random() >>> 0) % 8;
    const text = Array.from({ length: count }, () => pieces[(random() >>> 0) % pieces.length]!).join("");
    const bytes = Uint8Array.from({ length: count * 3 }, random);
    const type = round % 2 ? "application/json" : "application/postcard";
    const { client } = answering(round % 4 < 2 ? text : bytes, { status: round % 3 ? 200 : 409, headers: { "content-type": type } });
    const outcome = await createPost.safe(post, { client });
    if (!outcome.ok) assert.equal(outcome.error.code, "bad_response");
  }
});
