// The generated codecs against JSON, in whole calls: from the bytes of a reply to objects, and from
// objects to the bytes of a request. `cargo xtask bench` builds the client and runs this.

import { listPosts, savePosts } from "./api/index.js";
import { createClient } from "./api/_runtime.js";

const RECORDS = 1_000;
const WARM_UP = 300;
const ROUNDS = 25;
const CALLS = 10;

const ASCII = "Lorem ipsum dolor sit amet ".repeat(8).slice(0, 200);
const UTF8 = "Grüße aus Zürich, größer ".repeat(8).slice(0, 200);

/** Records of which `share` in ten have a body that is not ASCII. */
function records(share) {
  return Array.from({ length: RECORDS }, (_, index) => ({
    id: index * 7919,
    title: `Post number ${index} of many`,
    body: index % 10 < share ? UTF8 : ASCII,
    tags: ["rust", "web", "rpc"],
    created: 1.7e12 + index,
    published: index % 2 === 0,
  }));
}

/** A client whose server answers with `reply`, and keeps what it was sent. */
function answering(reply) {
  const sent = { body: new Uint8Array() };
  const headers = { "content-type": "application/postcard" };
  const fetch = async (_url, { body }) => {
    sent.body = body;
    return new Response(reply, { status: reply ? 200 : 204, headers });
  };
  return { client: createClient({ baseUrl: "http://localhost/rpc", fetch }), sent };
}

/** Milliseconds a call, the best of many rounds: noise only ever adds. */
async function best(call) {
  for (let index = 0; index < WARM_UP; index++) await call();
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (let index = 0; index < CALLS; index++) await call();
    least = Math.min(least, (performance.now() - start) / CALLS);
  }
  return least;
}

async function measure(name, posts) {
  const { client: saving, sent } = answering(null);
  await savePosts({ posts }, { client: saving });
  const bytes = sent.body.slice();
  const json = new TextEncoder().encode(JSON.stringify({ posts }));
  const { client: listing } = answering(bytes);

  const encode = await best(() => savePosts({ posts }, { client: saving }));
  const decode = await best(() => listPosts(undefined, { client: listing }));
  const stringify = await best(async () => new TextEncoder().encode(JSON.stringify({ posts })));
  const parse = await best(() => new Response(json).json());
  return {
    bodies: name,
    "bytes, of JSON's": (bytes.length / json.length).toFixed(2),
    "decode, ms": decode.toFixed(2),
    "times JSON's speed": (parse / decode).toFixed(2),
    "encode, ms": encode.toFixed(2),
    "times JSON's speed ": (stringify / encode).toFixed(2),
  };
}

console.table([
  await measure("ASCII", records(0)),
  await measure("3 in 10 UTF-8", records(3)),
  await measure("all UTF-8", records(10)),
]);
