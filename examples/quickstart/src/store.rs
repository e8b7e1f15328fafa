//! The book itself, in SQLite. Knows nothing of calls.
//!
//! SQLite blocks, so every query runs on a thread that may; the calls wait for it without
//! holding up the others.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};
use tramline::ActionError;

use crate::guestbook::{Entry, EntryId};

/// The seeds of SQLite's own counter make the first entry number 2⁵³ + 1.
const SCHEMA: &str = "
    pragma journal_mode = wal;
    pragma busy_timeout = 5000;
    begin immediate;
    create table if not exists entries (
        id        integer primary key autoincrement,
        name      text    not null unique collate nocase,
        message   text    not null,
        avatar    blob    not null,
        signed_at integer not null default (unixepoch('subsec') * 1000)
    ) strict;
    insert into sqlite_sequence (name, seq)
        select 'entries', 9007199254740992
        where not exists (select * from sqlite_sequence where name = 'entries');
    commit;
";

/// A handle on the book, cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    connection: Arc<Mutex<Connection>>,
}

/// The database failed. Visitors learn that something went wrong, the log learns what.
#[derive(Debug, ActionError)]
pub enum StoreError {
    /// SQLite's own complaint.
    #[error(internal)]
    Sqlite(#[from] rusqlite::Error),
    /// The query panicked, or the server is shutting down.
    #[error(internal)]
    Stopped(#[from] tokio::task::JoinError),
}

/// What came of an attempt to sign.
#[derive(Debug)]
pub(crate) enum Signed {
    Entered(Entry),
    /// By `entry`; nobody has the name `free`.
    NameTaken {
        entry: EntryId,
        free: String,
    },
}

impl Store {
    /// Opens the book at `path`, or starts a new one there.
    ///
    /// # Errors
    /// Where the file cannot be opened, or is something else.
    pub fn open(path: impl AsRef<Path>) -> Result<Store, StoreError> {
        Store::with(Connection::open(path)?)
    }

    /// A book that is forgotten with its last handle.
    ///
    /// # Errors
    /// Where SQLite cannot be started.
    pub fn in_memory() -> Result<Store, StoreError> {
        Store::with(Connection::open_in_memory()?)
    }

    fn with(connection: Connection) -> Result<Store, StoreError> {
        connection.execute_batch(SCHEMA)?;
        let connection = Arc::new(Mutex::new(connection));
        Ok(Store { connection })
    }

    /// The page `page`, counted from 0, of `size` entries each, and the number of all entries.
    pub(crate) async fn newest(
        &self,
        size: u32,
        page: u32,
    ) -> Result<(Vec<Entry>, u32), StoreError> {
        self.run(move |book| {
            let total = book.query_row("select count(*) from entries", [], |row| row.get(0))?;
            let entries = book
                .prepare_cached("select * from entries order by id desc limit ?1 offset ?2")?
                .query_map(params![size, i64::from(size) * i64::from(page)], entry)?
                .collect::<Result<_, _>>()?;
            Ok((entries, total))
        })
        .await
    }

    /// Enters a visitor, unless the name is in the book already.
    pub(crate) async fn sign(
        &self,
        name: &str,
        message: &str,
        avatar: &[u8],
    ) -> Result<Signed, StoreError> {
        // The work moves to another thread, so this is where it needs copies.
        let (name, message, avatar) = (name.to_owned(), message.to_owned(), avatar.to_owned());
        self.run(move |book| {
            if let Some(entry) = signed_as(book, &name)? {
                let free = free_name(book, &name)?;
                return Ok(Signed::NameTaken { entry, free });
            }
            book.prepare_cached(
                "insert into entries (name, message, avatar) values (?1, ?2, ?3) returning *",
            )?
            .query_row(params![name, message, avatar], entry)
            .map(Signed::Entered)
        })
        .await
    }

    /// Removes an entry, and says whether it was there.
    pub(crate) async fn delete(&self, id: EntryId) -> Result<bool, StoreError> {
        self.run(move |book| {
            let removed = book.execute("delete from entries where id = ?1", [id.0])?;
            Ok(removed == 1)
        })
        .await
    }

    /// Runs `work` in a transaction, on a thread that may block.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let connection = Arc::clone(&self.connection);
        let done = tokio::task::spawn_blocking(move || {
            // A panic left nothing behind: its transaction was rolled back.
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            let transaction = connection.transaction()?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok::<_, rusqlite::Error>(value)
        });
        Ok(done.await??)
    }
}

/// The entry that has this name, in whatever case it is written.
fn signed_as(book: &Connection, name: &str) -> rusqlite::Result<Option<EntryId>> {
    book.prepare_cached("select id from entries where name = ?1")?
        .query_row([name], |row| Ok(EntryId(row.get(0)?)))
        .optional()
}

/// The first of `name 2`, `name 3`, … that nobody has.
fn free_name(book: &Connection, name: &str) -> rusqlite::Result<String> {
    let mut number = 2;
    loop {
        let candidate = format!("{name} {number}");
        if signed_as(book, &candidate)?.is_none() {
            return Ok(candidate);
        }
        number += 1;
    }
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: EntryId(row.get("id")?),
        name: row.get("name")?,
        message: row.get("message")?,
        avatar: row.get("avatar")?,
        signed_at: row.get("signed_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_book_outlives_its_handle() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.sqlite3");
        let store = Store::open(&path).unwrap();
        store.sign("Ada", "Hello", &[0, 255, 128]).await.unwrap();
        drop(store);

        let store = Store::open(&path).unwrap();
        let (entries, total) = store.newest(10, 0).await.unwrap();
        assert_eq!((entries[0].name.as_str(), total), ("Ada", 1));
        assert_eq!(entries[0].avatar, [0, 255, 128]);
        store.sign("Grace", "Hello", &[]).await.unwrap();
        let (entries, _) = store.newest(10, 0).await.unwrap();
        assert_eq!(entries[0].id.0, entries[1].id.0 + 1);
    }
}
