//! Lists that are made from elements of another type.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

use super::{encode, read};

/// Some adapters make a list of numbers from a list of something else.
#[derive(Debug, PartialEq)]
struct From<S, T> {
    list: Vec<T>,
    source: PhantomData<S>,
}

struct Elements<S, T>(PhantomData<(S, T)>);

impl<'de, S: Deserialize<'de>, T: TryFrom<S>> Deserialize<'de> for From<S, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let list = deserializer.deserialize_seq(Elements::<S, T>(PhantomData))?;
        let source = PhantomData;
        Ok(Self { list, source })
    }
}

impl<'de, S: Deserialize<'de>, T: TryFrom<S>> Visitor<'de> for Elements<S, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element::<S>()? {
            list.extend(T::try_from(element).ok());
        }
        Ok(list)
    }
}

/// Reads one `u8`, then `u16`s.
struct Mixed(Vec<u8>);

impl<'de> Deserialize<'de> for Mixed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Both;

        impl<'de> Visitor<'de> for Both {
            type Value = Vec<u8>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Vec<u8>, A::Error> {
                let mut list = Vec::from_iter(elements.next_element::<u8>()?);
                while let Some(element) = elements.next_element::<u16>()? {
                    list.push(element as u8);
                }
                Ok(list)
            }
        }

        deserializer.deserialize_seq(Both).map(Self)
    }
}

fn check<S, T>(source: Vec<S>, expected: Vec<T>)
where
    S: serde::Serialize + for<'de> Deserialize<'de>,
    T: TryFrom<S> + PartialEq + fmt::Debug,
{
    // Something behind the list shows where it ended.
    let bytes = encode(&(source, "end")).unwrap();
    let (list, end) = read::<(From<S, T>, &str)>(&bytes).unwrap();
    assert_eq!((list.list, end), (expected, "end"));
    for length in 0..bytes.len() {
        assert!(read::<(From<S, T>, &str)>(&bytes[..length]).is_err());
    }
}

#[test]
fn numbers_from_other_things() {
    check::<u16, u8>(vec![255, 128, 7], vec![255, 128, 7]);
    check::<u64, u16>(vec![1 << 15, 0], vec![1 << 15, 0]);
    check::<char, u32>(vec!['é', 'a'], vec![0xe9, 0x61]);
    check::<f32, f64>(vec![0.5, -1.0], vec![0.5, -1.0]);
    check::<u32, f64>(vec![7, 300], vec![7.0, 300.0]);
    check::<bool, u8>(vec![true, false], vec![1, 0]);
    check::<u8, u64>(vec![200, 1], vec![200, 1]);
}

#[test]
fn elements_of_two_types() {
    let bytes = encode(&(5_u8, [300_u16, 1, 2], "end")).unwrap();
    let bytes = [&[4], bytes.as_slice()].concat();
    let (mixed, end) = read::<(Mixed, &str)>(&bytes).unwrap();
    assert_eq!((mixed.0, end), (vec![5, 44, 1, 2], "end"));
    assert!(read::<Mixed>(&[2, 1]).is_err());
    assert!(read::<Mixed>(&[0]).is_ok());
}
