//! Two fields of one type change places, which bytes alone would not show.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]

pub struct Draft {
    pub title: String,
    pub height: u32,
    pub width: u32,
}

#[tramline::action]
pub async fn save(draft: Draft) -> String {
    seen(&draft)
}

#[tramline::query]
pub async fn find(draft: Draft) -> String {
    seen(&draft)
}
