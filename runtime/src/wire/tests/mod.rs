mod accepted;
mod encoded;
mod hostile;
mod plain_json;
mod random;
mod refused;
mod sample;
mod shaped;
mod transcoded;
mod types;

use serde::Deserialize;

use super::{DecodeError, Limits, decode, encode};

/// Decodes within the usual limits.
fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, DecodeError> {
    decode(bytes, Limits::DEFAULT)
}
