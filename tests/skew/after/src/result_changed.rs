//! A result becomes another type.

use crate::runs::ran;

#[tramline::action]
pub async fn save(title: String) -> String {
    ran(title)
}

#[tramline::query]
pub async fn find(title: String) -> String {
    ran(title)
}
