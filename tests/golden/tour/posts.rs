//! Posts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tramline::{ActionError, State, action, query};

use crate::users::CurrentUser;

/// Where the posts are.
#[derive(Clone, Default)]
pub struct Db;

/// Numbers a post.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct PostId(pub u64);

/// What an author writes.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewPost {
    /// In one line.
    pub title: String,
    pub plain_text: String,
    #[serde(rename = "keywords")]
    pub tags: Vec<String>,
}

/// A published post.
#[derive(Serialize)]
pub struct Post {
    pub id: PostId,
    pub title: String,
    pub author: String,
    pub reactions: BTreeMap<String, u32>,
}

/// Why a post was not published.
#[derive(Debug, ActionError)]
pub enum PostError {
    /// Another post has the title.
    #[error(status = 409)]
    TitleTaken { by: PostId },
    /// A word that nobody wants to read.
    #[error(status = 422, code = "rude")]
    BadWord(String),
    #[error(flatten)]
    Store(#[from] StoreError),
}

/// The store has failed.
#[derive(Debug, ActionError)]
pub enum StoreError {
    /// Try again later.
    #[error(status = 503)]
    Busy,
    #[error(internal)]
    Io(#[from] std::io::Error),
}

impl std::fmt::Debug for PostId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Publishes a post.
///
/// The title has to be new.
#[action(body_limit = 65536, label(area = "editor"))]
pub async fn create_post(
    #[extract] author: CurrentUser,
    #[extract] State(_db): State<Db>,
    post: NewPost,
) -> Result<Post, PostError> {
    if post.tags.is_empty() && post.plain_text.contains("damn") {
        return Err(PostError::BadWord("damn".into()));
    }
    Ok(Post {
        id: PostId(1),
        title: post.title,
        author: author.name,
        reactions: BTreeMap::new(),
    })
}

/// The posts that have all the words.
#[query]
async fn search(
    #[extract] _db: State<Db>,
    words: Vec<String>,
    limit: u32,
) -> Result<Vec<Post>, StoreError> {
    let _ = (words, limit);
    Ok(Vec::new())
}

/// How many posts there are.
#[query(name = "posts.count")]
async fn count_posts(#[extract] _db: State<Db>) -> u64 {
    0
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        let names: Vec<_> = crate::actions(super::Db)
            .infos()
            .map(|info| info.name)
            .collect();
        assert_eq!(names, ["posts.count", "posts.create_post", "posts.search"]);
    }
}
