//! A parameter gains a default.

use crate::runs::seen;

#[tramline::action]
pub async fn save(title: String, #[wire(default = 7)] page: u32) -> String {
    seen(&(title, page))
}

#[tramline::query]
pub async fn find(title: String, #[wire(default = 7)] page: u32) -> String {
    seen(&(title, page))
}
