//! What is wrong, and what is said about it.

use serde::{Deserialize, Serialize};

use super::told;
use crate::wire::shape::{Enum, Field, Shape, Struct, Tagging, Variant};

const fn structure(fields: &'static [Field]) -> Struct {
    Struct {
        fields,
        deny_unknown_fields: false,
    }
}

/// What is said about a struct of these fields: where, what was read, and what serde has.
fn check_struct<T: Deserialize<'static> + Serialize>(
    shape: &'static Shape,
    place: &str,
    read: &str,
    serde: &str,
) {
    let told = told::<T>(shape, shape);
    let place = format!("::{place}");
    let expected = format!(
        "{place}`, in src/here.rs:1\n  the build step read: {read}\n  serde has:           {serde}\n"
    );
    assert!(
        told.contains(&expected),
        "{told}\ndoes not have\n{expected}"
    );
}

#[derive(Serialize, Deserialize)]
struct Post {
    id: u64,
    #[serde(rename = "headline", alias = "title")]
    title: String,
    kind: Kind,
}

#[derive(Serialize, Deserialize)]
enum Kind {
    A,
    B(u8),
    C { x: u8 },
}

/// `Post` with other fields than it has.
macro_rules! post {
    ($($field:expr),*) => {{
        static SHAPE: Shape = Shape::Struct(&structure(&[$($field),*]));
        &SHAPE
    }};
}

static KIND: Shape = Shape::Enum(&Enum {
    tagging: Tagging::External,
    variants: &[
        Variant::unit(0, "A"),
        Variant::new(1, "B", Shape::U8),
        Variant::new(
            2,
            "C",
            Shape::Struct(&structure(&[Field::new("x", Shape::U8)])),
        ),
    ],
});

const ID: Field = Field::new("id", Shape::U64);
const TITLE: Field = Field::new("headline", Shape::String).aliases(&["title"]);
const KIND_FIELD: Field = Field::new("kind", Shape::Named(&KIND));

const NAMES: &str = r#"a struct with "id", "headline", "title", "kind""#;

#[test]
fn names_and_their_order() {
    let read = r#"a struct with "headline" (or "title"), "id", "kind""#;
    check_struct::<Post>(post!(TITLE, ID, KIND_FIELD), "Post", read, NAMES);
    let renamed = post!(ID, Field::new("title", Shape::String), KIND_FIELD);
    let read = r#"a struct with "id", "title", "kind""#;
    check_struct::<Post>(renamed, "Post", read, NAMES);
    let no_alias = post!(
        ID,
        Field::new("headline", Shape::String).aliases(&["x"]),
        KIND_FIELD
    );
    let with_alias = r#"a struct with "id", "headline" (or "x"), "kind""#;
    check_struct::<Post>(no_alias, "Post", with_alias, NAMES);
    let fewer = post!(ID, TITLE);
    let read_fewer = r#"a struct with "id", "headline" (or "title")"#;
    check_struct::<Post>(fewer, "Post", read_fewer, NAMES);
}

#[test]
fn types_of_fields() {
    let narrow = post!(Field::new("id", Shape::U32), TITLE, KIND_FIELD);
    check_struct::<Post>(narrow, "Post.id", "u32", "u64");
    let list = post!(
        ID,
        Field::new("headline", Shape::List(&Shape::String)).aliases(&["title"]),
        KIND_FIELD
    );
    check_struct::<Post>(list, "Post.headline", "a list", "a string");
}

/// `Post` holding another `Kind`.
macro_rules! kind {
    ($tagging:expr, $($variant:expr),*) => {{
        static KIND: Shape = Shape::Enum(&Enum {
            tagging: $tagging,
            variants: &[$($variant),*],
        });
        static POST: Shape = Shape::Struct(&structure(&[
            ID,
            TITLE,
            Field::new("kind", KIND),
        ]));
        &POST
    }};
}

const A: Variant = Variant::unit(0, "A");
const B: Variant = Variant::new(1, "B", Shape::U8);
const C: Variant = Variant::new(
    2,
    "C",
    Shape::Struct(&structure(&[Field::new("x", Shape::U8)])),
);
const EXTERNAL: Tagging = Tagging::External;

#[test]
fn variants() {
    let serde = r#"an enum with "A", "B", "C""#;
    let check = |shape, place, read, serde| check_struct::<Post>(shape, place, read, serde);
    let moved = kind!(
        EXTERNAL,
        Variant::new(0, "B", Shape::U8),
        Variant::unit(1, "A"),
        C
    );
    check(moved, "Post.kind", r#"an enum with "B", "A", "C""#, serde);
    let tagged = kind!(Tagging::Internal { tag: "type" }, A, B, C);
    check(
        tagged,
        "Post.kind",
        r#"an enum tagged "type" with "A", "B", "C""#,
        serde,
    );
    let held = kind!(EXTERNAL, A, Variant::new(1, "B", Shape::U16), C);
    check(held, "Post.kind::B", "u16", "u8");
    let empty = kind!(EXTERNAL, A, Variant::unit(1, "B"), C);
    check(
        empty,
        "Post.kind::B",
        "a variant that holds nothing",
        "a value",
    );
    let full = kind!(EXTERNAL, Variant::new(0, "A", Shape::U8), B, C);
    check(full, "Post.kind::A", "u8", "a variant that holds nothing");
    let numbered = kind!(EXTERNAL, A, B, Variant::new(3, "C", Shape::U8));
    check(
        numbered,
        "Post.kind",
        r#""C" with the number 3"#,
        "no variant of this number",
    );
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type")]
enum Event {
    Opened { by: String },
    Closed,
}

#[test]
fn tags() {
    let check = |body: &'static Shape, serde: &str| {
        let told = told::<Event>(body, body);
        assert!(told.contains(serde), "{told}");
    };
    macro_rules! event {
        ($tag:literal, $($variant:expr),*) => {{
            static EVENT: Shape = Shape::Enum(&Enum {
                tagging: Tagging::Internal { tag: $tag },
                variants: &[$($variant),*],
            });
            &EVENT
        }};
    }
    const OPENED: Shape = Shape::Struct(&structure(&[Field::new("by", Shape::String)]));
    const TO: Shape = Shape::Struct(&structure(&[Field::new("to", Shape::String)]));
    const BOTH: Shape = Shape::Struct(&structure(&[
        Field::new("by", Shape::String),
        Field::new("to", Shape::String),
    ]));
    check(
        event!(
            "kind",
            Variant::new(0, "Opened", OPENED),
            Variant::unit(1, "Closed")
        ),
        "no \"type\"",
    );
    check(
        event!(
            "type",
            Variant::new(0, "opened", OPENED),
            Variant::unit(1, "Closed")
        ),
        "\"Opened\", \"Closed\", not \"opened\"",
    );
    check(
        event!(
            "type",
            Variant::new(0, "Opened", TO),
            Variant::unit(1, "Closed")
        ),
        "no \"by\"",
    );
    // Reading ignores what it does not know, so only writing can tell.
    check(
        event!(
            "type",
            Variant::new(0, "Opened", BOTH),
            Variant::unit(1, "Closed")
        ),
        "serde has:           no \"to\"",
    );
}

#[derive(Serialize, Deserialize)]
struct Defaults {
    #[serde(default)]
    given: u8,
    #[serde(default = "seven")]
    seven: u8,
    asked: u8,
    #[serde(skip_serializing_if = "is_seven", default = "seven")]
    left_out: u8,
}

const fn seven() -> u8 {
    7
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
const fn is_seven(it: &u8) -> bool {
    *it == 7
}

#[test]
fn defaults() {
    const GIVEN: Field = Field::new("given", Shape::U8).zero();
    const SEVEN: Field = Field::new("seven", Shape::U8).flagged();
    const ASKED: Field = Field::new("asked", Shape::U8);
    const LEFT_OUT: Field = Field::new("left_out", Shape::U8).flagged();
    macro_rules! defaults {
        ($($field:expr),*) => { post!($($field),*) };
    }
    let check = |shape, place, read, serde| check_struct::<Defaults>(shape, place, read, serde);
    check(
        defaults!(Field::new("given", Shape::U8), SEVEN, ASKED, LEFT_OUT),
        "Defaults",
        "\"given\", which must be there",
        "a default for it",
    );
    check(
        defaults!(GIVEN, SEVEN, ASKED.zero(), LEFT_OUT),
        "Defaults",
        "\"asked\", which may be left out",
        "a field that must be there",
    );
    check(
        defaults!(GIVEN, SEVEN.zero(), ASKED, LEFT_OUT),
        "Defaults.seven",
        "a default that is zero, empty, `false` or `None`",
        "another default",
    );
    check(
        defaults!(GIVEN, SEVEN, ASKED, LEFT_OUT),
        "Defaults.left_out",
        "u8",
        "nothing, now and then",
    );
}
