//! What postcard encodes is decoded.

use std::borrow::Cow;
use std::fmt::Debug;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::Fields;
use super::types::Aliased;
use super::{encode, read};

fn check<T>(value: T)
where
    T: Serialize + for<'de> Deserialize<'de> + PartialEq + Debug,
{
    let bytes = encode(&value).unwrap();
    assert_eq!(bytes, postcard::to_stdvec(&value).unwrap());
    assert_eq!(bytes.len(), bytes.capacity());
    assert_eq!(read(&bytes), Ok(value));
}

#[test]
fn integers_to_their_ends() {
    macro_rules! check_ends {
        ($($ty:ident)*) => {$(
            for value in [0, 1, $ty::MIN, $ty::MAX, $ty::MAX / 2, $ty::MAX / 2 + 1] {
                check::<$ty>(value);
            }
            for shift in (0..$ty::BITS).step_by(if cfg!(miri) { 9 } else { 1 }) {
                check::<$ty>(1 << shift);
                check::<$ty>((1 as $ty) << shift >> 1);
            }
        )*};
    }
    check_ends! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }
}

#[test]
fn floats_that_are_not_equal_to_themselves() {
    for bits in [0, 1 << 63, 0x7ff0_0000_0000_0000, 0x7ff8_0000_dead_beef] {
        let bytes = encode(&f64::from_bits(bits)).unwrap();
        assert_eq!(read::<f64>(&bytes).unwrap().to_bits(), bits);
    }
}

#[test]
fn characters_and_strings() {
    for value in ['\0', 'a', 'ö', '€', '🚋', char::MAX] {
        check(value);
        check(value.to_string());
        check(value.to_string().repeat(100));
    }
}

#[test]
fn everything_in_boxes() {
    check::<Box<Arc<str>>>(Box::new("text".into()));
    check::<Arc<[u8]>>(Arc::new([1, 2, 3]));
    check::<Cow<'static, str>>("text".into());
    check(Some(Some(())));
    check(Some(None::<()>));
    check([[1_u16; 2]; 32]);
    check::<[u8; 0]>([]);
    check(vec![(); 1000]);
}

#[test]
fn borrowed_inputs_without_a_copy() {
    let bytes = encode(&("text", [1_u8, 2].as_slice(), Some(7_u8))).unwrap();
    let Fields((text, raw, number)) = read::<Fields<(&str, &[u8], Option<u8>)>>(&bytes).unwrap();
    assert_eq!((text, raw, number), ("text", [1, 2].as_slice(), Some(7)));
    assert!(bytes.as_ptr_range().contains(&text.as_ptr()));
    assert!(bytes.as_ptr_range().contains(&raw.as_ptr()));
}

#[test]
fn fields_up_to_sixteen() {
    type Sixteen = (
        u8,
        u8,
        u8,
        u8,
        u8,
        u8,
        u8,
        u8,
        u8,
        u8,
        u8,
        u8,
        u8,
        u8,
        u8,
        u8,
    );
    let bytes: [u8; 16] = std::array::from_fn(|index| index as u8);
    let Fields(sixteen) = read::<Fields<Sixteen>>(&bytes).unwrap();
    assert_eq!((sixteen.0, sixteen.7, sixteen.15), (0, 7, 15));
    assert_eq!(read::<Fields<(u8,)>>(&[7]), Ok(Fields((7,))));
}

#[test]
fn structs_whose_fields_have_aliases() {
    check(Aliased {
        id: 1,
        cached: 0,
        name: 2,
    });
}
