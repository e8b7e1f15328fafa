// Where Python is, and where what it makes may lie.

import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { target } from "../browser/server.js";

/** The interpreter that has the packages of `requirements.txt`. */
export const python = process.env.PYTHON ?? path.join(target, "python/bin/python");

/** An empty folder. */
export async function scratch(name) {
  const folder = path.join(target, "partner-api", name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}
