import assert from "node:assert/strict";
import { test } from "node:test";
import { annotate, clearPosts, countPosts, createPost, listPosts, writePost } from "./fixtures/posts.js";
import { type Answer, inJson, refusal, scripted } from "./fixtures/server.js";
import { type CallRequest, TramlineError, createClient, encode, isStale } from "./index.js";

const OURS = "Zk2LmQ0a";
const THEIRS = "________";

const post = { id: 2n ** 63n, title: "Grüße", tags: ["a", "b"] };
const TEXT = '{"id":"9223372036854775808","title":"Grüße","tags":["a","b"]}';
const PATH = "/rpc/Ab3dE_9x.Zk2LmQ0a/posts.create_post";

const skew = refusal(409, "version_skew", THEIRS);
const binary: Answer = () => new Response(encode(post, writePost), { headers: { "content-type": "application/postcard" } });

/** What the requests were in: `"postcard"`, `"json"`. */
function wiresOf(seen: readonly { readonly headers: Record<string, string> }[]): unknown[] {
  return seen.map(({ headers }) => headers["content-type"]?.replace("application/", ""));
}

test("a call of another version is repeated once, as JSON, at the same path", async () => {
  const { client, seen } = scripted([skew, inJson(TEXT, THEIRS)]);
  assert.deepEqual(await createPost(post, { client }), post);
  assert.deepEqual(wiresOf(seen), ["postcard", "json"]);
  assert.deepEqual([seen[0]?.url, seen[1]?.url], [PATH, PATH]);
  assert.equal(seen[1]?.body, TEXT);
});

test("calls stay JSON until a reply names this version, and are binary again from then on", async () => {
  const { client, seen } = scripted([skew, inJson(TEXT, THEIRS), inJson('{"code":"not_yours"}', THEIRS, 403), inJson(TEXT), inJson(TEXT, OURS), binary]);
  await createPost(post, { client });
  await assert.rejects(createPost(post, { client }), { kind: "declared", code: "not_yours" });
  for (let call = 0; call < 4; call++) assert.deepEqual(await createPost(post, { client }), post);
  assert.deepEqual(wiresOf(seen), ["postcard", "json", "json", "json", "json", "postcard", "postcard"]);
});

test("a server that is back to this version says so in a refusal as well", async () => {
  const { client, seen } = scripted([skew, inJson(TEXT, THEIRS), refusal(400, "malformed", OURS), binary]);
  await createPost(post, { client });
  await assert.rejects(createPost(post, { client }), { code: "malformed" });
  await createPost(post, { client });
  assert.deepEqual(wiresOf(seen), ["postcard", "json", "json", "postcard"]);
});

test("where the header may not be read, a refusal is enough", async () => {
  const { client, seen } = scripted([refusal(409, "version_skew"), inJson(TEXT)]);
  for (let call = 0; call < 3; call++) assert.deepEqual(await createPost(post, { client }), post);
  assert.deepEqual(wiresOf(seen), ["postcard", "json", "json", "json"]);
});

test("what is known goes with the client and the action", async () => {
  const { client, seen } = scripted([skew, inJson(TEXT, THEIRS), () => new Response(Uint8Array.of(7), { headers: { "content-type": "application/postcard" } }), binary]);
  await createPost(post, { client });
  assert.equal(await countPosts(undefined, { client }), 7);
  await createPost(post, { client: { ...client } });
  assert.deepEqual(wiresOf(seen), ["postcard", "json", undefined, "postcard"]);
});

test("queries and calls without input are repeated as what they are", async () => {
  const listed = scripted([skew, inJson("[]", THEIRS)]);
  await listPosts({ page: 200, search: "" }, listed);
  assert.deepEqual(listed.seen.map(({ method, url }) => [method, url.split("?")[1]]), [["GET", "i=yAEA"], ["GET", "j=%7B%22page%22%3A200%2C%22search%22%3A%22%22%7D"]]);
  const cleared = scripted([skew, inJson("null", THEIRS)]);
  await clearPosts(undefined, cleared);
  assert.deepEqual(cleared.seen.map(({ body }) => body), [undefined, "null"]);
});

test("what is JSON already is not repeated", async () => {
  const twice = scripted([skew]);
  const message = "posts.create_post: stale_client (POST /rpc/Ab3dE_9x.Zk2LmQ0a/posts.create_post, 409, request r1)";
  await assert.rejects(createPost(post, twice), { kind: "call", code: "stale_client", status: 409, requestId: "r1", message });
  assert.deepEqual(wiresOf(twice.seen), ["postcard", "json"]);
  const chosen = scripted([skew], { wire: "json" });
  await assert.rejects(createPost(post, chosen), { code: "stale_client" });
  const plain = scripted([skew]);
  await assert.rejects(annotate(null, plain), { code: "stale_client" });
  assert.deepEqual([chosen.seen.length, plain.seen.length], [1, 1]);
});

test("a reply that an older page cannot read makes it stale, with the cause", async () => {
  for (const [body, status] of [['{"id":"1"}', 200], ['{"code":"made_up"}', 409], ["[", 200]] as const) {
    const { client } = scripted([skew, inJson(body, THEIRS, status)]);
    await assert.rejects(createPost(post, { client }), (error) => isStale(error) && error.code === "stale_client" && error.cause instanceof Error && error.status === status);
    // A reply of this very version is no matter of versions.
    const { client: same } = scripted([inJson(body, OURS, status)], { wire: "json" });
    await assert.rejects(createPost(post, { client: same }), { code: "bad_response" });
  }
});

test("interceptors and headers see every request", async () => {
  const requests: CallRequest[] = [];
  let asked = 0;
  const { client, seen } = scripted([skew, inJson(TEXT, THEIRS)], {
    headers: () => ({ "x-token": `${++asked}` }),
    interceptors: [(request, next) => (requests.push(request), next(request))],
  });
  await createPost(post, { client });
  assert.deepEqual(requests.map(({ method, body }) => [method, typeof body]), [["POST", "object"], ["POST", "string"]]);
  assert.deepEqual(seen.map(({ headers }) => headers["x-token"]), ["1", "2"]);
});

test("the time and the signal are those of the call, repeats included", async () => {
  const controller = new AbortController();
  const reason = new Error("left the page");
  const { client, seen } = scripted([skew, () => (controller.abort(reason), new Promise(() => {}))]);
  await assert.rejects(createPost(post, { client, signal: controller.signal }), { code: "aborted", cause: reason });
  assert.equal(seen.length, 2);
});

const told: ReadonlyArray<readonly [code: string | undefined, answers: readonly Answer[]]> = [
  ["version_skew", [skew, inJson(TEXT, THEIRS)]],
  ["version_skew", [refusal(409, "version_skew"), inJson(TEXT)]],
  ["version_skew", [skew, inJson('{"code":"not_yours"}', THEIRS, 403)]],
  ["version_skew", [inJson(TEXT, THEIRS)]],
  ["stale_client", [skew]],
  ["stale_client", [skew, inJson("{}", THEIRS)]],
  ["stale_client", [refusal(409, "stale_client", THEIRS)]],
  ["stale_server", [refusal(409, "stale_server", THEIRS)]],
  ["action_retired", [refusal(410, "action_retired")]],
  ["unknown_action", [refusal(404, "unknown_action")]],
  ["method_not_allowed", [refusal(405, "method_not_allowed")]],
  [undefined, [() => new Response("", { status: 405 })]],
  [undefined, [binary]],
  [undefined, [inJson(TEXT, OURS)]],
  [undefined, [refusal(400, "malformed", OURS)]],
  [undefined, [refusal(500, "internal")]],
  [undefined, [() => new Response("<h1>Not Found</h1>", { status: 404 })]],
  [undefined, [() => Promise.reject(new TypeError("fetch failed"))]],
];

for (const [index, [code, answers]] of told.entries()) {
  test(`the page is told of ${code ?? "nothing"}, once (${index})`, async () => {
    const heard: unknown[] = [];
    const { client } = scripted(answers, { onStale: (staleness) => heard.push(staleness) });
    for (let call = 0; call < 3; call++) await createPost.safe(post, { client });
    const action = { name: "posts.create_post", id: "Ab3dE_9x", kind: "action" };
    assert.deepEqual(heard, code ? [{ action, code }] : []);
  });
}

test("the page is told of every action and code, whatever its hook does", async (t) => {
  const logged = t.mock.method(console, "error", () => {});
  const bug = new Error("a bug");
  const heard: string[] = [];
  const { client } = scripted([skew, inJson(TEXT, THEIRS), refusal(409, "stale_client", THEIRS), refusal(410, "action_retired")], {
    onStale({ action, code }) {
      heard.push(`${action.name} ${code}`);
      throw bug;
    },
  });
  assert.deepEqual(await createPost(post, { client }), post);
  await assert.rejects(createPost(post, { client }), { code: "stale_client" });
  await assert.rejects(clearPosts(undefined, { client }), { code: "action_retired" });
  assert.deepEqual(heard, ["posts.create_post version_skew", "posts.create_post stale_client", "posts.clear_posts action_retired"]);
  assert.deepEqual(logged.mock.calls.map((call) => call.arguments), [[bug], [bug], [bug]]);
});

test("what makes a page or a server stale", () => {
  const place = { action: "a", method: "POST", url: "/" };
  const error = (kind: string, code: string) => new TramlineError({ kind, code, data: undefined } as never, place);
  for (const code of ["stale_client", "stale_server", "action_retired", "unknown_action", "method_not_allowed"]) assert(isStale(error("call", code)), code);
  for (const code of ["network", "server_rebuilding", "timeout", "internal", "bad_response", "refused"]) assert(!isStale(error("call", code)), code);
  for (const other of [error("declared", "stale_bread"), error("invalid", "invalid_input"), new Error("stale_client"), { kind: "call", code: "stale_client" }, null]) assert(!isStale(other));
});

test("a client without a hook hears nothing", async () => {
  const { client } = scripted([refusal(409, "stale_client", THEIRS)]);
  await assert.rejects(createPost(post, { client: createClient(client) }), /stale_client .*: It is stale_client\.$/);
});
