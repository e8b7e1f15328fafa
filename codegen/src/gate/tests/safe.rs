//! Changes that cost a frontend nothing.

use std::fs;
use std::path::Path;

use super::{Past, found, own};
use crate::testing::Files;

/// Old and new sources in which code of a frontend need not change.
pub(super) const SAFE: &[(&str, &str)] = &[
    // A new field in a result, and one that may be left out of an input.
    (
        "#[derive(Serialize)] struct Post { title: String } \
         #[tramline::query] async fn get(id: u32) -> Post {}",
        "#[derive(Serialize)] struct Post { body: String, title: String } \
         #[tramline::query] async fn get(id: u32, #[wire(default = false)] all: bool) -> Post {}",
    ),
    // A variant that only callers write.
    (
        "#[derive(Deserialize)] enum Order { Newest } #[tramline::query] async fn list(order: Order) {}",
        "#[derive(Deserialize)] enum Order { Oldest, Newest, By(String) } \
         #[tramline::query] async fn list(order: Order) {}",
    ),
    // What was asked for may now be missing; what could be missing is now always there.
    (
        "#[tramline::query] async fn get(id: u32) -> Option<String> {}",
        "#[tramline::query] async fn get(id: Option<u32>) -> String {}",
    ),
    // Numbers of other sizes, with one view.
    (
        "#[tramline::query] async fn get(id: u8, at: u64) -> i16 {}",
        "#[tramline::query] async fn get(id: u32, at: i128) -> f64 {}",
    ),
    // A type of another name, which nothing exports.
    (
        "#[tramline::query] async fn get() -> (u32, String) {}",
        "#[derive(Serialize)] struct Pair(u32, String); #[tramline::query] async fn get() -> Pair {}",
    ),
    // A query may do what an action does, and more.
    (
        "#[tramline::action] async fn get() -> u32 {}",
        "#[tramline::query] async fn get() -> u32 {}",
    ),
    // A list of a fixed length is a list.
    (
        "#[tramline::query] async fn get(ids: [u32; 2]) -> Vec<u32> {}",
        "#[tramline::query] async fn get(ids: Vec<u32>) -> [u32; 2] {}",
    ),
    // A brand is what it is made of.
    (
        "#[derive(Deserialize)] struct Id(String); #[tramline::query] async fn get(id: Id, ids: Vec<Id>) -> String {}",
        "#[derive(Deserialize, Serialize)] struct Id(String); \
         #[tramline::query] async fn get(id: String, ids: Vec<Id>) -> Id {}",
    ),
    // Nothing changed in what contains itself.
    (
        "#[derive(Serialize)] struct Tree { children: Vec<Tree>, parent: Option<Box<Tree>> } \
         #[derive(Serialize)] struct Nested(Vec<Nested>); \
         #[tramline::query] async fn tree() -> (Tree, Nested) {}",
        "#[derive(Serialize)] struct Tree { children: Vec<Tree>, parent: Option<Box<Tree>>, size: u32 } \
         #[derive(Serialize)] struct Nested(Vec<Nested>); \
         #[tramline::query] async fn tree() -> (Tree, Nested) {}",
    ),
    // What has no tag is told by what it holds.
    (
        "#[derive(Serialize)] #[serde(untagged)] enum Any { Number(u32), Text(String), Pair { a: u32, b: u32 } } \
         #[tramline::query] async fn get() -> Any {}",
        "#[derive(Serialize)] #[serde(untagged)] enum Any { Text(String), Pair { a: u32, b: u32, c: u32 }, Number(u32) } \
         #[tramline::query] async fn get() -> Any {}",
    ),
];

#[test]
fn safe_changes_are_no_findings() {
    for (old, new) in SAFE {
        for past in [Past::Sources, Past::Schemas] {
            let findings = found(old, new, past);
            assert_eq!(own(&findings), [""; 0], "{past:?}\n{old}\n{new}");
        }
    }
}

/// Every package of `tests/golden` that stands alone.
#[test]
fn what_stays_as_it_is_is_no_finding() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
    let mut compared = 0;
    for case in fs::read_dir(folder).unwrap() {
        let case = case.unwrap().path();
        let Ok(source) = fs::read_to_string(case.join("input.rs")) else {
            continue;
        };
        if !Files::parse(&source).read().rendered().is_empty() {
            continue;
        }
        for past in [Past::Sources, Past::Schemas] {
            assert_eq!(
                found(&source, &source, past),
                [],
                "{past:?} {}",
                case.display()
            );
        }
        compared += 1;
    }
    assert!(compared > 20, "{compared}");
}
