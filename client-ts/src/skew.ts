// What a client has found out about versions: of which actions the server has another one than the
// page was generated for, and what the page has been told about it.

import type { ActionInfo, Client, Staleness } from "./client.js";
import type { StaleCode } from "./codes.js";

// They go with the client, since a server that renders pages makes one for every request.
const kept = /* @__PURE__ */ new WeakMap<Client, Record<string, boolean>>();

/** By an action's path, whether the server has another version; by a code and a path, what was told. */
export function marksOf(client: Client): Record<string, boolean> {
  let marks = kept.get(client);
  if (!marks) kept.set(client, (marks = {}));
  return marks;
}

/** Tells the page how a call ended, if versions have to do with that and it does not know. */
export function tell(client: Client, action: ActionInfo, path: string, stale?: StaleCode | "" | false): void {
  const marks = marksOf(client);
  const code = stale || (marks[path] && "version_skew");
  const mark = `${code} ${path}`;
  if (!code || marks[mark]) return;
  marks[mark] = true;
  const staleness: Staleness = { action, code };
  // Beside the call, which the hook's own errors do not concern.
  Promise.resolve(staleness).then(client.onStale).catch(console.error);
}
