//! An integer of a result gets fewer bits.

use serde::Serialize;

use crate::runs::ran;

#[derive(Debug, Serialize)]
pub struct Post {
    pub title: String,
    pub count: u32,
}

fn post(title: String) -> Post {
    ran(Post { title, count: 7 })
}

#[tramline::action]
pub async fn save(title: String) -> Post {
    post(title)
}

#[tramline::query]
pub async fn find(title: String) -> Post {
    post(title)
}
