//! Functions get other names.

use crate::runs::seen;

#[tramline::action]
pub async fn store(title: String) -> String {
    seen(&(title))
}

#[tramline::query]
pub async fn search(title: String) -> String {
    seen(&(title))
}
