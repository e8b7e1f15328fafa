//! Leaves that hold whatever another holds.

use crate::model::Encoding;

/// Whether every value of one leaf, as it is written, is read as the same value of another.
pub(super) fn fits(writer: &str, reader: &str, encoding: Encoding) -> bool {
    if let Some(integer) = Integer::of(writer) {
        return match Integer::of(reader) {
            Some(wider) => integer.fits(wider),
            None => integer.bits < exact_bits(reader),
        };
    }
    match (writer, reader) {
        // Plain JSON has as many digits as tell one `f32` from another: another number as `f64`.
        ("f32", "f64") => encoding == Encoding::Postcard,
        ("char", "string")
        | ("ipv4_addr" | "ipv6_addr", "ip_addr")
        | ("socket_addr_v4" | "socket_addr_v6", "socket_addr") => true,
        _ => false,
    }
}

/// The bits of an integer type.
struct Integer {
    signed: bool,
    bits: u32,
}

impl Integer {
    fn of(word: &str) -> Option<Self> {
        let signed = word.starts_with('i');
        let digits = word.strip_prefix(['u', 'i'])?;
        let bits = digits.parse().ok()?;
        Some(Integer { signed, bits })
    }

    fn fits(&self, wider: Integer) -> bool {
        match (self.signed, wider.signed) {
            (false, true) => self.bits < wider.bits,
            (true, false) => false,
            _ => self.bits <= wider.bits,
        }
    }
}

/// How many bits an integer must stay below for a float to hold it; JSON has larger integers as
/// text, which is no float.
fn exact_bits(float: &str) -> u32 {
    match float {
        "f32" => 24,
        "f64" => 53,
        _ => 0,
    }
}
