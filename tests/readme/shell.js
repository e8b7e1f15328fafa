// Runs the commands of a block as a reader would type them.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A terminal: remembers the folder, and what was left running in it. */
export class Shell {
  #running = [];

  /**
   * @param {string} folder where it starts
   * @param {NodeJS.ProcessEnv} environment
   */
  constructor(folder, environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * @param {string[]} commands
   * @param {string[]} expected lines that must be printed, in this order
   */
  async run(commands, expected) {
    const script = ["set -e", ...commands, 'pwd >&3'].join("\n");
    const bash = spawn("bash", ["-c", script], {
      cwd: this.folder,
      env: this.environment,
      stdio: ["ignore", "pipe", "inherit", "pipe"],
      // A group of its own, so that what a command starts can be ended with it.
      detached: true,
    });
    const exit = once(bash, "exit");
    const folder = text(bash.stdio[3]);
    const missing = [...expected];
    const stays = commands.some((command) => command.startsWith("cargo run"));
    if (stays) this.#running.push(bash);
    for await (const line of createInterface({ input: bash.stdout })) {
      console.log(`    ${line}`);
      if (line === missing[0]) missing.shift();
      if (stays && missing.length === 0) return;
    }
    const [code] = await exit;
    if (code !== 0) throw new Error(`failed with ${code}:\n${commands.join("\n")}`);
    if (missing.length > 0) throw new Error(`did not print: ${missing[0]}`);
    this.folder = (await folder).trim();
  }

  /** Ends what was left running. */
  async close() {
    for (const bash of this.#running) {
      if (bash.exitCode !== null || bash.signalCode !== null) continue;
      const exit = once(bash, "exit");
      process.kill(-bash.pid, "SIGTERM");
      await exit;
    }
  }
}

async function text(stream) {
  let all = "";
  for await (const chunk of stream) all += chunk;
  return all;
}
