//! Functions get other names, say which they had, and change.

use crate::runs::seen;

#[tramline::action(renamed_from = "renamed_and_changed.save")]
pub async fn store(title: String, stars: u8, #[wire(default = 7)] page: u32) -> String {
    seen(&(title, stars, page))
}

#[tramline::query(renamed_from = "renamed_and_changed.find")]
pub async fn search(title: String, stars: u8, #[wire(default = 7)] page: u32) -> String {
    seen(&(title, stars, page))
}
