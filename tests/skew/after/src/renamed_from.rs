//! Functions get other names, and say which they had.

use crate::runs::seen;

#[tramline::action(renamed_from = "renamed_from.save")]
pub async fn store(title: String) -> String {
    seen(&(title))
}

#[tramline::query(renamed_from = "renamed_from.find")]
pub async fn search(title: String) -> String {
    seen(&(title))
}
