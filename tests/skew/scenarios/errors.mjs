// The errors that functions declare.

import { NOTE, fails, refused, same, tolerated } from "./kinds.mjs";

const input = { title: NOTE };
const taken = [input, fails("taken", { suggestion: NOTE })];
const takenBy = [input, fails("taken", { by: 7, suggestion: NOTE })];

export const errors = [
  refused("error_added", "error added", { before: taken, after: taken }),
  tolerated("error_removed", "error removed", { before: taken, after: taken, open: taken[1] }),
  tolerated("error_field_added", "field added to an error", { before: taken, after: takenBy, open: taken[1] }),
  refused("error_field_removed", "field removed from an error", { before: takenBy, after: taken }),
  refused("error_renamed", "error renamed", {
    before: taken,
    after: [input, fails("in_use", { suggestion: NOTE })],
  }),
  same("errors_reordered", "errors reordered, and their status changed", { before: taken, after: taken }),
];
