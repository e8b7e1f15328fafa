//! Echoes of types of the standard library and of other crates.

use std::collections::VecDeque;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::{NonZeroU64, Wrapping};
use std::ops::{Bound, Range};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use indexmap::{IndexMap, IndexSet};
use ordered_float::OrderedFloat;
use rust_decimal::Decimal;
use smallvec::SmallVec;
use url::Url;
use uuid::Uuid;

use crate::foreign::{Chrono, Identifiers, Jiff, Lists, Texts, Time};
use crate::seen::seen;

#[tramline::query]
pub async fn echo_uuid(values: Vec<Uuid>) -> Vec<Uuid> {
    seen(values)
}

#[tramline::query]
pub async fn echo_url(values: Vec<Url>) -> Vec<Url> {
    seen(values)
}

#[tramline::query]
pub async fn echo_decimal(values: Vec<Decimal>) -> Vec<Decimal> {
    seen(values)
}

#[tramline::query]
pub async fn echo_shared_bytes(values: Vec<Bytes>) -> Vec<Bytes> {
    seen(values)
}

#[tramline::query]
pub async fn echo_index_map(values: Vec<IndexMap<String, u16>>) -> Vec<IndexMap<String, u16>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_index_set(values: Vec<IndexSet<i32>>) -> Vec<IndexSet<i32>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_small_vec(values: Vec<SmallVec<[u32; 4]>>) -> Vec<SmallVec<[u32; 4]>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_ordered_float(values: Vec<OrderedFloat<f64>>) -> Vec<OrderedFloat<f64>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_chrono_utc(values: Vec<DateTime<Utc>>) -> Vec<DateTime<Utc>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_chrono_date(values: Vec<NaiveDate>) -> Vec<NaiveDate> {
    seen(values)
}

#[tramline::query]
pub async fn echo_chrono_time(values: Vec<NaiveTime>) -> Vec<NaiveTime> {
    seen(values)
}

#[tramline::query]
pub async fn echo_chrono_naive(values: Vec<NaiveDateTime>) -> Vec<NaiveDateTime> {
    seen(values)
}

#[tramline::query]
pub async fn echo_chrono_offset(values: Vec<DateTime<FixedOffset>>) -> Vec<DateTime<FixedOffset>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_time_date(values: Vec<time::Date>) -> Vec<time::Date> {
    seen(values)
}

#[tramline::query]
pub async fn echo_time_time(values: Vec<time::Time>) -> Vec<time::Time> {
    seen(values)
}

#[tramline::query]
pub async fn echo_time_plain(values: Vec<time::PrimitiveDateTime>) -> Vec<time::PrimitiveDateTime> {
    seen(values)
}

#[tramline::query]
pub async fn echo_time_moment(values: Vec<time::OffsetDateTime>) -> Vec<time::OffsetDateTime> {
    seen(values)
}

#[tramline::query]
pub async fn echo_time_offset(values: Vec<time::UtcOffset>) -> Vec<time::UtcOffset> {
    seen(values)
}

#[tramline::query]
pub async fn echo_jiff_timestamp(values: Vec<jiff::Timestamp>) -> Vec<jiff::Timestamp> {
    seen(values)
}

#[tramline::query]
pub async fn echo_jiff_date(values: Vec<jiff::civil::Date>) -> Vec<jiff::civil::Date> {
    seen(values)
}

#[tramline::query]
pub async fn echo_ipv4(values: Vec<Ipv4Addr>) -> Vec<Ipv4Addr> {
    seen(values)
}

#[tramline::query]
pub async fn echo_ipv6(values: Vec<Ipv6Addr>) -> Vec<Ipv6Addr> {
    seen(values)
}

#[tramline::query]
pub async fn echo_ip(values: Vec<IpAddr>) -> Vec<IpAddr> {
    seen(values)
}

#[tramline::query]
pub async fn echo_socket_v4(values: Vec<SocketAddrV4>) -> Vec<SocketAddrV4> {
    seen(values)
}

#[tramline::query]
pub async fn echo_socket_v6(values: Vec<SocketAddrV6>) -> Vec<SocketAddrV6> {
    seen(values)
}

#[tramline::query]
pub async fn echo_socket(values: Vec<SocketAddr>) -> Vec<SocketAddr> {
    seen(values)
}

#[tramline::query]
pub async fn echo_duration(values: Vec<Duration>) -> Vec<Duration> {
    seen(values)
}

#[tramline::query]
pub async fn echo_system_time(values: Vec<SystemTime>) -> Vec<SystemTime> {
    seen(values)
}

#[tramline::query]
pub async fn echo_path(values: Vec<PathBuf>) -> Vec<PathBuf> {
    seen(values)
}

#[tramline::query]
pub async fn echo_non_zero(values: Vec<NonZeroU64>) -> Vec<NonZeroU64> {
    seen(values)
}

#[tramline::query]
pub async fn echo_wrapping(values: Vec<Wrapping<i16>>) -> Vec<Wrapping<i16>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_range(values: Vec<Range<u64>>) -> Vec<Range<u64>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_bound(values: Vec<Bound<u32>>) -> Vec<Bound<u32>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_outcome(values: Vec<Result<u32, String>>) -> Vec<Result<u32, String>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_deque(values: Vec<VecDeque<u8>>) -> Vec<VecDeque<u8>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_texts(values: Vec<Texts>) -> Vec<Texts> {
    seen(values)
}

#[tramline::query]
pub async fn echo_foreign_lists(values: Vec<Lists<'_>>) -> Vec<Lists<'_>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_chrono(values: Vec<Chrono>) -> Vec<Chrono> {
    seen(values)
}

#[tramline::query]
pub async fn echo_jiff(values: Vec<Jiff>) -> Vec<Jiff> {
    seen(values)
}

#[tramline::query]
pub async fn echo_time(values: Vec<Time>) -> Vec<Time> {
    seen(values)
}

#[tramline::query]
pub async fn echo_identifiers(values: Vec<Identifiers>) -> Vec<Identifiers> {
    seen(values)
}
