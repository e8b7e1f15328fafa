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

#[derive(Debug, Deserialize, Serialize)]
pub struct Page {
    pub posts: Vec<Post>,
}

#[derive(Debug, Deserialize, Serialize)]
pub struct Floats {
    pub values: Vec<f64>,
}

#[derive(Debug, Deserialize, Serialize)]
pub struct Integers {
    pub values: Vec<u32>,
}

#[tramline::action]
pub async fn post(post: Post) -> Post {
    post
}

#[tramline::action]
pub async fn page(page: Page) -> Page {
    page
}

#[tramline::action]
pub async fn floats(floats: Floats) -> Floats {
    floats
}

#[tramline::action]
pub async fn integers(integers: Integers) -> Integers {
    integers
}
