//! UUIDs: sixteen bytes after their number, or 32 hexadecimal digits in five groups.

use std::fmt::Write as _;

use crate::wire::error::{Reason, Result};
use crate::wire::reader::Reader;
use crate::wire::writer::Writer;

/// How many bytes there are.
const LENGTH: usize = 16;

/// Before which of them a hyphen stands.
const HYPHENS: [usize; 4] = [4, 6, 8, 10];

pub(super) fn read(reader: &mut Reader<'_>) -> Result<String> {
    if reader.length()? != LENGTH {
        return Err(Reason::Value.into());
    }
    let bytes: [u8; LENGTH] = reader.array()?;
    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.into_iter().enumerate() {
        if HYPHENS.contains(&index) {
            text.push('-');
        }
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

/// Writes a UUID in its one spelling, in digits of either case; nothing for any other text.
pub(super) fn write(text: &str, writer: &mut Writer) -> Option<()> {
    let mut digits = text.bytes();
    let mut bytes = [0; LENGTH];
    for (index, byte) in bytes.iter_mut().enumerate() {
        if HYPHENS.contains(&index) && digits.next()? != b'-' {
            return None;
        }
        *byte = digit(digits.next()?)? << 4 | digit(digits.next()?)?;
    }
    if digits.next().is_some() {
        return None;
    }
    writer.prefixed(&bytes);
    Some(())
}

fn digit(character: u8) -> Option<u8> {
    Some(match character {
        b'0'..=b'9' => character - b'0',
        b'a'..=b'f' => character - b'a' + 10,
        b'A'..=b'F' => character - b'A' + 10,
        _ => return None,
    })
}
