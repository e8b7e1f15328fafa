// The client's half of the test of random schemas.
//
// `node random.mjs FOLDER` reads `FOLDER/cases.json`: for each, values in binary, which the generated
// client reads and writes as an input in JSON, and perhaps an answer in JSON, which it reads and writes
// as an input in binary. It prints both.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const load = (name) => import(pathToFileURL(join(folder, name)).href);
const { createClient } = await load("_runtime.js");

const EMPTY = { postcard: Buffer.of(0), json: "[]" };

/** Calls with `values`, and keeps what is sent; the answer is `answer`. */
async function call(echo, wire, values, answer) {
  const sent = [];
  const client = createClient({
    baseUrl: "http://localhost/rpc",
    wire,
    async fetch(input, init) {
      sent.push(...new Uint8Array(await new Request(input, init).arrayBuffer()));
      return new Response(answer, { headers: { "content-type": `application/${wire}` } });
    },
  });
  return { sent, data: await echo({ values }, { client }) };
}

/** The values of an answer in one wire, as an input in the other. */
async function turned(echo, from, answer, to) {
  const { data } = await call(echo, from, [], answer);
  const { sent } = await call(echo, to, data, EMPTY[to]);
  return sent;
}

/** What becomes of `bytes`, or why nothing does. */
async function tried(...way) {
  try {
    return { Ok: await turned(...way) };
  } catch (error) {
    return { Err: String(error.cause ?? error) };
  }
}

const answers = [];
for (const { number, bytes, answer } of JSON.parse(await readFile(join(folder, "cases.json")))) {
  const echo = (await load(`p${number}.js`))[`echo${number}`];
  answers.push({
    input: await tried(echo, "postcard", Buffer.from(bytes), "json"),
    read: answer && (await tried(echo, "json", Buffer.from(answer), "postcard")),
  });
}
console.log(JSON.stringify(answers));
