//! A type of a result that contains itself gains a field.

use serde::Serialize;

use crate::runs::ran;

#[derive(Debug, Serialize)]
pub struct Comment {
    pub likes: u32,
    pub replies: Vec<Comment>,
    pub text: String,
}

fn comment(text: String) -> Comment {
    let reply = Comment {
        likes: 1,
        text: "no".to_owned(),
        replies: Vec::new(),
    };
    ran(Comment {
        likes: 2,
        text,
        replies: vec![reply],
    })
}

#[tramline::action]
pub async fn save(text: String) -> Comment {
    comment(text)
}

#[tramline::query]
pub async fn find(text: String) -> Comment {
    comment(text)
}
