//! From resolved types to those on the wire.

use super::known::Known;
use super::modeller::{Modeller, Obstruction};
use super::shape::{Refusal, Resolved, Shape};
use crate::model::{RustType, Scalar, Type};

/// A type on the wire and in Rust.
#[derive(Clone, Debug)]
pub(crate) struct Wire {
    pub(crate) ty: Type,
    pub(crate) rust: RustType,
}

/// Boxed: most types can cross the wire.
pub(crate) type Result<T> = std::result::Result<T, Box<Obstruction>>;

const NOT_YET_FOREIGN: &str = "use a type of your own; if its crate is a path dependency, name it \
                               with `Builder::types_from`";

/// serde implements its traits for no longer ones.
const LONGEST_ARRAY: u64 = 32;

impl Modeller<'_> {
    /// What `resolved` is on the wire; definitions it leads to are gathered.
    pub(crate) fn wire(&mut self, resolved: &Resolved) -> Result<Wire> {
        match &resolved.shape {
            Shape::Known(known, path, arguments) => self.known(resolved, *known, path, arguments),
            Shape::Item(index, arguments) => self.named(*index, arguments),
            Shape::Parameter(index) => Ok(Wire {
                ty: Type::Parameter(*index),
                rust: RustType::Parameter(*index),
            }),
            Shape::Reference { inner, .. } => {
                let inner = self.wire(inner)?;
                Ok(Wire {
                    ty: inner.ty,
                    rust: RustType::Reference(Box::new(inner.rust)),
                })
            }
            Shape::Slice(inner) => {
                let inner = self.wire(inner)?;
                Ok(Wire {
                    ty: list(inner.ty),
                    rust: RustType::Slice(Box::new(inner.rust)),
                })
            }
            Shape::Array(_, length) if *length > LONGEST_ARRAY => {
                Err(Box::new(self.unsupported(resolved, long_array(*length))))
            }
            Shape::Array(inner, length) => {
                let inner = self.wire(inner)?;
                Ok(Wire {
                    ty: array(inner.ty, *length),
                    rust: RustType::Array(Box::new(inner.rust), *length),
                })
            }
            Shape::Tuple(parts) => self.tuple(parts),
            other => Err(Box::new(self.refused(resolved, other))),
        }
    }

    fn tuple(&mut self, parts: &[Resolved]) -> Result<Wire> {
        let (types, rust): (Vec<Type>, Vec<RustType>) = self.wires(parts)?;
        let ty = if types.is_empty() {
            Type::Unit
        } else {
            Type::Tuple(types)
        };
        let rust = RustType::Tuple(rust);
        Ok(Wire { ty, rust })
    }

    fn named(&mut self, index: usize, arguments: &[Resolved]) -> Result<Wire> {
        let (types, rust) = self.wires(arguments)?;
        let id = self.define(index);
        Ok(Wire {
            ty: Type::Named(id, types),
            rust: RustType::Definition(id, rust),
        })
    }

    fn wires(&mut self, parts: &[Resolved]) -> Result<(Vec<Type>, Vec<RustType>)> {
        let wires = parts.iter().map(|part| self.wire(part));
        let wires: Vec<Wire> = wires.collect::<Result<_>>()?;
        Ok(wires.into_iter().map(|wire| (wire.ty, wire.rust)).unzip())
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
            Known::Map => 2,
            Known::Scalar(_) | Known::String | Known::Str => 0,
            _ => return Err(Box::new(self.refused(resolved, &resolved.shape))),
        };
        if arguments.len() != expected {
            return Err(Box::new(
                self.unsupported(resolved, parameters(path, expected)),
            ));
        }
        let (mut types, rust) = self.wires(arguments)?;
        let rust = RustType::Path(format!("::{path}"), rust);
        let last = types.pop().unwrap_or(Type::Unit);
        let ty = match known {
            Known::Scalar(scalar) => Type::Scalar(scalar),
            Known::String | Known::Str => Type::String,
            Known::Option => Type::Option(Box::new(last)),
            Known::List => list(last),
            Known::Set => Type::Set(Box::new(last)),
            Known::Map => Type::Map(Box::new(types.pop().unwrap_or(Type::Unit)), Box::new(last)),
            _ => last,
        };
        Ok(Wire { ty, rust })
    }

    fn refused(&self, resolved: &Resolved, shape: &Shape) -> Obstruction {
        if let Shape::Other(refusal) = shape {
            return self.unsupported(resolved, refusal.clone());
        }
        let text = self.text(resolved.at);
        let (what, help) = match shape {
            Shape::Known(Known::Refused(help), path, _) => (format!("`{path}`"), *help),
            Shape::Known(Known::Result, ..) => {
                let help =
                    "a `Result` can only be what the function returns; inside data, use an enum";
                ("a `Result`".to_owned(), help)
            }
            Shape::Known(Known::Reply, ..) => {
                let help = "a `Reply` can only be what the function returns, or the success of its `Result`";
                ("a `Reply`".to_owned(), help)
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
            Shape::Foreign(path) if path.starts_with("std::") => {
                (format!("`{path}`"), "use a type of your own")
            }
            Shape::Foreign(path) => (
                format!("`{path}`, of a crate that is not scanned"),
                NOT_YET_FOREIGN,
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
fn list(element: Type) -> Type {
    match element {
        Type::Scalar(Scalar::U8) => Type::Bytes,
        element => Type::List(Box::new(element)),
    }
}

/// An array of bytes is a byte string of known length.
fn array(element: Type, length: u64) -> Type {
    match element {
        Type::Scalar(Scalar::U8) => Type::ByteArray(length),
        element => Type::Array(Box::new(element), length),
    }
}

fn long_array(length: u64) -> Refusal {
    let what = format!("an array of {length}, and serde knows arrays of up to {LONGEST_ARRAY}");
    Refusal::new(what, "use a `Vec`, or several arrays")
}

fn parameters(path: &str, expected: usize) -> Refusal {
    let what = format!("`{path}` with other than {expected} type arguments");
    let help = "leave out hashers and allocators: the standard ones are meant";
    Refusal::new(what, help)
}
