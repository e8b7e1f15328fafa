//! An input changes as it must not, and the author says why.

use crate::runs::seen;

#[tramline::action(breaking = "nobody gave stars")]
pub async fn save(title: String, rating: u8) -> String {
    seen(&(title, rating))
}

#[tramline::query(breaking = "nobody gave stars")]
pub async fn find(title: String, rating: u8) -> String {
    seen(&(title, rating))
}
