use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use tramline::action;

#[derive(Serialize, Deserialize)]
struct NewPost {
    title: &'static str,
    body: String,
}

#[action]
async fn greet(name: &'static str) -> String {
    format!("Hello {name}")
}

#[action]
async fn publish(post: NewPost) -> usize {
    post.title.len() + post.body.len()
}

/// A `Cow` that may live for ever is read into a `String`.
#[action]
async fn shout(words: Vec<Cow<'static, str>>) -> String {
    words.concat()
}

/// A result may well live for ever.
#[action]
async fn motto() -> &'static str {
    "Less, but better"
}
