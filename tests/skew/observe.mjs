// Calls every scenario's functions in every pair of client and server, and says what happened.
//
// `node observe.mjs URL` prints a JSON document: an outcome for every cell of the matrix, and what
// was not as expected. The servers at `URL` are those of `src/lib.rs`.

import assert from "node:assert/strict";
import { inspect } from "node:util";

import { Clients } from "./clients.mjs";
import { errors } from "./scenarios/errors.mjs";
import { functions } from "./scenarios/functions.mjs";
import { inputVariants } from "./scenarios/input-variants.mjs";
import { inputs } from "./scenarios/inputs.mjs";
import { Failure, NOTE } from "./scenarios/kinds.mjs";
import { resultVariants } from "./scenarios/result-variants.mjs";
import { results } from "./scenarios/results.mjs";
import { twice } from "./scenarios/twice.mjs";

const groups = {
  "The input": [...inputs, ...inputVariants],
  "The result": [...results, ...resultVariants],
  "The errors": errors,
  "The function": functions,
  "A second deploy": twice,
};

// Too long for a URL, so that queries are sent as bodies too.
const LONG = NOTE.repeat(1000);

const LOCKS = ["with", "without"];

const url = process.argv[2];
const clients = new Clients(url);
const problems = [];

/** Runs `test`, and keeps what it complains about. */
async function checking(place, test) {
  try {
    await test();
  } catch (error) {
    problems.push(`${place}: ${error instanceof Error ? error.message : inspect(error)}`);
  }
}

/** The same with the long text in place of the short one. */
function lengthened(value) {
  if (typeof value === "string") return value.replaceAll(NOTE, LONG);
  if (value instanceof Failure) return new Failure(value.code, lengthened(value.data));
  if (Array.isArray(value)) return value.map(lengthened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, lengthened(member)]));
}

/** What a pair is expected to do, as `{ how, value }`; nothing, where there is no such pair. */
function expected(scenario, client, server, lock) {
  const own = scenario[client];
  if (own === undefined) return undefined;
  if (client === server) return { how: "same", value: own[1] };
  if (client === "earlier") return old(scenario.longOpen.verdict, scenario.longOpen.value, lock);
  const pair = `${client}@${server}`;
  const value = scenario.crossed[pair] ?? (pair === "before@after" ? (scenario.open ?? own[1]) : own[1]);
  if (scenario.cells) return scenario.cells[pair] && { how: scenario.cells[pair][lock], value };
  return client === "before" ? old(scenario.verdict, value, lock) : recent(scenario.verdict, value, lock);
}

function old(verdict, value, lock) {
  if (verdict === "same") return { how: "same", value };
  return { how: verdict === "tolerated" && lock === "with" ? "tolerated" : "stale_client", value };
}

function recent(verdict, value, lock) {
  if (verdict === "same") return { how: "same", value };
  return { how: lock === "with" ? "stale_server" : "stale_client", value };
}

/** The functions of one version's client, each with the runtime beside it. */
async function functionsOf({ functions }, client) {
  const [module, ...names] = functions[client];
  const exports = await import(`./${client}/client/${module}.js`);
  const runtime = await import(`./${client}/client/_runtime.js`);
  return names.map((name) => {
    assert.equal(typeof exports[name], "function", `${client} has ${module}.${name}`);
    return { name, call: exports[name], runtime };
  });
}

/** The names of a scenario's functions, in whichever version. */
function actionsOf({ actions, functions }) {
  if (actions) return actions;
  const names = Object.values(functions).flatMap(([module, ...names]) => names.map((name) => `${module}.${name}`));
  return [...new Set(names)];
}

/** Every function of a pair, with short and long inputs; what happened, if it was always the same. */
async function observe(scenario, client, server, lock) {
  const expectation = expected(scenario, client, server, lock);
  if (expectation === undefined) return undefined;
  const seen = new Set();
  for (const named of await functionsOf(scenario, client)) {
    for (const [length, prepare] of Object.entries({ short: (value) => value, long: lengthened })) {
      const input = prepare(scenario[client][0]);
      const how = expectation.how[length] ?? expectation.how;
      const want = { how, value: prepare(expectation.value), repeats: scenario.repeats ?? 1 };
      const place = `${scenario.module}.${named.name}: ${client} at ${server} ${lock} a lock`;
      await checking(place, async () => seen.add(await clients.check(named, input, `${server}-${lock}-lock`, want)));
    }
  }
  return [...seen].sort().join(", ");
}

/** A page that is open while servers come and go behind one address. */
async function stayOpen(scenario) {
  const open = scenario.open;
  for (const named of await functionsOf(scenario, "before")) {
    await checking(`${scenario.module}.${named.name}: an open page`, () =>
      clients.stayOpen(named, scenario.before, open, scenario.repeats ?? 1),
    );
  }
}

const pairs = [
  ["before", "before"],
  ["after", "after"],
  ["before", "after"],
  ["after", "before"],
  ["earlier", "after"],
];

const rows = [];
for (const [group, scenarios] of Object.entries(groups)) {
  for (const scenario of scenarios) {
    const outcomes = {};
    for (const [client, server] of pairs) {
      for (const lock of LOCKS) {
        const outcome = await observe(scenario, client, server, lock);
        if (outcome !== undefined && client !== server) outcomes[`${client}@${server} ${lock}`] = outcome;
      }
    }
    if (scenario.verdict === "tolerated") await stayOpen(scenario);
    const { module, what } = scenario;
    rows.push({ group, module, what, actions: actionsOf(scenario), outcomes });
  }
}

console.log(JSON.stringify({ rows, problems }));
