use std::time::Instant;

use serde::{Deserialize, Serialize};
use tramline::{action, query};

#[derive(Serialize, Deserialize)]
pub struct Post {
    title: String,
    extra: Extra,
    stage: Stage,
}

#[derive(Serialize, Deserialize)]
pub struct Extra {
    written: Instant,
}

#[derive(Serialize, Deserialize)]
pub enum Stage {
    #[serde(skip)]
    Draft,
    Public,
}

#[action(nmae = "posts.publish")]
async fn publish(post: Post) {}

#[query]
async fn list<T>(after: T) -> Vec<Post> {
    Vec::new()
}

/// Nothing is wrong with this one, and its client would be fine.
#[query]
async fn count() -> u64 {
    0
}
