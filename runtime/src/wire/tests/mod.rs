mod accepted;
mod converted;
mod encoded;
mod hostile;
mod plain_json;
mod random;
mod refused;
mod sample;
mod shaped;
mod transcoded;
mod types;

use proptest::test_runner::Config;
use serde::Deserialize;

use super::{DecodeError, Limits, decode, encode};

/// Decodes within the usual limits.
fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, DecodeError> {
    decode(bytes, Limits::DEFAULT)
}

/// How often a property is tried: under miri, which takes a thousand times as long, seldom.
fn cases(many: u32) -> Config {
    match cfg!(miri) {
        true => Config {
            failure_persistence: None,
            ..Config::with_cases(1)
        },
        false => Config::with_cases(many),
    }
}

/// So many, but few under miri.
const fn scaled(many: usize) -> usize {
    if cfg!(miri) { many >> 10 } else { many }
}

/// Where something so long is cut: everywhere up to `most`, but in few places under miri.
fn cuts(length: usize, most: usize) -> impl Iterator<Item = usize> {
    let end = length.min(most);
    let step = if cfg!(miri) { end / 3 + 1 } else { 1 };
    (0..end).step_by(step)
}
