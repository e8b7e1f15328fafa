// A folder that stands in for crates.io, so that crates can be added that are not there yet.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

const OURS = ["tramline-syntax", "tramline-macros", "tramline", "tramline-codegen"];

/**
 * Fills the folder, and returns what `.cargo/config.toml` must say to use it.
 *
 * @param {string} root the workspace
 * @param {string} work a folder for the results
 * @returns {Promise<{ config: string, digest: string }>} the digest changes with our own crates
 */
export async function registry(root, work) {
  const crates = path.join(work, "crates");
  await rm(crates, { recursive: true, force: true });
  cargo(root, ["vendor", "--quiet", "--locked", "--versioned-dirs", crates]);
  const digest = await addOurs(root, work, crates);
  const config = `\
[source.crates-io]
replace-with = "folder"

[source.folder]
directory = ${JSON.stringify(crates)}
`;
  return { config, digest };
}

async function addOurs(root, work, crates) {
  const packaged = path.join(work, "packaged");
  await rm(packaged, { recursive: true, force: true });
  await mkdir(packaged, { recursive: true });
  const packages = OURS.flatMap((name) => ["--package", name]);
  cargo(root, ["package", "--quiet", "--allow-dirty", "--no-verify", "--target-dir", packaged, ...packages]);
  const digest = createHash("sha256");
  const files = await readdir(path.join(packaged, "package"));
  for (const file of files.filter((name) => name.endsWith(".crate")).sort()) {
    const archive = path.join(packaged, "package", file);
    digest.update(await readFile(archive));
    execFileSync("tar", ["-xzf", archive, "-C", crates]);
    const checksum = path.join(crates, path.basename(file, ".crate"), ".cargo-checksum.json");
    await writeFile(checksum, '{"files":{}}');
  }
  return digest.digest("hex");
}

function cargo(root, words) {
  execFileSync(process.env.CARGO ?? "cargo", words, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}
