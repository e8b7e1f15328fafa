use serde::{Deserialize, Serialize};
use tramline::{ActionError, State};

use crate::user::{Now, User};

#[derive(Deserialize)]
pub struct NewEntry {
    text: String,
    #[serde(flatten)]
    extra: Extra,
}

#[derive(Deserialize)]
pub struct Extra {
    mood: Option<String>,
}

#[derive(Serialize)]
pub struct Entry {
    id: u64,
    text: String,
}

#[derive(Debug, ActionError)]
pub enum EntryError {
    /// Nothing is written.
    Empty,
    /// More than fits.
    TooLong { limit: u32 },
}

/// Adds an entry.
#[tramline::action(body_limit = 65_536, label(role = "writer"))]
pub async fn add(
    #[extract] user: User,
    #[extract] db: State<Db>,
    #[extract] now: Now,
    entry: NewEntry,
) -> Result<Entry, EntryError> {
    todo!()
}

/// The latest entries.
#[tramline::query]
pub async fn latest(#[extract] db: State<Db>, count: u32) -> Vec<Entry> {
    todo!()
}

pub struct Db;
