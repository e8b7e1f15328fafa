//! What can be the key of a map in plain JSON, where keys are strings.

use super::content::bare;
use crate::model::{Api, Body, Direction, Fields, Scalar, Special, Tagging, Timestamp, Type};

/// How serde_json writes a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// As the string that it is.
    Text,
    /// As a string that must be read for what it is: a number or a boolean.
    Spelled,
    /// Not at all.
    Impossible,
}

/// How a type is written as a key.
pub(super) fn key(api: &Api, ty: &Type, direction: Direction) -> Key {
    match bare(api, ty) {
        Type::String
        | Type::Scalar(Scalar::Char)
        | Type::Timestamp(Timestamp::Rfc3339, _)
        | Type::Special(
            Special::Uuid
            | Special::Ipv4Addr
            | Special::Ipv6Addr
            | Special::IpAddr
            | Special::SocketAddrV4
            | Special::SocketAddrV6
            | Special::SocketAddr,
        ) => Key::Text,
        Type::Scalar(Scalar::F32 | Scalar::F64) => Key::Impossible,
        Type::Scalar(_) | Type::Number(_) => Key::Spelled,
        Type::Timestamp(
            Timestamp::Seconds
            | Timestamp::Milliseconds
            | Timestamp::Microseconds
            | Timestamp::Nanoseconds,
            _,
        ) => Key::Spelled,
        Type::Named(id, _) => match &api.definition(id).body {
            Body::Enum(body)
                if body.tagging == Tagging::External
                    && body.travelling(direction).all(|variant| {
                        matches!(variant.fields, Fields::Unit) && !variant.untagged
                    }) =>
            {
                Key::Text
            }
            _ => Key::Impossible,
        },
        _ => Key::Impossible,
    }
}
