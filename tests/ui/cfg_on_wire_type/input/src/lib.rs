use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Post {
    title: String,
    #[cfg(feature = "drafts")]
    draft: bool,
    #[cfg_attr(feature = "short", serde(rename = "b"))]
    body: String,
    kind: Kind,
    // These change nothing.
    #[cfg_attr(docsrs, doc = "The author")]
    author: String,
}

#[derive(Serialize, Deserialize)]
enum Kind {
    Text,
    #[cfg(unix)]
    Link,
}

#[cfg(unix)]
#[derive(Serialize, Deserialize)]
struct Stamp(u64);

#[derive(tramline::ActionError)]
enum PostError {
    #[cfg(unix)]
    Locked,
}

#[tramline::action]
async fn update_post(post: Post, stamp: Stamp) -> Result<Post, PostError> {
    Ok(post)
}
