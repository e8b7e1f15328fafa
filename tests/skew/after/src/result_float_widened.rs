//! A float of a result gets more bits.

use serde::Serialize;

use crate::runs::ran;

#[derive(Debug, Serialize)]
pub struct Post {
    pub title: String,
    pub share: f64,
}

fn post(title: String) -> Post {
    ran(Post { title, share: 0.5 })
}

#[tramline::action]
pub async fn save(title: String) -> Post {
    post(title)
}

#[tramline::query]
pub async fn find(title: String) -> Post {
    post(title)
}
