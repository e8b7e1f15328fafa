import assert from "node:assert/strict";
import { test } from "node:test";
import { clearPosts, countPosts, createPost, listPosts, writePost } from "./fixtures/posts.js";
import { PROBLEM, answering } from "./fixtures/server.js";
import { type Client, TramlineError, createClient, encode, writeString } from "./index.js";

const POSTCARD = { "content-type": "application/postcard" };
const post = { id: 2n ** 63n, title: "Grüße", tags: ["a", "b"] };
const encoded = encode(post, writePost);

test("an action is posted with its input as the body", async () => {
  const { client, seen } = answering(encoded);
  assert.deepEqual(await createPost(post, { client }), post);
  assert.equal(seen[0]?.url, "/rpc/Ab3dE_9x.Zk2LmQ0a/posts.create_post");
  assert.equal(seen[0]?.method, "POST");
  assert.deepEqual(seen[0]?.headers, POSTCARD);
  assert.deepEqual(seen[0]?.body, encoded);
});

test("no input is no body", async () => {
  const { client, seen } = answering(null, { status: 204 });
  await clearPosts(undefined, { client });
  assert.equal(seen[0]?.body, undefined);
  assert.deepEqual(seen[0]?.headers, {});
});

test("a query is asked by GET while its input is small", async () => {
  const { client, seen } = answering(Uint8Array.of(0));
  // Two bytes for the page, two for the length: 1,536 in all, then 1,537.
  for (const length of [3, 1532, 1533]) await listPosts({ page: 200, search: "?".repeat(length) }, { client });
  assert.deepEqual(seen.map((each) => each.method), ["GET", "GET", "POST"]);
  assert.equal(seen[0]?.url, "/rpc/Bb3dE_9x.Zk2LmQ0a/posts.list_posts?i=yAEDPz8_");
  assert.equal(seen[0]?.body, undefined);
  assert.equal(seen[2]?.url, "/rpc/Bb3dE_9x.Zk2LmQ0a/posts.list_posts");
  assert.equal(seen[2]?.body?.length, 1537);
});

test("a query without input has no search", async () => {
  const { client, seen } = answering(Uint8Array.of(7));
  assert.equal(await countPosts(undefined, { client }), 7);
  assert.equal(seen[0]?.url, "/rpc/Cb3dE_9x.Zk2LmQ0a/posts.count_posts");
});

test("id, url and key", () => {
  const client = createClient({ baseUrl: "https://api.example.com/rpc//" });
  const input = { page: 200, search: "???" };
  assert.equal(createPost.id, "Ab3dE_9x");
  assert.equal(createPost.url(post), "/rpc/Ab3dE_9x.Zk2LmQ0a/posts.create_post");
  assert.equal(listPosts.url(input, { client }), "https://api.example.com/rpc/Bb3dE_9x.Zk2LmQ0a/posts.list_posts?i=yAEDPz8_");
  assert.deepEqual(listPosts.key(input), ["posts.list_posts", "yAEDPz8_"]);
  assert.deepEqual(countPosts.key(), ["posts.count_posts", ""]);
});

test("headers: the client's, then the call's, then what the body needs", async () => {
  let asked = 0;
  const headers = async (): Promise<Record<string, string>> => ({ Authorization: `Bearer ${++asked}`, "X-Kept": "yes" });
  const { client, seen } = answering(encoded, { headers: POSTCARD }, { headers });
  await createPost(post, { client });
  await createPost(post, { client, headers: [["authorization", "Basic"], ["content-type", "text/plain"]] });
  assert.deepEqual(seen[0]?.headers, { ...POSTCARD, authorization: "Bearer 1", "x-kept": "yes" });
  assert.deepEqual(seen[1]?.headers, { ...POSTCARD, authorization: "Basic", "x-kept": "yes" });
});

test("a declared error is an error, and a value under safe", async () => {
  const name = "Grete";
  const body = encode(name, (value: string) => (writeString("name_taken"), writeString(value)));
  const { client } = answering(body, { status: 409, headers: { ...POSTCARD, "x-request-id": "r1" } });
  const outcome = await createPost.safe(post, { client });
  assert(!outcome.ok);
  const { kind, code, data, status, requestId, action, message } = outcome.error;
  assert.deepEqual({ kind, code, data, status, requestId, action }, { kind: "declared", code: "name_taken", data: { name }, status: 409, requestId: "r1", action: "posts.create_post" });
  assert.equal(message, "posts.create_post: name_taken (POST /rpc/Ab3dE_9x.Zk2LmQ0a/posts.create_post, 409, request r1)");
  await assert.rejects(createPost(post, { client }), (error) => createPost.isError(error) && !listPosts.isError(error));
  assert.deepEqual(await createPost.safe(post, { client: answering(encoded).client }), { ok: true, data: post });
});

const replies: ReadonlyArray<readonly [status: number, headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer> | null, code: string]> = [
  // Problem documents.
  [409, PROBLEM, '{"code":"version_skew"}', "stale_client"],
  [404, PROBLEM, '{"code":"unknown_action"}', "unknown_action"],
  [410, { "content-type": "application/problem+json; charset=utf-8" }, '{"code":"action_retired"}', "action_retired"],
  [500, PROBLEM, '{"code":"internal"}', "internal"],
  [400, PROBLEM, '{"code":"malformed"}', "malformed"],
  [422, PROBLEM, '{"code":"invalid_input"}', "invalid_input"],
  // Codes that are none of ours, and documents that are none.
  [400, PROBLEM, '{"code":"made_up"}', "bad_response"],
  [503, PROBLEM, '{"code":"bad_host host_not_allowed"}', "unavailable"],
  [500, PROBLEM, '{"code":["internal"]}', "internal"],
  [502, PROBLEM, "null", "unavailable"],
  [502, PROBLEM, "{", "unavailable"],
  // Proxies, portals and other servers.
  [502, { "content-type": "text/html" }, "<h1>Bad Gateway</h1>", "unavailable"],
  [429, {}, null, "unavailable"],
  [404, { "content-type": "text/html" }, "<h1>Not Found</h1>", "unknown_action"],
  [413, { "content-type": "text/html" }, "", "body_too_large"],
  [401, { "content-type": "text/html" }, "<form>", "bad_response"],
  [200, { "content-type": "text/html" }, "<form>", "bad_response"],
  [200, { "content-type": "application/postcardish" }, encoded, "bad_response"],
  [200, {}, encoded, "bad_response"],
  [201, POSTCARD, encoded, "bad_response"],
  [304, POSTCARD, null, "bad_response"],
  // Bytes that are no result and no declared error.
  [200, POSTCARD, new Uint8Array([...encoded, 0]), "bad_response"],
  [200, POSTCARD, encoded.slice(0, -1), "bad_response"],
  [200, POSTCARD, null, "bad_response"],
  [204, {}, null, "bad_response"],
  [400, POSTCARD, encode("made_up", writeString), "bad_response"],
  [400, POSTCARD, encode("internal", writeString), "bad_response"],
  [409, POSTCARD, encode("name_taken", writeString), "bad_response"],
  [409, POSTCARD, null, "bad_response"],
];

for (const [status, headers, body, code] of replies) {
  test(`${status} ${headers["content-type"] ?? "without a type"} (${body}) is ${code}`, async () => {
    const { client } = answering(body, { status, headers });
    const outcome = await createPost.safe(post, { client });
    assert(!outcome.ok);
    assert.equal(outcome.error.code, code);
    assert.equal(outcome.error.kind, code === "invalid_input" ? "invalid" : "call");
    assert.equal(outcome.error.status, status);
  });
}

test("what the server finds wrong with an input is told, each thing with its place", async () => {
  const errors = [{ pointer: "/title", detail: "length is lower than 1" }];
  const { client } = answering(JSON.stringify({ code: "invalid_input", detail: "no", errors }), { status: 422, headers: PROBLEM });
  const outcome = await createPost.safe(post, { client });
  assert(!outcome.ok && outcome.error.kind === "invalid");
  assert.deepEqual(outcome.error.data, errors);
  assert.equal(outcome.error.data?.[0]?.pointer, "/title");
});

test("a problem's detail and request id are told", async () => {
  const { client } = answering('{"code":"internal","title":"Internal Server Error","detail":"ask us","request_id":"r2"}', { status: 500, headers: PROBLEM });
  await assert.rejects(createPost(post, { client }), { requestId: "r2", message: /posts\.create_post: internal .*, 500, request r2\): ask us$/ });
});

test("the media type may carry parameters", async () => {
  const { client } = answering(encoded, { headers: { "content-type": "Application/Postcard ; v=1" } });
  assert.deepEqual(await createPost(post, { client }), post);
});

test("no connection, before and amid the reply", async () => {
  const cause = new TypeError("fetch failed");
  const refused = createClient({ fetch: () => Promise.reject(cause) });
  await assert.rejects(createPost(post, { client: refused }), { kind: "call", code: "network", status: undefined, cause });
  const throwing = createClient({ fetch: () => { throw cause; } });
  await assert.rejects(createPost(post, { client: throwing }), { code: "network", cause });
  const cut = new ReadableStream({ pull: (controller) => controller.error(cause) });
  const broken = createClient({ fetch: async () => new Response(cut, { headers: POSTCARD }) });
  await assert.rejects(createPost(post, { client: broken }), { code: "network", status: 200, cause });
});

test("an input that is none is refused before anything is sent", async () => {
  const { client, seen } = answering(encoded);
  const outcome = await createPost.safe({ ...post, id: -1n }, { client });
  assert(!outcome.ok && outcome.error.kind === "invalid");
  assert.equal(outcome.error.message, "posts.create_post: invalid_input (POST /rpc/Ab3dE_9x.Zk2LmQ0a/posts.create_post): invalid u64 at id, got -1");
  assert(outcome.error.cause instanceof TypeError);
  for (const input of [undefined, null, {}, { ...post, tags: null }]) {
    await assert.rejects(createPost(input as never, { client }), { kind: "invalid", code: "invalid_input" });
  }
  assert.throws(() => listPosts.key({ page: -1, search: "" }), TramlineError);
  assert.throws(() => listPosts.url({ page: -1, search: "" }), { code: "invalid_input" });
  assert.equal(seen.length, 0);
});

test("no message tells the input", async () => {
  const { client } = answering("", { status: 502 });
  const secret = "hunter2";
  await assert.rejects(listPosts({ page: 1, search: secret }, { client }), (error: TramlineError) => {
    assert.match(error.message, /GET \/rpc\/Bb3dE_9x\.Zk2LmQ0a\/posts\.list_posts, 502/);
    return !error.message.includes("?") && !error.message.includes("i=");
  });
  await assert.rejects(listPosts({ page: 1, search: { secret } as never }, { client }), (error: TramlineError) => !error.message.includes(secret));
});

test("interceptors see the action and stand around the call in order", async () => {
  const order: unknown[] = [];
  const { client, seen } = answering(encoded, { headers: POSTCARD }, {
    interceptors: [
      async (request, next) => {
        order.push("in", request.action, request.method, request.body?.length);
        request.headers.set("x-trace", "1");
        const response = await next({ ...request, url: `${request.url}#1` });
        order.push("out", response.status);
        return response;
      },
      (request, next) => (order.push("second"), next(request).then(() => next(request))),
    ],
  });
  assert.deepEqual(await createPost(post, { client }), post);
  const action = { name: "posts.create_post", id: "Ab3dE_9x", kind: "action" };
  assert.deepEqual(order, ["in", action, "POST", encoded.length, "second", "out", 200]);
  assert.deepEqual(seen.map(({ url, headers }) => [url.slice(-2), headers["x-trace"]]), [["#1", "1"], ["#1", "1"]]);
});

test("an interceptor may answer, and its own failure is nobody else's", async () => {
  const answers = createClient({ interceptors: [async () => new Response(encoded, { headers: POSTCARD })] });
  assert.deepEqual(await createPost(post, { client: answers }), post);
  const bug = new Error("a bug");
  const fails = createClient({ interceptors: [() => { throw bug; }] });
  await assert.rejects(createPost(post, { client: fails }), (error) => error === bug);
  await assert.rejects(createPost.safe(post, { client: fails }), (error) => error === bug);
  let caught: unknown;
  const retries = createClient({
    fetch: () => Promise.reject(new TypeError("fetch failed")),
    interceptors: [(request, next) => next(request).catch((error: unknown) => { caught = error; throw error; })],
  });
  await assert.rejects(createPost(post, { client: retries }), (error) => error === caught && caught instanceof TramlineError);
});

test("credentials are asked for only where they are chosen", async () => {
  const asked: unknown[] = [];
  const fetch: Client["fetch"] = async (_, init) => (asked.push(init && "credentials" in init && init.credentials), new Response(encoded, { headers: POSTCARD }));
  await createPost(post, { client: createClient({ fetch }) });
  await createPost(post, { client: createClient({ fetch, credentials: "include" }) });
  assert.deepEqual(asked, [false, "include"]);
});

test("the page's own fetch is found at the time of the call, and called without a this", async (t) => {
  t.mock.method(globalThis, "fetch", async function (this: unknown) {
    assert.equal(this, undefined);
    return new Response(encoded, { headers: POSTCARD });
  });
  assert.deepEqual(await createPost(post), post);
});

test("a stack that overflows while writing is an invalid input", async () => {
  const { client } = answering(encoded);
  const endless = { ...post, get title(): string { return this.title; } };
  await assert.rejects(createPost(endless, { client }), { code: "invalid_input" });
});
