//! The variants of an input's enum change places.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]

pub enum Change {
    Opened,
    Moved { x: i32, y: i32 },
}

#[tramline::action]
pub async fn save(note: String, change: Change) -> String {
    seen(&(note, change))
}

#[tramline::query]
pub async fn find(note: String, change: Change) -> String {
    seen(&(note, change))
}
