use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
pub(crate) struct NewPost {
    #[serde(alias = "headline")]
    title: String,
    body: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct Post {
    id: u64,
    title: String,
}

/// Renamed twice.
#[tramline::action(renamed_from = ["posts.insert", "posts.add"])]
pub(crate) async fn create(post: NewPost) -> Post {
    Post {
        id: post.body.map_or(0, |body| body.len() as u64),
        title: post.title,
    }
}

/// Callers of the first version lack what is now required.
#[tramline::action(breaking = "a vote without a reason says nothing")]
pub(crate) async fn vote(id: u64, reason: String) -> u64 {
    id + reason.len() as u64
}

/// Compiled only with a feature; its past is not.
#[cfg(feature = "search")]
#[tramline::query]
pub(crate) async fn find(text: String, limit: Option<u32>) -> Vec<u64> {
    vec![text.len() as u64, u64::from(limit.unwrap_or_default())]
}
