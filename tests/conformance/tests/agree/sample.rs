//! Random values that reach the edges of each encoding: every width of a varint, empty and short
//! collections, text from every plane, the floats that are not numbers.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Debug;
use std::hash::Hash;
use std::sync::Arc;

use conformance_tests::types::{
    Direction, Expression, Marker, Page, Pair, PostId, Record, Renamed, Shape, Tree, Wrapped,
};
use proptest::collection::vec;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};

/// A type with a strategy for its values.
pub(crate) trait Sample: Clone + Debug + Sized + 'static {
    fn sample() -> BoxedStrategy<Self>;
}

macro_rules! integers {
    ($($ty:ty)*) => {$(
        impl Sample for $ty {
            fn sample() -> BoxedStrategy<Self> {
                // A uniform number of leading bits to drop gives every encoded length its share.
                let any = (any::<$ty>(), 0..<$ty>::BITS).prop_map(|(value, drop)| value >> drop);
                prop_oneof![20 => any, 1 => Just(<$ty>::MAX), 1 => Just(<$ty>::MIN)].boxed()
            }
        }
    )*};
}
integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

macro_rules! floats {
    ($($ty:ident)*) => {$(
        impl Sample for $ty {
            fn sample() -> BoxedStrategy<Self> {
                // One NaN only: an engine may change the payload of any other.
                let special = [$ty::NAN, $ty::INFINITY, $ty::NEG_INFINITY, -0.0, 0.0, $ty::MIN,
                    $ty::MAX, $ty::EPSILON, $ty::MIN_POSITIVE];
                prop_oneof![4 => any::<$ty>(), 1 => proptest::sample::select(special.to_vec())]
                    .boxed()
            }
        }
    )*};
}
floats!(f32 f64);

impl Sample for bool {
    fn sample() -> BoxedStrategy<Self> {
        any::<bool>().boxed()
    }
}

impl Sample for char {
    fn sample() -> BoxedStrategy<Self> {
        prop_oneof![any::<char>(), proptest::char::range(' ', '~')].boxed()
    }
}

impl Sample for String {
    fn sample() -> BoxedStrategy<Self> {
        // Around 16 and 40 characters the client changes its method.
        let length = prop_oneof![0..20usize, 36..44usize];
        prop_oneof![
            length
                .clone()
                .prop_flat_map(|n| vec(proptest::char::range(' ', '~'), n)),
            length.prop_flat_map(|n| vec(any::<char>(), n)),
        ]
        .prop_map(|characters| characters.into_iter().collect())
        .boxed()
    }
}

impl Sample for () {
    fn sample() -> BoxedStrategy<Self> {
        Just(()).boxed()
    }
}

impl<T: Sample> Sample for Option<T> {
    fn sample() -> BoxedStrategy<Self> {
        proptest::option::of(T::sample()).boxed()
    }
}

impl<T: Sample> Sample for Vec<T> {
    fn sample() -> BoxedStrategy<Self> {
        vec(T::sample(), 0..5).boxed()
    }
}

/// Types made from another by `From`.
macro_rules! from {
    ($([$($parameter:ident)?] $from:ty => $to:ty;)*) => {$(
        impl$(<$parameter: Sample>)? Sample for $to {
            fn sample() -> BoxedStrategy<Self> {
                <$from>::sample().prop_map(Into::into).boxed()
            }
        }
    )*};
}
from! {
    [] String => Box<str>;
    [] String => Arc<str>;
    [T] Vec<T> => Box<[T]>;
    [T] T => Box<T>;
    [T] T => Arc<T>;
}

impl<T: Sample, const N: usize> Sample for [T; N] {
    fn sample() -> BoxedStrategy<Self> {
        vec(T::sample(), N)
            .prop_map(|values| values.try_into().unwrap())
            .boxed()
    }
}

macro_rules! tuples {
    ($(($($name:ident)+))*) => {$(
        impl<$($name: Sample),+> Sample for ($($name,)+) {
            fn sample() -> BoxedStrategy<Self> {
                ($($name::sample(),)+).boxed()
            }
        }
    )*};
}
tuples!((A) (A B) (A B C));

macro_rules! collections {
    ($($ty:ident [$($bound:ident)+];)*) => {$(
        impl<T: Sample + $($bound +)+> Sample for $ty<T> {
            fn sample() -> BoxedStrategy<Self> {
                Vec::<T>::sample().prop_map(|values| values.into_iter().collect()).boxed()
            }
        }
    )*};
}
collections! {
    HashSet [Eq Hash];
    BTreeSet [Ord];
}

macro_rules! maps {
    ($($ty:ident [$($bound:ident)+];)*) => {$(
        impl<K: Sample + $($bound +)+, V: Sample> Sample for $ty<K, V> {
            fn sample() -> BoxedStrategy<Self> {
                Vec::<(K, V)>::sample().prop_map(|entries| entries.into_iter().collect()).boxed()
            }
        }
    )*};
}
maps! {
    HashMap [Eq Hash];
    BTreeMap [Ord];
}

impl Sample for Marker {
    fn sample() -> BoxedStrategy<Self> {
        Just(Marker).boxed()
    }
}

impl Sample for PostId {
    fn sample() -> BoxedStrategy<Self> {
        u64::sample().prop_map(PostId).boxed()
    }
}

impl Sample for Pair {
    fn sample() -> BoxedStrategy<Self> {
        <(i32, String)>::sample()
            .prop_map(|(number, text)| Pair(number, text))
            .boxed()
    }
}

impl Sample for Wrapped {
    fn sample() -> BoxedStrategy<Self> {
        Pair::sample().prop_map(Wrapped).boxed()
    }
}

impl Sample for Direction {
    fn sample() -> BoxedStrategy<Self> {
        proptest::sample::select(vec![Direction::North, Direction::SouthWest, Direction::Up])
            .boxed()
    }
}

impl Sample for Record {
    fn sample() -> BoxedStrategy<Self> {
        (
            PostId::sample(),
            String::sample(),
            Vec::<String>::sample(),
            f32::sample(),
            Option::<Vec<u8>>::sample(),
            Direction::sample(),
        )
            .prop_map(|(id, title, tags, score, picture, r#type)| Record {
                id,
                title,
                tags,
                score,
                picture,
                r#type,
            })
            .boxed()
    }
}

impl Sample for Renamed {
    fn sample() -> BoxedStrategy<Self> {
        (String::sample(), i16::sample())
            .prop_map(|(first_name, born)| Renamed { first_name, born })
            .boxed()
    }
}

type Point = (i32, i32);

impl Sample for Shape {
    fn sample() -> BoxedStrategy<Self> {
        prop_oneof![
            Just(Shape::Empty),
            f64::sample().prop_map(Shape::Circle),
            Option::<String>::sample().prop_map(Shape::Labelled),
            <(Point, Point)>::sample().prop_map(|(from, to)| Shape::Line(from, to)),
            <(Point, Option<Point>)>::sample().prop_map(|(top_left, bottom_right)| {
                Shape::Rectangle {
                    top_left,
                    bottom_right,
                }
            }),
            Just(Shape::Hollow {}),
        ]
        .boxed()
    }
}

impl<T: Sample> Sample for Page<T> {
    fn sample() -> BoxedStrategy<Self> {
        (Vec::<T>::sample(), Option::<u32>::sample())
            .prop_map(|(items, next)| Page { items, next })
            .boxed()
    }
}

impl Sample for Tree {
    fn sample() -> BoxedStrategy<Self> {
        let leaf = String::sample().prop_map(|label| Tree {
            label,
            children: Vec::new(),
        });
        leaf.prop_recursive(4, 12, 3, |inner| {
            (String::sample(), vec(inner, 0..3))
                .prop_map(|(label, children)| Tree { label, children })
        })
        .boxed()
    }
}

impl Sample for Expression {
    fn sample() -> BoxedStrategy<Self> {
        i64::sample()
            .prop_map(Expression::Number)
            .prop_recursive(4, 12, 3, |inner| {
                prop_oneof![
                    inner
                        .clone()
                        .prop_map(|value| Expression::Negate(Box::new(value))),
                    (inner.clone(), inner.clone()).prop_map(|(left, right)| Expression::Sum {
                        left: Box::new(left),
                        right: Box::new(right),
                    }),
                    (String::sample(), vec(inner, 0..3))
                        .prop_map(|(name, arguments)| Expression::Call(name, arguments)),
                ]
            })
            .boxed()
    }
}
