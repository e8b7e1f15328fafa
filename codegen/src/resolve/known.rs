//! The types of the standard library, of tramline and of well-known crates, as data.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::Scalar;

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
    /// An error without declared codes.
    NoCodes,
    /// An extractor of tramline's own: it refuses nothing that is declared.
    Extractor,
    /// A pinned pointer, for boxed streams.
    Pin,
    /// `futures::stream::BoxStream` and its kin.
    BoxStream,
    /// Not for the wire; says what to use.
    Refused(&'static str),
}

/// `(path, what it is)`; `core` and `alloc` are written `std`.
type Row = (&'static str, Known);

const A_NUMBER: &str = "send a number instead, such as milliseconds in a `u64`";
const A_STRING: &str = "send a `String` instead";
const A_POINTER: &str = "use the value itself, a `Box` or an `Arc`";
const A_LIST: &str = "use a `Vec` or a `VecDeque`";
const NO_LOCK: &str = "send the value itself, not the lock or cell around it";
const NO_MARKER: &str = "a marker carries nothing: leave it out of types that cross the wire";
const OWN_STRUCT: &str = "send a struct of your own, or a `String`";

const TABLE: &[Row] = &[
    ("std::primitive::bool", Known::Scalar(Scalar::Bool)),
    ("std::primitive::u8", Known::Scalar(Scalar::U8)),
    ("std::primitive::u16", Known::Scalar(Scalar::U16)),
    ("std::primitive::u32", Known::Scalar(Scalar::U32)),
    ("std::primitive::u64", Known::Scalar(Scalar::U64)),
    ("std::primitive::u128", Known::Scalar(Scalar::U128)),
    ("std::primitive::usize", Known::Scalar(Scalar::Usize)),
    ("std::primitive::i8", Known::Scalar(Scalar::I8)),
    ("std::primitive::i16", Known::Scalar(Scalar::I16)),
    ("std::primitive::i32", Known::Scalar(Scalar::I32)),
    ("std::primitive::i64", Known::Scalar(Scalar::I64)),
    ("std::primitive::i128", Known::Scalar(Scalar::I128)),
    ("std::primitive::isize", Known::Scalar(Scalar::Isize)),
    ("std::primitive::f32", Known::Scalar(Scalar::F32)),
    ("std::primitive::f64", Known::Scalar(Scalar::F64)),
    ("std::primitive::char", Known::Scalar(Scalar::Char)),
    ("std::primitive::str", Known::Str),
    ("std::string::String", Known::String),
    ("std::option::Option", Known::Option),
    ("std::result::Result", Known::Result),
    ("std::vec::Vec", Known::List),
    ("std::collections::VecDeque", Known::List),
    ("std::collections::HashSet", Known::Set),
    ("std::collections::BTreeSet", Known::Set),
    ("std::collections::HashMap", Known::Map),
    ("std::collections::BTreeMap", Known::Map),
    ("std::boxed::Box", Known::Pointer),
    ("std::sync::Arc", Known::Pointer),
    ("std::borrow::Cow", Known::Cow),
    ("std::pin::Pin", Known::Pin),
    ("std::convert::Infallible", Known::NoCodes),
    ("tramline::Reply", Known::Reply),
    ("tramline::Internal", Known::NoCodes),
    ("tramline::AxumRejection", Known::NoCodes),
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
    ("futures::stream::BoxStream", Known::BoxStream),
    ("futures::stream::LocalBoxStream", Known::BoxStream),
    ("futures_util::stream::BoxStream", Known::BoxStream),
    ("futures_core::stream::BoxStream", Known::BoxStream),
    ("std::rc::Rc", Known::Refused(A_POINTER)),
    ("std::rc::Weak", Known::Refused(A_POINTER)),
    ("std::sync::Weak", Known::Refused(A_POINTER)),
    ("std::cell::Cell", Known::Refused(NO_LOCK)),
    ("std::cell::RefCell", Known::Refused(NO_LOCK)),
    ("std::sync::Mutex", Known::Refused(NO_LOCK)),
    ("std::sync::RwLock", Known::Refused(NO_LOCK)),
    ("std::marker::PhantomData", Known::Refused(NO_MARKER)),
    ("std::collections::LinkedList", Known::Refused(A_LIST)),
    ("std::collections::BinaryHeap", Known::Refused(A_LIST)),
    ("std::time::Duration", Known::Refused(A_NUMBER)),
    ("std::time::Instant", Known::Refused(A_NUMBER)),
    ("std::time::SystemTime", Known::Refused(A_NUMBER)),
    ("std::path::Path", Known::Refused(A_STRING)),
    ("std::path::PathBuf", Known::Refused(A_STRING)),
    ("std::ffi::OsString", Known::Refused(A_STRING)),
    ("std::ffi::OsStr", Known::Refused(A_STRING)),
    ("std::net::IpAddr", Known::Refused(A_STRING)),
    ("std::net::SocketAddr", Known::Refused(A_STRING)),
    ("serde_json::Value", Known::Refused(OWN_STRUCT)),
    ("uuid::Uuid", Known::Refused(A_STRING)),
    ("url::Url", Known::Refused(A_STRING)),
    ("chrono::DateTime", Known::Refused(A_NUMBER)),
    ("time::OffsetDateTime", Known::Refused(A_NUMBER)),
    (
        "bytes::Bytes",
        Known::Refused("use a `Vec<u8>`, which is the same on the wire"),
    ),
];

/// Other paths to the rows above.
const ALIASES: &[(&str, &str)] = &[
    (
        "std::collections::hash_map::HashMap",
        "std::collections::HashMap",
    ),
    (
        "std::collections::btree_map::BTreeMap",
        "std::collections::BTreeMap",
    ),
    (
        "std::collections::hash_set::HashSet",
        "std::collections::HashSet",
    ),
    (
        "std::collections::btree_set::BTreeSet",
        "std::collections::BTreeSet",
    ),
    (
        "std::collections::vec_deque::VecDeque",
        "std::collections::VecDeque",
    ),
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
    "tramline::ActionError",
    "tramline::Wire",
    "tramline::Extract",
    "serde::Serialize",
    "serde::Deserialize",
];

/// The tables, by path.
static BY_PATH: LazyLock<HashMap<&str, &'static Row>> = LazyLock::new(|| {
    let rows: HashMap<&str, &'static Row> = TABLE.iter().map(|row| (row.0, row)).collect();
    let alias = |(alias, path): &(&'static str, &str)| Some((*alias, *rows.get(path)?));
    let aliases: Vec<_> = ALIASES.iter().filter_map(alias).collect();
    rows.into_iter().chain(aliases).collect()
});

/// The names that are in scope everywhere, with their paths.
static PRELUDE_BY_NAME: LazyLock<HashMap<&str, &'static str>> = LazyLock::new(|| {
    let primitives = TABLE.iter().map(|(path, _)| *path);
    let primitives = primitives.filter(|path| path.starts_with("std::primitive::"));
    let paths = primitives.chain(PRELUDE.iter().copied());
    paths
        .filter_map(|path| Some((path.rsplit("::").next()?, path)))
        .collect()
});

/// The row of a path.
pub(crate) fn find(path: &[String]) -> Option<&'static Row> {
    BY_PATH.get(path.join("::").as_str()).copied()
}

/// Whether a glob over the crate brings this path in.
pub(crate) fn exists(path: &[String]) -> bool {
    find(path).is_some() || MACROS.contains(&path.join("::").as_str())
}

/// The path of a name that is in scope everywhere.
pub(crate) fn prelude(name: &str) -> Option<&'static str> {
    PRELUDE_BY_NAME.get(name).copied()
}
