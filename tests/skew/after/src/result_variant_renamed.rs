//! A variant of a result's enum gets another name.

use serde::Serialize;

use crate::runs::ran;

#[derive(Debug, Serialize)]

pub enum Event {
    Opened,
    Shifted { x: i32, y: i32 },
}

#[derive(Debug, Serialize)]
pub struct Entry {
    pub note: String,
    pub event: Event,
}

fn entry(note: String) -> Entry {
    ran(Entry {
        note,
        event: Event::Shifted { x: 1, y: -2 },
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
