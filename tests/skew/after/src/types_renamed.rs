//! Types get other names and wrappers, none of which travel.

use serde::Deserialize;

use crate::runs::seen;

#[derive(Debug, Deserialize)]
pub struct Stars(pub u8);

#[derive(Debug, Deserialize)]
pub struct Note {
    #[serde(alias = "heading")]
    pub title: Box<str>,
    pub stars: Box<Stars>,
}

#[tramline::action]
pub async fn save(note: Note) -> String {
    seen(&note)
}

#[tramline::query]
pub async fn find(note: Note) -> String {
    seen(&note)
}
