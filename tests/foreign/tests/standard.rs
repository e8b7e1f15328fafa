//! The standard library's types, as postcard and as JSON.

mod layout;

use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, LinkedList};
use std::ffi::CString;
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::{NonZero, NonZeroI64, Saturating, Wrapping};
use std::ops::Bound;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use layout::check;

#[test]
fn addresses() {
    let v4 = Ipv4Addr::new(1, 2, 3, 255);
    let v6 = Ipv6Addr::LOCALHOST;
    check("(u8, u8, u8, u8)", &v4, r#""1.2.3.255""#);
    check("u8*16", &v6, r#""::1""#);
    check("enum(u8*4 | u8*16)", &IpAddr::V4(v4), r#""1.2.3.255""#);
    check("enum(u8*4 | u8*16)", &IpAddr::V6(v6), r#""::1""#);
    let (v4, v6) = (SocketAddrV4::new(v4, 80), SocketAddrV6::new(v6, 300, 0, 0));
    check("(u8*4, u16)", &v4, r#""1.2.3.255:80""#);
    check("(u8*16, u16)", &v6, r#""[::1]:300""#);
    let socket = "enum((u8*4, u16) | (u8*16, u16))";
    check(socket, &SocketAddr::V4(v4), r#""1.2.3.255:80""#);
    check(socket, &SocketAddr::V6(v6), r#""[::1]:300""#);
}

#[test]
fn times() {
    let span = Duration::new(1, 5);
    check("(u64, u32)", &span, r#"{"secs":1,"nanos":5}"#);
    let moment = SystemTime::UNIX_EPOCH + span;
    let json = r#"{"secs_since_epoch":1,"nanos_since_epoch":5}"#;
    check("(u64, u32)", &moment, json);
}

#[test]
fn numbers() {
    check("u8", &NonZero::<u8>::MIN, "1");
    check("i64", &NonZeroI64::new(-3).unwrap(), "-3");
    check("u32", &Wrapping(7_u32), "7");
    check("i16", &Saturating(-7_i16), "-7");
    check("string", &Reverse("a".to_owned()), r#""a""#);
}

#[test]
fn ranges_and_results() {
    check("(u16, u16)", &(1_u16..300), r#"{"start":1,"end":300}"#);
    check("(u16, u16)", &(1_u16..=300), r#"{"start":1,"end":300}"#);
    check("u16", &(300_u16..), r#"{"start":300}"#);
    check("u16", &(..300_u16), r#"{"end":300}"#);
    check(
        "enum(() | u16 | u16)",
        &Bound::<u16>::Unbounded,
        r#""Unbounded""#,
    );
    check(
        "enum(() | u16 | u16)",
        &Bound::Included(300_u16),
        r#"{"Included":300}"#,
    );
    check(
        "enum(() | u16 | u16)",
        &Bound::Excluded(300_u16),
        r#"{"Excluded":300}"#,
    );
    check(
        "enum(u16 | string)",
        &Ok::<u16, String>(300),
        r#"{"Ok":300}"#,
    );
    check(
        "enum(u16 | string)",
        &Err::<u16, _>("no".to_owned()),
        r#"{"Err":"no"}"#,
    );
}

#[test]
fn wrappers_and_containers() {
    check("string", &PathBuf::from("a/b"), r#""a/b""#);
    check("bytes", &CString::new("ab").unwrap(), "[97,98]");
    check("()", &PhantomData::<u8>, "null");
    check("[u16]", &LinkedList::from([1_u16, 300]), "[1,300]");
    check("u16", &Cell::new(300_u16), "300");
    check("string", &RefCell::new("a".to_owned()), r#""a""#);
}

/// Types that cannot be compared.
#[test]
fn written_and_read() {
    let heap = BinaryHeap::from([1_u16, 300]);
    let bytes = postcard::to_stdvec(&heap).unwrap();
    layout::conforms("[u16]", &bytes);
    let back: BinaryHeap<u16> = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(back.into_sorted_vec(), [1, 300]);
    let locked = std::sync::Mutex::new(300_u16);
    layout::conforms("u16", &postcard::to_stdvec(&locked).unwrap());
    let atomic = std::sync::atomic::AtomicU64::new(300);
    layout::conforms("u64", &postcard::to_stdvec(&atomic).unwrap());
}
