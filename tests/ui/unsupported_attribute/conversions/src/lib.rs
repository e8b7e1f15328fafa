//! What writes and reads a field, and is not known.

use serde::{Deserialize, Serialize};
use serde_with::{DurationSeconds, OneOrMany, formats::Flexible, serde_as};
use tramline::action;

mod unix_time {}

#[derive(Serialize, Deserialize)]
struct Named {
    #[serde(with = "unix_time")]
    own: u64,
    #[serde(with = "some_crate::module")]
    unknown: u64,
    #[serde(serialize_with = "hex::serialize")]
    one_way: Vec<u8>,
    #[serde(serialize_with = "hex::serialize", deserialize_with = "unix_time::deserialize")]
    both_ways: Vec<u8>,
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    price: rust_decimal::Decimal,
}

#[serde_as]
#[derive(Serialize, Deserialize)]
struct Adapted {
    #[serde_as(as = "OneOrMany<_>")]
    several: Vec<u8>,
    #[serde_as(as = "DurationSeconds<u64, Flexible>")]
    lenient: std::time::Duration,
    #[serde_as(as = "Vec<Mine>")]
    mine: Vec<u8>,
    #[serde_as(deserialize_as = "_")]
    directed: u8,
}

struct Mine;

#[action]
async fn conversions(named: Named, adapted: Adapted) {}
