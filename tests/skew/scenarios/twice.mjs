// What becomes of a page after two deploys: `earlier` is its version, `before` was between.

import { NOTE, refused, same, special, tolerated } from "./kinds.mjs";

const title = NOTE;
const draft = [{ title, stars: 3 }, `Draft { title: "note", stars: 3 }`];
const pinned = [{ title, stars: 3, pinned: true }, `Draft { title: "note", stars: 3, pinned: true }`];
const rating = [{ title, rating: 3 }, `Draft { title: "note", rating: 3 }`];

const everywhere = (module) => {
  const functions = [module, "save", "find"];
  return { functions: { earlier: functions, before: functions, after: functions } };
};

export const twice = [
  tolerated("twice_changed", "option added beside a default that came before", {
    earlier: draft,
    before: pinned,
    after: [
      { title, stars: 3, pinned: true, tags: ["a"] },
      `Draft { title: "note", stars: 3, tags: Some(["a"]), pinned: true }`,
    ],
    open: `Draft { title: "note", stars: 3, tags: None, pinned: true }`,
    longOpen: { verdict: "tolerated", value: `Draft { title: "note", stars: 3, tags: None, pinned: false }` },
  }, everywhere("twice_changed")),
  same("twice_alias_dropped", "`#[serde(alias)]` taken away that had carried a field over", {
    earlier: draft,
    before: rating,
    after: rating,
    longOpen: { verdict: "refused" },
  }, everywhere("twice_alias_dropped")),
  tolerated("twice_back_again", "field taken away that came before", {
    earlier: draft,
    before: pinned,
    after: draft,
    open: draft[1],
    // What is new here was there before, so the lock of the server between knows it.
    crossed: { "after@before": `Draft { title: "note", stars: 3, pinned: false }` },
    cells: {
      "before@after": { with: "tolerated", without: "stale_client" },
      "after@before": { with: "tolerated", without: "stale_client" },
    },
    longOpen: { verdict: "same", value: draft[1] },
  }, everywhere("twice_back_again")),
  refused("twice_broken", "required field added beside a default that came before", {
    earlier: draft,
    before: pinned,
    after: [
      { title, stars: 3, pinned: true, weight: 2 },
      `Draft { title: "note", stars: 3, pinned: true, weight: 2 }`,
    ],
    longOpen: { verdict: "refused" },
  }, everywhere("twice_broken")),
  special("twice_renamed", "function renamed a second time, with `renamed_from`", {
    earlier: [{ title }, `"note"`],
    before: [{ title }, `"note"`],
    after: [{ title }, `"note"`],
    longOpen: { verdict: "same", value: `"note"` },
  }, {
    functions: {
      earlier: ["twice_renamed", "save", "find"],
      before: ["twice_renamed", "store", "search"],
      after: ["twice_renamed", "keep", "seek"],
    },
    cells: {
      "before@after": { with: "same", without: "same" },
      "after@before": { with: "unknown_action", without: "unknown_action" },
    },
  }),
];
