// Documents are OpenAPI, to two programs that know what that is, and to a strict linter.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Validator } from "@seriousme/openapi-schema-validator";
import { documents } from "./documents.js";

const here = fileURLToPath(new URL(".", import.meta.url));

test("there are documents", () => assert(documents.length > 1));

for (const document of documents) {
  const name = relative(join(here, ".."), document);

  test(`${name} is as the schema of OpenAPI says`, async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(document);
    assert(valid, JSON.stringify(errors, undefined, 2));
    assert.equal(validator.version, "3.1");
  });

  test(`${name} has nothing to complain of`, async () => {
    const { code, stdout, stderr } = await lint(document);
    assert.equal(code, 0, stdout + stderr);
  });
}

async function lint(document) {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("@redocly/cli/package.json");
  const { redocly } = require(manifest).bin;
  const program = [join(dirname(manifest), redocly), "lint", "--config", join(here, "lint.yaml"), "--format", "json", document];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const { code = 0, stdout, stderr } = await promisify(execFile)(process.execPath, program, { env }).catch((error) => error);
  return { code, stdout, stderr };
}
