import assert from "node:assert/strict";
import { test } from "node:test";
import { Credentials } from "./credentials.js";
import { curl } from "./curl.js";
import { missing, prefilled, requestOf, usable } from "./request.js";
import { operation, shop } from "./testing.js";

const nobody = new Credentials();
const bearer = shop.schemes[0]!;
const apiKey = shop.schemes[1]!;

function request(id: string, values: Record<string, string>, credentials = nobody) {
  const filled = prefilled(shop, operation(id));
  for (const [key, value] of Object.entries(values)) filled.values.set(key, value);
  return requestOf(shop, operation(id), filled, usable(shop, operation(id), credentials), credentials);
}

test("what is required is filled in with examples", () => {
  assert.equal(request("getProduct", {}).target, "/v2/products/9007199254740993");
  assert.equal(request("listProducts", {}).target, "/v2/products");
  const created = request("createProduct", {});
  assert.deepEqual(JSON.parse(created.body ?? ""), { name: "Kettle", price: 1, tags: ["kitchen"] });
  assert.deepEqual(created.headers, [["Content-Type", "application/json"]]);
});

test("a path parameter stays one segment", () => {
  assert.equal(request("getProduct", { "path id": "../a?b#c/%2F" }).target, "/v2/products/..%2Fa%3Fb%23c%2F%252F");
});

test("lists are repeated, and what is left empty is left out", () => {
  const { target } = request("listProducts", { "query tag": "a b\n\nc&d", "query search": "", "query limit": "5" });
  assert.equal(target, "/v2/products?tag=a%20b&tag=c%26d&limit=5");
});

test("what is missing is named", () => {
  const filled = prefilled(shop, operation("updateProduct"));
  filled.values.set("path id", "");
  assert.deepEqual(missing(operation("updateProduct"), filled).map((each) => each.name), ["id"]);
});

test("the first credential that the reader has is sent, and no address shows it", () => {
  const credentials = new Credentials();
  credentials.set(apiKey, "key");
  assert.deepEqual(request("createProduct", {}, credentials).headers[0], ["X-Api-Key", "key"]);
  credentials.set(bearer, "token");
  const sent = request("createProduct", {}, credentials);
  assert.deepEqual(sent.headers, [["Authorization", "Bearer token"], ["Content-Type", "application/json"]]);
  assert.equal(sent.target, "/v2/products");
  credentials.set(bearer, "");
  assert.deepEqual(request("updateProduct", { "header If-Match": '"1"' }, credentials).headers, [["If-Match", '"1"'], ["Content-Type", "application/merge-patch+json"]]);
  assert.deepEqual(request("listProducts", {}, credentials).headers, []);
});

test("a line for a shell", () => {
  const line = (id: string, values: Record<string, string>) => curl("https://shop.example", request(id, values), shop.security(operation(id))[0] ?? []);
  assert.equal(line("listProducts", { "query search": "it's" }), "curl 'https://shop.example/v2/products?search=it'\\''s'");
  assert.equal(
    line("deleteProduct", { "path id": "$(rm)" }),
    "curl -X DELETE \\\n  'https://shop.example/v2/products/%24(rm)' \\\n  -H \"Authorization: Bearer $TOKEN\"",
  );
});

test("each kind of credential has a place in a line, and is a variable there", () => {
  const asked = { method: "GET", target: "/v1?a=1", headers: [["If-Match", "'$HOME'"]] as const, body: undefined };
  const kinds = (["header", "query", "cookie"] as const).map((kind) => ({ key: kind, kind, name: `my-${kind}`, description: "" }));
  assert.equal(
    curl("http://x", asked, kinds),
    "curl 'http://x/v1?a=1''&my-query='\"$MY_QUERY\" \\\n  -H 'If-Match: '\\''$HOME'\\''' \\\n  -H \"my-header: $MY_HEADER\" \\\n  -b \"my-cookie=$MY_COOKIE\"",
  );
});
