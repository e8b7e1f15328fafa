//! An input gains a field whose default only Rust knows.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]

pub struct Draft {
    pub title: String,
    pub stars: u8,
    #[serde(default = "seven")]
    pub weight: u8,
}

fn seven() -> u8 {
    7
}

#[tramline::action]
pub async fn save(draft: Draft) -> String {
    seen(&draft)
}

#[tramline::query]
pub async fn find(draft: Draft) -> String {
    seen(&draft)
}
