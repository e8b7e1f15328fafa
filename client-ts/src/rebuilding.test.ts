import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { createPost, writePost } from "./fixtures/posts.js";
import { type Answer, refusal, scripted } from "./fixtures/server.js";
import { type CallOptions, TramlineError, encode } from "./index.js";

const post = { id: 1n, title: "t", tags: [] };

const rebuilding = refusal(503, "server_rebuilding");
const answered: Answer = () => new Response(encode(post, writePost), { headers: { "content-type": "application/postcard" } });
const gone: Answer = () => Promise.reject(new TypeError("fetch failed"));
const status = (status: number): Answer => () => new Response("proxy", { status });

/** How a call ends, and after how many seconds and requests. */
async function outcome(t: TestContext, answers: readonly Answer[], options: CallOptions = {}) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { client, seen } = scripted(answers);
  const call = createPost.safe(post, { ...options, client });
  let ended = false;
  void call.then(() => (ended = true));
  let seconds = 0;
  for (; ; seconds++) {
    await new Promise(setImmediate);
    if (ended) break;
    t.mock.timers.tick(1000);
  }
  const result = await call;
  return { code: result.ok ? "ok" : result.error.code, seconds, requests: seen.length };
}

const ends: ReadonlyArray<readonly [name: string, answers: readonly Answer[], code: string, requests: number]> = [
  ["the new server has started", [rebuilding, rebuilding, answered], "ok", 3],
  ["the old server is gone for a while", [rebuilding, gone, gone, answered], "ok", 4],
  ["something in front of it answers meanwhile", [rebuilding, status(502), status(500), status(504), answered], "ok", 5],
  ["it does not start", [rebuilding], "server_rebuilding", 61],
  ["it never comes back", [rebuilding, gone], "network", 61],
  ["nobody said that it is being rebuilt", [gone], "network", 1],
  ["nobody said so to a proxy", [status(502)], "unavailable", 1],
  ["it is back, and breaks", [rebuilding, refusal(500, "internal")], "internal", 2],
  ["it is back, and refuses", [rebuilding, gone, refusal(409, "stale_client")], "stale_client", 3],
  ["it is back, and says what nobody can read", [rebuilding, () => new Response("x", { headers: { "content-type": "application/postcard" } })], "bad_response", 2],
];

for (const [name, answers, code, requests] of ends) {
  test(`a call waits a second for each request until ${name}`, async (t) => {
    assert.deepEqual(await outcome(t, answers), { code, seconds: requests - 1, requests });
  });
}

test("no longer than the call may take", async (t) => {
  assert.deepEqual(await outcome(t, [rebuilding], { timeoutMs: 2500 }), { code: "timeout", seconds: 3, requests: 3 });
});

test("an abort leaves no timer behind", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const cleared = t.mock.method(globalThis, "clearTimeout");
  const set = t.mock.method(globalThis, "setTimeout");
  for (const late of [false, true]) {
    const controller = new AbortController();
    const { client, seen } = scripted([late ? () => (controller.abort(), rebuilding()) : rebuilding]);
    const call = assert.rejects(createPost(post, { client, signal: controller.signal }), { code: "aborted" });
    await new Promise(setImmediate);
    controller.abort();
    await call;
    t.mock.timers.tick(100_000);
    await new Promise(setImmediate);
    assert.equal(seen.length, 1);
  }
  // The first call waited, and the second, whose answer came too late, had no need to.
  const timers = set.mock.calls.map((call) => call.result);
  assert.equal(timers.length, 1);
  assert(cleared.mock.calls.some((call) => call.arguments[0] === timers[0]));
});

test("an interceptor's own failure is not waited out", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const bug = new Error("a bug");
  let requests = 0;
  const { client } = scripted([rebuilding], {
    interceptors: [(request, next) => { if (++requests > 1) throw bug; return next(request); }],
  });
  const call = createPost(post, { client });
  void call.catch(() => {});
  await new Promise(setImmediate);
  t.mock.timers.tick(1000);
  await assert.rejects(call, (error) => error === bug && !(error instanceof TramlineError));
});
