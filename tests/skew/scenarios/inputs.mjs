// What functions take. They answer with what they saw, as Rust prints it.

import { NOTE, refused, tolerated } from "./kinds.mjs";

const title = NOTE;
const draft = [{ title, stars: 3 }, `Draft { title: "note", stars: 3 }`];

export const inputs = [
  refused("input_field_added", "required field added to an input", {
    before: draft,
    after: [{ title, stars: 3, pinned: true }, `Draft { title: "note", stars: 3, pinned: true }`],
  }),
  tolerated("input_field_added_with_default", "field with `#[serde(default)]` added to an input", {
    before: draft,
    after: [{ title, stars: 3, pinned: true }, `Draft { title: "note", stars: 3, pinned: true }`],
    open: `Draft { title: "note", stars: 3, pinned: false }`,
  }),
  tolerated("input_field_added_with_own_default", "field with `#[serde(default = \"…\")]` added to an input", {
    before: draft,
    after: [{ title, stars: 3, weight: 9 }, `Draft { title: "note", stars: 3, weight: 9 }`],
    open: `Draft { title: "note", stars: 3, weight: 7 }`,
  }),
  tolerated("input_field_added_as_option", "`Option` added to an input", {
    before: draft,
    after: [{ title, stars: 3, pinned: true }, `Draft { title: "note", stars: 3, pinned: Some(true) }`],
    open: `Draft { title: "note", stars: 3, pinned: None }`,
  }),
  tolerated("input_field_removed", "field removed from an input", {
    before: draft,
    after: [{ title }, `Draft { title: "note" }`],
    open: `Draft { title: "note" }`,
  }),
  refused("input_field_removed_and_denied", "field removed from an input with `deny_unknown_fields`", {
    before: draft,
    after: [{ title }, `Draft { title: "note" }`],
  }),
  tolerated("input_fields_reordered", "fields of an input reordered", {
    before: draft,
    after: [{ title, stars: 3 }, `Draft { stars: 3, title: "note" }`],
    open: `Draft { stars: 3, title: "note" }`,
  }),
  tolerated("input_fields_swapped", "fields of an input swapped: `{width, height}` to `{height, width}`", {
    before: [{ title, width: 640, height: 480 }, `Draft { title: "note", width: 640, height: 480 }`],
    after: [{ title, width: 640, height: 480 }, `Draft { title: "note", height: 480, width: 640 }`],
    open: `Draft { title: "note", height: 480, width: 640 }`,
  }),
  refused("input_field_renamed", "field of an input renamed", {
    before: draft,
    after: [{ title, rating: 3 }, `Draft { title: "note", rating: 3 }`],
  }),
  tolerated("input_field_renamed_with_alias", "field of an input renamed, with `#[serde(alias)]`", {
    before: draft,
    after: [{ title, rating: 3 }, `Draft { title: "note", rating: 3 }`],
    open: `Draft { title: "note", rating: 3 }`,
  }),
  refused("input_option_renamed", "`Option` of an input renamed", {
    before: [{ title, stars: 3 }, `Draft { title: "note", stars: Some(3) }`],
    after: [{ title, rating: 3 }, `Draft { title: "note", rating: Some(3) }`],
  }),
  tolerated("input_integer_widened", "`u32` to `u64` in an input", {
    before: [{ title, count: 4294967295 }, `Draft { title: "note", count: 4294967295 }`],
    after: [{ title, count: 18446744073709551615n }, `Draft { title: "note", count: 18446744073709551615 }`],
    open: `Draft { title: "note", count: 4294967295 }`,
  }),
  refused("input_integer_narrowed", "`u64` to `u32` in an input", {
    before: [{ title, count: 7n }, `Draft { title: "note", count: 7 }`],
    after: [{ title, count: 7 }, `Draft { title: "note", count: 7 }`],
  }),
  tolerated("input_byte_widened", "`u8` to `u16` in an input", {
    before: [{ title, count: 200 }, `Draft { title: "note", count: 200 }`],
    after: [{ title, count: 60000 }, `Draft { title: "note", count: 60000 }`],
    open: `Draft { title: "note", count: 200 }`,
  }),
  tolerated("input_float_widened", "`f32` to `f64` in an input", {
    before: [{ title, share: 0.5 }, `Draft { title: "note", share: 0.5 }`],
    after: [{ title, share: 0.1 }, `Draft { title: "note", share: 0.1 }`],
    open: `Draft { title: "note", share: 0.5 }`,
  }),
  refused("input_float_narrowed", "`f64` to `f32` in an input", {
    before: [{ title, share: 0.5 }, `Draft { title: "note", share: 0.5 }`],
    after: [{ title, share: 0.5 }, `Draft { title: "note", share: 0.5 }`],
  }),
  tolerated("input_option_added", "`T` to `Option<T>` in an input", {
    before: draft,
    after: [{ title, stars: null }, `Draft { title: "note", stars: None }`],
    open: `Draft { title: "note", stars: Some(3) }`,
  }),
  refused("input_option_removed", "`Option<T>` to `T` in an input", {
    before: [{ title, stars: 3 }, `Draft { title: "note", stars: Some(3) }`],
    after: draft,
  }),
  refused("input_type_changed", "number of an input becomes text", {
    before: draft,
    after: [{ title, stars: "3" }, `Draft { title: "note", stars: "3" }`],
  }),
  refused("parameter_added", "required parameter added", {
    before: [{ title, stars: 3 }, `("note", 3)`],
    after: [{ title, stars: 3, page: 2 }, `("note", 3, 2)`],
  }),
  tolerated("parameter_added_with_default", "parameter with `#[wire(default = …)]` added", {
    before: [{ title, stars: 3 }, `("note", 3)`],
    after: [{ title, stars: 3, page: 2 }, `("note", 3, 2)`],
    open: `("note", 3, 7)`,
  }),
  tolerated("first_parameter_added", "first parameter added, with `#[wire(default = …)]`", {
    before: [undefined, `()`],
    after: [{ page: 2 }, `(2,)`],
    open: `(7,)`,
  }),
  tolerated("parameter_gained_default", "`#[wire(default = …)]` added to a parameter", {
    before: [{ title, page: 2 }, `("note", 2)`],
    after: [{ title }, `("note", 7)`],
    open: `("note", 2)`,
  }),
  tolerated("parameters_swapped", "parameters of one type swapped", {
    before: [{ title, width: 640, height: 480 }, `("note", 640, 480)`],
    after: [{ title, width: 640, height: 480 }, `("note", 640, 480)`],
    open: `("note", 640, 480)`,
  }),
  refused("parameter_became_required", "default of a parameter taken away", {
    before: [{ title }, `("note", 7)`],
    after: [{ title, page: 2 }, `("note", 2)`],
  }),
  tolerated("input_changed_deep_down", "struct deep inside an input gains a default, and is reordered", {
    before: [deep({ name: "Hill", number: 12 }), saw(`name: "Hill", number: 12`)],
    after: [deep({ name: "Hill", number: 12, floor: 2 }), saw(`number: 12, floor: 2, name: "Hill"`)],
    open: saw(`number: 12, floor: 0, name: "Hill"`),
  }),
  refused("input_broken_deep_down", "struct deep inside an input gains a required field", {
    before: [deep({ name: "Hill", number: 12 }), saw(`name: "Hill", number: 12`)],
    after: [deep({ name: "Hill", number: 12, floor: 2 }), saw(`name: "Hill", number: 12, floor: 2`)],
  }),
  tolerated("input_changed_in_itself", "recursive type of an input gains a default, and is reordered", {
    before: [thread(), `Comment { text: "note", replies: [Comment { text: "no", replies: [] }] }`],
    after: [
      thread({ likes: 4 }, { likes: 5 }),
      `Comment { replies: [Comment { replies: [], text: "no", likes: 5 }], text: "note", likes: 4 }`,
    ],
    open: `Comment { replies: [Comment { replies: [], text: "no", likes: 0 }], text: "note", likes: 0 }`,
  }),
  refused("input_broken_in_itself", "recursive type of an input gains a required field", {
    before: [thread(), `Comment { text: "note", replies: [Comment { text: "no", replies: [] }] }`],
    after: [
      thread({ likes: 4 }, { likes: 5 }),
      `Comment { text: "note", replies: [Comment { text: "no", replies: [], likes: 5 }], likes: 4 }`,
    ],
  }),
];

function deep(street) {
  return { title, authors: [{ name: "Ada", home: { place: ["Bern", street] } }, { name: "Bo", home: null }] };
}

function saw(street) {
  const home = `Some(Home { place: ("Bern", Street { ${street} }) })`;
  return `Draft { title: "note", authors: [Author { name: "Ada", home: ${home} }, Author { name: "Bo", home: None }] }`;
}

function thread(top = {}, reply = {}) {
  return { text: NOTE, replies: [{ text: "no", replies: [], ...reply }], ...top };
}
