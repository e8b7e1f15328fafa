//! The fields of a result change places.

use serde::Serialize;

use crate::runs::ran;

#[derive(Debug, Serialize)]
pub struct Post {
    pub stars: u8,
    pub title: String,
}

fn post(title: String) -> Post {
    ran(Post { stars: 3, title })
}

#[tramline::action]
pub async fn save(title: String) -> Post {
    post(title)
}

#[tramline::query]
pub async fn find(title: String) -> Post {
    post(title)
}
