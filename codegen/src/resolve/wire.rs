//! From resolved types to those on the wire.

use super::known::{Known, Layout, RESULT};
use super::modeller::{Modeller, Obstruction};
use super::shape::{Length, Refusal, Resolved, Shape};
use crate::model::{RustType, Scalar, Timestamp, Type};

/// A type on the wire and in Rust.
#[derive(Clone, Debug)]
pub(crate) struct Wire {
    pub(crate) ty: Type,
    pub(crate) rust: RustType,
    /// Whether what reads it asks what comes next.
    pub(crate) asks: bool,
    /// Why it can only travel as JSON, where its type does not say so.
    pub(crate) json: Option<&'static str>,
}

impl Wire {
    pub(crate) fn new(ty: Type, rust: RustType) -> Self {
        Wire {
            ty,
            rust,
            asks: false,
            json: None,
        }
    }
}

/// Boxed: most types can cross the wire.
pub(crate) type Result<T> = std::result::Result<T, Box<Obstruction>>;

const SAY_WHAT_TRAVELS: &str = "say what it travels as with `Builder::foreign`; if its crate is a \
                                path dependency, name that with `Builder::types_from`";

/// serde implements its traits for no longer ones.
const LONGEST_ARRAY: u64 = 32;

impl Modeller<'_> {
    /// What `resolved` is on the wire; definitions it leads to are gathered.
    pub(crate) fn wire(&mut self, resolved: &Resolved) -> Result<Wire> {
        if let Some(wire) = self.mapped(resolved)? {
            return Ok(wire);
        }
        match &resolved.shape {
            Shape::Known(known, path, arguments) => self.known(resolved, *known, path, arguments),
            Shape::Item(index, arguments) => self.named(*index, arguments),
            Shape::Parameter(index) => Ok(Wire::new(
                Type::Parameter(*index),
                RustType::Parameter(*index),
            )),
            Shape::Reference { inner, .. } => {
                let inner = self.wire(inner)?;
                Ok(Wire::new(
                    inner.ty,
                    RustType::Reference(Box::new(inner.rust)),
                ))
            }
            Shape::Slice(inner) => {
                let inner = self.wire(inner)?;
                Ok(Wire::new(
                    list(inner.ty),
                    RustType::Slice(Box::new(inner.rust)),
                ))
            }
            Shape::Array(_, Length::Number(length)) if *length > LONGEST_ARRAY => {
                Err(Box::new(self.unsupported(resolved, long_array(*length))))
            }
            Shape::Array(inner, length) => self.array(inner, *length),
            Shape::Length(length) => Ok(constant(*length)),
            Shape::Tuple(parts) => self.tuple(parts),
            other => Err(Box::new(self.refused(resolved, other))),
        }
    }

    /// An array, however long.
    pub(crate) fn array(&mut self, element: &Resolved, length: Length) -> Result<Wire> {
        let element = self.wire(element)?;
        Ok(array(element, length))
    }

    fn tuple(&mut self, parts: &[Resolved]) -> Result<Wire> {
        let (types, rust): (Vec<Type>, Vec<RustType>) = self.wires(parts)?;
        let ty = if types.is_empty() {
            Type::Unit
        } else {
            Type::Tuple(types)
        };
        let rust = RustType::Tuple(rust);
        Ok(Wire::new(ty, rust))
    }

    fn named(&mut self, index: usize, arguments: &[Resolved]) -> Result<Wire> {
        let (types, rust) = self.wires(arguments)?;
        let id = self.define(index);
        Ok(Wire::new(
            Type::Named(id, types),
            RustType::Definition(id, rust),
        ))
    }

    fn wires(&mut self, parts: &[Resolved]) -> Result<(Vec<Type>, Vec<RustType>)> {
        let mut found = (Vec::new(), Vec::new());
        let mut refused: Option<Box<Obstruction>> = None;
        for part in parts {
            match (self.wire(part), &mut refused) {
                (Ok(wire), _) => {
                    found.0.push(wire.ty);
                    found.1.push(wire.rust);
                }
                (Err(first), None) => refused = Some(first),
                (Err(other), Some(first)) => first.further.push(*other),
            }
        }
        refused.map_or(Ok(found), Err)
    }

    fn known(
        &mut self,
        resolved: &Resolved,
        known: Known,
        path: &str,
        arguments: &[Resolved],
    ) -> Result<Wire> {
        let expected = match known {
            Known::Option | Known::List | Known::Set | Known::Pointer | Known::Cow => 1,
            Known::DateTime | Known::SmallVec => 1,
            Known::Map | Known::Result => 2,
            Known::Scalar(_) | Known::String | Known::Str => 0,
            Known::Like(expected, _) => expected,
            _ => return Err(Box::new(self.refused(resolved, &resolved.shape))),
        };
        let Some((needed, further)) = arguments.split_at_checked(expected) else {
            return Err(Box::new(self.unsupported(resolved, few(path, expected))));
        };
        let (ty, mut rust) = match known {
            Known::DateTime => self.date_time(resolved, needed)?,
            Known::SmallVec => self.inline_list(resolved, needed)?,
            known => {
                let (types, rust) = self.wires(needed)?;
                (self.made_of(known, &types), rust)
            }
        };
        // Hashers, allocators and capacities: rustc knows them.
        rust.extend(further.iter().map(|_| RustType::unnamed()));
        let rust = RustType::Path(["::", path].concat(), rust);
        Ok(Wire::new(ty, rust))
    }

    /// What a well-known type is, given its arguments.
    pub(crate) fn made_of(&mut self, known: Known, arguments: &[Type]) -> Type {
        let first = || arguments.first().cloned().unwrap_or(Type::Unit);
        match known {
            Known::Scalar(scalar) => Type::Scalar(scalar),
            Known::String | Known::Str => Type::String,
            Known::Option => Type::Option(Box::new(first())),
            Known::List => list(first()),
            Known::Set => Type::Set(Box::new(first())),
            Known::Map => self.laid_out(&Layout::MAP, arguments),
            Known::Result => self.laid_out(&Layout::Composite(&RESULT), arguments),
            Known::Like(_, layout) => self.laid_out(&layout, arguments),
            _ => first(),
        }
    }

    /// `DateTime<Tz>`: a moment, or a string that keeps the offset.
    fn date_time(
        &self,
        resolved: &Resolved,
        arguments: &[Resolved],
    ) -> Result<(Type, Vec<RustType>)> {
        let zone = arguments.first().map(|argument| &argument.shape);
        let Some(Shape::Known(Known::Zone(presentation), path, _)) = zone else {
            let help = "write `DateTime<Utc>`, `DateTime<Local>` or `DateTime<FixedOffset>`";
            let refusal = Refusal::new("a `DateTime` in a time zone that chrono cannot read", help);
            return Err(Box::new(self.unsupported(resolved, refusal)));
        };
        let zone = RustType::Path(format!("::{path}"), Vec::new());
        let ty = Type::Timestamp(Timestamp::Rfc3339, *presentation);
        Ok((ty, vec![zone]))
    }

    /// `SmallVec<[T; N]>`
    fn inline_list(
        &mut self,
        resolved: &Resolved,
        arguments: &[Resolved],
    ) -> Result<(Type, Vec<RustType>)> {
        let storage = arguments.first().map(|argument| &argument.shape);
        let Some(Shape::Array(element, length)) = storage else {
            let help = "write `SmallVec<[T; N]>`";
            let refusal = Refusal::new("a `SmallVec` of something else than an array", help);
            return Err(Box::new(self.unsupported(resolved, refusal)));
        };
        let storage = self.array(element, *length)?.rust;
        let element = self.wire(element)?;
        Ok((list(element.ty), vec![storage]))
    }

    fn refused(&self, resolved: &Resolved, shape: &Shape) -> Obstruction {
        if let Shape::Other(refusal) = shape {
            return self.unsupported(resolved, refusal.clone());
        }
        let text = self.text(resolved.at);
        let (what, help) = match shape {
            Shape::Known(Known::Refused(help), path, _) => (format!("`{path}`"), *help),
            Shape::Known(Known::Zone(_), path, _) => {
                (format!("the time zone `{path}`"), "send a `DateTime` in it")
            }
            Shape::Known(Known::Reply | Known::ReplyOf(_), path, _) => {
                let name = path.rsplit("::").next().unwrap_or_default();
                let help =
                    "a reply can only be what the function returns, or the success of its `Result`";
                (format!("a `{name}`"), help)
            }
            Shape::Known(Known::Patch, ..) => {
                let help = "make it a field of a struct that is an input, with `#[serde(default)]`";
                ("a `Patch`".to_owned(), help)
            }
            Shape::Known(Known::Extractor, path, _) => (
                format!("the extractor `{path}`"),
                "mark the parameter with `#[extract]`",
            ),
            Shape::Impl { .. } => ("an `impl Trait`".to_owned(), "name the type"),
            Shape::Dyn { .. } => {
                let help = "use an enum of the types it can be";
                ("a trait object".to_owned(), help)
            }
            Shape::Foreign(path, _) if path.starts_with("std::") => {
                (format!("`{path}`"), "use a type of your own")
            }
            Shape::Foreign(path, _) => (
                format!("`{path}`, of a crate that is not scanned"),
                SAY_WHAT_TRAVELS,
            ),
            _ => (
                format!("`{text}`"),
                "use a struct, an enum or a type of the standard library",
            ),
        };
        self.unsupported(resolved, Refusal::new(what, help))
    }

    /// "`X` cannot cross the wire".
    pub(crate) fn unsupported(&self, resolved: &Resolved, refusal: Refusal) -> Obstruction {
        let title = format!("`{}` cannot cross the wire", self.text(resolved.at));
        let label = format!("this is {}", refusal.what);
        Obstruction::new(refusal.rule, resolved.at, title, label, refusal.help)
    }
}

/// A list of bytes is a byte string, wherever it comes from.
pub(crate) fn list(element: Type) -> Type {
    match element {
        Type::Scalar(Scalar::U8) => Type::Bytes,
        element => Type::List(Box::new(element)),
    }
}

/// An array of bytes is a byte string of known length.
pub(crate) fn array(element: Wire, length: Length) -> Wire {
    let Wire { ty, rust, .. } = element;
    let (ty, rust) = match (ty, length) {
        (Type::Scalar(Scalar::U8), Length::Number(length)) => (
            Type::ByteArray(length),
            RustType::Array(Box::new(rust), length),
        ),
        (ty, Length::Number(length)) => (
            Type::Array(Box::new(ty), length),
            RustType::Array(Box::new(rust), length),
        ),
        (ty, Length::Parameter(index)) => (
            Type::ParameterArray(Box::new(ty), index),
            RustType::ParameterArray(Box::new(rust), index),
        ),
        // rustc refuses it.
        (_, Length::Other) => (Type::Unit, RustType::unnamed()),
    };
    Wire {
        ty,
        rust,
        ..element
    }
}

fn constant(length: Length) -> Wire {
    match length {
        Length::Number(length) => Wire::new(Type::Length(length), RustType::Length(length)),
        Length::Parameter(index) => Wire::new(Type::Parameter(index), RustType::Parameter(index)),
        Length::Other => Wire::new(Type::Unit, RustType::unnamed()),
    }
}

fn long_array(length: u64) -> Refusal {
    let what = format!("an array of {length}, and serde knows arrays of up to {LONGEST_ARRAY}");
    Refusal::new(what, "use a `Vec`, or several arrays")
}

fn few(path: &str, expected: usize) -> Refusal {
    let what = format!("`{path}` with fewer than {expected} type arguments");
    Refusal::new(what, "write out its type arguments")
}
