//! The text of a shape.

use super::instances::{content, without_newtypes};
use super::{Shapes, literals};
use crate::emit::rust::format::literal;
use crate::model::{
    Body, Definition, Direction, Enum, Field, Fields, InputField, Presence, Scalar, Special,
    Tagging, Timestamp, Type, Variant,
};

/// Writes shapes for one place.
#[derive(Clone, Copy)]
pub(super) struct Layout<'a, 'api> {
    shapes: &'a Shapes<'api>,
    /// What precedes the runtime's names there.
    runtime: &'static str,
    /// What precedes the names of statics.
    statics: &'static str,
}

impl<'a, 'api> Layout<'a, 'api> {
    /// Within `mod shapes`.
    pub(super) fn inside(shapes: &'a Shapes<'api>) -> Self {
        Self {
            shapes,
            runtime: "",
            statics: "",
        }
    }

    /// Anywhere in the crate.
    pub(super) fn outside(shapes: &'a Shapes<'api>) -> Self {
        Self {
            shapes,
            runtime: "::tramline::codegen::shape::",
            statics: "crate::tramline_actions::shapes::",
        }
    }

    /// What the static of a struct or an enum holds.
    pub(super) fn definition(self, ty: &Type, direction: Direction) -> String {
        let Type::Named(id, arguments) = ty else {
            return self.ty(ty, direction);
        };
        let Definition {
            body,
            deny_unknown_fields,
            ..
        } = self.shapes.api.definition(*id);
        let deny = *deny_unknown_fields && direction == Direction::Input;
        let scope = Scope {
            layout: self,
            arguments,
            direction,
            deny,
        };
        match body {
            Body::Newtype(_) | Body::Proxy(_) => self.newtype(ty, direction),
            Body::Struct(fields) => scope.fields(fields),
            Body::Enum(body) => scope.enumeration(body),
        }
    }

    /// A newtype of something composed; of one that holds nothing but itself there is no value.
    fn newtype(self, ty: &Type, direction: Direction) -> String {
        let mut seen = vec![ty.clone()];
        while let Some(content) = content(self.shapes.api, &seen[seen.len() - 1]) {
            if seen.contains(&content) {
                return NEVER.to_owned();
            }
            seen.push(content);
        }
        self.ty(&seen[seen.len() - 1], direction)
    }

    /// A `Shape`.
    pub(super) fn ty(self, ty: &Type, direction: Direction) -> String {
        format!("{}{}", self.runtime, self.variant_of_shape(ty, direction))
    }

    fn variant_of_shape(self, ty: &Type, direction: Direction) -> String {
        let inner = |ty: &Type| format!("&{}", self.ty(ty, direction));
        let ty = without_newtypes(self.shapes.api, ty.clone());
        match &ty {
            Type::Scalar(scalar) | Type::Number(scalar) => scalar_shape(*scalar).to_owned(),
            Type::String => "Shape::String".to_owned(),
            Type::Bytes => "Shape::Bytes".to_owned(),
            Type::ByteArray(length) => format!("Shape::FixedBytes({length})"),
            // The resolver hands over closed types.
            Type::Unit | Type::Parameter(_) | Type::ParameterArray(..) | Type::Length(_) => {
                "Shape::Unit".to_owned()
            }
            Type::Option(part) => format!("Shape::Option({})", inner(part)),
            Type::List(part) => format!("Shape::List({})", inner(part)),
            Type::TypedArray(scalar) => format!("Shape::List({})", inner(&Type::Scalar(*scalar))),
            Type::Set(part) => format!("Shape::Set({})", inner(part)),
            Type::Map(key, value) => format!("Shape::Map({}, {})", inner(key), inner(value)),
            Type::Array(part, length) => format!("Shape::Array({}, {length})", inner(part)),
            Type::Tuple(parts) => self.tuple(parts.iter().map(|part| self.ty(part, direction))),
            Type::Named(..) => {
                let statics = &self.shapes.statics;
                // Every type that is written down has been collected before.
                let name = statics.get(&(ty.clone(), direction));
                let name = name.map_or("", String::as_str);
                format!("Shape::Named(&{}{name})", self.statics)
            }
            Type::Special(special) => self.special(*special),
            Type::Timestamp(timestamp, _) => self.timestamp(*timestamp),
        }
    }

    fn tuple(self, parts: impl Iterator<Item = String>) -> String {
        let parts: Vec<String> = parts.collect();
        format!("Shape::Tuple(&[{}])", parts.join(", "))
    }

    fn scalars(self, scalars: &[Scalar]) -> String {
        let shape = |scalar: &Scalar| format!("{}{}", self.runtime, scalar_shape(*scalar));
        self.tuple(scalars.iter().map(shape))
    }

    fn special(self, special: Special) -> String {
        let runtime = self.runtime;
        let text = |name: &str| format!("Shape::Text({runtime}Text::{name})");
        match special {
            Special::Uuid => text("Uuid"),
            Special::Ipv4Addr => text("Ipv4Addr"),
            Special::Ipv6Addr => text("Ipv6Addr"),
            Special::IpAddr => text("IpAddr"),
            Special::SocketAddrV4 => text("SocketAddrV4"),
            Special::SocketAddrV6 => text("SocketAddrV6"),
            Special::SocketAddr => text("SocketAddr"),
            Special::TimeDate => self.scalars(DATE),
            Special::TimeTime => self.scalars(TIME),
            Special::TimePrimitiveDateTime => self.scalars(&[DATE, TIME].concat()),
            Special::TimeUtcOffset => self.scalars(OFFSET),
            Special::Decimal => "Shape::String".to_owned(),
            // It is on no wire that has shapes.
            Special::Json => "Shape::Unit".to_owned(),
        }
    }

    fn timestamp(self, timestamp: Timestamp) -> String {
        match timestamp {
            Timestamp::Rfc3339 => "Shape::String".to_owned(),
            Timestamp::TimeOffsetDateTime => self.scalars(&[DATE, TIME, OFFSET].concat()),
            Timestamp::SystemTime => {
                let field = |name: &str, scalar: Scalar| {
                    let runtime = self.runtime;
                    let shape = scalar_shape(scalar);
                    format!("{runtime}Field::new({name:?}, {runtime}{shape})")
                };
                let seconds = field("secs_since_epoch", Scalar::U64);
                let nanoseconds = field("nanos_since_epoch", Scalar::U32);
                self.structure(&[seconds, nanoseconds], false)
            }
            Timestamp::Seconds
            | Timestamp::Milliseconds
            | Timestamp::Microseconds
            | Timestamp::Nanoseconds => "Shape::I64".to_owned(),
        }
    }

    fn structure(self, fields: &[String], deny: bool) -> String {
        format!(
            "Shape::Struct(&{}Struct {{ fields: &[{}], deny_unknown_fields: {deny} }})",
            self.runtime,
            fields.join(", "),
        )
    }

    /// The input that several parameters make.
    pub(super) fn parameters(self, parameters: &[InputField]) -> String {
        let field = |parameter: &InputField| {
            let name = literal(&parameter.name);
            let shape = self.ty(&parameter.ty, Direction::Input);
            let flag = if parameter.optional { ".flagged()" } else { "" };
            format!("Field::new({name}, {shape}){flag}")
        };
        let fields: Vec<String> = parameters.iter().map(field).collect();
        self.structure(&fields, false)
    }

    /// What a variant of an error carries, if anything.
    pub(super) fn payload(self, fields: &Fields) -> Option<String> {
        let scope = Scope {
            layout: self,
            arguments: &[],
            direction: Direction::Output,
            deny: false,
        };
        scope.payload(fields)
    }
}

/// What no value has.
const NEVER: &str = "Shape::Enum(&Enum { tagging: Tagging::External, variants: &[] })";

/// Inside of one definition.
struct Scope<'a, 'api> {
    layout: Layout<'a, 'api>,
    arguments: &'a [Type],
    direction: Direction,
    /// Whether JSON with other members is refused.
    deny: bool,
}

impl Scope<'_, '_> {
    fn ty(&self, field: &Field) -> String {
        let ty = field.ty.substitute(self.arguments);
        self.layout.ty(&ty, self.direction)
    }

    fn fields(&self, fields: &Fields) -> String {
        let travelling = fields.travelling(self.direction);
        match fields {
            Fields::Unit => "Shape::Unit".to_owned(),
            Fields::Tuple(_) => self.layout.tuple(travelling.map(|field| self.ty(field))),
            Fields::Named(_) => {
                let fields: Vec<String> = travelling.map(|field| self.field(field)).collect();
                self.layout.structure(&fields, self.deny)
            }
        }
    }

    fn field(&self, field: &Field) -> String {
        let name = literal(field.name(self.direction));
        let shape = self.ty(field);
        let mut text = format!("Field::new({name}, {shape})");
        if self.direction == Direction::Input {
            text += &aliases(&field.aliases);
            text += match field.presence {
                Presence::Required => "",
                Presence::Zero => ".zero()",
                Presence::Flagged => ".flagged()",
            };
        }
        text
    }

    fn enumeration(&self, body: &Enum) -> String {
        let variants = body.travelling(self.direction);
        let variants: Vec<String> = variants.map(|variant| self.variant(variant)).collect();
        format!(
            "Shape::Enum(&Enum {{ tagging: {}, variants: &[{}] }})",
            tagging(&body.tagging),
            variants.join(", "),
        )
    }

    fn variant(&self, variant: &Variant) -> String {
        let name = literal(variant.name(self.direction));
        let index = variant.index;
        let mut text = match self.payload(&variant.fields) {
            Some(payload) => format!("Variant::new({index}, {name}, {payload})"),
            None => format!("Variant::unit({index}, {name})"),
        };
        if self.direction == Direction::Input {
            text += &aliases(&variant.aliases);
            text += if variant.other { ".other()" } else { "" };
        }
        text
    }

    /// What a variant holds; nothing for a unit.
    fn payload(&self, fields: &Fields) -> Option<String> {
        match fields {
            Fields::Unit => None,
            fields if fields.is_newtype() => {
                let field = fields.travelling(self.direction).next()?;
                Some(self.ty(field))
            }
            fields => Some(self.fields(fields)),
        }
    }
}

fn aliases(aliases: &[String]) -> String {
    if aliases.is_empty() {
        return String::new();
    }
    format!(".aliases(&[{}])", literals(aliases))
}

fn tagging(tagging: &Tagging) -> String {
    match tagging {
        // Of untagged enums nothing is written here.
        Tagging::External | Tagging::Untagged => "Tagging::External".to_owned(),
        Tagging::Internal { tag } => format!("Tagging::Internal {{ tag: {} }}", literal(tag)),
        Tagging::Adjacent { tag, content } => {
            let (tag, content) = (literal(tag), literal(content));
            format!("Tagging::Adjacent {{ tag: {tag}, content: {content} }}")
        }
    }
}

fn scalar_shape(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Bool => "Shape::Bool",
        Scalar::U8 => "Shape::U8",
        Scalar::U16 => "Shape::U16",
        Scalar::U32 => "Shape::U32",
        Scalar::U64 | Scalar::Usize => "Shape::U64",
        Scalar::U128 => "Shape::U128",
        Scalar::I8 => "Shape::I8",
        Scalar::I16 => "Shape::I16",
        Scalar::I32 => "Shape::I32",
        Scalar::I64 | Scalar::Isize => "Shape::I64",
        Scalar::I128 => "Shape::I128",
        Scalar::F32 => "Shape::F32",
        Scalar::F64 => "Shape::F64",
        Scalar::Char => "Shape::Char",
    }
}

/// The `time` crate: year and day of the year.
const DATE: &[Scalar] = &[Scalar::I32, Scalar::U16];

/// Hour, minute, second, nanosecond.
const TIME: &[Scalar] = &[Scalar::U8, Scalar::U8, Scalar::U8, Scalar::U32];

/// Hours, minutes, seconds.
const OFFSET: &[Scalar] = &[Scalar::I8, Scalar::I8, Scalar::I8];
