//! Values and bytes that nobody thought of.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use proptest::collection::{btree_map, btree_set, hash_map, hash_set, vec};
use proptest::option;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

use super::types::{Collections, Everything, Kind, Marker, PostId, Scalars};
use super::{cases, encode, read};

fn scalars() -> impl Strategy<Value = Scalars> {
    let unsigned = any::<(u8, u16, u32, u64, u128, usize)>();
    let signed = any::<(i8, i16, i32, i64, i128, isize)>();
    let rest = any::<([f32; 2], f64, bool, char)>();
    (unsigned, signed, rest).prop_map(|(unsigned, signed, (floats, double, flag, letter))| {
        let (unit, marker) = ((), Marker);
        Scalars {
            unsigned,
            signed,
            floats,
            double,
            flag,
            letter,
            unit,
            marker,
        }
    })
}

fn kind() -> impl Strategy<Value = Kind> {
    let leaf = prop_oneof![
        Just(Kind::Unit),
        Just(Kind::Nothing {}),
        any::<String>().prop_map(Kind::Newtype),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        let tuple = (any::<u16>(), option::of(inner.clone()));
        let fields = (any::<u64>(), vec(inner, 0..4));
        prop_oneof![
            tuple.prop_map(|(id, kind)| Kind::Tuple(id, kind.map(Box::new))),
            fields.prop_map(|(id, nested)| Kind::Struct {
                id: PostId(id),
                nested
            }),
        ]
    })
}

fn collections() -> impl Strategy<Value = Collections> {
    (
        vec(any::<Option<i32>>(), 0..5),
        vec(any::<u8>(), 0..20),
        vec(any::<String>(), 0..4),
        btree_map(any::<String>(), vec(any::<u64>(), 0..4), 0..4),
        hash_map(any::<u64>().prop_map(PostId), Just(()), 0..4),
        btree_set(any::<(u8, char)>(), 0..4),
        hash_set(any::<Option<u16>>(), 0..4),
    )
        .prop_map(
            |(list, bytes, words, ordered, hashed, ordered_set, hashed_set)| {
                let words = words.into();
                Collections {
                    list,
                    bytes,
                    words,
                    ordered,
                    hashed,
                    ordered_set,
                    hashed_set,
                }
            },
        )
}

fn everything() -> impl Strategy<Value = Everything> {
    let parts = (scalars(), vec(kind(), 0..3), option::of(collections()));
    parts.prop_map(|(scalars, kinds, collections)| Everything {
        scalars,
        kinds,
        collections,
    })
}

/// Bytes, of which many are small: counts, tags and variants that exist.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(prop_oneof![0_u8..4, any::<u8>()], 0..64)
}

/// Whatever decodes has this encoding and no other.
fn check_canonical<T: Serialize + for<'de> Deserialize<'de>>(bytes: &[u8]) {
    if let Ok(value) = read::<T>(bytes) {
        assert_eq!(encode(&value).unwrap(), bytes);
    }
    // What may follow a value does not hide the value from the check.
    for end in 0..bytes.len().min(12) {
        if let Ok(value) = read::<T>(&bytes[..end]) {
            assert_eq!(encode(&value).unwrap(), bytes[..end]);
        }
    }
}

/// Entries may come in any order, so the bytes may differ, but not their number.
fn check_unordered<T: Serialize + for<'de> Deserialize<'de>>(bytes: &[u8]) {
    if let Ok(value) = read::<T>(bytes) {
        assert_eq!(encode(&value).unwrap().len(), bytes.len());
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_is_encoded_decodes(value in everything()) {
        let bytes = encode(&value).unwrap();
        prop_assert_eq!(&bytes, &postcard::to_stdvec(&value).unwrap());
        prop_assert_eq!(read::<Everything>(&bytes), Ok(value));
    }

    #[test]
    fn what_is_cut_does_not_decode(value in everything()) {
        let bytes = encode(&value).unwrap();
        for end in 0..bytes.len() {
            prop_assert!(read::<Everything>(&bytes[..end]).is_err());
        }
    }

    #[test]
    fn what_is_changed_is_itself_or_refused(
        value in everything(),
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = encode(&value).unwrap();
        for (index, byte) in changes {
            let index = index.index(bytes.len());
            bytes[index] = byte;
        }
        check_unordered::<Everything>(&bytes);
    }

    #[test]
    fn a_value_has_one_encoding(bytes in bytes()) {
        macro_rules! check_each {
            ($check:ident: $($ty:ty,)*) => { $($check::<$ty>(&bytes);)* };
        }
        check_each! { check_canonical:
            bool, u8, u16, u32, u64, u128, i8, i16, i32, i64, i128, usize, isize, f32, f64, char,
            String, Vec<u8>, (), Option<u16>, Option<Option<()>>, Vec<Option<u32>>, Vec<i64>,
            (u8, char), [u16; 3], Vec<String>, Kind, Vec<Kind>, Scalars, Result<PostId, Marker>,
            Box<[bool]>, Vec<[(); 2]>,
        }
        check_each! { check_unordered:
            Collections, Everything, BTreeMap<u8, Kind>, HashMap<String, u8>, BTreeSet<u16>,
            HashSet<Vec<bool>>, Vec<BTreeSet<i8>>,
        }
    }
}
