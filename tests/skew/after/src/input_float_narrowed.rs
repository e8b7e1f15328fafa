//! A float of an input gets fewer bits.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]

pub struct Draft {
    pub title: String,
    pub share: f32,
}

#[tramline::action]
pub async fn save(draft: Draft) -> String {
    seen(&draft)
}

#[tramline::query]
pub async fn find(draft: Draft) -> String {
    seen(&draft)
}
