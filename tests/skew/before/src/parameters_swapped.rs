//! Two parameters of one type change places.

use crate::runs::seen;

#[tramline::action]
pub async fn save(title: String, width: u32, height: u32) -> String {
    seen(&(title, width, height))
}

#[tramline::query]
pub async fn find(title: String, width: u32, height: u32) -> String {
    seen(&(title, width, height))
}
