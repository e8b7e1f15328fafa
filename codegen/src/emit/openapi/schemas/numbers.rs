//! The scalars.

use super::typed;
use crate::json::Json;
use crate::model::Scalar;

/// The schema of a scalar.
pub(super) fn scalar(scalar: Scalar) -> Json {
    match scalar {
        Scalar::Bool => typed("boolean"),
        Scalar::U8 => bounded("int32", 0, i128::from(u8::MAX)),
        Scalar::U16 => bounded("int32", 0, i128::from(u16::MAX)),
        // The signed format that holds it: hardly any generator has `uint32`.
        Scalar::U32 => bounded("int64", 0, i128::from(u32::MAX)),
        Scalar::U64 | Scalar::Usize => bounded("uint64", 0, i128::from(u64::MAX)),
        Scalar::U128 => integer(None).with("minimum", Json::number(0)),
        Scalar::I8 => bounded("int32", i128::from(i8::MIN), i128::from(i8::MAX)),
        Scalar::I16 => bounded("int32", i128::from(i16::MIN), i128::from(i16::MAX)),
        Scalar::I32 => bounded("int32", i128::from(i32::MIN), i128::from(i32::MAX)),
        Scalar::I64 | Scalar::Isize => bounded("int64", i128::from(i64::MIN), i128::from(i64::MAX)),
        Scalar::I128 => integer(None),
        Scalar::F32 => typed("number").with("format", Json::text("float")),
        Scalar::F64 => typed("number").with("format", Json::text("double")),
        Scalar::Char => typed("string")
            .with("minLength", Json::number(1))
            .with("maxLength", Json::number(1)),
    }
}

/// The schema of a scalar that names a member of an object.
pub(super) fn as_name(of: Scalar) -> Option<Json> {
    let pattern = match of {
        Scalar::Bool | Scalar::F32 | Scalar::F64 => return None,
        Scalar::Char => return Some(scalar(of)),
        Scalar::U8 | Scalar::U16 | Scalar::U32 | Scalar::U64 | Scalar::U128 | Scalar::Usize => {
            "^(0|[1-9][0-9]*)$"
        }
        Scalar::I8 | Scalar::I16 | Scalar::I32 | Scalar::I64 | Scalar::I128 | Scalar::Isize => {
            "^(0|-?[1-9][0-9]*)$"
        }
    };
    Some(typed("string").with("pattern", Json::text(pattern)))
}

fn integer(format: Option<&str>) -> Json {
    typed("integer").with_some("format", format.map(Json::text))
}

fn bounded(format: &str, minimum: i128, maximum: i128) -> Json {
    integer(Some(format))
        .with("minimum", Json::number(minimum))
        .with("maximum", Json::number(maximum))
}
