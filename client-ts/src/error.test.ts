import assert from "node:assert/strict";
import { test } from "node:test";
import { TramlineError } from "./index.js";

const failure = { kind: "call", code: "network", data: undefined } as const;
const place = { action: "posts.create_post", method: "POST", url: "https://example.com/rpc/a.b/posts.create_post?i=secret" };

test("an error says what, where and why", () => {
  const cause = new Error("refused");
  const error = new TramlineError(failure, place, { cause });
  assert.equal(String(error), "TramlineError: posts.create_post: network (POST https://example.com/rpc/a.b/posts.create_post)");
  assert.equal(error.cause, cause);
  assert.ok(!("cause" in new TramlineError(failure, place)));
  assert.match(error.stack ?? "", /^TramlineError/);
});

test("two copies on one page know each other's errors", async () => {
  const other: typeof import("./index.js") = await import(new URL("../../../codegen/src/emit/typescript/runtime/_runtime.js", import.meta.url).href);
  assert.notEqual(other.TramlineError, TramlineError);
  assert.ok(new other.TramlineError(failure, place) instanceof TramlineError);
  assert.ok(new TramlineError(failure, place) instanceof other.TramlineError);
});

test("nothing else is one", () => {
  for (const value of [undefined, null, 1, "", {}, new Error(), failure]) assert.ok(!(value instanceof TramlineError));
  class Special extends TramlineError {}
  assert.ok(!(new TramlineError(failure, place) instanceof Special));
  assert.ok(new Special(failure, place) instanceof Special);
  assert.ok(new Special(failure, place) instanceof TramlineError);
});
