//- src/lib.rs
mod posts;
//- src/posts.rs
use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tramline::ActionError;

const TAGS: usize = 3;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPost {
    title: String,
    #[serde(default, alias = "content")]
    body_text: String,
    #[serde(default = "draft")]
    state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<Box<NewPost>>,
    tags: [String; TAGS],
    #[serde(skip_serializing)]
    secret: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", content = "since")]
pub enum State {
    Draft,
    #[serde(rename = "live")]
    Published(i64),
    #[serde(skip_deserializing)]
    Hidden { by: AuthorId },
}

#[derive(Serialize, Deserialize)]
pub struct AuthorId(u32);

#[derive(Serialize)]
pub struct Page<T> {
    items: Vec<T>,
    counts: HashMap<String, u64>,
}

#[derive(Debug, ActionError)]
pub enum PostError {
    #[error(status = 409)]
    TitleTaken { id: u64 },
    #[error(internal)]
    Storage(std::io::Error),
}

#[tramline::action(renamed_from = "posts.add", breaking = "no drafts", body_limit = 1024, label(audit = "yes"))]
async fn create(#[extract] headers: http::HeaderMap, post: NewPost) -> Result<u64, PostError> {}

#[cfg(feature = "search")]
#[tramline::query]
async fn find(text: &str, #[wire(default = 1)] page: u32) -> Page<NewPost> {}

#[tramline::query]
async fn raw(id: u64) -> Value {}

#[tramline::query]
async fn threads() -> std::thread::Thread {}
