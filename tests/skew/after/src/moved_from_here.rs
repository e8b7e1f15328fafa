//! Functions that came from another module, and say which.

use crate::runs::seen;

#[tramline::action(renamed_from = "moved_from_away.save")]
pub async fn save(title: String) -> String {
    seen(&(title))
}

#[tramline::query(renamed_from = "moved_from_away.find")]
pub async fn find(title: String) -> String {
    seen(&(title))
}
