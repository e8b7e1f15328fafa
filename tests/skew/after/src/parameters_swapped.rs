//! Two parameters of one type change places.

use crate::runs::seen;

#[tramline::action]
pub async fn save(title: String, height: u32, width: u32) -> String {
    seen(&(title, width, height))
}

#[tramline::query]
pub async fn find(title: String, height: u32, width: u32) -> String {
    seen(&(title, width, height))
}
