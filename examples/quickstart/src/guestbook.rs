//! What visitors may do. Ordinary private functions: the build script finds them by their
//! attribute, and the page calls them by their name.

use serde::{Deserialize, Serialize};
use tramline::{ActionError, State, action, query};

use crate::paging::Page;
use crate::store::{Signed, Store, StoreError};

const PAGE_SIZE: u32 = 6;
const NAME_LIMIT: u32 = 40;
const MESSAGE_LIMIT: u32 = 280;
const AVATAR_LIMIT: u32 = 16 * 1024;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Numbers an entry. They begin above 2⁵³, where JavaScript's `number` stops being exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EntryId(pub(crate) i64);

/// What one visitor left.
#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    pub(crate) id: EntryId,
    pub(crate) name: String,
    pub(crate) message: String,
    /// A small PNG.
    pub(crate) avatar: Vec<u8>,
    /// Milliseconds since 1970.
    pub(crate) signed_at: i64,
}

/// Why an entry was not accepted.
#[derive(Debug, ActionError)]
pub(crate) enum SignError {
    /// Every name signs once.
    #[error(status = 409)]
    NameTaken {
        /// The entry that has it.
        entry: EntryId,
        /// A name like it that nobody has.
        suggestion: String,
    },
    /// Nothing but spaces.
    #[error(status = 422)]
    Blank { field: Field },
    /// More than `limit` characters, or bytes for the avatar.
    #[error(status = 422)]
    TooLong { field: Field, limit: u32 },
    /// Bytes that are not a PNG.
    #[error(status = 422)]
    NotPng,
    #[error(flatten)]
    Store(#[from] StoreError),
}

/// A part of an entry that the visitor fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Field {
    Name,
    Message,
    Avatar,
}

/// One page of the book, the newest entry first.
#[query]
async fn list_entries(
    #[extract] store: State<Store>,
    #[wire(default = 1)] page: u32,
) -> Result<Page<Entry>, StoreError> {
    let page = page.max(1);
    let (entries, total) = store.newest(PAGE_SIZE, page - 1).await?;
    Ok(Page::new(entries, page, total, PAGE_SIZE))
}

/// Signs the book.
///
/// The strings and the picture are borrowed from the request: nothing is copied before the
/// database asks for it.
#[action(body_limit = 65536)]
async fn sign(
    #[extract] store: State<Store>,
    name: &str,
    message: &str,
    avatar: &[u8],
) -> Result<Entry, SignError> {
    let name = written(name, Field::Name, NAME_LIMIT)?;
    let message = written(message, Field::Message, MESSAGE_LIMIT)?;
    check_avatar(avatar)?;
    match store.sign(name, message, avatar).await? {
        Signed::Entered(entry) => Ok(entry),
        Signed::NameTaken { entry, free } => Err(SignError::NameTaken {
            entry,
            suggestion: free,
        }),
    }
}

/// Takes an entry out of the book; `false` where it was gone already.
#[action]
async fn delete_entry(#[extract] store: State<Store>, id: EntryId) -> Result<bool, StoreError> {
    store.delete(id).await
}

/// The text without the spaces around it, if it says something and is not too long.
fn written(text: &str, field: Field, limit: u32) -> Result<&str, SignError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(SignError::Blank { field });
    }
    if text.chars().count() > limit as usize {
        return Err(SignError::TooLong { field, limit });
    }
    Ok(text)
}

fn check_avatar(avatar: &[u8]) -> Result<(), SignError> {
    if avatar.len() > AVATAR_LIMIT as usize {
        return Err(SignError::TooLong {
            field: Field::Avatar,
            limit: AVATAR_LIMIT,
        });
    }
    if !avatar.starts_with(PNG) {
        return Err(SignError::NotPng);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_trimmed_and_measured_in_characters() {
        let written = |text| written(text, Field::Name, 3).map_err(|error| format!("{error:?}"));
        assert_eq!(written(" Zoë "), Ok("Zoë"));
        assert_eq!(written(" \n "), Err("Blank { field: Name }".into()));
        assert_eq!(
            written("Zoës"),
            Err("TooLong { field: Name, limit: 3 }".into())
        );
    }

    /// An annotated function stays an ordinary function.
    #[tokio::test]
    async fn a_name_signs_once() {
        let store = Store::in_memory().unwrap();
        let sign = |name| sign(State(store.clone()), name, "Hello", PNG);
        let first = sign("Ada").await.unwrap();
        assert_eq!(first.id, EntryId(9_007_199_254_740_993));
        match sign(" ADA ").await {
            Err(SignError::NameTaken { entry, suggestion }) => {
                assert_eq!((entry, suggestion.as_str()), (first.id, "ADA 2"));
            }
            other => panic!("{other:?}"),
        }
        assert!(delete_entry(State(store.clone()), first.id).await.unwrap());
        assert!(!delete_entry(State(store.clone()), first.id).await.unwrap());
        assert!(sign("Ada").await.unwrap().id.0 > first.id.0);
    }

    #[tokio::test]
    async fn the_newest_entry_is_on_the_first_page() {
        let store = Store::in_memory().unwrap();
        for number in 0..8 {
            let name = format!("Visitor {number}");
            sign(State(store.clone()), &name, "Hello", PNG)
                .await
                .unwrap();
        }
        let page = list_entries(State(store.clone()), 1).await.unwrap();
        assert_eq!((page.items.len(), page.pages, page.total), (6, 2, 8));
        assert_eq!(page.items[0].name, "Visitor 7");
        let page = list_entries(State(store.clone()), 2).await.unwrap();
        assert_eq!(page.items[1].name, "Visitor 0");
        let page = list_entries(State(store), u32::MAX).await.unwrap();
        assert!(page.items.is_empty());
    }
}
