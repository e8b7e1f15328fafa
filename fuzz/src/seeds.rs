//! What each target begins with, made from valid values and sources.

use std::path::PathBuf;
use std::{env, fs, io};

use serde::Serialize;
use tramline::codegen::shape::Shape;
use tramline::fuzzing::{encode, encode_json, to_json};

use crate::{corpus, shapes, values};

/// Writes the seeds of a target into the folder that `TRAMLINE_SEEDS` names, if it does: before
/// libFuzzer reads it.
///
/// # Panics
///
/// When it cannot.
pub fn write(target: &str) {
    if let Some(folder) = env::var_os("TRAMLINE_SEEDS").map(PathBuf::from) {
        let written = put(&folder, &of(target));
        written.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    }
}

fn of(target: &str) -> Vec<Vec<u8>> {
    let texts = corpus::TEXTS.iter();
    match target {
        "decode" => encodings(),
        "shaped" => shaped(),
        "json" => numbered(&plain()),
        "transcode" => [binary(), numbered(&lossless())].concat(),
        "scan" => texts.map(|text| text.as_bytes().to_vec()).collect(),
        "edit" => (0..=u8::MAX)
            .zip(texts)
            .map(|(text, _)| vec![text, 9, 0, 2, 0, 40, 0, 0, text])
            .collect(),
        _ => Vec::new(),
    }
}

/// The number of a type, then a value of it.
fn encodings() -> Vec<Vec<u8>> {
    numbered(&[
        (0, bytes(&values::scalars())),
        (1, bytes(&values::tree())),
        (2, bytes(&values::ordered())),
        (3, bytes(&values::unordered())),
        (4, bytes(&[Some([(); 3]), None])),
        (5, bytes(&("text", [b"bytes"], Some([1_i64, -1])))),
        (6, vec![0]),
        (7, bytes(&("text", Some("bytes")))),
    ])
}

fn bytes<T: Serialize>(value: &T) -> Vec<u8> {
    encode(value).unwrap_or_default()
}

/// Postcard of what is read along a shape. Inputs with defaults are laid out otherwise than results,
/// so that only what has none is encoded by Rust.
fn shaped() -> Vec<Vec<u8>> {
    let node = bytes(&values::node());
    let all_given = b"\x05outer\x01\x03\x01\x01a\x00".to_vec();
    let left_out = b"\x05outer\x00\x00\x00".to_vec();
    numbered(&[(0, node), (2, all_given), (2, left_out)])
}

/// The number of a shape with what follows it.
fn numbered(seeds: &[(u8, Vec<u8>)]) -> Vec<Vec<u8>> {
    let seeds = seeds.iter();
    seeds
        .map(|(which, seed)| [&[*which], seed.as_slice()].concat())
        .collect()
}

/// Postcard for the transcoder, which tells it from JSON by the highest bit.
fn binary() -> Vec<Vec<u8>> {
    let seeds = of_shapes().map(|(which, _, bytes)| (which | 0x80, bytes));
    numbered(&seeds.collect::<Vec<_>>())
}

/// What the transcoder makes of them.
fn lossless() -> Vec<(u8, Vec<u8>)> {
    let texts = of_shapes().filter_map(|(which, shape, bytes)| {
        let text = to_json(&bytes, shape).ok()?;
        Some((which, text))
    });
    texts.collect()
}

/// What serde_json makes of them.
fn plain() -> Vec<(u8, Vec<u8>)> {
    let texts = [
        encode_json(&values::tree()).ok(),
        encode_json(&values::ordered().trees).ok(),
        encode_json(&values::node()).ok(),
        encode_json(&values::settings()).ok(),
        encode_json(&(u64::MAX, i128::MIN, 0.1)).ok(),
    ];
    (0..).zip(texts.into_iter().flatten()).collect()
}

fn of_shapes() -> impl Iterator<Item = (u8, &'static Shape, Vec<u8>)> {
    let values = [
        (&shapes::SCALARS, bytes(&values::scalars())),
        (&shapes::TREE, bytes(&values::tree())),
        (&shapes::ORDERED, bytes(&values::ordered())),
        (&shapes::UNORDERED, bytes(&values::unordered())),
        (&shapes::NODE, bytes(&values::node())),
        (
            &shapes::SETTINGS,
            b"\x05outer\x01\x03\x01\x01a\x00".to_vec(),
        ),
    ];
    let values = (0..).zip(values);
    values.map(|(which, (shape, bytes))| (which, shape, bytes))
}

fn put(folder: &PathBuf, seeds: &[Vec<u8>]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (index, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("{index:03}")), seed)?;
    }
    Ok(())
}
