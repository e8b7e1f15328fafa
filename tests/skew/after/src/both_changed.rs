//! Input and result change, each as it may.

use serde::{Deserialize, Serialize};

use crate::runs::ran;

#[derive(Debug, Deserialize)]
pub struct Draft {
    pub title: String,
    pub stars: u8,
    #[serde(default = "seven")]
    pub weight: u8,
}

fn seven() -> u8 {
    7
}

#[derive(Debug, Serialize)]
pub struct Post {
    pub stars: u8,
    pub weight: u8,
    pub title: String,
}

fn post(draft: Draft) -> Post {
    ran(Post {
        stars: draft.stars,
        weight: draft.weight,
        title: draft.title,
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
