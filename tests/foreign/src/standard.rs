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
#[derive(Debug, Serialize, Deserialize)]
pub struct Addresses {
    pub ip: IpAddr,
    pub v4: Ipv4Addr,
    pub v6: Ipv6Addr,
    pub socket: SocketAddr,
    pub socket_v4: SocketAddrV4,
    pub socket_v6: SocketAddrV6,
    pub by_name: BTreeMap<String, IpAddr>,
}

/// Numbers with something around them.
#[derive(Debug, Serialize, Deserialize)]
pub struct Numbers {
    pub one: NonZero<u8>,
    pub other: NonZeroI64,
    pub wrapping: Wrapping<u32>,
    pub saturating: Saturating<i16>,
    pub reversed: Reverse<u64>,
}

/// Structs and enums that nobody wrote.
#[derive(Debug, Serialize, Deserialize)]
pub struct Composites {
    pub span: Duration,
    pub moment: SystemTime,
    pub range: Range<u16>,
    pub inclusive: RangeInclusive<u64>,
    pub from: RangeFrom<u8>,
    pub to: RangeTo<u8>,
    pub unbounded: Bound<u8>,
    pub included: Bound<String>,
    pub success: Result<u16, String>,
    pub failure: Result<u16, String>,
}

/// All else.
#[derive(Debug, Serialize, Deserialize)]
pub struct Others {
    pub path: PathBuf,
    pub bytes: CString,
    pub marker: PhantomData<String>,
    pub list: LinkedList<u16>,
    pub heap: BinaryHeap<u16>,
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
