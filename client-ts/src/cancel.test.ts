import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { createPost } from "./fixtures/posts.js";
import { answering, silent } from "./fixtures/server.js";
import { createClient, encode } from "./index.js";
import { writePost } from "./fixtures/posts.js";

const post = { id: 1n, title: "t", tags: [] };

test("an abort keeps its reason, whatever the server's side does", async () => {
  const reason = new Error("left the page");
  for (const client of [silent(), silent({ headers: () => new Promise(() => {}) })]) {
    const controller = new AbortController();
    const call = createPost(post, { client, signal: controller.signal });
    controller.abort(reason);
    await assert.rejects(call, { kind: "call", code: "aborted", cause: reason });
  }
});

test("a signal that is aborted already sends nothing", async () => {
  const { client, seen } = answering(null);
  await assert.rejects(createPost(post, { client, signal: AbortSignal.abort() }), { code: "aborted" });
  assert.equal(seen.length, 0);
});

test("an abort while headers are awaited sends nothing afterwards", async () => {
  let giveHeaders = (_: Record<string, string>): void => {};
  const headers = new Promise<Record<string, string>>((resolve) => (giveHeaders = resolve));
  const { client, seen } = answering(null, {}, { headers: () => headers });
  const controller = new AbortController();
  const call = createPost(post, { client, signal: controller.signal });
  controller.abort();
  await assert.rejects(call, { code: "aborted" });
  giveHeaders({});
  await new Promise(setImmediate);
  assert.equal(seen.length, 0);
});

test("an abort amid the reply's body", async () => {
  const controller = new AbortController();
  const body = new ReadableStream({ pull: () => controller.abort() });
  const client = createClient({ fetch: async () => new Response(body, { headers: { "content-type": "application/postcard" } }) });
  await assert.rejects(createPost(post, { client, signal: controller.signal }), { code: "aborted" });
});

test("the time is up: the call's own limit, else the client's", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  for (const [options, after] of [[{ timeoutMs: 50 }, 50], [{}, 1000]] as const) {
    const call = createPost(post, { client: silent({ timeoutMs: 1000 }), ...options });
    let settled = false;
    const done = call.catch(() => (settled = true));
    t.mock.timers.tick(after - 1);
    await new Promise(setImmediate);
    assert.equal(settled, false);
    t.mock.timers.tick(1);
    await done;
    await assert.rejects(call, { kind: "call", code: "timeout" });
  }
});

test("a signal of the platform's own that times out is a timeout", async () => {
  await assert.rejects(createPost(post, { client: silent(), signal: AbortSignal.abort(new DOMException("", "TimeoutError")) }), { code: "timeout" });
});

test("a limit longer than a timer can be is none", async (t) => {
  const timers = t.mock.method(globalThis, "setTimeout");
  for (const timeoutMs of [Infinity, 2 ** 31, undefined]) {
    await createPost(post, { client: answering(encode(post, writePost)).client, timeoutMs });
  }
  assert.equal(timers.mock.callCount(), 0);
});

test("a settled call leaves neither timer nor listener", async (t) => {
  const { client } = answering(encode(post, writePost));
  for (const chosen of [client, answering("", { status: 500 }).client]) {
    const { signal } = new AbortController();
    const open = listeners(t, signal);
    const set = t.mock.method(globalThis, "setTimeout");
    const cleared = t.mock.method(globalThis, "clearTimeout");
    await createPost.safe(post, { client: chosen, signal, timeoutMs: 60_000 });
    assert.equal(open(), 0);
    assert.deepEqual(cleared.mock.calls[0]?.arguments, [set.mock.calls[0]?.result]);
    set.mock.restore();
    cleared.mock.restore();
  }
});

/** How many listeners were added and not removed. */
function listeners(t: TestContext, signal: AbortSignal): () => number {
  const added = t.mock.method(signal, "addEventListener");
  const removed = t.mock.method(signal, "removeEventListener");
  return () => {
    assert.ok(added.mock.callCount() > 0);
    return added.mock.callCount() - removed.mock.callCount();
  };
}
