//! An input's enum with a tag gains a last variant.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]
#[serde(tag = "kind")]
pub enum Change {
    Opened,
    Moved { x: i32, y: i32 },
    Closed,
}

#[tramline::action]
pub async fn save(note: String, change: Change) -> String {
    seen(&(note, change))
}

#[tramline::query]
pub async fn find(note: String, change: Change) -> String {
    seen(&(note, change))
}
