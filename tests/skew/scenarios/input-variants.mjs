// Enums that functions take.

import { NOTE, refused, tolerated } from "./kinds.mjs";

const note = NOTE;

/** The two notations of `Moved { x: 1, y: -2 }` and of a unit variant. */
const plain = {
  prefix: "",
  what: "an input's enum",
  unit: (name) => name,
  moved: (name = "Moved") => ({ [name]: { x: 1, y: -2 } }),
};
const tagged = {
  prefix: "tagged_",
  what: "an input's enum with a tag",
  unit: (kind) => ({ kind }),
  moved: (kind = "Moved") => ({ kind, x: 1, y: -2 }),
};

const saw = (name) => `("note", ${name} { x: 1, y: -2 })`;

const kinds = ({ prefix, what, unit, moved }) => {
  const before = [{ note, change: moved() }, saw("Moved")];
  const closed = [{ note, change: unit("Closed") }, `("note", Closed)`];
  return [
    tolerated(`${prefix}input_variant_added_at_the_end`, `last variant added to ${what}`, {
      before,
      after: closed,
      open: saw("Moved"),
    }),
    tolerated(`${prefix}input_variant_added_in_the_middle`, `variant added in the middle of ${what}`, {
      before,
      after: closed,
      open: saw("Moved"),
    }),
    refused(`${prefix}input_variant_removed`, `variant removed from ${what}`, { before, after: before }),
    refused(`${prefix}input_variant_renamed`, `variant of ${what} renamed`, {
      before,
      after: [{ note, change: moved("Shifted") }, saw("Shifted")],
    }),
    tolerated(`${prefix}input_variants_reordered`, `variants of ${what} reordered`, {
      before,
      after: before,
      open: saw("Moved"),
    }),
  ];
};

export const inputVariants = [
  ...kinds(plain),
  ...kinds(tagged),
  tolerated("input_variant_renamed_with_alias", "variant of an input's enum renamed, with `#[serde(alias)]`", {
    before: [{ note, change: plain.moved() }, saw("Moved")],
    after: [{ note, change: plain.moved("Shifted") }, saw("Shifted")],
    open: saw("Shifted"),
  }),
  tolerated("input_variant_removed_into_other", "variant removed from an input's enum that has `#[serde(other)]`", {
    before: [{ note, change: "Closed" }, `("note", Closed)`],
    after: [{ note, change: "Opened" }, `("note", Opened)`],
    open: `("note", Unknown)`,
  }),
];
