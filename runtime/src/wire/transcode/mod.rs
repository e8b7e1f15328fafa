//! Lossless JSON to postcard's format and back, along a shape.
//!
//! serde never sees this JSON: the types of the user decode and encode postcard and nothing else,
//! so both wires mean the same. Numbers beyond 2^53 are strings, bytes are base64, what is not
//! finite has a name, and `Some` of what may itself be `null` stands in brackets: every value comes
//! back as it was. Names are taken from the shape, so an older or newer caller can leave out what
//! has a default, and add what is not known here.
//!
//! Nothing here is generic. It is as strict as the binary decoder, and costs no more.

mod base64;
mod fields;
mod number;
mod print;
mod print_parts;
mod quote;
mod variants;
mod write;

use self::print::Printer;
use self::write::Transcriber;
use super::budget::Limits;
use super::error::{DecodeError, Reason, Result};
use super::json::tree::Tree;
use super::shape::Shape;

/// The bytes for a value of that shape in JSON.
///
/// # Errors
///
/// When the text is not JSON, or not of that shape, or exceeds the limits.
pub(crate) fn to_postcard(
    json: &[u8],
    shape: &'static Shape,
    limits: Limits,
) -> Result<Vec<u8>, DecodeError> {
    let tree = Tree::read(json, limits)?;
    let mut transcriber = Transcriber::new(limits);
    transcriber.value(shape, &tree)?;
    Ok(transcriber.finish())
}

/// The JSON for bytes of that shape, which our own encoder wrote.
///
/// # Errors
///
/// When the bytes are not of that shape, or nested too deeply.
pub(crate) fn to_json(postcard: &[u8], shape: &'static Shape) -> Result<Vec<u8>, DecodeError> {
    let mut printer = Printer::new(postcard);
    printer.value(shape)?;
    printer.finish()
}

/// The shape behind its names.
fn unnamed(shape: &'static Shape) -> Result<&'static Shape> {
    shape.unnamed().ok_or_else(|| Reason::Depth.into())
}
