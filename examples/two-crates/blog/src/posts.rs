//! Writing, and reading what others wrote.

use std::sync::{Arc, Mutex, PoisonError};

use model::UserId;
use serde::{Deserialize, Serialize};
use tramline::{State, action, query};

/// All posts, for as long as the process lives.
#[derive(Clone, Debug, Default)]
pub struct Blog {
    posts: Arc<Mutex<Vec<Post>>>,
}

/// What an author hands in.
#[derive(Debug, Deserialize)]
struct NewPost {
    author: UserId,
    title: String,
    body: String,
}

/// A published post.
#[derive(Clone, Debug, Serialize)]
struct Post {
    number: u64,
    author: UserId,
    title: String,
    body: String,
}

/// Publishes a post and returns its number.
#[action]
async fn publish(#[extract] State(blog): State<Blog>, post: NewPost) -> u64 {
    let mut posts = blog.posts.lock().unwrap_or_else(PoisonError::into_inner);
    let number = posts.len() as u64 + 1;
    posts.push(Post {
        number,
        author: post.author,
        title: post.title,
        body: post.body,
    });
    number
}

/// Everything that `author` has published, the latest first.
#[query]
async fn posts_by(#[extract] State(blog): State<Blog>, author: UserId) -> Vec<Post> {
    let posts = blog.posts.lock().unwrap_or_else(PoisonError::into_inner);
    let theirs = posts.iter().filter(|post| post.author == author);
    theirs.rev().cloned().collect()
}
