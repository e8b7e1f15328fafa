//! The delivery log: everything that outlives the process, in SQLite.
//!
//! Functions here take a connection and the present moment; what they do, they do within the
//! transaction of whoever calls. They know nothing of requests.

pub(crate) mod claim;
pub(crate) mod endpoints;
pub(crate) mod keys;
pub(crate) mod messages;
pub(crate) mod query;
pub(crate) mod settle;

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::Error;

const SETTINGS: &str = "
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma busy_timeout = 5000;
    pragma foreign_keys = on;
";

/// Where events, deliveries, endpoints and their keys are kept: a SQLite database, of its own or
/// the application's.
///
/// Its tables all begin with `webhook_`. Several processes may share it: a delivery is claimed by
/// one of them at a time.
///
/// ```
/// use tramline_webhooks::DeliveryLog;
///
/// let log = DeliveryLog::in_memory()?;
/// # Ok::<(), tramline_webhooks::Error>(())
/// ```
#[derive(Clone)]
pub struct DeliveryLog {
    connection: Arc<Mutex<Connection>>,
}

impl DeliveryLog {
    /// Opens the log in the database at `path`, or makes one there. The database is switched to
    /// write-ahead logging, so that nobody who reads waits for somebody who writes.
    ///
    /// # Errors
    ///
    /// Where the file cannot be opened, or is no database.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let connection = Connection::open(path)?;
        connection.execute_batch(SETTINGS)?;
        Self::with(connection)
    }

    /// A log that is forgotten with its last handle.
    ///
    /// # Errors
    ///
    /// Where SQLite cannot be started.
    pub fn in_memory() -> Result<Self, Error> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch("pragma foreign_keys = on")?;
        Self::with(connection)
    }

    fn with(connection: Connection) -> Result<Self, Error> {
        create_tables(&connection)?;
        let connection = Arc::new(Mutex::new(connection));
        Ok(Self { connection })
    }

    /// Runs `work` in a transaction that writes, on a thread that may block.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        // From the start a writer: to become one later fails where another has come first.
        self.run_as(TransactionBehavior::Immediate, work).await
    }

    /// Runs `work` in a transaction that only reads, and so waits for nobody who writes.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.run_as(TransactionBehavior::Deferred, work).await
    }

    async fn run_as<T: Send + 'static>(
        &self,
        behavior: TransactionBehavior,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let connection = Arc::clone(&self.connection);
        let done = tokio::task::spawn_blocking(move || {
            // A panic left nothing behind: its transaction was rolled back.
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            let transaction = connection.transaction_with_behavior(behavior)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        });
        done.await?
    }
}

impl fmt::Debug for DeliveryLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeliveryLog").finish_non_exhaustive()
    }
}

/// Creates the tables of the log where they are missing.
///
/// [`DeliveryLog::open`] does this too; it is here for applications that set up their database
/// before.
///
/// # Errors
///
/// Where SQLite refuses.
pub fn create_tables(connection: &Connection) -> Result<(), Error> {
    Ok(connection.execute_batch(include_str!("schema.sql"))?)
}
