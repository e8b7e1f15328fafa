//! A function gains a parameter.

use crate::runs::seen;

#[tramline::action]
pub async fn save(title: String, stars: u8, page: u32) -> String {
    seen(&(title, stars, page))
}

#[tramline::query]
pub async fn find(title: String, stars: u8, page: u32) -> String {
    seen(&(title, stars, page))
}
