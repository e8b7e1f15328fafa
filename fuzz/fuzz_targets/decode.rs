//! Any bytes, as any of several types: what decodes is encoded as the same bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tramline::fuzzing::{decode, encode};
use tramline_fuzz::types::{Borrowed, Ordered, Scalars, Tree, Unordered};

fuzz_target!(init: tramline_fuzz::seeds::write("decode"), |bytes: &[u8]| {
    let Some((which, bytes)) = bytes.split_first() else {
        return;
    };
    match which % 8 {
        0 => canonical::<Scalars>(bytes),
        1 => canonical::<Tree>(bytes),
        2 => canonical::<Ordered>(bytes),
        3 => unordered::<Unordered>(bytes),
        4 => canonical::<Vec<Option<[(); 3]>>>(bytes),
        5 => canonical::<(String, Vec<Vec<u8>>, Option<Box<[i64]>>)>(bytes),
        6 => unordered::<std::collections::HashMap<String, Tree>>(bytes),
        _ => {
            if let Ok(value) = decode::<Borrowed<'_>>(bytes) {
                assert_eq!(encode(&value).expect("it was decoded"), bytes);
            }
        }
    }
});

fn canonical<T: Serialize + DeserializeOwned>(bytes: &[u8]) {
    if let Ok(value) = decode::<T>(bytes) {
        assert_eq!(encode(&value).expect("it was decoded"), bytes);
    }
}

/// Entries may come in any order.
fn unordered<T: Serialize + DeserializeOwned>(bytes: &[u8]) {
    if let Ok(value) = decode::<T>(bytes) {
        assert_eq!(encode(&value).expect("it was decoded").len(), bytes.len());
    }
}
