//! What every language has.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use super::{Random, Sample};
use crate::wire::shape::{Shape, Text};

macro_rules! integers {
    ($($ty:ident $shape:ident)*) => {$(
        impl Sample for $ty {
            const SHAPE: Shape = Shape::$shape;

            fn sample(random: &mut Random) -> Self {
                let any = (u128::from(random.next()) << 64 | u128::from(random.next())) as $ty;
                let small = any >> random.below(Self::BITS as usize);
                random.pick(&[0, 1, Self::MIN, Self::MAX, Self::MAX - 1, small, small, any])
            }
        }
    )*};
}

integers! {
    u8 U8 u16 U16 u32 U32 u64 U64 u128 U128 i8 I8 i16 I16 i32 I32 i64 I64 i128 I128
}

macro_rules! floats {
    ($($ty:ident $shape:ident)*) => {$(
        impl Sample for $ty {
            const SHAPE: Shape = Shape::$shape;

            fn sample(random: &mut Random) -> Self {
                let any = Self::from_bits(random.next() as _);
                let any = if any.is_nan() { Self::NAN } else { any };
                random.pick(&[
                    0.0, -0.0, 1.0, 0.1, Self::NAN, Self::INFINITY, Self::NEG_INFINITY, Self::MAX,
                    Self::MIN_POSITIVE, Self::from_bits(1), any, any, any,
                ])
            }
        }
    )*};
}

floats! { f32 F32 f64 F64 }

impl Sample for bool {
    const SHAPE: Shape = Shape::Bool;

    fn sample(random: &mut Random) -> Self {
        random.next().is_multiple_of(2)
    }
}

impl Sample for char {
    const SHAPE: Shape = Shape::Char;

    fn sample(random: &mut Random) -> Self {
        let any = char::from_u32(random.next() as u32 & 0x1f_ffff).unwrap_or('?');
        random.pick(&[
            '\0',
            '\n',
            '"',
            '\\',
            'a',
            'é',
            '\u{2028}',
            '🚋',
            char::MAX,
            any,
        ])
    }
}

impl Sample for String {
    const SHAPE: Shape = Shape::String;

    fn sample(random: &mut Random) -> Self {
        let length = random.below(6);
        (0..length).map(|_| char::sample(random)).collect()
    }
}

impl Sample for () {
    const SHAPE: Shape = Shape::Unit;

    fn sample(_: &mut Random) -> Self {}
}

impl<T: Sample> Sample for Option<T> {
    const SHAPE: Shape = Shape::Option(&T::SHAPE);

    fn sample(random: &mut Random) -> Self {
        random.deeper(|random, most| (random.below(most) > 0).then(|| T::sample(random)))
    }
}

impl<T: Sample> Sample for Box<T> {
    const SHAPE: Shape = T::SHAPE;

    fn sample(random: &mut Random) -> Self {
        Box::new(T::sample(random))
    }
}

impl<T: Sample> Sample for Vec<T> {
    const SHAPE: Shape = match T::SHAPE {
        Shape::U8 => Shape::Bytes,
        _ => Shape::List(&T::SHAPE),
    };

    fn sample(random: &mut Random) -> Self {
        random.deeper(|random, most| {
            let length = random.below(most);
            (0..length).map(|_| T::sample(random)).collect()
        })
    }
}

impl<T: Sample + Ord> Sample for BTreeSet<T> {
    const SHAPE: Shape = Shape::Set(&T::SHAPE);

    fn sample(random: &mut Random) -> Self {
        Vec::sample(random).into_iter().collect()
    }
}

impl<K: Sample + Ord, V: Sample> Sample for BTreeMap<K, V> {
    const SHAPE: Shape = Shape::Map(&K::SHAPE, &V::SHAPE);

    fn sample(random: &mut Random) -> Self {
        Vec::<(K, V)>::sample(random).into_iter().collect()
    }
}

impl Sample for [u8; 4] {
    const SHAPE: Shape = Shape::FixedBytes(4);

    fn sample(random: &mut Random) -> Self {
        (random.next() as u32).to_le_bytes()
    }
}

impl<T: Sample> Sample for [T; 2] {
    const SHAPE: Shape = Shape::Array(&T::SHAPE, 2);

    fn sample(random: &mut Random) -> Self {
        [T::sample(random), T::sample(random)]
    }
}

macro_rules! tuples {
    ($(($($part:ident)*))*) => {$(
        impl<$($part: Sample),*> Sample for ($($part,)*) {
            const SHAPE: Shape = Shape::Tuple(&[$($part::SHAPE),*]);

            fn sample(random: &mut Random) -> Self {
                ($($part::sample(random),)*)
            }
        }
    )*};
}

tuples! { (A) (A B) (A B C) }

impl Sample for uuid::Uuid {
    const SHAPE: Shape = Shape::Text(Text::Uuid);

    fn sample(random: &mut Random) -> Self {
        Self::from_u128(u128::sample(random))
    }
}

impl Sample for IpAddr {
    const SHAPE: Shape = Shape::Text(Text::IpAddr);

    fn sample(random: &mut Random) -> Self {
        match bool::sample(random) {
            true => Self::V4(Ipv4Addr::from_bits(u32::sample(random))),
            false => Self::V6(Ipv6Addr::from_bits(u128::sample(random))),
        }
    }
}

impl Sample for SocketAddr {
    const SHAPE: Shape = Shape::Text(Text::SocketAddr);

    fn sample(random: &mut Random) -> Self {
        let port = u16::sample(random);
        match IpAddr::sample(random) {
            IpAddr::V4(address) => Self::V4(SocketAddrV4::new(address, port)),
            IpAddr::V6(address) => Self::V6(SocketAddrV6::new(address, port, 0, 0)),
        }
    }
}

impl Sample for rust_decimal::Decimal {
    const SHAPE: Shape = Shape::String;

    fn sample(random: &mut Random) -> Self {
        Self::new(i64::sample(random), random.below(29) as u32)
    }
}
