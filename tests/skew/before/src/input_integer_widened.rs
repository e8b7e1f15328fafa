//! An integer of an input gets more bits, and becomes text in JSON.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]

pub struct Draft {
    pub title: String,
    pub count: u32,
}

#[tramline::action]
pub async fn save(draft: Draft) -> String {
    seen(&draft)
}

#[tramline::query]
pub async fn find(draft: Draft) -> String {
    seen(&draft)
}
