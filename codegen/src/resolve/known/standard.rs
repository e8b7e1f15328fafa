//! The standard library's types. `core` and `alloc` are written `std`.

use super::layout::{BOUND, DURATION, Layout, RANGE, RANGE_FROM, RANGE_INCLUSIVE, RANGE_TO};
use super::{Known, Row};
use crate::model::{Presentation, Scalar, Special, Timestamp};

const A_NUMBER: &str = "send a number instead, such as milliseconds in a `u64`";
const A_STRING: &str = "send a `String` instead";
const A_POINTER: &str = "use the value itself, a `Box` or an `Arc`";

const STRING: Known = Known::Like(0, Layout::String);
const BYTES: Known = Known::Like(0, Layout::Bytes);
/// Travels as its only argument.
const INNER: Known = Known::Pointer;

const fn scalar(scalar: Scalar) -> Known {
    Known::Like(0, Layout::Scalar(scalar))
}

const fn special(special: Special) -> Known {
    Known::Like(0, Layout::Special(special))
}

pub(super) const TABLE: &[Row] = &[
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
    ("std::collections::LinkedList", Known::List),
    ("std::collections::BinaryHeap", Known::List),
    ("std::collections::HashSet", Known::Set),
    ("std::collections::BTreeSet", Known::Set),
    ("std::collections::HashMap", Known::Map),
    ("std::collections::BTreeMap", Known::Map),
    ("std::boxed::Box", Known::Pointer),
    ("std::sync::Arc", Known::Pointer),
    ("std::borrow::Cow", Known::Cow),
    ("std::pin::Pin", Known::Pin),
    ("std::convert::Infallible", Known::NoCodes),
    ("std::cmp::Reverse", INNER),
    ("std::num::Wrapping", INNER),
    ("std::num::Saturating", INNER),
    ("std::num::NonZero", INNER),
    ("std::num::NonZeroU8", scalar(Scalar::U8)),
    ("std::num::NonZeroU16", scalar(Scalar::U16)),
    ("std::num::NonZeroU32", scalar(Scalar::U32)),
    ("std::num::NonZeroU64", scalar(Scalar::U64)),
    ("std::num::NonZeroU128", scalar(Scalar::U128)),
    ("std::num::NonZeroUsize", scalar(Scalar::Usize)),
    ("std::num::NonZeroI8", scalar(Scalar::I8)),
    ("std::num::NonZeroI16", scalar(Scalar::I16)),
    ("std::num::NonZeroI32", scalar(Scalar::I32)),
    ("std::num::NonZeroI64", scalar(Scalar::I64)),
    ("std::num::NonZeroI128", scalar(Scalar::I128)),
    ("std::num::NonZeroIsize", scalar(Scalar::Isize)),
    ("std::sync::atomic::AtomicBool", scalar(Scalar::Bool)),
    ("std::sync::atomic::AtomicU8", scalar(Scalar::U8)),
    ("std::sync::atomic::AtomicU16", scalar(Scalar::U16)),
    ("std::sync::atomic::AtomicU32", scalar(Scalar::U32)),
    ("std::sync::atomic::AtomicU64", scalar(Scalar::U64)),
    ("std::sync::atomic::AtomicUsize", scalar(Scalar::Usize)),
    ("std::sync::atomic::AtomicI8", scalar(Scalar::I8)),
    ("std::sync::atomic::AtomicI16", scalar(Scalar::I16)),
    ("std::sync::atomic::AtomicI32", scalar(Scalar::I32)),
    ("std::sync::atomic::AtomicI64", scalar(Scalar::I64)),
    ("std::sync::atomic::AtomicIsize", scalar(Scalar::Isize)),
    ("std::cell::Cell", INNER),
    ("std::cell::RefCell", INNER),
    ("std::sync::Mutex", INNER),
    ("std::sync::RwLock", INNER),
    ("std::marker::PhantomData", Known::Like(0, Layout::Unit)),
    (
        "std::time::Duration",
        Known::Like(0, Layout::Composite(&DURATION)),
    ),
    (
        "std::time::SystemTime",
        Known::Like(
            0,
            Layout::Timestamp(Timestamp::SystemTime, Presentation::Date),
        ),
    ),
    ("std::ops::Range", Known::Like(1, Layout::Composite(&RANGE))),
    (
        "std::ops::RangeInclusive",
        Known::Like(1, Layout::Composite(&RANGE_INCLUSIVE)),
    ),
    (
        "std::ops::RangeFrom",
        Known::Like(1, Layout::Composite(&RANGE_FROM)),
    ),
    (
        "std::ops::RangeTo",
        Known::Like(1, Layout::Composite(&RANGE_TO)),
    ),
    ("std::ops::Bound", Known::Like(1, Layout::Composite(&BOUND))),
    ("std::path::Path", STRING),
    ("std::path::PathBuf", STRING),
    ("std::ffi::CStr", BYTES),
    ("std::ffi::CString", BYTES),
    ("std::net::Ipv4Addr", special(Special::Ipv4Addr)),
    ("std::net::Ipv6Addr", special(Special::Ipv6Addr)),
    ("std::net::IpAddr", special(Special::IpAddr)),
    ("std::net::SocketAddrV4", special(Special::SocketAddrV4)),
    ("std::net::SocketAddrV6", special(Special::SocketAddrV6)),
    ("std::net::SocketAddr", special(Special::SocketAddr)),
    ("std::rc::Rc", Known::Refused(A_POINTER)),
    ("std::rc::Weak", Known::Refused(A_POINTER)),
    ("std::sync::Weak", Known::Refused(A_POINTER)),
    ("std::time::Instant", Known::Refused(A_NUMBER)),
    ("std::ffi::OsString", Known::Refused(A_STRING)),
    ("std::ffi::OsStr", Known::Refused(A_STRING)),
];

/// Other paths to these rows.
pub(super) const ALIASES: &[(&str, &str)] = &[
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
    (
        "std::collections::linked_list::LinkedList",
        "std::collections::LinkedList",
    ),
    (
        "std::collections::binary_heap::BinaryHeap",
        "std::collections::BinaryHeap",
    ),
    ("std::collections::Bound", "std::ops::Bound"),
    ("std::ffi::c_str::CString", "std::ffi::CString"),
    ("std::ffi::os_str::OsString", "std::ffi::OsString"),
];
