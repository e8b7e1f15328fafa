//! The types that the runtime reads and writes by itself.

use super::tree::{Symbol, TypeExpr};
use crate::model::{Encoding, Presentation, Scalar, Special, Timestamp, Type};

/// A type that the runtime knows, and the names of its codecs there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Primitive {
    pub(super) ty: &'static str,
    pub(super) read: &'static str,
    pub(super) write: &'static str,
    lossless: &'static str,
    plain: &'static str,
}

impl Primitive {
    /// The runtime's codec for JSON.
    pub(super) fn json(&self, encoding: Encoding) -> Symbol {
        Symbol::Runtime(match encoding {
            Encoding::Postcard => self.lossless,
            Encoding::Json => self.plain,
        })
    }

    /// The TypeScript type.
    pub(super) fn type_expr(&self) -> TypeExpr {
        match self.ty {
            global if global.starts_with(|first: char| first.is_ascii_uppercase()) => {
                TypeExpr::Name(Symbol::Global(global), Vec::new())
            }
            keyword => TypeExpr::Keyword(keyword),
        }
    }
}

/// `read` and `write` before the first word; `json` and `plain` before what follows.
macro_rules! primitive {
    ($ty:literal, $word:literal) => {
        primitive!($ty, $word, concat!("json", $word), concat!("json", $word))
    };
    ($ty:literal, $word:literal, both) => {
        primitive!($ty, $word, concat!("json", $word), concat!("plain", $word))
    };
    ($ty:literal, $word:literal, text) => {
        primitive!($ty, $word, "jsonString", "jsonString")
    };
    ($ty:literal, $word:literal, $lossless:expr, $plain:expr) => {
        Primitive {
            ty: $ty,
            read: concat!("read", $word),
            write: concat!("write", $word),
            lossless: $lossless,
            plain: $plain,
        }
    };
}

/// What the runtime has for a type; nothing for what generated code is made of.
pub(super) fn primitive(ty: &Type) -> Option<Primitive> {
    Some(match ty {
        Type::Scalar(scalar) => self::scalar(*scalar),
        Type::Number(scalar) => safe(*scalar)?,
        Type::String => primitive!("string", "String"),
        Type::Bytes => primitive!("Uint8Array", "Bytes", both),
        Type::Special(special) => self::special(*special)?,
        Type::Timestamp(timestamp, Presentation::Date) => date(*timestamp),
        Type::Timestamp(timestamp, Presentation::Plain) => moment(*timestamp)?,
        _ => return None,
    })
}

fn scalar(scalar: Scalar) -> Primitive {
    match scalar {
        Scalar::Bool => primitive!("boolean", "Bool"),
        Scalar::U8 => primitive!("number", "U8"),
        Scalar::U16 => primitive!("number", "U16"),
        Scalar::U32 => primitive!("number", "U32"),
        Scalar::U64 | Scalar::Usize => primitive!("bigint", "U64", both),
        Scalar::U128 => primitive!("bigint", "U128", both),
        Scalar::I8 => primitive!("number", "I8"),
        Scalar::I16 => primitive!("number", "I16"),
        Scalar::I32 => primitive!("number", "I32"),
        Scalar::I64 | Scalar::Isize => primitive!("bigint", "I64", both),
        Scalar::I128 => primitive!("bigint", "I128", both),
        Scalar::F32 => primitive!("number", "F32", both),
        Scalar::F64 => primitive!("number", "F64", both),
        Scalar::Char => primitive!("string", "Char"),
    }
}

/// 64 bits as a `number`.
fn safe(scalar: Scalar) -> Option<Primitive> {
    match scalar {
        Scalar::U64 | Scalar::Usize => Some(primitive!("number", "SafeU64", both)),
        Scalar::I64 | Scalar::Isize => Some(primitive!("number", "SafeI64", both)),
        _ => None,
    }
}

fn special(special: Special) -> Option<Primitive> {
    Some(match special {
        Special::Uuid => primitive!("string", "Uuid", text),
        Special::Ipv4Addr => primitive!("string", "Ipv4Addr", text),
        Special::Ipv6Addr => primitive!("string", "Ipv6Addr", text),
        Special::IpAddr => primitive!("string", "IpAddr", text),
        Special::SocketAddrV4 => primitive!("string", "SocketAddrV4", text),
        Special::SocketAddrV6 => primitive!("string", "SocketAddrV6", text),
        Special::SocketAddr => primitive!("string", "SocketAddr", text),
        Special::TimeDate => primitive!("string", "TimeDate", both),
        Special::TimeTime => primitive!("string", "TimeTime", both),
        Special::TimePrimitiveDateTime => primitive!("string", "TimePrimitiveDateTime", both),
        Special::TimeUtcOffset => primitive!("string", "TimeUtcOffset", both),
        Special::Decimal => primitive!("string", "String"),
        Special::Json => return None,
    })
}

fn date(timestamp: Timestamp) -> Primitive {
    match timestamp {
        Timestamp::Rfc3339 => primitive!("Date", "Rfc3339"),
        Timestamp::TimeOffsetDateTime => primitive!("Date", "TimeOffsetDateTime", both),
        Timestamp::SystemTime => primitive!("Date", "SystemTime", both),
        Timestamp::Seconds => primitive!("Date", "UnixSeconds", both),
        Timestamp::Milliseconds => primitive!("Date", "UnixMilliseconds", both),
        Timestamp::Microseconds => primitive!("Date", "UnixMicroseconds", both),
        Timestamp::Nanoseconds => primitive!("Date", "UnixNanoseconds", both),
    }
}

/// A moment as it travels; nothing for what travels as a struct.
fn moment(timestamp: Timestamp) -> Option<Primitive> {
    Some(match timestamp {
        Timestamp::Rfc3339 => primitive!("string", "String"),
        Timestamp::TimeOffsetDateTime => primitive!("string", "TimeOffsetDateTimeString", both),
        Timestamp::SystemTime => return None,
        Timestamp::Seconds
        | Timestamp::Milliseconds
        | Timestamp::Microseconds
        | Timestamp::Nanoseconds => self::scalar(Scalar::I64),
    })
}

/// The class of a list of numbers in one piece of memory, its reader and its writer.
pub(super) fn typed_array(scalar: Scalar) -> Option<[&'static str; 3]> {
    Some(match scalar {
        Scalar::F64 => ["Float64Array", "readF64Array", "writeF64Array"],
        Scalar::F32 => ["Float32Array", "readF32Array", "writeF32Array"],
        Scalar::U16 => ["Uint16Array", "readU16Array", "writeU16Array"],
        Scalar::U32 => ["Uint32Array", "readU32Array", "writeU32Array"],
        Scalar::U64 | Scalar::Usize => ["BigUint64Array", "readU64Array", "writeU64Array"],
        Scalar::I8 => ["Int8Array", "readI8Array", "writeI8Array"],
        Scalar::I16 => ["Int16Array", "readI16Array", "writeI16Array"],
        Scalar::I32 => ["Int32Array", "readI32Array", "writeI32Array"],
        Scalar::I64 | Scalar::Isize => ["BigInt64Array", "readI64Array", "writeI64Array"],
        _ => return None,
    })
}
