//! The functions whose generated client is measured.

#![expect(missing_docs, reason = "nobody outside of the measurements sees them")]

use serde::{Deserialize, Serialize};

tramline::include_actions!();

/// About 300 bytes: what a list on a page is made of.
#[derive(Debug, Deserialize, Serialize)]
pub struct Post {
    pub id: u32,
    pub title: String,
    pub body: String,
    pub tags: Vec<String>,
    pub created: f64,
    pub published: bool,
}

#[tramline::query]
pub async fn list_posts() -> Vec<Post> {
    Vec::new()
}

#[tramline::action]
pub async fn save_posts(posts: Vec<Post>) {
    drop(posts);
}
