// The JavaScript half of the comparison, in steps over a folder:
//
// - `write` reads what Rust encoded, every `<type>.bin` and every `<type>.text` of plain JSON, and
//   writes the values as inputs, `<type>.input.bin` and `<type>.input.json`.
// - `read` reads what Rust then answers in lossless JSON, every `<type>.answer.json`, and writes the
//   values as `<type>.back.bin`.
// - `patches` reads values as JSON, `<action>.<wire>.<wire>.patches`, and writes what calls with them send.
// - `errors` reads what Rust answers to calls that fail, `<action>.<wire>.errors`, and writes what it
//   is told as values of one type.

import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [step, client, folder] = process.argv.slice(2);
const { createClient } = await import(`./${client}/_runtime.js`);
const modules = ["echo", "echo_attributes", "echo_conversions", "echo_foreign", "echo_plain", "faults", "patches"];
const functions = Object.assign({}, ...(await Promise.all(modules.map((name) => import(`./${client}/${name}.js`)))));
const names = await readdir(folder);

/** The types that have a file with this ending, and what it holds. */
async function* files(ending) {
  for (const name of names.filter((name) => name.endsWith(ending))) {
    yield [name.slice(0, -ending.length), await readFile(join(folder, name))];
  }
}

/** A client whose server answers with `answer`, of the kind that `wire` is, and which keeps what it was sent. */
function recorder(wire, answer, status = 200) {
  const sent = [];
  const client = createClient({
    baseUrl: "http://localhost/rpc",
    wire,
    async fetch(input, init) {
      sent.push(await inputOf(new Request(input, init)));
      return new Response(answer, { status, headers: { "content-type": `application/${wire}` } });
    },
  });
  return { client, sent };
}

async function inputOf(request) {
  const query = new URL(request.url).searchParams;
  if (query.has("i")) return Buffer.from(query.get("i"), "base64url");
  if (query.has("j")) return Buffer.from(query.get("j"));
  return Buffer.from(await request.arrayBuffer());
}

function functionOf(action) {
  const call = functions[action.replace(/_(.)/g, (_, letter) => letter.toUpperCase())];
  assert.equal(typeof call, "function", `${action} has a function`);
  return call;
}

/** The values that `answer` stands for. */
async function decoded(type, wire, answer) {
  // A list of bytes is bytes.
  const none = type === "u8" ? new Uint8Array() : [];
  const values = await functionOf(`echo_${type}`)({ values: none }, recorder(wire, answer));
  assert.ok(values.length > 0, type);
  return values;
}

/** Writes what a call with `values` sends. */
async function write(type, wire, values, ending) {
  const { client, sent } = recorder(wire, type === "u8" && wire === "json" ? '""' : { json: "[]", postcard: Buffer.of(0) }[wire]);
  await functionOf(`echo_${type}`)({ values }, { client });
  await writeFile(join(folder, type + ending), sent[0]);
}

/** What a call is told that fails so. */
async function told(action, wire, [status, answer]) {
  const { client } = recorder(wire, Buffer.from(answer), status);
  const error = await functionOf(action)(undefined, { client }).then(assert.fail, (error) => error);
  assert.equal(error.kind, "declared", String(error.cause ?? error));
  const { code, data } = error;
  return { code, data };
}

const steps = {
  async write() {
    for await (const [type, bytes] of files(".bin")) {
      const values = await decoded(type, "postcard", bytes);
      await write(type, "postcard", values, ".input.bin");
      await write(type, "json", values, ".input.json");
    }
    for await (const [type, text] of files(".text")) {
      await write(type, "json", await decoded(type, "json", text), ".input.json");
    }
  },
  async read() {
    for await (const [type, text] of files(".answer.json")) {
      await write(type, "postcard", await decoded(type, "json", text), ".back.bin");
    }
  },
  async patches() {
    for await (const [name, text] of files(".patches")) {
      const [action, ...wires] = name.split(".");
      for (const wire of wires) {
        const { client, sent } = recorder(wire, { json: "0", postcard: Buffer.of(0) }[wire]);
        await functionOf(action)({ changes: JSON.parse(text) }, { client });
        await writeFile(join(folder, `${action}.${wire}`), sent[0]);
      }
    }
  },
  async errors() {
    for await (const [name, replies] of files(".errors")) {
      const [action, wire] = name.split(".");
      const values = await Promise.all(JSON.parse(replies).map((reply) => told(action, wire, reply)));
      await write("told", "postcard", values, ".input.bin");
      await write("told", "json", values, ".input.json");
    }
  },
};

await steps[step]();
