//! What types of other crates are made of, as data.

use crate::model::{Presentation, Scalar, Special, Timestamp};

/// What a type travels as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    Unit,
    Scalar(Scalar),
    String,
    Bytes,
    /// So many bytes.
    ByteArray(u64),
    Special(Special),
    Timestamp(Timestamp, Presentation),
    /// The nth of its type arguments.
    Argument(usize),
    List(&'static Layout),
    Set(&'static Layout),
    Map(&'static Layout, &'static Layout),
    Tuple(&'static [Layout]),
    /// A struct or an enum, with all of the arguments.
    Composite(&'static Composite),
}

impl Layout {
    /// A map of its two arguments.
    pub(crate) const MAP: Layout = Layout::Map(&Layout::Argument(0), &Layout::Argument(1));
}

/// A struct or an enum that serde writes as if it were derived.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Composite {
    pub(crate) name: &'static str,
    /// The names of its type parameters.
    pub(crate) parameters: &'static [&'static str],
    pub(crate) docs: &'static str,
    pub(crate) parts: Parts,
}

/// What a composite holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    Fields(&'static [(&'static str, Layout)]),
    /// Variants with one value, or with none.
    Variants(&'static [(&'static str, Option<Layout>)]),
}

const U32: Layout = Layout::Scalar(Scalar::U32);
const U64: Layout = Layout::Scalar(Scalar::U64);
const FIRST: Layout = Layout::Argument(0);
const SECOND: Layout = Layout::Argument(1);

pub(super) static DURATION: Composite = Composite {
    name: "Duration",
    parameters: &[],
    docs: "A span of time.",
    parts: Parts::Fields(&[("secs", U64), ("nanos", U32)]),
};

pub(crate) static SYSTEM_TIME: Composite = Composite {
    name: "SystemTime",
    parameters: &[],
    docs: "A moment, as the time that has passed since the beginning of 1970.",
    parts: Parts::Fields(&[("secs_since_epoch", U64), ("nanos_since_epoch", U32)]),
};

pub(super) static RANGE: Composite = Composite {
    name: "Range",
    parameters: &["T"],
    docs: "From `start` to `end`, without `end`.",
    parts: Parts::Fields(&[("start", FIRST), ("end", FIRST)]),
};

pub(super) static RANGE_INCLUSIVE: Composite = Composite {
    name: "RangeInclusive",
    parameters: &["T"],
    docs: "From `start` to `end`, both included.",
    parts: Parts::Fields(&[("start", FIRST), ("end", FIRST)]),
};

pub(super) static RANGE_FROM: Composite = Composite {
    name: "RangeFrom",
    parameters: &["T"],
    docs: "From `start` on.",
    parts: Parts::Fields(&[("start", FIRST)]),
};

pub(super) static RANGE_TO: Composite = Composite {
    name: "RangeTo",
    parameters: &["T"],
    docs: "Up to `end`, which is not included.",
    parts: Parts::Fields(&[("end", FIRST)]),
};

pub(super) static BOUND: Composite = Composite {
    name: "Bound",
    parameters: &["T"],
    docs: "One end of a range.",
    parts: Parts::Variants(&[
        ("Unbounded", None),
        ("Included", Some(FIRST)),
        ("Excluded", Some(FIRST)),
    ]),
};

pub(crate) static RESULT: Composite = Composite {
    name: "Result",
    parameters: &["T", "E"],
    docs: "Success or failure.",
    parts: Parts::Variants(&[("Ok", Some(FIRST)), ("Err", Some(SECOND))]),
};
