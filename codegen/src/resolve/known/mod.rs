//! The types of the standard library, of tramline and of well-known crates, as data.

mod crates;
mod layout;
mod standard;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::{Presentation, RustType, Scalar, Success};

pub(crate) use layout::{Composite, Layout, Parts, RESULT, SYSTEM_TIME};

/// What a well-known type is to the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    Scalar(Scalar),
    /// `String`
    String,
    /// `str`, behind a reference or a box
    Str,
    Option,
    /// `Vec<T>` and what serde treats alike.
    List,
    Set,
    Map,
    /// `Box<T>`, `Arc<T>`: travels as `T`.
    Pointer,
    Cow,
    Result,
    Reply,
    /// A reply that says which success it is.
    ReplyOf(Success),
    /// A field that may be left out, or `null`.
    Patch,
    /// An error without declared codes.
    NoCodes,
    /// An extractor of tramline's own: it refuses nothing that is declared.
    Extractor,
    /// A pinned pointer, for boxed streams.
    Pin,
    /// `futures::stream::BoxStream` and its kin.
    BoxStream,
    /// Travels as this says, with so many type arguments. Further ones, such as hashers and
    /// capacities, do not matter.
    Like(usize, Layout),
    /// `chrono::DateTime`, which its zone makes a moment or a string.
    DateTime,
    /// A time zone of chrono's, and what a `DateTime` in it is shown as.
    Zone(Presentation),
    /// `smallvec::SmallVec<[T; N]>`
    SmallVec,
    /// Not for the wire; says what to use.
    Refused(&'static str),
}

/// `(path, what it is)`; `core` and `alloc` are written `std`.
type Row = (&'static str, Known);

/// tramline's own types, and those of crates around it that never travel.
const OWN: &[Row] = &[
    ("tramline::Reply", Known::Reply),
    ("tramline::Created", Known::ReplyOf(Success::Created)),
    ("tramline::Accepted", Known::ReplyOf(Success::Accepted)),
    ("tramline::Patch", Known::Patch),
    ("tramline::Internal", Known::NoCodes),
    ("tramline::AxumRejection", Known::NoCodes),
    ("tramline::PreconditionFailed", Known::NoCodes),
    ("tramline::State", Known::Extractor),
    ("tramline::HeaderMap", Known::Extractor),
    ("tramline::http::HeaderMap", Known::Extractor),
    ("http::HeaderMap", Known::Extractor),
    ("http::header::HeaderMap", Known::Extractor),
    ("axum::http::HeaderMap", Known::Extractor),
    ("tramline::Cookies", Known::Extractor),
    ("tramline::Peer", Known::Extractor),
    ("tramline::Extension", Known::Extractor),
    ("tramline::Axum", Known::Extractor),
    ("tramline::IfMatch", Known::Extractor),
    ("tramline::PageLinks", Known::Extractor),
    ("tramline::webhook::Delivery", Known::Extractor),
    ("tramline::webhook::github::Event", Known::Extractor),
    ("futures::stream::BoxStream", Known::BoxStream),
    ("futures::stream::LocalBoxStream", Known::BoxStream),
    ("futures_util::stream::BoxStream", Known::BoxStream),
    ("futures_core::stream::BoxStream", Known::BoxStream),
];

/// Names that are in scope everywhere.
const PRELUDE: &[&str] = &[
    "std::option::Option",
    "std::result::Result",
    "std::vec::Vec",
    "std::boxed::Box",
    "std::string::String",
];

/// Attributes, derives and traits of tramline, for globs.
const MACROS: &[&str] = &[
    "tramline::action",
    "tramline::query",
    "tramline::webhook",
    "tramline::ActionError",
    "tramline::Wire",
    "tramline::Extract",
    "serde::Serialize",
    "serde::Deserialize",
    "garde::Validate",
];

/// The tables, by path.
static BY_PATH: LazyLock<HashMap<&str, Known>> = LazyLock::new(|| {
    let tables = [OWN, standard::TABLE, crates::TABLE];
    let mut rows: HashMap<&str, Known> = tables.into_iter().flatten().copied().collect();
    for (alias, path) in standard::ALIASES.iter().chain(crates::ALIASES) {
        if let Some(known) = rows.get(path) {
            rows.insert(alias, *known);
        }
    }
    rows
});

/// The names that are in scope everywhere, with their paths.
static PRELUDE_BY_NAME: LazyLock<HashMap<&str, &'static str>> = LazyLock::new(|| {
    let primitives = standard::TABLE.iter().map(|(path, _)| *path);
    let primitives = primitives.filter(|path| path.starts_with("std::primitive::"));
    let paths = primitives.chain(PRELUDE.iter().copied());
    paths
        .filter_map(|path| Some((path.rsplit("::").next()?, path)))
        .collect()
});

/// What a path names.
pub(crate) fn find(path: &[String]) -> Option<Known> {
    BY_PATH.get(path.join("::").as_str()).copied()
}

/// Whether the default of a type is what zero bytes decode to: `None`, empty, `0`, `false`.
///
/// What travels as a string need not: a date's default is a date, and no date is empty.
pub(crate) fn defaults_to_zero(rust: &RustType) -> bool {
    const ZERO: &[&str] = &[
        "std::option::Option",
        "std::string::String",
        "std::path::PathBuf",
        "std::num::Wrapping",
        "std::num::Saturating",
        "arrayvec::ArrayString",
        "arrayvec::ArrayVec",
        "bytes::Bytes",
        "bytes::BytesMut",
        "camino::Utf8PathBuf",
        "compact_str::CompactString",
        "ecow::EcoString",
        "ecow::EcoVec",
        "indexmap::IndexMap",
        "indexmap::IndexSet",
        "ordered_float::OrderedFloat",
        "serde_bytes::ByteBuf",
        "smallvec::SmallVec",
        "smol_str::SmolStr",
        "std::primitive::str",
    ];
    const WRAPPERS: &[&str] = &["std::boxed::Box", "std::sync::Arc", "std::borrow::Cow"];
    match rust {
        RustType::Path(path, arguments) => {
            let path = path.trim_start_matches("::");
            match BY_PATH.get(path) {
                Some(Known::Scalar(scalar)) => *scalar != Scalar::Char,
                Some(Known::List | Known::Set | Known::Map) => true,
                Some(Known::Pointer | Known::Cow) if WRAPPERS.contains(&path) => {
                    arguments.iter().all(defaults_to_zero)
                }
                _ => ZERO.contains(&path),
            }
        }
        RustType::Reference(inner) => defaults_to_zero(inner),
        RustType::Slice(_) => true,
        _ => false,
    }
}

/// Whether a glob over the crate brings this path in.
pub(crate) fn exists(path: &[String]) -> bool {
    find(path).is_some() || MACROS.contains(&path.join("::").as_str())
}

/// The path of a name that is in scope everywhere.
pub(crate) fn prelude(name: &str) -> Option<&'static str> {
    PRELUDE_BY_NAME.get(name).copied()
}
