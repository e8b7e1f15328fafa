use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
pub struct Note<'a> {
    title: &'a str,
    text: Cow<'a, str>,
}

#[derive(Serialize)]
pub struct Board {
    fields: HashMap<(u8, u8), String>,
}

#[tramline::action(rest = "POST /v1/notes")]
async fn add(note: Note<'_>) -> usize {
    note.title.len() + note.text.len()
}

#[tramline::action(rest = "PUT /v1/seals/{name}")]
async fn seal(name: &str, seal: &[u8], other: Option<&str>) {
    let _ = (name, seal, other);
}

#[tramline::query(rest = "GET /v1/board")]
async fn board() -> Board {
    Board {
        fields: HashMap::new(),
    }
}

/// A generated client lends it, and names make no difference to it.
#[tramline::action]
async fn add_at_home(note: Note<'_>) -> Board {
    let _ = (note.title, note.text);
    board().await
}

/// A parameter that is text is decoded first.
#[tramline::action(rest = "PUT /v1/names/{name}")]
async fn name(name: &str, other: &str) {
    let _ = (name, other);
}
