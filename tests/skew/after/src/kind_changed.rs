//! An action becomes a query, and a query an action.

use crate::runs::seen;

#[tramline::query]
pub async fn save(title: String) -> String {
    seen(&(title))
}

#[tramline::action]
pub async fn find(title: String) -> String {
    seen(&(title))
}
