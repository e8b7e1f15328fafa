//! An input's enum loses a variant and has one for all that is unknown.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]

pub enum Change {
    Opened,
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
