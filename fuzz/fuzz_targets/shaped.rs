//! Any bytes, as types that can be read along a shape only.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use tramline::codegen::shape::Shape;
use tramline::fuzzing::{decode, decode_shaped, to_json, to_postcard};
use tramline_fuzz::shapes;
use tramline_fuzz::types::{Edge, Node, Ordered, Settings};

fuzz_target!(init: tramline_fuzz::seeds::write("shaped"), |bytes: &[u8]| {
    let Some((which, bytes)) = bytes.split_first() else {
        return;
    };
    match which % 5 {
        0 => same_as_json::<Node>(bytes, &shapes::NODE),
        1 => same_as_json::<Edge>(bytes, &shapes::EDGE),
        2 => same_as_json::<Settings>(bytes, &shapes::SETTINGS),
        3 => same_as_json::<Vec<Option<Node>>>(bytes, &shapes::NODES),
        _ => same_as_plain(bytes),
    }
});

/// What decodes comes through lossless JSON as the same value.
fn same_as_json<T: DeserializeOwned + Debug>(bytes: &[u8], shape: &'static Shape) {
    if let Ok(value) = decode_shaped::<T>(bytes, shape) {
        let json = to_json(bytes, shape).expect("it was decoded");
        let again = to_postcard(&json, shape).expect("it was written by ourselves");
        let again = decode_shaped::<T>(&again, shape).expect("it was decoded before");
        assert_eq!(format!("{value:?}"), format!("{again:?}"));
    }
}

/// Where no shape is needed, it makes no difference.
fn same_as_plain(bytes: &[u8]) {
    let shaped = decode_shaped::<Ordered>(bytes, &shapes::ORDERED);
    let plain = decode::<Ordered>(bytes);
    match (shaped, plain) {
        (Ok(shaped), Ok(plain)) => assert_eq!(format!("{shaped:?}"), format!("{plain:?}")),
        (Err(_), Err(_)) => {}
        (shaped, plain) => panic!("{:?} {:?}", shaped.is_ok(), plain.is_ok()),
    }
}
