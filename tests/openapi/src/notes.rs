//! Notes, which anyone may read and their authors change.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tramline::{
    ActionError, Created, ETag, IfMatch, PageLinks, Patch, PreconditionFailed, Reply, State,
};

/// Every note there is.
#[derive(Clone, Debug, Default)]
pub struct Notes(Arc<Mutex<BTreeMap<u32, Note>>>);

/// Names a note.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct NoteId(u32);

/// One note.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Note {
    /// What names it.
    id: NoteId,
    /// What it says.
    text: String,
    /// Who wrote it, where that is known.
    author: Option<String>,
    /// How often it was changed.
    revision: u32,
}

/// A note that is to be.
#[derive(Debug, Deserialize)]
pub(crate) struct NewNote {
    text: String,
    #[serde(default)]
    author: Option<String>,
}

/// What is to be changed of a note.
#[derive(Debug, Deserialize)]
pub(crate) struct NoteChange {
    text: Option<String>,
    #[serde(default)]
    author: Patch<String>,
}

/// Why a note is not to be had.
#[derive(Debug, ActionError)]
pub(crate) enum NoteError {
    /// There is no such note.
    #[error(status = 404)]
    Unknown,
    /// Another note says the same.
    #[error(status = 409)]
    Repeated {
        /// That note.
        by: NoteId,
    },
    /// There are more notes than the author may have.
    #[error(status = 409)]
    TooMany,
    /// It says more than a note may.
    #[error(status = 422)]
    TooLong(u32),
    #[error(flatten)]
    Condition(PreconditionFailed),
}

impl From<PreconditionFailed> for NoteError {
    fn from(failed: PreconditionFailed) -> Self {
        Self::Condition(failed)
    }
}

const LONGEST: u32 = 1000;

impl Notes {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<u32, Note>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page of notes, the oldest first.
#[tramline::query(rest = "GET /v1/notes", rpc = false, cache = "private, max-age=10")]
async fn list_notes(
    #[extract] notes: State<Notes>,
    #[extract] links: PageLinks,
    after: Option<NoteId>,
    author: Vec<String>,
    #[wire(default = 10)] size: u8,
) -> Reply<Vec<Note>> {
    let after = after.map_or(0, |after| after.0);
    let all = notes.lock();
    let wanted =
        |note: &&Note| author.is_empty() || note.author.iter().any(|one| author.contains(one));
    let page = all.range(after + 1..).map(|(_, note)| note);
    let page: Vec<Note> = page.filter(wanted).take(size.into()).cloned().collect();
    let last = page.last().map(|note| note.id.0);
    Reply::new(page).link(last.and_then(|last| links.next("after", last)))
}

/// One note.
#[tramline::query(rest = "GET /v1/notes/{id}", rpc = false)]
async fn get_note(#[extract] notes: State<Notes>, id: NoteId) -> Result<Reply<Note>, NoteError> {
    let note = notes.lock().get(&id.0).cloned().ok_or(NoteError::Unknown)?;
    let tag = ETag::of(&note.revision);
    Ok(Reply::new(note).etag(&tag))
}

/// Writes a note down.
#[tramline::action(rest = "POST /v1/notes", rpc = false)]
async fn create_note(
    #[extract] notes: State<Notes>,
    note: NewNote,
) -> Result<Created<Note>, NoteError> {
    let mut all = notes.lock();
    check(&all, &note.text)?;
    if all.len() >= 3 {
        return Err(NoteError::TooMany);
    }
    let id = all.last_key_value().map_or(1, |(last, _)| last + 1);
    let note = Note {
        id: NoteId(id),
        text: note.text,
        author: note.author,
        revision: 0,
    };
    all.insert(id, note.clone());
    Ok(Created::at(format!("/v1/notes/{id}"), note))
}

/// Changes a note.
#[tramline::action(rest = "PATCH /v1/notes/{id}", rpc = false)]
async fn update_note(
    #[extract] notes: State<Notes>,
    #[extract] condition: IfMatch,
    id: NoteId,
    change: NoteChange,
) -> Result<Reply<Note>, NoteError> {
    let mut all = notes.lock();
    let present = all.get(&id.0).cloned().ok_or(NoteError::Unknown)?;
    condition.require(&ETag::of(&present.revision))?;
    let mut note = present;
    if let Some(text) = change.text {
        check(&all, &text)?;
        note.text = text;
    }
    match change.author {
        Patch::Absent => {}
        Patch::Null => note.author = None,
        Patch::Value(author) => note.author = Some(author),
    }
    note.revision += 1;
    all.insert(id.0, note.clone());
    let tag = ETag::of(&note.revision);
    Ok(Reply::new(note).etag(&tag))
}

/// Throws a note away.
#[tramline::action(rest = "DELETE /v1/notes/{id}", rpc = false)]
async fn delete_note(#[extract] notes: State<Notes>, id: NoteId) -> Result<(), NoteError> {
    notes
        .lock()
        .remove(&id.0)
        .map(drop)
        .ok_or(NoteError::Unknown)
}

/// How many notes there are.
#[tramline::query(
    rest = "GET /v1/count",
    rpc = false,
    deprecated(
        since = "2026-01-01",
        sunset = "2027-01-01",
        link = "https://example.com/count"
    )
)]
async fn count_notes(#[extract] notes: State<Notes>) -> usize {
    notes.lock().len()
}

fn check(all: &BTreeMap<u32, Note>, text: &str) -> Result<(), NoteError> {
    let too_long = u32::try_from(text.len())
        .unwrap_or(u32::MAX)
        .saturating_sub(LONGEST);
    if too_long > 0 {
        return Err(NoteError::TooLong(too_long));
    }
    match all.values().find(|note| note.text == text) {
        Some(note) => Err(NoteError::Repeated { by: note.id }),
        None => Ok(()),
    }
}
