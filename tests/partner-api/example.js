// The example, on a port and with a catalogue of its own.

import path from "node:path";
import { Server } from "../browser/server.js";
import { scratch } from "./scratch.js";

/** What callers show. */
export const key = "a-key-for-tests";

/** What the warehouse signs with. */
export const warehouseKey = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/** Starts it. */
export async function start() {
  const folder = await scratch("database");
  const server = await Server.start(
    "partner-api",
    ...["--database", path.join(folder, "catalogue.sqlite3"), "--listen", "127.0.0.1:0"],
    ...["--key", key, "--warehouse-key", warehouseKey],
  );
  server.origin = new URL(server.url).origin;
  return server;
}
