// What functions return.

import { NOTE, refused, tolerated } from "./kinds.mjs";

const title = NOTE;
const input = { title };
const post = [input, { title, stars: 3 }];

export const results = [
  tolerated("result_field_added", "field added to a result", {
    before: post,
    after: [input, { title, stars: 3, pinned: true }],
    open: { title, stars: 3 },
  }),
  refused("result_field_removed", "field removed from a result", { before: post, after: [input, { title }] }),
  refused("result_option_removed_altogether", "`Option` removed from a result", {
    before: post,
    after: [input, { title }],
  }),
  tolerated("result_fields_reordered", "fields of a result reordered", {
    before: post,
    after: post,
    open: { title, stars: 3 },
  }),
  tolerated("result_fields_swapped", "fields of a result swapped: `{width, height}` to `{height, width}`", {
    before: [input, { title, width: 640, height: 480 }],
    after: [input, { title, width: 640, height: 480 }],
    open: { title, width: 640, height: 480 },
  }),
  refused("result_field_renamed", "field of a result renamed", { before: post, after: [input, { title, rating: 3 }] }),
  refused("result_field_renamed_with_alias", "field of a result renamed, with `#[serde(alias)]`", {
    before: post,
    after: [input, { title, rating: 3 }],
  }),
  refused("result_integer_widened", "`u32` to `u64` in a result", {
    before: [input, { title, count: 7 }],
    after: [input, { title, count: 7n }],
  }),
  tolerated("result_integer_narrowed", "`u64` to `u32` in a result", {
    before: [input, { title, count: 7n }],
    after: [input, { title, count: 7 }],
    open: { title, count: 7n },
  }),
  refused("result_byte_widened", "`u8` to `u16` in a result", {
    before: [input, { title, count: 7 }],
    after: [input, { title, count: 700 }],
  }),
  refused("result_float_widened", "`f32` to `f64` in a result", {
    before: [input, { title, share: 0.5 }],
    after: [input, { title, share: 0.5 }],
  }),
  tolerated("result_float_narrowed", "`f64` to `f32` in a result", {
    before: [input, { title, share: 0.5 }],
    after: [input, { title, share: 0.5 }],
    open: { title, share: 0.5 },
  }),
  refused("result_option_added", "`T` to `Option<T>` in a result", { before: post, after: post }),
  tolerated("result_option_removed", "`Option<T>` to `T` in a result", {
    before: post,
    after: post,
    open: { title, stars: 3 },
  }),
  refused("result_changed", "result becomes another type", { before: post, after: [input, title] }),
  refused("result_left_out", "result becomes nothing", { before: post, after: [input, undefined] }),
  tolerated("result_changed_deep_down", "struct deep inside a result gains a field, and is reordered", {
    before: [input, deep({ name: "Hill", number: 12 })],
    after: [input, deep({ name: "Hill", number: 12, floor: 2 })],
    open: deep({ name: "Hill", number: 12 }),
  }),
  refused("result_broken_deep_down", "struct deep inside a result loses a field", {
    before: [input, deep({ name: "Hill", number: 12 })],
    after: [input, deep({ name: "Hill" })],
  }),
  tolerated("result_changed_in_itself", "recursive type of a result gains a field, and is reordered", {
    before: [{ text: NOTE }, thread()],
    after: [{ text: NOTE }, thread({ likes: 2 }, { likes: 1 })],
    open: thread(),
  }),
  tolerated("both_changed", "input and result change, each as it may", {
    before: [{ title, stars: 4 }, { title, stars: 4 }],
    after: [{ title, stars: 4, weight: 5 }, { title, stars: 4, weight: 5 }],
    open: { title, stars: 4 },
  }),
  refused("only_result_broken", "input changes as it may, result as it must not", {
    before: [{ title, stars: 4 }, { title, stars: 4 }],
    after: [{ title, stars: 4, pinned: true }, { title, pinned: true }],
  }),
];

function deep(street) {
  return { title, authors: [{ name: "Ada", home: { place: ["Bern", street] } }] };
}

function thread(top = {}, reply = {}) {
  return { text: NOTE, replies: [{ text: "no", replies: [], ...reply }], ...top };
}
