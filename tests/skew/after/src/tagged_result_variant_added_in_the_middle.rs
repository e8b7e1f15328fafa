//! A result's enum with a tag gains a variant before others.

use serde::Serialize;

use crate::runs::ran;

#[derive(Debug, Serialize)]
#[serde(tag = "kind")]
pub enum Event {
    Opened,
    Closed,
    Moved { x: i32, y: i32 },
}

#[derive(Debug, Serialize)]
pub struct Entry {
    pub note: String,
    pub event: Event,
}

fn entry(note: String) -> Entry {
    ran(Entry {
        note,
        event: Event::Closed,
    })
}

#[tramline::action]
pub async fn save(note: String) -> Entry {
    entry(note)
}

#[tramline::query]
pub async fn find(note: String) -> Entry {
    entry(note)
}
