//! Posts.

use golden_model::User;

#[derive(serde::Serialize)]
struct Post {
    author: User,
    title: String,
}

/// Publishes a post.
#[tramline::action]
async fn publish(author: User, title: String) -> Post {
    Post { author, title }
}
