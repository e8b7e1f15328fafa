//! What each target begins with, made from valid values and sources.

use std::path::PathBuf;
use std::{env, fs, io};

use tramline::fuzzing::encode;

use crate::{corpus, values};

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
    let encodings = [
        (0, encode(&values::scalars())),
        (1, encode(&values::tree())),
        (2, encode(&values::ordered())),
        (3, encode(&values::unordered())),
        (4, encode(&[Some([(); 3]), None])),
        (5, encode(&("text", [b"bytes"], Some([1_i64, -1])))),
        (6, encode(&[(); 0])),
        (7, encode(&("text", Some("bytes")))),
    ];
    let seeds = encodings.into_iter().filter_map(|(which, bytes)| {
        let mut seed = vec![which];
        seed.extend(bytes.ok()?);
        Some(seed)
    });
    seeds.collect()
}

fn put(folder: &PathBuf, seeds: &[Vec<u8>]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (index, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("{index:03}")), seed)?;
    }
    Ok(())
}
