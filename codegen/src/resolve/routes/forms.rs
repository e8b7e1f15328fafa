//! Which types can stand in a URL, and as what.

use super::offers::through;
use crate::model::{
    Body, Definition, Direction, Fields, Form, Scalar, Special, Tagging, Timestamp, Type,
};

/// How a type stands in a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stands {
    pub(super) form: Form,
    pub(super) repeated: bool,
}

/// Why it cannot: what it is, and the way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cannot {
    pub(super) what: &'static str,
    pub(super) help: &'static str,
}

/// A single value, or an `Option` or a list of such.
pub(super) fn in_query(ty: &Type, definitions: &[Definition]) -> Result<Stands, Cannot> {
    match through(ty, definitions) {
        Type::Option(inner) => match through(&inner, definitions) {
            Type::List(_) | Type::Set(_) | Type::TypedArray(_) => Err(Cannot {
                what: "this is an optional list",
                help: "take the list itself: where nothing is given it is empty",
            }),
            _ => in_path(&inner, definitions).map(Stands::once),
        },
        Type::List(inner) | Type::Set(inner) => in_path(&inner, definitions).map(Stands::repeated),
        Type::TypedArray(scalar) => Ok(Stands::repeated(of_scalar(scalar))),
        other => in_path(&other, definitions).map(Stands::once),
    }
}

/// A single value.
pub(super) fn in_path(ty: &Type, definitions: &[Definition]) -> Result<Form, Cannot> {
    let cannot = |what, help| Err(Cannot { what, help });
    match through(ty, definitions) {
        Type::Scalar(scalar) | Type::Number(scalar) => Ok(of_scalar(scalar)),
        Type::String => Ok(Form::Text),
        Type::Timestamp(timestamp, _) => match timestamp {
            Timestamp::Rfc3339 => Ok(Form::Text),
            Timestamp::Seconds
            | Timestamp::Milliseconds
            | Timestamp::Microseconds
            | Timestamp::Nanoseconds => Ok(Form::Integer),
            Timestamp::TimeOffsetDateTime | Timestamp::SystemTime => {
                cannot("this travels as several numbers", RFC_3339)
            }
        },
        Type::Special(special) => of_special(special),
        Type::Named(id, _) => match &definitions[id.0].body {
            Body::Enum(the) => {
                let mut variants = the.travelling(Direction::Input);
                let is_plain = the.tagging == Tagging::External
                    && variants.all(|one| matches!(one.fields, Fields::Unit) && !one.untagged);
                match is_plain {
                    true => Ok(Form::Text),
                    false => cannot("this is an enum with more than names", BODY),
                }
            }
            _ => cannot("this is a struct", FIELDS),
        },
        Type::Option(_) => cannot("this may be nothing", "take a value that is always there"),
        Type::List(_) | Type::Set(_) | Type::TypedArray(_) => {
            cannot("this is a list", "take one value; a query may have several")
        }
        Type::Array(..) | Type::ParameterArray(..) | Type::Tuple(_) => cannot(
            "this is several values",
            "take each of them by a name of its own",
        ),
        Type::Map(..) => cannot("this is a map", BODY),
        Type::Bytes | Type::ByteArray(_) => {
            cannot("these are bytes", "take a `String` that encodes them")
        }
        Type::Unit | Type::Length(_) | Type::Parameter(_) => {
            cannot("this has no value", "leave it out")
        }
    }
}

const BODY: &str = "let it stand in the body of a POST, PUT or PATCH route, or take values of their \
                    own instead";
const FIELDS: &str = "take its fields as parameters of their own; the query of a GET or DELETE \
                      route may hold the fields of one struct";
const RFC_3339: &str = "let it travel as a string, such as by `#[serde(with = \"time::serde::rfc3339\")]` \
                        in a struct";

fn of_scalar(scalar: Scalar) -> Form {
    match scalar {
        Scalar::Bool => Form::Boolean,
        Scalar::F32 | Scalar::F64 => Form::Number,
        Scalar::Char => Form::Text,
        Scalar::U8
        | Scalar::U16
        | Scalar::U32
        | Scalar::U64
        | Scalar::U128
        | Scalar::Usize
        | Scalar::I8
        | Scalar::I16
        | Scalar::I32
        | Scalar::I64
        | Scalar::I128
        | Scalar::Isize => Form::Integer,
    }
}

fn of_special(special: Special) -> Result<Form, Cannot> {
    match special {
        Special::Uuid
        | Special::Ipv4Addr
        | Special::Ipv6Addr
        | Special::IpAddr
        | Special::SocketAddrV4
        | Special::SocketAddrV6
        | Special::SocketAddr
        | Special::Decimal => Ok(Form::Text),
        Special::TimeDate
        | Special::TimeTime
        | Special::TimePrimitiveDateTime
        | Special::TimeUtcOffset => Err(Cannot {
            what: "this travels as several numbers",
            help: "take a `String`, or a type that travels as one",
        }),
        Special::Json => Err(Cannot {
            what: "this may be anything",
            help: BODY,
        }),
    }
}

impl Stands {
    fn once(form: Form) -> Self {
        Stands {
            form,
            repeated: false,
        }
    }

    fn repeated(form: Form) -> Self {
        Stands {
            form,
            repeated: true,
        }
    }
}
