//! What serde's attributes do to names, presence and layout, in each direction.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

tramline::include_actions!();

/// Read under one name, written under another.
#[derive(Serialize, Deserialize)]
#[serde(rename_all(serialize = "camelCase"), deny_unknown_fields)]
pub struct Account {
    #[serde(skip_deserializing)]
    pub account_id: u64,
    #[serde(alias = "mail", alias = "e_mail")]
    pub email_address: String,
    #[serde(skip_serializing)]
    pub password: String,
    #[serde(rename(serialize = "seen", deserialize = "last_seen"))]
    pub last: Option<u32>,
    #[serde(skip)]
    pub lock: Mutex<Option<Box<dyn Fn() + Send>>>,
}

/// What may be left out.
#[derive(Serialize, Deserialize)]
pub struct Search {
    pub text: String,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub exact: bool,
    #[serde(default = "ten")]
    pub limit: u32,
    #[serde(default)]
    pub sort: Sort,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u64>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub labels: BTreeMap<String, String>,
}

fn ten() -> u32 {
    10
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Sort {
    pub by: String,
    pub down: bool,
    #[serde(default = "ten")]
    pub weight: u32,
}

/// Some variants are for one direction.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Event {
    #[serde(skip_serializing)]
    Typed(String),
    Sent {
        #[serde(default)]
        at: u64,
        #[serde(skip)]
        cache: Option<String>,
    },
    Marked(#[serde(skip)] Mutex<u8>),
    Paired(u8, #[serde(skip)] u16, u32),
    #[serde(alias = "gone")]
    Closed,
    #[serde(skip)]
    Internal(fn()),
}

/// Travels as a string.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email {
    user: String,
    host: String,
}

impl TryFrom<String> for Email {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (user, host) = text.split_once('@').ok_or("an address has an @")?;
        Ok(Email {
            user: user.to_owned(),
            host: host.to_owned(),
        })
    }
}

impl From<Email> for String {
    fn from(Email { user, host }: Email) -> String {
        format!("{user}@{host}")
    }
}

/// Read with a check, written as it is.
#[derive(Serialize, Deserialize)]
#[serde(try_from = "u8")]
pub struct Percent(u8);

impl TryFrom<u8> for Percent {
    type Error = &'static str;

    fn try_from(percent: u8) -> Result<Self, Self::Error> {
        (percent <= 100)
            .then_some(Percent(percent))
            .ok_or("at most 100")
    }
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id<T> {
    raw: u64,
    marker: PhantomData<T>,
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cached {
    #[serde(skip)]
    pub hash: u64,
    name: String,
}

#[tramline::action]
pub async fn sign_up(account: Account) -> Account {
    account
}

#[tramline::query]
pub async fn search(search: Search) -> Vec<Search> {
    vec![search]
}

#[tramline::action]
pub async fn note(event: Event, id: Id<Event>, by: Cached) -> Result<(Event, Id<Event>), Refused> {
    let _ = by;
    Ok((event, id))
}

#[tramline::action]
pub async fn invite(email: Email, share: Percent) -> (Email, Percent) {
    (email, share)
}

#[derive(Debug, tramline::ActionError)]
pub enum Refused {
    TooMany { limit: u32 },
}
