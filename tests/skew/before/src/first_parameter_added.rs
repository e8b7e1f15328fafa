//! A function that took nothing gains a parameter that may be left out.

use crate::runs::seen;

#[tramline::action]
pub async fn save() -> String {
    seen(&())
}

#[tramline::query]
pub async fn find() -> String {
    seen(&())
}
