//! `#[serde_as(as = "…")]`: adapters that follow the structure of a type.

use syn::{GenericArgument, Path, PathArguments, Type as SynType};

use crate::diagnostics::Rule;
use crate::model::{Presentation, RustType, Scalar, Timestamp, Type};
use crate::resolve::known::{self, Known};
use crate::resolve::modeller::{Modeller, Obstruction};
use crate::resolve::names::Namespace;
use crate::resolve::shape::{Resolved, Shape};
use crate::resolve::types::Scope;
use crate::resolve::wire::{Result, Wire, array, list};

/// What an adapter makes of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Adapter {
    /// What it is anyway.
    Same,
    Text,
    /// Text that may as well be nothing, which asks what it is when it is read.
    PerhapsText,
    Bytes,
    /// `0` or `1`
    Bit,
    /// The type named in its brackets.
    Through,
    /// A span of time, as a number.
    Span(Scalar),
    /// A moment, as a number.
    Moment(Timestamp, Scalar),
}

use Scalar::{F64, I64, U64};
use Timestamp::{Microseconds, Milliseconds, Nanoseconds, Seconds};

/// Names in `serde_with`.
pub(super) const TABLE: &[(&str, Adapter)] = &[
    ("BoolFromInt", Adapter::Bit),
    ("BorrowCow", Adapter::Same),
    ("Bytes", Adapter::Bytes),
    ("DisplayFromStr", Adapter::Text),
    ("DurationMicroSeconds", Adapter::Span(U64)),
    ("DurationMicroSecondsWithFrac", Adapter::Span(F64)),
    ("DurationMilliSeconds", Adapter::Span(U64)),
    ("DurationMilliSecondsWithFrac", Adapter::Span(F64)),
    ("DurationNanoSeconds", Adapter::Span(U64)),
    ("DurationNanoSecondsWithFrac", Adapter::Span(F64)),
    ("DurationSeconds", Adapter::Span(U64)),
    ("DurationSecondsWithFrac", Adapter::Span(F64)),
    ("FromInto", Adapter::Through),
    ("FromIntoRef", Adapter::Through),
    ("NoneAsEmptyString", Adapter::PerhapsText),
    ("Same", Adapter::Same),
    ("StringWithSeparator", Adapter::Text),
    ("TimestampMicroSeconds", Adapter::Moment(Microseconds, I64)),
    (
        "TimestampMicroSecondsWithFrac",
        Adapter::Moment(Microseconds, F64),
    ),
    ("TimestampMilliSeconds", Adapter::Moment(Milliseconds, I64)),
    (
        "TimestampMilliSecondsWithFrac",
        Adapter::Moment(Milliseconds, F64),
    ),
    ("TimestampNanoSeconds", Adapter::Moment(Nanoseconds, I64)),
    (
        "TimestampNanoSecondsWithFrac",
        Adapter::Moment(Nanoseconds, F64),
    ),
    ("TimestampSeconds", Adapter::Moment(Seconds, I64)),
    ("TimestampSecondsWithFrac", Adapter::Moment(Seconds, F64)),
    ("TryFromInto", Adapter::Through),
    ("TryFromIntoRef", Adapter::Through),
    ("base64::Base64", Adapter::Text),
    ("hex::Hex", Adapter::Text),
];

impl Modeller<'_> {
    /// What a value is on the wire that an adapter writes and reads.
    pub(super) fn adapted(
        &mut self,
        adapter: &SynType,
        resolved: &Resolved,
        scope: &Scope,
    ) -> Result<Wire> {
        match (adapter, &resolved.shape) {
            (SynType::Infer(_), _) => self.wire(resolved),
            (SynType::Paren(inner), _) => self.adapted(&inner.elem, resolved, scope),
            (SynType::Group(inner), _) => self.adapted(&inner.elem, resolved, scope),
            (SynType::Array(inner), Shape::Array(element, length)) => {
                let element = self.adapted(&inner.elem, element, scope)?;
                Ok(array(element, *length))
            }
            (SynType::Slice(inner), Shape::Slice(element)) => {
                let element = self.adapted(&inner.elem, element, scope)?;
                let rust = RustType::Slice(Box::new(element.rust));
                let ty = list(element.ty);
                Ok(Wire {
                    ty,
                    rust,
                    ..element
                })
            }
            (SynType::Tuple(inner), Shape::Tuple(parts)) if inner.elems.len() == parts.len() => {
                self.adapted_tuple(inner, parts, scope)
            }
            (SynType::Path(path), _) => self.adapted_by_path(&path.path, resolved, scope),
            _ => Err(Box::new(self.unknown_adapter(adapter, scope))),
        }
    }

    fn adapted_tuple(
        &mut self,
        adapters: &syn::TypeTuple,
        parts: &[Resolved],
        scope: &Scope,
    ) -> Result<Wire> {
        let parts = adapters.elems.iter().zip(parts);
        let wires = parts.map(|(adapter, part)| self.adapted(adapter, part, scope));
        let wires: Vec<Wire> = wires.collect::<Result<_>>()?;
        let asks = wires.iter().any(|wire| wire.asks);
        let (types, rust) = wires.into_iter().map(|wire| (wire.ty, wire.rust)).unzip();
        let wire = Wire::new(Type::Tuple(types), RustType::Tuple(rust));
        Ok(Wire { asks, ..wire })
    }

    fn adapted_by_path(&mut self, path: &Path, resolved: &Resolved, scope: &Scope) -> Result<Wire> {
        let unknown = |this: &Self| Box::new(this.unknown_adapter(path, scope));
        let Some(found) = self.foreign_path(path, Namespace::Type, scope) else {
            return Err(unknown(self));
        };
        let arguments = arguments(path);
        let segments: Vec<String> = found.split("::").map(str::to_owned).collect();
        if let (Some(known), Shape::Known(own, name, values)) =
            (known::find(&segments), &resolved.shape)
            && known == *own
            && arguments.len() <= values.len()
        {
            return self.adapted_container(known, name, &arguments, values, scope);
        }
        let name = found.strip_prefix("serde_with::").unwrap_or(&found);
        let mut rows = TABLE.iter();
        let Some((_, adapter)) = rows.find(|(known, _)| *known == name) else {
            return Err(unknown(self));
        };
        let rust = self.spelled(resolved);
        let format = arguments.first().copied();
        let ty = match adapter {
            Adapter::Same => return self.wire(resolved),
            Adapter::Text | Adapter::PerhapsText => Type::String,
            Adapter::Bytes => Type::Bytes,
            Adapter::Bit if arguments.is_empty() => Type::Scalar(Scalar::U8),
            Adapter::Through => {
                let Some(other) = format else {
                    return Err(unknown(self));
                };
                let other = self.types.resolve(other, scope);
                self.wire(&other)?.ty
            }
            Adapter::Span(usual) if arguments.len() < 2 => self
                .number(format, *usual, None, scope)
                .ok_or_else(|| unknown(self))?,
            Adapter::Moment(timestamp, usual) if arguments.len() < 2 => self
                .number(format, *usual, Some(*timestamp), scope)
                .ok_or_else(|| unknown(self))?,
            // Lenient forms take whatever comes.
            _ => return Err(unknown(self)),
        };
        let asks = *adapter == Adapter::PerhapsText;
        Ok(Wire {
            asks,
            ..Wire::new(ty, rust)
        })
    }

    /// `Vec<A>`, `HashMap<K, V>`, `Option<A>` and their kin.
    fn adapted_container(
        &mut self,
        known: Known,
        name: &str,
        adapters: &[&SynType],
        values: &[Resolved],
        scope: &Scope,
    ) -> Result<Wire> {
        let parts = adapters.iter().zip(values);
        let wires = parts.map(|(adapter, value)| self.adapted(adapter, value, scope));
        let wires: Vec<Wire> = wires.collect::<Result<_>>()?;
        let asks = wires.iter().any(|wire| wire.asks);
        let (types, mut rust): (Vec<Type>, Vec<RustType>) =
            wires.into_iter().map(|wire| (wire.ty, wire.rust)).unzip();
        rust.extend(values[adapters.len()..].iter().map(|_| RustType::unnamed()));
        let ty = self.made_of(known, &types);
        let rust = RustType::Path(format!("::{name}"), rust);
        Ok(Wire {
            asks,
            ..Wire::new(ty, rust)
        })
    }

    /// The number that a span or a moment is written as.
    fn number(
        &self,
        format: Option<&SynType>,
        usual: Scalar,
        timestamp: Option<Timestamp>,
        scope: &Scope,
    ) -> Option<Type> {
        let scalar = match format {
            None => usual,
            Some(format) => match self.types.resolve(format, scope).shape {
                Shape::Known(Known::Scalar(scalar), ..) => scalar,
                Shape::Known(Known::String, ..) => return Some(Type::String),
                _ => return None,
            },
        };
        Some(match (scalar, timestamp) {
            (Scalar::I64, Some(timestamp)) => Type::Timestamp(timestamp, Presentation::Date),
            (scalar, _) => Type::Scalar(scalar),
        })
    }

    fn unknown_adapter(&self, adapter: &impl syn::spanned::Spanned, scope: &Scope) -> Obstruction {
        let at = self.locate(scope.module, adapter.span());
        let title = "`serde_as` with an adapter that is not supported";
        let label = "tramline does not know what this writes and reads";
        let help = super::WRITE_WHAT_TRAVELS;
        Obstruction::new(Rule::UnsupportedAttribute, at, title, label, help)
    }
}

/// The types in the angle brackets of a path's end.
fn arguments(path: &Path) -> Vec<&SynType> {
    let last = path.segments.last().map(|last| &last.arguments);
    let Some(PathArguments::AngleBracketed(arguments)) = last else {
        return Vec::new();
    };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}
