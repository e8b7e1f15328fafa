//! Lossless JSON and postcard.

mod hostile;
mod parts;
mod random;
mod scalars;

use super::sample::Sample;
use super::shaped::shape_of;
use super::{Limits, encode};
use crate::wire::transcode::{to_json, to_postcard};
use crate::wire::{DecodeError, decode_shaped};

fn to_bytes<T: Sample>(json: &[u8]) -> Result<Vec<u8>, DecodeError> {
    to_postcard(json, shape_of::<T>(), Limits::DEFAULT)
}

fn print<T: Sample>(value: &T) -> String {
    let json = to_json(&encode(value).unwrap(), shape_of::<T>()).unwrap();
    String::from_utf8(json).unwrap()
}

fn read<T: Sample>(json: &str) -> Result<T, DecodeError> {
    let bytes = to_bytes::<T>(json.as_bytes())?;
    Ok(decode_shaped(&bytes, shape_of::<T>(), Limits::DEFAULT).unwrap())
}

/// JSON is printed so, and read.
fn same<T: Sample>(value: T, json: &str) {
    assert_eq!(print(&value), json);
    accepted(json, value);
}

/// JSON is read so.
fn accepted<T: Sample>(json: &str, value: T) {
    assert_eq!(read(json), Ok(value), "{json}");
}

fn refused<T: Sample>(json: &str, message: &str) {
    let error = read::<T>(json).unwrap_err();
    assert_eq!(error.to_string(), message, "{json}");
    assert_eq!(error.code(), "malformed");
}

/// Why JSON is refused.
mod message {
    pub(super) const VALUE: &str = "a value is not one that its type allows";
    pub(super) const RANGE: &str = "a number is out of its type's range";
    pub(super) const SYNTAX: &str = "the input is not JSON";
    pub(super) const END: &str = "the input ends too early";
    pub(super) const TWICE: &str = "a map or set contains a key twice";
    pub(super) const MISSING: &str = "a member that is required is missing";
    pub(super) const UNKNOWN: &str = "a member is unknown";
    pub(super) const LENGTH: &str = "a list is not as long as its type";
    pub(super) const BASE64: &str = "bytes are not written in base64";
}
