//! A function gains a parameter that may be left out.

use crate::runs::seen;

#[tramline::action]
pub async fn save(title: String, stars: u8) -> String {
    seen(&(title, stars))
}

#[tramline::query]
pub async fn find(title: String, stars: u8) -> String {
    seen(&(title, stars))
}
