//! Functions that move to another module under a name of their own.

use crate::runs::seen;

#[tramline::action(name = "pinned.save")]
pub async fn save(title: String) -> String {
    seen(&(title))
}

#[tramline::query(name = "pinned.find")]
pub async fn find(title: String) -> String {
    seen(&(title))
}
