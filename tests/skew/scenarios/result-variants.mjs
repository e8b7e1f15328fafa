// Enums that functions return.

import { NOTE, refused, tolerated } from "./kinds.mjs";

const note = NOTE;

const plain = {
  prefix: "",
  what: "a result's enum",
  unit: (name) => name,
  moved: (name = "Moved") => ({ [name]: { x: 1, y: -2 } }),
};
const tagged = {
  prefix: "tagged_",
  what: "a result's enum with a tag",
  unit: (kind) => ({ kind }),
  moved: (kind = "Moved") => ({ kind, x: 1, y: -2 }),
};

const kinds = ({ prefix, what, unit, moved }) => {
  const before = [{ note }, { note, event: moved() }];
  const closed = [{ note }, { note, event: unit("Closed") }];
  return [
    refused(`${prefix}result_variant_added_at_the_end`, `last variant added to ${what}`, { before, after: closed }),
    refused(`${prefix}result_variant_added_in_the_middle`, `variant added in the middle of ${what}`, {
      before,
      after: closed,
    }),
    tolerated(`${prefix}result_variant_removed`, `variant removed from ${what}`, {
      before,
      after: before,
      open: { note, event: moved() },
    }),
    refused(`${prefix}result_variant_renamed`, `variant of ${what} renamed`, {
      before,
      after: [{ note }, { note, event: moved("Shifted") }],
    }),
    tolerated(`${prefix}result_variants_reordered`, `variants of ${what} reordered`, {
      before,
      after: before,
      open: { note, event: moved() },
    }),
  ];
};

export const resultVariants = [...kinds(plain), ...kinds(tagged)];
