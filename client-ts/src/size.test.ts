import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { rollup } from "rollup";

const runtime = fileURLToPath(new URL("../../../codegen/src/emit/typescript/runtime/_runtime.js", import.meta.url));
const ADD = '/* @__PURE__ */ action("Ab3dE_9x.Zk2LmQ0a/add", writeU32, readU32, readNoError, jsonU32, jsonU32, {})';
const RICH = ["Bool", "U8", "U16", "U32", "U64", "U128", "I8", "I16", "I32", "I64", "I128", "F32", "F64", "Char", "String", "Bytes", "FixedBytes", "Unit", "Length", "Variant"];

test("the core and one action, which speaks JSON too, take at most 4,100 bytes", async () => {
  const size = await gzipped(`import { action, writeU32, readU32, readNoError, jsonU32 } from "runtime"; export const add = ${ADD};`);
  assert.ok(size <= 4100, `${size} bytes`);
});

test("with text, still at most 5,200", async () => {
  const size = await gzipped(
    'import { action, writeString, readString, readNoError, jsonString } from "runtime";' +
      'export const hello = /* @__PURE__ */ action("Ab3dE_9x.Zk2LmQ0a/hello", writeString, readString, readNoError, jsonString, jsonString, {});',
  );
  assert.ok(size <= 5200, `${size} bytes`);
});

test("every scalar and both factories take at most 6,650 bytes", async () => {
  const names = RICH.flatMap((type) => [`read${type}`, `write${type}`]);
  const size = await gzipped(`
    import { action, query, createClient, unknownVariant, unknownCode, invalidValue, ${names} } from "runtime";
    const write = (value) => { ${RICH.map((type) => `write${type}(value);`).join("")} invalidValue("", value); };
    const read = () => [${RICH.map((type) => `read${type}()`)}, unknownVariant(1, "")];
    export const one = /* @__PURE__ */ action("Ab3dE_9x.Zk2LmQ0a/one", write, read, unknownCode);
    export const two = /* @__PURE__ */ query("Bb3dE_9x.Zk2LmQ0a/two", write, read, unknownCode);
    export const client = createClient();`);
  assert.ok(size <= 6650, `${size} bytes`);
});

test("all that there is, every type in every form, takes at most 13,950 bytes", async () => {
  const names = Object.keys(await import(runtime));
  const size = await gzipped(`export { ${names} } from "runtime";`);
  assert.ok(size <= 13_950, `${size} bytes`);
});

for (const [bundler, bundle] of [["esbuild", withEsbuild], ["Rollup", withRollup]] as const) {
  test(`an action that is not used vanishes under ${bundler}, with all that only it needs`, async () => {
    const unused = `import { action, writeU32, readU32, readNoError, jsonU32 } from "runtime"; const add = ${ADD};`;
    assert.equal((await bundle(`${unused} export {};`)).trim(), "");
    const text = await bundle(`import { action, writeU32, readU32, readNoError, jsonU32 } from "runtime"; export const add = ${ADD};`);
    for (const absent of ["BigUint64Array", "Float64Array", "TextEncoder", "btoa", "createClient", "asUintN", "atob", "new Map", "new Set", "matchAll", "Date(", "repeated member"]) {
      assert.ok(!text.includes(absent), `${absent} is left`);
    }
  });
}

async function gzipped(source: string): Promise<number> {
  const { code } = await transform(await withEsbuild(source), { minify: true, format: "esm", target: "es2022" });
  return gzipSync(code, { level: 9 }).length;
}

async function withEsbuild(source: string): Promise<string> {
  const result = await build({
    stdin: { contents: source, resolveDir: "/" },
    alias: { runtime },
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    treeShaking: true,
    minifySyntax: true,
    legalComments: "none",
  });
  return result.outputFiles[0]!.text.replace(/^\/\/.*\n/gm, "");
}

async function withRollup(source: string): Promise<string> {
  const bundle = await rollup({
    input: "entry",
    plugins: [{ name: "entry", resolveId: (id) => (id === "runtime" ? runtime : id === "entry" ? id : null), load: (id) => (id === "entry" ? source : null) }],
    // The empty bundle is what is asked for.
    onwarn: () => {},
  });
  const { output } = await bundle.generate({ format: "es" });
  return output[0].code;
}
