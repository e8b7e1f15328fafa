//! A function that took nothing gains a parameter that may be left out.

use crate::runs::seen;

#[tramline::action]
pub async fn save(#[wire(default = 7)] page: u32) -> String {
    seen(&(page,))
}

#[tramline::query]
pub async fn find(#[wire(default = 7)] page: u32) -> String {
    seen(&(page,))
}
