//! The standard library's.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, LinkedList};
use std::ffi::CString;
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::{NonZero, NonZeroI64, Saturating, Wrapping};
use std::ops::{Bound, Range, RangeFrom, RangeInclusive, RangeTo};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

/// Text in JSON, numbers on postcard.
#[derive(Serialize, Deserialize)]
struct Addresses {
    ip: IpAddr,
    v4: Ipv4Addr,
    v6: Ipv6Addr,
    socket: SocketAddr,
    socket_v4: SocketAddrV4,
    socket_v6: SocketAddrV6,
    by_name: BTreeMap<String, IpAddr>,
}

/// Numbers with something around them.
#[derive(Serialize, Deserialize)]
struct Numbers {
    one: NonZero<u8>,
    other: NonZeroI64,
    wrapping: Wrapping<u32>,
    saturating: Saturating<i16>,
    reversed: Reverse<u64>,
}

/// Structs and enums that nobody wrote.
#[derive(Serialize, Deserialize)]
struct Composites {
    span: Duration,
    moment: SystemTime,
    range: Range<u16>,
    inclusive: RangeInclusive<u64>,
    from: RangeFrom<u8>,
    to: RangeTo<u8>,
    unbounded: Bound<u8>,
    included: Bound<String>,
    success: Result<u16, String>,
    failure: Result<u16, String>,
}

/// All else.
#[derive(Serialize, Deserialize)]
struct Others {
    path: PathBuf,
    bytes: CString,
    marker: PhantomData<String>,
    list: LinkedList<u16>,
    heap: BinaryHeap<u16>,
}

#[tramline::action]
async fn addresses(value: Addresses) -> Addresses {
    value
}

#[tramline::action]
async fn numbers(value: Numbers) -> Numbers {
    value
}

#[tramline::action]
async fn composites(value: Composites) -> Composites {
    value
}

#[tramline::action]
async fn others(value: Others) -> Others {
    value
}
