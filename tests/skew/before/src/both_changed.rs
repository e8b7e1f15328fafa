//! Input and result change, each as it may.

use serde::{Deserialize, Serialize};

use crate::runs::ran;

#[derive(Debug, Deserialize)]
pub struct Draft {
    pub title: String,
    pub stars: u8,
}

#[derive(Debug, Serialize)]
pub struct Post {
    pub title: String,
    pub stars: u8,
}

fn post(draft: Draft) -> Post {
    ran(Post {
        title: draft.title,
        stars: draft.stars,
    })
}

#[tramline::action]
pub async fn save(draft: Draft) -> Post {
    post(draft)
}

#[tramline::query]
pub async fn find(draft: Draft) -> Post {
    post(draft)
}
