// A program of ours that serves until it is told to stop.

import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where cargo builds. */
export const target = process.env.TRAMLINE_TARGET ?? path.join(root, "target");

export class Server {
  #process;
  /** Where it listens. */
  url;

  /** Starts a program, and waits until it says where it listens. */
  static async start(program, ...options) {
    const server = new Server();
    server.#process = spawn(path.join(target, "debug", program), options, { stdio: ["ignore", "pipe", "inherit"] });
    for await (const line of createInterface({ input: server.#process.stdout })) {
      const found = line.match(/http:\/\/\S+/);
      if (found === null) continue;
      server.url = found[0];
      return server;
    }
    throw new Error(`${program} ended before it said where it is`);
  }

  /** Asks it to stop, as Ctrl-C does, and waits until it has. */
  async stop() {
    if (this.#process.exitCode !== null) return;
    this.#process.kill("SIGINT");
    const [code] = await once(this.#process, "exit");
    if (code !== 0) throw new Error(`the server ended with ${code}`);
  }
}
