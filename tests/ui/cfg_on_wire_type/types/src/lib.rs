use serde::{Deserialize, Serialize};
use tramline::{ActionError, action};

#[derive(Serialize, Deserialize)]
struct NewPost {
    title: String,
    #[cfg(feature = "drafts")]
    draft: bool,
    #[cfg_attr(feature = "short", serde(rename = "t"))]
    tags: Vec<Tag>,
}

#[derive(Serialize, Deserialize)]
enum Tag {
    Text(String),
    #[cfg(unix)]
    Inode(u64),
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "camel", serde(rename_all = "camelCase"))]
struct Receipt {
    post_id: u64,
}

#[derive(Serialize, Deserialize)]
#[cfg(unix)]
struct Owner {
    id: u32,
}

#[derive(Serialize, Deserialize)]
#[cfg(not(unix))]
struct Owner {
    name: String,
}

/// Conditions elsewhere do not matter.
#[cfg_attr(debug_assertions, derive(Debug))]
#[derive(Serialize, Deserialize)]
struct Plain {
    #[cfg_attr(docsrs, doc(hidden))]
    id: u64,
}

#[action]
async fn publish(post: NewPost) -> Receipt {
    Receipt { post_id: post.tags.len() as u64 }
}

#[derive(Debug, ActionError)]
enum OwnError {
    #[cfg(unix)]
    Locked,
}

#[action]
#[cfg(unix)]
async fn own(owner: Owner) -> Result<Plain, OwnError> {
    Ok(Plain { id: 1 })
}
