// The documents that are checked in: of this server, of the example, and of the golden cases.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const golden = join(here, "../golden");
const cases = readdirSync(golden, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const example = join(here, "../../examples/partner-api/openapi");
const folders = [join(here, "documents"), example, ...cases.map(({ name }) => join(golden, name))];

/** Their paths. */
export const documents = folders.flatMap(documentsIn);

function documentsIn(folder) {
  const names = readdirSync(folder).filter((name) => /^openapi\.v\d+\.json$/.test(name));
  return names.sort().map((name) => join(folder, name));
}
