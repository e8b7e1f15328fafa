//! Any text, as plain JSON of several types: what decodes is written and read as the same value.
#![no_main]

use std::collections::{BTreeMap, HashSet};
use std::fmt::Debug;

use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tramline::fuzzing::{decode_json, encode_json};
use tramline_fuzz::types::{Node, Settings, Tree};

fuzz_target!(init: tramline_fuzz::seeds::write("json"), |text: &[u8]| {
    let Some((which, text)) = text.split_first() else {
        return;
    };
    match which % 8 {
        0 => check::<Tree>(text),
        1 => check::<Vec<Tree>>(text),
        2 => check::<Node>(text),
        3 => check::<Settings>(text),
        4 => check::<(u64, i128, f64)>(text),
        5 => check::<BTreeMap<i16, Option<String>>>(text),
        6 => check::<HashSet<bool>>(text),
        _ => check::<serde_json::Value>(text),
    }
});

fn check<T: Serialize + DeserializeOwned + Debug>(text: &[u8]) {
    if let Ok(value) = decode_json::<T>(text) {
        let written = encode_json(&value).expect("it was decoded");
        let again = decode_json::<T>(&written).expect("it was written by ourselves");
        let again = encode_json(&again).expect("it was decoded");
        assert_eq!(written.len(), again.len());
    }
}
