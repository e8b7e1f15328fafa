//! A result's enum loses a variant.

use serde::Serialize;

use crate::runs::ran;

#[derive(Debug, Serialize)]

pub enum Event {
    Opened,
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
        event: Event::Moved { x: 1, y: -2 },
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
