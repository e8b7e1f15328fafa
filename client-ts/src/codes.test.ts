import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isCallCode } from "./codes.js";

// What a call never fails with: the kind `"invalid"` has its own, a skew is told as what it means, and the
// others are of REST and of webhooks.
const REST = ["not_acceptable", "precondition_failed", "precondition_required", "unknown_route"];
const WEBHOOKS = ["delivery_in_progress", "signature_expired", "signature_invalid", "signature_missing"];
const ELSEWHERE = ["invalid_input", "version_skew", ...REST, ...WEBHOOKS];

test("the codes are those that tramline reserves", () => {
  const table = readFileSync(new URL("../../../codegen/syntax/src/codes.rs", import.meta.url), "utf8");
  const reserved = [...table.matchAll(/^ {4}"(\w+)",$/gm)].map((match) => match[1]!);
  const source = readFileSync(new URL("../../src/codes.ts", import.meta.url), "utf8");
  const typed = [...source.matchAll(/^ {2}\| "(\w+)"/gm)].map((match) => match[1]!);
  const listed = /CODES =([^;]*);/s.exec(source)?.[1]?.match(/\w+/g) ?? [];
  assert.deepEqual([...typed].sort(), reserved.filter((code) => !ELSEWHERE.includes(code)).sort());
  assert.deepEqual([...listed].sort(), [...typed].sort());
  for (const code of typed) assert.ok(isCallCode(code));
  for (const code of [...ELSEWHERE, "", " ", "bad_host host_not_allowed", "bad", 1, null, undefined]) assert.ok(!isCallCode(code));
});
