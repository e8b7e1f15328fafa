//! A byte of a result becomes a larger integer.

use serde::Serialize;

use crate::runs::ran;

#[derive(Debug, Serialize)]
pub struct Post {
    pub title: String,
    pub count: u16,
}

fn post(title: String) -> Post {
    ran(Post { title, count: 700 })
}

#[tramline::action]
pub async fn save(title: String) -> Post {
    post(title)
}

#[tramline::query]
pub async fn find(title: String) -> Post {
    post(title)
}
