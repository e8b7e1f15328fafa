//! A type of a result that contains itself gains a field.

use serde::Serialize;

use crate::runs::ran;

#[derive(Debug, Serialize)]
pub struct Comment {
    pub text: String,
    pub replies: Vec<Comment>,
}

fn comment(text: String) -> Comment {
    let reply = Comment {
        text: "no".to_owned(),
        replies: Vec::new(),
    };
    ran(Comment {
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
