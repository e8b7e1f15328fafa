//! Types of the standard library and of other crates.

tramline::include_actions!();

use std::cmp::Reverse;
use std::collections::LinkedList;
use std::marker::PhantomData;
use std::net::{IpAddr, SocketAddr};
use std::num::{NonZeroU32, Wrapping};
use std::ops::{Bound, Range};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_with::{DisplayFromStr, serde_as};

/// What only numbers and addresses are made of.
#[derive(Serialize, Deserialize)]
pub struct Standard {
    pub address: IpAddr,
    pub socket: SocketAddr,
    pub wait: Duration,
    pub since: SystemTime,
    pub path: PathBuf,
    pub id: NonZeroU32,
    pub count: Wrapping<u64>,
    pub descending: Reverse<String>,
    pub pages: Range<u64>,
    pub from: Bound<String>,
    pub outcome: Result<u32, String>,
    pub queue: LinkedList<u16>,
    pub marker: PhantomData<u8>,
}

/// When things are.
#[derive(Serialize, Deserialize, tramline::Wire)]
pub struct Times {
    pub created: DateTime<Utc>,
    pub local: DateTime<FixedOffset>,
    pub day: NaiveDate,
    #[wire(string)]
    pub exact: jiff::Timestamp,
    pub instant: time::OffsetDateTime,
    pub date: time::Date,
    #[serde(with = "time::serde::rfc3339")]
    pub text: time::OffsetDateTime,
    #[serde(with = "chrono::serde::ts_milliseconds_option")]
    pub seen: Option<DateTime<Utc>>,
}

/// Crates that many servers use.
#[derive(Serialize, Deserialize)]
pub struct Crates {
    pub id: uuid::Uuid,
    pub home: url::Url,
    pub body: bytes::Bytes,
    pub order: indexmap::IndexMap<String, u8>,
    pub few: smallvec::SmallVec<[u16; 4]>,
    pub fewer: arrayvec::ArrayVec<u32, 8>,
    pub score: ordered_float::OrderedFloat<f64>,
    pub version: semver::Version,
    pub accepts: semver::VersionReq,
    pub color: Color,
}

/// How clients see numbers.
#[derive(Serialize, Deserialize, tramline::Wire)]
pub struct Numbers {
    #[wire(number)]
    pub total: u64,
    pub exact: u64,
    #[wire(typed_array)]
    pub samples: Vec<f32>,
    #[wire(as = "String")]
    #[serde(with = "words")]
    pub words: Vec<String>,
}

/// Written by modules and adapters.
#[serde_as]
#[derive(Serialize, Deserialize)]
pub struct Converted {
    #[serde(with = "hex")]
    pub digest: Vec<u8>,
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
    #[serde(with = "serde_big_array::BigArray")]
    pub long: [u8; 64],
    #[serde_as(as = "Vec<DisplayFromStr>")]
    pub shown: Vec<u64>,
}

/// As many rows as columns.
#[derive(Serialize, Deserialize)]
#[serde(bound = "[[f64; N]; N]: Serialize + serde::de::DeserializeOwned")]
pub struct Matrix<const N: usize> {
    pub cells: [[f64; N]; N],
}

/// Red, green and blue, by hand.
pub struct Color(u32);

impl Serialize for Color {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [_, red, green, blue] = self.0.to_be_bytes();
        [red, green, blue].serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let [red, green, blue] = Deserialize::deserialize(deserializer)?;
        Ok(Color(u32::from_be_bytes([0, red, green, blue])))
    }
}

mod words {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        words: &[String],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&words.join(" "))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<String>, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(text.split(' ').map(str::to_owned).collect())
    }
}

#[tramline::action]
pub async fn standard(value: Standard) -> Standard {
    value
}

#[tramline::action]
pub async fn times(value: Times) -> Times {
    value
}

#[tramline::action]
pub async fn crates(value: Crates) -> Crates {
    value
}

#[tramline::action]
pub async fn numbers(value: Numbers) -> Numbers {
    value
}

#[tramline::action]
pub async fn converted(value: Converted) -> Converted {
    value
}

#[tramline::action]
pub async fn matrices(small: Matrix<2>, large: Matrix<3>) -> (Matrix<2>, Matrix<3>) {
    (small, large)
}

/// Options stand on parameters as well.
#[tramline::action]
pub async fn forms(
    #[wire(number)] id: u64,
    #[wire(typed_array)] samples: Vec<u64>,
    #[wire(string)] at: DateTime<Utc>,
) -> SystemTime {
    let _ = (id, samples, at);
    SystemTime::UNIX_EPOCH
}

/// A decimal says what it is only when asked.
#[tramline::action]
pub async fn price(price: rust_decimal::Decimal) -> rust_decimal::Decimal {
    price
}

/// JSON as it comes.
#[tramline::action]
pub async fn anything(value: serde_json::Value) -> serde_json::Value {
    value
}
