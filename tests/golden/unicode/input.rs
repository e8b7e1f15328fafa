//! Names outside of ASCII, which stand in types and fields as they are. An action's name stands in
//! a URL, so it is given another.

use serde::{Deserialize, Serialize};

tramline::include_actions!();

/// Wie groß? serde changes the case of ASCII alone.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct Größe {
    pub höhe_über_null: f64,
    pub 名前: String,
    pub art: Ärt,
    #[serde(rename = "🐢")]
    pub turtle: u8,
    #[serde(rename = "e\u{301}")]
    pub decomposed: u8,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ärt {
    Übermaß,
    Klein { größe: Box<Größe> },
    名前(String),
}

#[tramline::query(name = "sizes.find")]
pub async fn größe_finden(größe: Größe) -> Option<Größe> {
    Some(größe)
}

#[tramline::query(name = "names.one")]
pub async fn 名(名前: String, straße: Ärt) -> (String, Ärt) {
    (名前, straße)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 2);
    }
}
