use super::{Limits, decode, encode};

#[test]
fn decodes_what_was_encoded() {
    let value = (1u8, "two", Some(-3i64), [4.5f32; 3], 'ö', vec![(); 3]);
    let bytes = encode(&value).unwrap();
    assert_eq!(decode(&bytes, Limits::DEFAULT), Ok(value));
}
