// Generated clients at real servers, with every request on the way counted.

import assert from "node:assert/strict";
import { inspect } from "node:util";

import { Failure } from "./scenarios/kinds.mjs";

export class Clients {
  #url;

  constructor(url) {
    this.#url = url;
  }

  /** Calls twice, and returns what happened: `works`, `repeats`, or the code of an error. */
  async check({ call, runtime }, input, server, { how, value, repeats }) {
    const page = new Page(runtime, `${this.#url}/${server}`);
    const first = await page.call(call, input);
    const second = await page.call(call, input);
    if (how !== "same" && how !== "tolerated") {
      for (const seen of [first, second]) {
        assert.equal(seen.error?.kind, "call", describe(seen));
        assert.equal(seen.error.code, how, describe(seen));
        assert.equal(seen.runs, 0, "nothing ran");
        assert.equal(seen.requests.length, 1, "nothing was repeated");
      }
      assert.ok(page.stale > 0, "the page was told");
      return how;
    }
    assertEquals(first, value);
    assertEquals(second, value);
    const repeated = how === "tolerated" && repeats === 1;
    assert.deepEqual(statuses(first), repeated ? [409, "answer"] : ["answer"], "one repeat, where one is due");
    assert.deepEqual(statuses(second), ["answer"], "no repeat on the second call");
    assert.equal(first.runs, 1, "ran once");
    assert.equal(second.runs, 1, "ran once");
    if (repeated) assert.equal(second.requests[0].json, true, "JSON at once");
    assert.equal(page.stale > 0, how === "tolerated", "the page was told, if there was anything to tell");
    return repeated ? "repeats" : how === "tolerated" ? "json" : "works";
  }

  /** One page, whose server is replaced by one that knows it, and then put back. */
  async stayOpen({ call, runtime }, [input, answer], open, repeats) {
    await this.#deploy("before-with-lock");
    const page = new Page(runtime, this.#url);
    const binary = repeats === 1;
    const steps = [
      ["before-with-lock", answer, 1, binary],
      ["after-with-lock", open, 1 + repeats, false],
      ["after-with-lock", open, 1, false],
      ["before-with-lock", answer, 1, false],
      ["before-with-lock", answer, 1, binary],
      ["after-without-lock", "stale_client", 1, false],
      ["before-without-lock", answer, undefined, undefined],
      ["before-without-lock", answer, 1, binary],
    ];
    for (const [index, [server, value, requests, binary]] of steps.entries()) {
      await this.#deploy(server);
      const seen = await page.call(call, input);
      const step = `step ${index}, ${server}`;
      if (value === "stale_client") {
        assert.equal(seen.error?.code, value, step);
        assert.equal(seen.runs, 0, step);
        continue;
      }
      assertEquals(seen, value);
      assert.equal(seen.runs, 1, step);
      if (requests !== undefined) assert.equal(seen.requests.length, requests, step);
      if (binary !== undefined) assert.equal(!seen.requests.at(-1).json, binary, step);
    }
  }

  async #deploy(server) {
    const response = await fetch(`${this.#url}/deploy/${server}`, { method: "POST" });
    assert.equal(response.status, 200);
  }
}

/** A page with a client of its own, which counts. */
class Page {
  stale = 0;
  #client;
  #requests = [];

  constructor({ createClient }, server) {
    this.#client = createClient({
      baseUrl: `${server}/rpc`,
      fetch: (url, init) => this.#fetch(url, init),
      onStale: () => {
        this.stale += 1;
      },
    });
  }

  async #fetch(url, init) {
    const response = await fetch(url, init);
    const json = new URL(url).searchParams.has("j") || init.headers.get("content-type") === "application/json";
    const runs = Number(response.headers.get("x-runs"));
    this.#requests.push({ method: init.method, json, status: response.status, runs });
    return response;
  }

  /** What came of a call: its value or its error, its requests, and how many functions ran. */
  async call(call, input) {
    this.#requests = [];
    const outcome = await call.safe(input, { client: this.#client });
    const runs = this.#requests.reduce((sum, request) => sum + request.runs, 0);
    return { ...outcome, runs, requests: this.#requests };
  }
}

/** Declared errors have statuses of their own. */
function statuses({ requests }) {
  return requests.map(({ status }, index) => (index === requests.length - 1 ? "answer" : status));
}

function assertEquals(seen, value) {
  if (value instanceof Failure) {
    assert.equal(seen.error?.kind, "declared", describe(seen));
    assert.equal(seen.error.code, value.code);
    assert.deepStrictEqual(seen.error.data, value.data);
    return;
  }
  assert.ok(seen.ok, describe(seen));
  assert.deepStrictEqual(seen.data, value);
}

function describe({ ok, data, error, requests }) {
  const sent = requests.map(({ method, json, status }) => `${method} ${json ? "json" : "binary"} ${status}`);
  return `${ok ? `returned ${inspect(data).slice(0, 200)}` : `failed with ${error.code}`} after ${sent.join(", ")}`;
}
