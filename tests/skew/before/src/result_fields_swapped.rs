//! Two fields of one type change places, which bytes alone would not show.

use serde::Serialize;

use crate::runs::ran;

#[derive(Debug, Serialize)]
pub struct Post {
    pub title: String,
    pub width: u32,
    pub height: u32,
}

fn post(title: String) -> Post {
    ran(Post {
        title,
        width: 640,
        height: 480,
    })
}

#[tramline::action]
pub async fn save(title: String) -> Post {
    post(title)
}

#[tramline::query]
pub async fn find(title: String) -> Post {
    post(title)
}
