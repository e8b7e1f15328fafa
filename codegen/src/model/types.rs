//! Types as they travel, and the Rust types they came from.

use super::DefinitionId;

/// A type on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Type {
    Scalar(Scalar),
    String,
    /// `Vec<u8>`, `&[u8]`, `Box<[u8]>`, ….
    Bytes,
    Unit,
    Option(Box<Type>),
    List(Box<Type>),
    Set(Box<Type>),
    Map(Box<Type>, Box<Type>),
    Array(Box<Type>, u64),
    /// `[u8; N]`, written so: an array of a type parameter stays an array where that is `u8`.
    ByteArray(u64),
    /// Two elements or more, or one.
    Tuple(Vec<Type>),
    /// A struct or an enum, with the arguments for its type parameters.
    Named(DefinitionId, Vec<Type>),
    /// The nth type parameter of the definition this type stands in.
    Parameter(usize),
    /// An array as long as the nth parameter of that definition says. Never in a closed type.
    ParameterArray(Box<Type>, usize),
    /// The argument for a const parameter; not a type of its own.
    Length(u64),
    /// A 64-bit integer that TypeScript has as a `number`, checked for range both ways.
    Number(Scalar),
    /// A list of numbers that TypeScript has as a typed array.
    TypedArray(Scalar),
    /// A type with a form of its own.
    Special(Special),
    /// A moment in time.
    Timestamp(Timestamp, Presentation),
}

/// Types of the standard library and of well-known crates that are no composition of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Special {
    Uuid,
    Ipv4Addr,
    Ipv6Addr,
    IpAddr,
    SocketAddrV4,
    SocketAddrV6,
    SocketAddr,
    /// `time::Date`: year, day of the year.
    TimeDate,
    /// `time::Time`: hour, minute, second, nanosecond.
    TimeTime,
    /// `time::PrimitiveDateTime`: the two above.
    TimePrimitiveDateTime,
    /// `time::UtcOffset`: hours, minutes, seconds.
    TimeUtcOffset,
    /// `rust_decimal::Decimal`: a string that asks what it is when it is read.
    Decimal,
    /// `serde_json::Value`
    Json,
}

/// How a moment travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Timestamp {
    /// A string of RFC 3339.
    Rfc3339,
    /// `time::OffsetDateTime`: year, day of the year, time, offset.
    TimeOffsetDateTime,
    /// `std::time::SystemTime`: seconds and nanoseconds since 1970.
    SystemTime,
    /// An `i64` since 1970.
    Seconds,
    Milliseconds,
    Microseconds,
    Nanoseconds,
}

/// What TypeScript has in place of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Presentation {
    /// A `Date`, to the millisecond.
    Date,
    /// What travels: a string, an integer, a struct.
    Plain,
}

/// The types that have no parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Scalar {
    Bool,
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
    F32,
    F64,
    Char,
}

impl Scalar {
    /// The scalar as it travels, where the pointer-sized integers have 64 bits.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Scalar::Bool => "bool",
            Scalar::U8 => "u8",
            Scalar::U16 => "u16",
            Scalar::U32 => "u32",
            Scalar::U64 | Scalar::Usize => "u64",
            Scalar::U128 => "u128",
            Scalar::I8 => "i8",
            Scalar::I16 => "i16",
            Scalar::I32 => "i32",
            Scalar::I64 | Scalar::Isize => "i64",
            Scalar::I128 => "i128",
            Scalar::F32 => "f32",
            Scalar::F64 => "f64",
            Scalar::Char => "char",
        }
    }
}

/// A Rust type with every path resolved, for code that must name it anywhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum RustType {
    /// A type of the standard library or another well-known crate: `::std::vec::Vec`.
    Path(String, Vec<RustType>),
    Definition(DefinitionId, Vec<RustType>),
    Parameter(usize),
    /// `&T`
    Reference(Box<RustType>),
    Slice(Box<RustType>),
    Array(Box<RustType>, u64),
    /// An array as long as the nth parameter says.
    ParameterArray(Box<RustType>, usize),
    /// The argument for a const parameter.
    Length(u64),
    Tuple(Vec<RustType>),
}

impl Type {
    /// The types that this one is written with: elements, keys and values, arguments.
    pub(crate) fn parts(&self) -> Vec<&Type> {
        match self {
            Type::Option(inner) | Type::List(inner) | Type::Set(inner) => vec![inner],
            Type::Array(inner, _) | Type::ParameterArray(inner, _) => vec![inner],
            Type::Map(key, value) => vec![key, value],
            Type::Tuple(parts) | Type::Named(_, parts) => parts.iter().collect(),
            Type::Scalar(_)
            | Type::String
            | Type::Bytes
            | Type::ByteArray(_)
            | Type::Unit
            | Type::Number(_)
            | Type::TypedArray(_)
            | Type::Special(_)
            | Type::Timestamp(..)
            | Type::Length(_)
            | Type::Parameter(_) => Vec::new(),
        }
    }

    /// The type with `arguments` in place of the parameters.
    pub(crate) fn substitute(&self, arguments: &[Type]) -> Type {
        let boxed = |ty: &Type| Box::new(ty.substitute(arguments));
        let all = |types: &[Type]| types.iter().map(|ty| ty.substitute(arguments)).collect();
        match self {
            Type::Scalar(_)
            | Type::String
            | Type::Bytes
            | Type::ByteArray(_)
            | Type::Unit
            | Type::Number(_)
            | Type::TypedArray(_)
            | Type::Special(_)
            | Type::Length(_)
            | Type::Timestamp(..) => self.clone(),
            Type::Option(inner) => Type::Option(boxed(inner)),
            Type::List(inner) => Type::List(boxed(inner)),
            Type::Set(inner) => Type::Set(boxed(inner)),
            Type::Map(key, value) => Type::Map(boxed(key), boxed(value)),
            Type::Array(inner, length) => Type::Array(boxed(inner), *length),
            Type::ParameterArray(inner, index) => match arguments.get(*index) {
                // As with `ByteArray`: only where it is written so.
                Some(Type::Length(length)) if **inner == Type::Scalar(Scalar::U8) => {
                    Type::ByteArray(*length)
                }
                Some(Type::Length(length)) => Type::Array(boxed(inner), *length),
                Some(Type::Parameter(index)) => Type::ParameterArray(boxed(inner), *index),
                _ => self.clone(),
            },
            Type::Tuple(elements) => Type::Tuple(all(elements)),
            Type::Named(id, own) => Type::Named(*id, all(own)),
            // The resolver has counted the arguments.
            Type::Parameter(index) => arguments.get(*index).unwrap_or(self).clone(),
        }
    }
}

impl RustType {
    /// `_`: what rustc knows and nobody need spell.
    pub(crate) fn unnamed() -> Self {
        RustType::Path("_".to_owned(), Vec::new())
    }

    /// Whether it is `&str`.
    pub(crate) fn is_text(&self) -> bool {
        match self {
            RustType::Reference(inner) => {
                matches!(&**inner, RustType::Path(path, _) if path == "::std::primitive::str")
            }
            _ => false,
        }
    }
}
