//! The lock: what was promised to callers, in a file that is reviewed and merged like a source.
//!
//! `tramline.lock` stands beside the `Cargo.toml` of the package whose build script generates
//! clients. It is written by `tramline lock` alone; a build only reads it. Its text has, for each
//! action, the present version and every version of the past that someone may still have open in a
//! browser, with what each may still do. Names that are no more stay in it as tombstones.
//!
//! # Format
//!
//! TOML, without anything that two branches would both have to change: no dates, no counters, one
//! block for each action, in the order of names.
//!
//! ```toml
//! version = 1
//!
//! [action."posts.create"]
//! id = "wd0PKnqV"
//! kind = "action"                  # or "query"
//! former."posts.add" = "Hc7Yf0nP"  # a line for each name in `renamed_from`, if any
//! fingerprint = "Zy1cPq3e"
//! schema = '''
//! input #1
//! result u64
//! #1 = struct {title: string}
//! '''
//! routes = '''                     # what users of REST rely on, if there are any
//! POST /v2/posts
//!   body title: required
//!   success 201
//!   caller bearer
//! '''
//!
//! [[action."posts.create".past]]   # the oldest first
//! fingerprint = "rR2mT6hk"
//! kind = "action"                  # what it was then
//! input = "readable"               # what a caller of then sends, by the action as it is now
//! result = "unreadable"            # what the action now returns, by that caller
//! breaking = "drafts have no ID"   # why, if anyone said so
//! schema = '''
//! input #1
//! result #2
//! #1 = struct {title: string}
//! #2 = struct {id: u64}
//! '''
//!
//! [rest."posts.create_v1"]         # a function that only routes lead to
//! fingerprint = "Zy1cPq3e"
//! schema = '''
//! input #1
//! result u64
//! #1 = struct {title: string}
//! '''
//! routes = '''
//! POST /v1/posts
//!   body title: required
//!   success 201
//!   caller bearer
//!   sunset 2027-06-01
//! '''
//!
//! [retired]
//! "posts.drop" = "aB3x_Y0q"        # never to be used again
//! ```
//!
//! Users of REST bring no fingerprint, and nobody asks which version they were written for. So of
//! routes there is no past: what the file says of them is what the next change is compared with.
//!
//! An ID is the digest of its name, and a fingerprint that of its schema, so both only repeat what
//! they stand beside: they are there to be searched for, and to show that nobody edited the rest.

mod change;
mod error;
mod file;
mod history;
mod merge;
mod parse;
mod print;
mod table;
#[cfg(test)]
mod tests;
mod update;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use self::change::{Change, REUSED, warning};
pub(crate) use self::error::LockError;
pub(crate) use self::history::{History, Past};
use crate::compatibility::Tolerance;
use crate::model::Kind;
use crate::routes::RouteContract;

/// The name of the file.
pub(crate) const FILE: &str = "tramline.lock";

/// The format that is read and written.
const VERSION: u64 = 1;

/// Every action that callers know of, present and past.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lock {
    /// By name.
    pub(crate) actions: BTreeMap<String, Locked>,
    /// Names of actions that are no more, or that they had before and gave up.
    pub(crate) retired: BTreeSet<String>,
    /// Functions that only routes lead to, by name.
    pub(crate) rest: BTreeMap<String, Served>,
}

/// A function that only routes lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Served {
    /// The 48-bit digest of `schema`.
    pub(crate) fingerprint: u64,
    pub(crate) schema: String,
    pub(crate) routes: Vec<RouteContract>,
}

/// An action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Locked {
    /// Names that it had before, and still answers to.
    pub(crate) former: BTreeSet<String>,
    pub(crate) kind: Kind,
    /// The 48-bit digest of `schema`.
    pub(crate) fingerprint: u64,
    /// The canonical text of input, result and errors.
    pub(crate) schema: String,
    /// What REST routes lead to it, if any.
    pub(crate) routes: Vec<RouteContract>,
    /// Earlier versions, the oldest first, without the present one.
    pub(crate) past: Vec<Version>,
}

/// An earlier version of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    /// The 48-bit digest of `schema`.
    pub(crate) fingerprint: u64,
    pub(crate) schema: String,
    pub(crate) kind: Kind,
    /// What its callers may still do.
    pub(crate) may: Tolerance,
    /// Why its callers were given up, in the words of whoever did so.
    pub(crate) breaking: Option<String>,
}

impl Version {
    /// Takes over what another entry says of the same version.
    fn absorb(&mut self, other: Version) {
        // Callers of a query may send by GET, so they decide.
        if other.kind == Kind::Query {
            self.kind = Kind::Query;
        }
        self.breaking = self.breaking.take().or(other.breaking);
    }
}

impl Locked {
    /// Adds a version of the past, each once and never the present one.
    fn remember(&mut self, version: Version) {
        if version.fingerprint == self.fingerprint {
            return;
        }
        let mut past = self.past.iter_mut();
        match past.find(|known| known.fingerprint == version.fingerprint) {
            Some(known) => known.absorb(version),
            None => self.past.push(version),
        }
    }
}
