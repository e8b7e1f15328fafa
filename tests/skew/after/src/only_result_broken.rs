//! The input changes as it may, the result does not.

use serde::{Deserialize, Serialize};

use crate::runs::ran;

#[derive(Debug, Deserialize)]
pub struct Draft {
    pub title: String,
    pub stars: u8,
    #[serde(default)]
    pub pinned: bool,
}

#[derive(Debug, Serialize)]
pub struct Post {
    pub title: String,
    pub pinned: bool,
}

fn post(draft: Draft) -> Post {
    ran(Post {
        title: draft.title,
        pinned: draft.pinned,
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
