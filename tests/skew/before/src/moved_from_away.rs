//! Functions that move to another module.

use crate::runs::seen;

#[tramline::action]
pub async fn save(title: String) -> String {
    seen(&(title))
}

#[tramline::query]
pub async fn find(title: String) -> String {
    seen(&(title))
}
