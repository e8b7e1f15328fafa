//! Whatever else there is to a route.

use serde::{Deserialize, Serialize};
use tramline::{action, query};

use crate::{Caller, Session};

/// An account, as it is seen.
#[derive(Debug, Serialize)]
pub(crate) struct Account {
    known_by: String,
}

/// Who is known to call.
#[query(rest = "GET /v2/account", rpc = false)]
pub(crate) async fn get_account(#[extract] caller: Caller) -> Account {
    let Caller(known_by) = caller;
    Account { known_by }
}

/// Another name for an account.
#[action(rest = "POST /v2/account", rpc = false)]
pub(crate) async fn rename_account(#[extract] caller: Caller, name: String) -> Account {
    let Caller(known_by) = caller;
    drop(name);
    Account { known_by }
}

/// What is in the basket.
#[query(rest = "GET /v2/basket", rpc = false)]
pub(crate) async fn get_basket(#[extract] _session: Session) -> Vec<u32> {
    vec![7, 7, 8]
}

/// Other things in the basket.
#[action(rest = "PUT /v2/basket", rpc = false)]
pub(crate) async fn put_basket(
    #[extract] _session: Session,
    items: Vec<u32>,
    note: Option<String>,
) -> usize {
    items.len() + note.map_or(0, |note| note.len())
}

/// A message from anyone.
#[derive(Debug, Deserialize)]
pub(crate) struct Message {
    text: String,
    reply_to: Option<u64>,
}

/// A message from anyone.
#[action(rest = "POST /v2/shelves/{shelf}/messages?urgent", rpc = false)]
pub(crate) async fn send_message(shelf: u8, urgent: bool, message: Message) -> String {
    let Message { text, reply_to } = message;
    format!("{text} on {shelf}, urgent: {urgent}, reply to: {reply_to:?}")
}

/// Looks for a text.
#[query(rest = "GET /v2/search/{text}", rpc = false)]
pub(crate) async fn search(text: &str, page: Option<i16>) -> String {
    format!("{text:?}, page {page:?}")
}

/// Breaks.
#[query(rest = "GET /v2/failure", rpc = false)]
pub(crate) async fn fail() -> u32 {
    panic!("the secret is 1234")
}

/// Something that can be nested.
#[derive(Debug, Deserialize)]
pub(crate) struct Tree {
    #[serde(default)]
    children: Vec<Tree>,
}

/// Counts.
#[action(rest = "POST /v2/trees", rpc = false)]
pub(crate) async fn plant(tree: Tree) -> usize {
    fn count(tree: &Tree) -> usize {
        1 + tree.children.iter().map(count).sum::<usize>()
    }
    count(&tree)
}
