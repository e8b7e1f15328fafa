//! Values that a client with other choices has: numbers without gaps, and moments in every detail.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use proptest::prelude::{BoxedStrategy, Just, Strategy, prop_oneof};
use serde::Serialize;

use crate::sample::Sample;

/// An integer that JavaScript has as a `number`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub(crate) struct Safe<T>(pub(crate) T);

/// A moment to the nanosecond.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Fine<T>(pub(crate) T);

const MOST: u64 = (1 << 53) - 1;

macro_rules! safe {
    ($($ty:ident: $least:expr;)*) => {$(
        impl Sample for Safe<$ty> {
            fn sample() -> BoxedStrategy<Self> {
                let most = MOST as $ty;
                let any = ($least..=most, 0..53_u32).prop_map(|(value, drop)| value >> drop);
                prop_oneof![20 => any, 1 => Just(most), 1 => Just($least)]
                    .prop_map(Self)
                    .boxed()
            }
        }
    )*};
}
safe! {
    u64: 0;
    usize: 0;
    i64: -most();
    isize: -most() as isize;
}

const fn most() -> i64 {
    MOST as i64
}

/// Nanoseconds from 1678 to 2261.
fn nanoseconds() -> impl Strategy<Value = i64> {
    let most = 9_200_000_000_000_000_000_i64;
    prop_oneof![8 => -most..most, 1 => Just(0_i64), 1 => -2000..2000_i64]
}

macro_rules! fine {
    ($($ty:ty, $make:expr;)*) => {$(
        impl Sample for Fine<$ty> {
            fn sample() -> BoxedStrategy<Self> {
                nanoseconds().prop_map($make).prop_map(Self).boxed()
            }
        }
    )*};
}
fine! {
    DateTime<Utc>, DateTime::from_timestamp_nanos;
    jiff::Timestamp, |at| jiff::Timestamp::from_nanosecond(at.into()).unwrap();
    time::OffsetDateTime, |at| time::OffsetDateTime::from_unix_timestamp_nanos(at.into()).unwrap();
    SystemTime, |at| SystemTime::UNIX_EPOCH + Duration::from_nanos(at.unsigned_abs());
}
