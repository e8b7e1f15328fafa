// The functions themselves, and how their values travel.

import { NOTE, refused, same, special, tolerated } from "./kinds.mjs";

const title = NOTE;
const draft = [{ title, stars: 3 }, `Draft { title: "note", stars: 3 }`];
const text = [{ title }, `"note"`];

// A query goes by GET as long as its input is short.
const byGet = { short: "method_not_allowed", long: "same" };

export const functions = [
  same("unchanged", "nothing", {
    before: [{ title, stars: 3 }, { title, stars: 3 }],
    after: [{ title, stars: 3 }, { title, stars: 3 }],
  }),
  same("types_renamed", "types renamed, wrapped and boxed, an alias added", {
    before: draft,
    after: [draft[0], `Note { title: "note", stars: Stars(3) }`],
    crossed: { "before@after": `Note { title: "note", stars: Stars(3) }`, "after@before": draft[1] },
  }),
  special("renamed", "function renamed", { before: text, after: text }, {
    functions: { before: ["renamed", "save", "find"], after: ["renamed", "store", "search"] },
    cells: {
      "before@after": { with: "action_retired", without: "unknown_action" },
      "after@before": { with: "unknown_action", without: "unknown_action" },
    },
  }),
  special("renamed_from", "function renamed, with `renamed_from`", { before: text, after: text }, {
    functions: { before: ["renamed_from", "save", "find"], after: ["renamed_from", "store", "search"] },
    cells: {
      "before@after": { with: "same", without: "same" },
      "after@before": { with: "unknown_action", without: "unknown_action" },
    },
  }),
  special("moved", "function moved to another module", { before: text, after: text }, {
    functions: { before: ["moved_away", "save", "find"], after: ["moved_here", "save", "find"] },
    cells: {
      "before@after": { with: "action_retired", without: "unknown_action" },
      "after@before": { with: "unknown_action", without: "unknown_action" },
    },
  }),
  special("moved_from", "function moved to another module, with `renamed_from`", { before: text, after: text }, {
    functions: { before: ["moved_from_away", "save", "find"], after: ["moved_from_here", "save", "find"] },
    cells: {
      "before@after": { with: "same", without: "same" },
      "after@before": { with: "unknown_action", without: "unknown_action" },
    },
  }),
  same("pinned", "function moved to another module, under a `name`", { before: text, after: text }, {
    functions: { before: ["pinned_away", "save", "find"], after: ["pinned_here", "save", "find"] },
    actions: ["pinned.save", "pinned.find"],
  }),
  special("renamed_and_changed", "function renamed, with `renamed_from`, and a default added", {
    before: [{ title, stars: 3 }, `("note", 3)`],
    after: [{ title, stars: 3, page: 2 }, `("note", 3, 2)`],
    open: `("note", 3, 7)`,
  }, {
    functions: { before: ["renamed_and_changed", "save", "find"], after: ["renamed_and_changed", "store", "search"] },
    cells: {
      "before@after": { with: "tolerated", without: "stale_client" },
      "after@before": { with: "unknown_action", without: "unknown_action" },
    },
  }),
  special("retired", "function removed", { before: text }, {
    functions: { before: ["retired", "save", "find"] },
    cells: { "before@after": { with: "action_retired", without: "unknown_action" } },
  }),
  special("added", "function added", { after: text }, {
    functions: { after: ["added", "save", "find"] },
    cells: { "after@before": { with: "unknown_action", without: "unknown_action" } },
  }),
  special("action_became_query", "action becomes a query", { before: text, after: text }, {
    functions: { before: ["kind_changed", "save"], after: ["kind_changed", "save"] },
    cells: {
      "before@after": { with: "same", without: "same" },
      "after@before": { with: byGet, without: byGet },
    },
  }),
  special("query_became_action", "query becomes an action", { before: text, after: text }, {
    functions: { before: ["kind_changed", "find"], after: ["kind_changed", "find"] },
    cells: {
      "before@after": { with: byGet, without: byGet },
      "after@before": { with: "same", without: "same" },
    },
  }),
  refused("broken_on_purpose", "field renamed, with `breaking = \"…\"`", {
    before: [{ title, stars: 3 }, `("note", 3)`],
    after: [{ title, rating: 3 }, `("note", 3)`],
  }),
  tolerated("plain_json_changed", "field with a default added to an input of plain JSON, and fields reordered", {
    before: [{ title, stars: 3, loose: "x" }, `Draft { title: "note", stars: 3, loose: Text("x") }`],
    after: [
      { title, stars: 3, loose: 7, pinned: true },
      `Draft { pinned: true, loose: Number(7), title: "note", stars: 3 }`,
    ],
    open: `Draft { pinned: false, loose: Text("x"), title: "note", stars: 3 }`,
    repeats: 0,
  }),
  refused("plain_json_broken", "required field added to an input of plain JSON", {
    before: [{ title, stars: 3, loose: "x" }, `Draft { title: "note", stars: 3, loose: Text("x") }`],
    after: [
      { title, stars: 3, loose: 7, pinned: true },
      `Draft { title: "note", stars: 3, loose: Number(7), pinned: true }`,
    ],
  }),
  refused("encoding_changed", "input becomes one that only plain JSON carries", {
    before: [{ title, stars: 3, loose: 7 }, `Draft { title: "note", stars: 3, loose: Some(7) }`],
    after: [{ title, stars: 3, loose: 7 }, `Draft { title: "note", stars: 3, loose: Some(Number(7)) }`],
  }),
];
