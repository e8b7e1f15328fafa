// What a page does not call is not in its bundle: neither actions nor their codecs.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { rollup } from "rollup";
import { clients } from "./clients.js";

const folder = clients();

const CASES = [
  {
    what: "one action",
    text: 'import { echoColour } from "./types/js/index.js"; echoColour({ value: "Red" });',
    present: ["echo_colour", "readColour", "writeEchoColourInput", "jsonColour", "jsonEchoColourInput"],
    absent: ["echo_tree", "readTree", "writeTree", "readListOf", "readI128", "readPost", "writePost", "jsonTree", "jsonI128"],
  },
  {
    what: "an action with types from other files",
    text: 'import { root } from "./modules/js/index.js"; root({ value: { title: "", comments: [] } });',
    present: ["readComment", "writeComment", "jsonComment"],
    absent: ["Posts.get", "posts.comments.get", "readShared", "jsonShared"],
  },
  {
    what: "an action in plain JSON",
    text: 'import { echoEvent } from "./plain/js/index.js"; echoEvent({ value: { id: 1, type: "quiet" } });',
    present: ["plainEvent", "plainLog", "plainAuthor"],
    absent: ["plainChoice", "plainPost", "jsonAuthor", "readAuthor", "writeAuthor", "readString", "plainErrors"],
  },
  {
    what: "an action that declares errors",
    text: 'import { several } from "./errors/js/index.js"; several();',
    present: ["jsonAuthError", "jsonQuotaError"],
    absent: ["jsonPostError", "readPostError"],
  },
  {
    what: "nothing",
    text: 'import "./types/js/index.js"; import "./errors/js/index.js"; import "./plain/js/index.js"; import "./foreign/js/index.js"; import "./tagged/js/index.js"; import { root } from "./modules/js/index.js";',
    present: [],
    absent: ["function", "echo", "=>"],
  },
];

for (const [bundler, bundle] of Object.entries({ esbuild: withEsbuild, rollup: withRollup })) {
  for (const [index, { what, text, present, absent }] of CASES.entries()) {
    test(`${bundler} keeps ${what}, and no more`, async () => {
      const entry = join(folder, `${bundler}-${index}.js`);
      writeFileSync(entry, text);
      const output = await bundle(entry);
      for (const name of present) assert.ok(output.includes(name), `${name} is needed`);
      for (const name of absent) assert.ok(!output.includes(name), `${name} is not needed:\n${output.slice(0, 2000)}`);
    });
  }
}

async function withEsbuild(entry) {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false, logLevel: "silent" });
  return withoutComments(outputFiles[0].text);
}

async function withRollup(entry) {
  const bundle = await rollup({ input: entry, onwarn() {} });
  const { output } = await bundle.generate({ format: "es" });
  return withoutComments(output[0].code);
}

function withoutComments(text) {
  return text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
}
