//! A field of an input gets another name.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]

pub struct Draft {
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
