//! The catalogue itself, in SQLite. Knows nothing of calls.
//!
//! The log of webhooks is in the same database, so that a change and the word of it are one
//! transaction: partners are told of what has happened, and of nothing else.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, TransactionBehavior, params};
use tramline::{ActionError, Patch};
use tramline_webhooks::{DeliveryLog, Sender};

use crate::events::ProductUpdated;
use crate::products::{
    Category, Currency, Money, NewProduct, Product, ProductChange, ProductFilter, ProductId,
};

const SCHEMA: &str = "
    pragma journal_mode = wal;
    pragma busy_timeout = 5000;
    create table if not exists products (
        id          integer primary key autoincrement,
        revision    integer not null default 1,
        name        text    not null unique,
        description text,
        category    text    not null,
        amount      integer not null,
        currency    text    not null,
        stock       integer not null default 0
    ) strict;
";

/// A handle on the catalogue, cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    connection: Arc<Mutex<Connection>>,
    sender: Sender,
}

/// The database failed. Callers learn that something went wrong, the log learns what.
#[derive(Debug, ActionError)]
pub enum StoreError {
    /// SQLite's own complaint.
    #[error(internal)]
    Sqlite(#[from] rusqlite::Error),
    /// That of the log of webhooks.
    #[error(internal)]
    Webhooks(#[from] tramline_webhooks::Error),
    /// The query panicked, or the server is shutting down.
    #[error(internal)]
    Stopped(#[from] tokio::task::JoinError),
}

/// A product, and how often it has been changed.
pub(crate) type Revised = (Product, i64);

/// What came of an attempt to change a product.
#[derive(Debug)]
pub(crate) enum Update {
    Done(Revised),
    /// The product is gone, or somebody else was faster.
    Overtaken,
    /// The product with this number has the name.
    NameTaken(ProductId),
}

impl Store {
    /// Opens the catalogue at `path`, or starts a new one there.
    ///
    /// # Errors
    ///
    /// Where the file cannot be opened, or is something else.
    pub fn open(path: impl AsRef<Path>) -> Result<Store, StoreError> {
        let connection = Connection::open(&path)?;
        connection.execute_batch(SCHEMA)?;
        Ok(Store {
            connection: Arc::new(Mutex::new(connection)),
            sender: Sender::builder(DeliveryLog::open(path)?).build(),
        })
    }

    /// What delivers the webhooks.
    pub fn sender(&self) -> &Sender {
        &self.sender
    }

    /// The products that pass the filter, the oldest first.
    pub(crate) async fn list(&self, filter: ProductFilter) -> Result<Vec<Product>, StoreError> {
        self.run(move |products| {
            let after = filter.after.map_or(0, |after| after.0);
            let wanted = |product: &Product| {
                filter.category.is_empty() || filter.category.contains(&product.category)
            };
            let listed = products
                .prepare_cached("select * from products where id > ?1 order by id")?
                .query_map([after], product)?
                .filter(|product| product.as_ref().map_or(true, wanted))
                .take(filter.limit.into())
                .collect::<Result<_, _>>()?;
            Ok(listed)
        })
        .await
    }

    /// The product with this number.
    pub(crate) async fn find(&self, id: ProductId) -> Result<Option<Revised>, StoreError> {
        self.run(move |products| Ok(find(products, id)?)).await
    }

    /// Adds a product, unless another one has its name: then the number of that.
    pub(crate) async fn create(
        &self,
        new: NewProduct,
    ) -> Result<Result<Product, ProductId>, StoreError> {
        let sender = self.sender.clone();
        self.run(move |products| {
            if let Some(other) = named(products, &new.name)? {
                return Ok(Err(other));
            }
            let Money { amount, currency } = new.price;
            let product = products
                .prepare_cached(
                    "insert into products (name, description, category, amount, currency)
                     values (?1, ?2, ?3, ?4, ?5) returning *",
                )?
                .query_row(
                    params![new.name, new.description, new.category, amount, currency],
                    product,
                )?;
            sender.send_in(products, &ProductUpdated::of(&product))?;
            Ok(Ok(product))
        })
        .await
    }

    /// Changes a product that is at this revision.
    pub(crate) async fn update(
        &self,
        id: ProductId,
        revision: i64,
        change: ProductChange,
    ) -> Result<Update, StoreError> {
        let sender = self.sender.clone();
        self.run(move |products| {
            let found = find(products, id)?.filter(|(_, present)| *present == revision);
            let Some((mut product, _)) = found else {
                return Ok(Update::Overtaken);
            };
            if let Some(name) = change.name {
                match named(products, &name)? {
                    Some(other) if other != id => return Ok(Update::NameTaken(other)),
                    _ => product.name = name,
                }
            }
            match change.description {
                Patch::Absent => {}
                Patch::Null => product.description = None,
                Patch::Value(description) => product.description = Some(description),
            }
            product.price = change.price.unwrap_or(product.price);
            save(products, &product)?;
            sender.send_in(products, &ProductUpdated::of(&product))?;
            Ok(Update::Done((product, revision + 1)))
        })
        .await
    }

    /// Adds what has come to the stock of a product, if there is one.
    pub(crate) async fn receive(&self, id: ProductId, quantity: u32) -> Result<(), StoreError> {
        let sender = self.sender.clone();
        self.run(move |products| {
            // What the shop has stopped selling in the meantime is the warehouse's to keep.
            let Some((mut product, _)) = find(products, id)? else {
                return Ok(());
            };
            product.stock = product.stock.saturating_add(quantity);
            save(products, &product)?;
            sender.send_in(products, &ProductUpdated::of(&product))?;
            Ok(())
        })
        .await
    }

    /// Removes a product, and says whether it was there.
    pub(crate) async fn delete(&self, id: ProductId) -> Result<bool, StoreError> {
        self.run(move |products| {
            let removed = products.execute("delete from products where id = ?1", [id.0])?;
            Ok(removed == 1)
        })
        .await
    }

    /// Runs `work` in a transaction, on a thread that may block.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let connection = Arc::clone(&self.connection);
        let done = tokio::task::spawn_blocking(move || {
            // A panic left nothing behind: its transaction was rolled back.
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            // The log writes to the same file: who begins as a writer need not become one.
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok::<_, StoreError>(value)
        });
        let value = done.await??;
        self.sender.wake();
        Ok(value)
    }
}

fn find(products: &Connection, id: ProductId) -> rusqlite::Result<Option<Revised>> {
    products
        .prepare_cached("select * from products where id = ?1")?
        .query_row([id.0], |row| Ok((product(row)?, row.get("revision")?)))
        .optional()
}

/// The product that has this name.
fn named(products: &Connection, name: &str) -> rusqlite::Result<Option<ProductId>> {
    products
        .prepare_cached("select id from products where name = ?1")?
        .query_row([name], |row| Ok(ProductId(row.get(0)?)))
        .optional()
}

/// Writes a product as its next revision.
fn save(products: &Connection, product: &Product) -> rusqlite::Result<usize> {
    products
        .prepare_cached(
            "update products
             set revision = revision + 1, name = ?2, description = ?3, amount = ?4,
                 currency = ?5, stock = ?6
             where id = ?1",
        )?
        .execute(params![
            product.id.0,
            product.name,
            product.description,
            product.price.amount,
            product.price.currency,
            product.stock
        ])
}

fn product(row: &Row<'_>) -> rusqlite::Result<Product> {
    Ok(Product {
        id: ProductId(row.get("id")?),
        name: row.get("name")?,
        description: row.get("description")?,
        category: row.get("category")?,
        price: Money {
            amount: row.get("amount")?,
            currency: row.get("currency")?,
        },
        stock: row.get("stock")?,
    })
}

/// What enums are in the database.
macro_rules! words {
    ($type:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(match self { $($type::$variant => $word,)* }.into())
            }
        }

        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                match value.as_str()? {
                    $($word => Ok($type::$variant),)*
                    _ => Err(FromSqlError::InvalidType),
                }
            }
        }
    };
}

words!(Category { Books = "books", Music = "music", Kitchen = "kitchen" });
words!(Currency { Eur = "EUR", Usd = "USD" });
