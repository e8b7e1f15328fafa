//! Inputs that borrow from the request.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

tramline::include_actions!();

#[derive(Deserialize)]
pub struct Draft<'a> {
    pub title: &'a str,
    #[serde(borrow)]
    pub body: Cow<'a, str>,
    pub picture: &'a [u8],
    #[serde(borrow)]
    pub notes: Vec<Note<'a>>,
}

#[derive(Serialize, Deserialize)]
pub struct Note<'text> {
    pub text: &'text str,
}

#[tramline::action]
pub async fn save<'a>(draft: Draft<'a>) -> usize {
    draft.title.len() + draft.body.len() + draft.picture.len() + draft.notes.len()
}

#[tramline::query]
pub async fn shout(text: &str, marks: Option<&str>, raw: &[u8]) -> String {
    let marks = marks.unwrap_or("!");
    format!("{}{marks}{}", text.to_uppercase(), raw.len())
}

#[tramline::query]
pub async fn motto() -> &'static str {
    "calls that feel local"
}

#[tramline::query]
pub async fn notes() -> Vec<Note<'static>> {
    vec![Note { text: "static" }]
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 4);
    }
}
