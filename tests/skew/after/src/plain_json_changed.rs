//! An input that travels as plain JSON gains a field that may be left out.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Loose {
    Number(u32),
    Text(String),
}
#[derive(Debug, Deserialize)]

pub struct Draft {
    #[serde(default)]
    pub pinned: bool,
    pub loose: Loose,
    pub title: String,
    pub stars: u8,
}

#[tramline::action]
pub async fn save(draft: Draft) -> String {
    seen(&draft)
}

#[tramline::query]
pub async fn find(draft: Draft) -> String {
    seen(&draft)
}
