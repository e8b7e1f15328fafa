//! A struct that holds everything.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use serde::{Deserialize, Serialize};

use super::structs::{fields, of};
use super::{Random, Sample};
use crate::wire::shape::{Field, Presence, Shape, Text};

/// One field of everything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::wire::tests) struct Wide {
    numbers: (u64, i64, f64),
    small: (i8, u16, f32),
    bytes: Vec<u8>,
    fixed: [u8; 4],
    pair: [String; 2],
    nested: Option<Option<u8>>,
    unit: Option<()>,
    named: BTreeMap<String, Option<i32>>,
    numbered: BTreeMap<u32, String>,
    keyed: BTreeMap<(bool, char), Vec<u8>>,
    set: BTreeSet<char>,
    id: uuid::Uuid,
    host: IpAddr,
    peer: SocketAddr,
    v4: SocketAddrV4,
    v6: SocketAddrV6,
    short: Ipv4Addr,
    long: Ipv6Addr,
    price: rust_decimal::Decimal,
    letter: char,
    text: String,
}

macro_rules! more_text {
    ($($ty:ident($random:ident) $sample:expr;)*) => {$(
        impl Sample for $ty {
            const SHAPE: Shape = Shape::Text(Text::$ty);

            fn sample($random: &mut Random) -> Self {
                $sample
            }
        }
    )*};
}

more_text! {
    Ipv4Addr(random) Self::from_bits(u32::sample(random));
    Ipv6Addr(random) Self::from_bits(u128::sample(random));
    SocketAddrV4(random) Self::new(Sample::sample(random), u16::sample(random));
    SocketAddrV6(random) Self::new(Sample::sample(random), u16::sample(random), 0, 0);
}

impl Sample for Wide {
    const SHAPE: Shape = Shape::Struct(
        &const {
            of(fields![
                "numbers": <(u64, i64, f64)>::SHAPE => Required,
                "small": <(i8, u16, f32)>::SHAPE => Required,
                "bytes": <Vec<u8>>::SHAPE => Required,
                "fixed": <[u8; 4]>::SHAPE => Required,
                "pair": <[String; 2]>::SHAPE => Required,
                "nested": <Option<Option<u8>>>::SHAPE => Required,
                "unit": <Option<()>>::SHAPE => Required,
                "named": <BTreeMap<String, Option<i32>>>::SHAPE => Required,
                "numbered": <BTreeMap<u32, String>>::SHAPE => Required,
                "keyed": <BTreeMap<(bool, char), Vec<u8>>>::SHAPE => Required,
                "set": <BTreeSet<char>>::SHAPE => Required,
                "id": <uuid::Uuid>::SHAPE => Required,
                "host": <IpAddr>::SHAPE => Required,
                "peer": <SocketAddr>::SHAPE => Required,
                "v4": <SocketAddrV4>::SHAPE => Required,
                "v6": <SocketAddrV6>::SHAPE => Required,
                "short": <Ipv4Addr>::SHAPE => Required,
                "long": <Ipv6Addr>::SHAPE => Required,
                "price": <rust_decimal::Decimal>::SHAPE => Required,
                "letter": <char>::SHAPE => Required,
                "text": <String>::SHAPE => Required,
            ])
        },
    );

    fn sample(random: &mut Random) -> Self {
        Self {
            numbers: Sample::sample(random),
            small: Sample::sample(random),
            bytes: Sample::sample(random),
            fixed: Sample::sample(random),
            pair: Sample::sample(random),
            nested: Sample::sample(random),
            unit: Sample::sample(random),
            named: Sample::sample(random),
            numbered: Sample::sample(random),
            keyed: Sample::sample(random),
            set: Sample::sample(random),
            id: Sample::sample(random),
            host: Sample::sample(random),
            peer: Sample::sample(random),
            v4: Sample::sample(random),
            v6: Sample::sample(random),
            short: Sample::sample(random),
            long: Sample::sample(random),
            price: Sample::sample(random),
            letter: Sample::sample(random),
            text: Sample::sample(random),
        }
    }
}
