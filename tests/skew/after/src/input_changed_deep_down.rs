//! A struct several levels down in an input gains a field that may be left out.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]
pub struct Draft {
    pub title: String,
    pub authors: Vec<Author>,
}

#[derive(Debug, Deserialize)]
pub struct Author {
    pub name: String,
    pub home: Option<Home>,
}

#[derive(Debug, Deserialize)]
pub struct Home {
    pub place: (String, Street),
}

#[derive(Debug, Deserialize)]
pub struct Street {
    pub number: u16,
    #[serde(default)]
    pub floor: u8,
    pub name: String,
}

#[tramline::action]
pub async fn save(draft: Draft) -> String {
    seen(&draft)
}

#[tramline::query]
pub async fn find(draft: Draft) -> String {
    seen(&draft)
}
