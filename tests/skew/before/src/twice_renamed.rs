//! Functions get other names twice.

use crate::runs::seen;

#[tramline::action(renamed_from = "twice_renamed.save")]
pub async fn store(title: String) -> String {
    seen(&(title))
}

#[tramline::query(renamed_from = "twice_renamed.find")]
pub async fn search(title: String) -> String {
    seen(&(title))
}
