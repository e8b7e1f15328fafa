//! A type of an input that contains itself gains a field that may be left out.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]
pub struct Comment {
    pub replies: Vec<Comment>,
    pub text: String,
    #[serde(default)]
    pub likes: u32,
}

#[tramline::action]
pub async fn save(comment: Comment) -> String {
    seen(&comment)
}

#[tramline::query]
pub async fn find(comment: Comment) -> String {
    seen(&comment)
}
