//! What a field travels as, where an attribute puts something in place of its type.

mod adapters;
mod modules;
#[cfg(test)]
mod tests;
mod written;

use proc_macro2::Span;
use syn::{GenericArgument, Path, PathArguments};
use tramline_syntax::field;

use self::modules::{Form, Row};
use self::written::{Converters, Named as Written};
use super::known::Known;
use super::modeller::{Modeller, Obstruction};
use super::names::{Entity, Namespace};
use super::shape::{Resolved, Shape};
use super::types::Scope;
use super::wire::{Result, Wire};
use crate::diagnostics::Rule;
use crate::model::{RustType, Type};
use crate::scan::plain_name;

/// Why an option in an option travels as JSON, where it is as flat as one.
pub(crate) const DOUBLE_OPTION: &str =
    "`double_option` tells a field that is left out from one that is `null`";

const NO_SIGN: &str = "`float_option` writes nothing that says whether there is a value";

const WRITE_WHAT_TRAVELS: &str = "say what it writes and reads with `#[wire(as = \"…\")]`, for \
                                  which the type derives `tramline::Wire`; or let the field be \
                                  what is sent, such as a number or a `String`";

/// Whether an attribute says how a field is read.
pub(crate) fn applies(attributes: &[syn::Attribute]) -> bool {
    let converters = Converters::of(attributes);
    let layout = field::parse(attributes).is_ok_and(|options| options.layout.is_some());
    layout
        || converters.with.is_some()
        || converters.reads.is_some()
        || converters.adapter.is_some()
}

impl Modeller<'_> {
    /// What a field is on the wire: its type, unless an attribute says otherwise.
    pub(crate) fn field_wire(
        &mut self,
        field: &syn::Field,
        resolved: &Resolved,
        scope: &Scope,
    ) -> Result<Wire> {
        let options = match field::parse(&field.attrs) {
            Ok(options) => options,
            Err(problems) => return Err(Box::new(self.first_problem(&problems, scope.module))),
        };
        let wire = match &options.layout {
            Some(layout) => self.explicit(layout, resolved, scope)?,
            None => self.converted(&Converters::of(&field.attrs), resolved, scope)?,
        };
        self.presented(wire, &options, &field.attrs, scope.module)
    }

    /// `#[wire(as = "…")]`: whoever wrote it knows.
    pub(crate) fn explicit(
        &mut self,
        layout: &syn::Type,
        resolved: &Resolved,
        scope: &Scope,
    ) -> Result<Wire> {
        let layout = self.types.resolve(layout, scope);
        let layout = self.wire(&layout)?;
        let rust = self.spelled(resolved);
        Ok(Wire { rust, ..layout })
    }

    /// The type in Rust, whether or not it can travel.
    pub(crate) fn spelled(&mut self, resolved: &Resolved) -> RustType {
        let wire = self.wire(resolved).ok();
        wire.map_or_else(RustType::unnamed, |wire| wire.rust)
    }

    fn converted(
        &mut self,
        converters: &Converters,
        resolved: &Resolved,
        scope: &Scope,
    ) -> Result<Wire> {
        if let Some(adapter) = &converters.adapter {
            return match &adapter.value {
                Some(adapter) => self.adapted(adapter, resolved, scope),
                None => Err(Box::new(self.unknown(adapter, scope))),
            };
        }
        if let Some(with) = &converters.with {
            return self.with_module(with, resolved, scope);
        }
        match (&converters.writes, &converters.reads) {
            (None, None) => match &resolved.shape {
                Shape::Known(Known::Patch, path, arguments) => {
                    self.patched(resolved, path, arguments)
                }
                _ => self.wire(resolved),
            },
            (Some(writes), Some(reads)) => {
                match (self.function(writes, scope), self.function(reads, scope)) {
                    (Some(first), Some(second)) if first == second => {
                        self.formed(&first, writes, resolved, scope)
                    }
                    (None, _) => Err(Box::new(self.unknown(writes, scope))),
                    _ => Err(Box::new(self.unknown(reads, scope))),
                }
            }
            (Some(one), None) | (None, Some(one)) => self.one_way(one, converters, resolved, scope),
        }
    }

    /// The other way is that of the type, which must come to the same.
    fn one_way(
        &mut self,
        one: &Written<Path>,
        converters: &Converters,
        resolved: &Resolved,
        scope: &Scope,
    ) -> Result<Wire> {
        let Some(module) = self.function(one, scope) else {
            return Err(Box::new(self.unknown(one, scope)));
        };
        let wire = self.formed(&module, one, resolved, scope)?;
        let mut same = || self.wire(resolved).is_ok_and(|own| own.ty == wire.ty);
        if converters.goes_one_way || same() {
            return Ok(wire);
        }
        let title = format!("`{}` without its counterpart", one.name);
        let label = "the field would be written in one form and read in another";
        let help = "write `with`, or both `serialize_with` and `deserialize_with`";
        Err(Box::new(self.refusal(one.span, title, label, help, scope)))
    }

    fn with_module(
        &mut self,
        with: &Written<Path>,
        resolved: &Resolved,
        scope: &Scope,
    ) -> Result<Wire> {
        let module = match &with.value {
            Some(path) => self.foreign_path(path, Namespace::Type, scope),
            None => None,
        };
        if module.as_deref() == Some("serde_with::As")
            && let Some(adapter) = with.value.as_ref().and_then(argument)
        {
            return self.adapted(adapter, resolved, scope);
        }
        match module {
            Some(module) => self.formed(&module, with, resolved, scope),
            None => Err(Box::new(self.unknown(with, scope))),
        }
    }

    /// The module of a function that writes or reads.
    fn function(&self, option: &Written<Path>, scope: &Scope) -> Option<String> {
        let path = option.value.as_ref()?;
        let path = self.foreign_path(path, Namespace::Value, scope)?;
        // A few have a name of their own.
        if modules::find(&path).is_some() {
            return Some(path);
        }
        let (module, function) = path.rsplit_once("::")?;
        let usual = ["serialize", "deserialize", "serialize_upper"];
        usual.contains(&function).then(|| module.to_owned())
    }

    /// A path that leads out of what is scanned.
    fn foreign_path(&self, path: &Path, namespace: Namespace, scope: &Scope) -> Option<String> {
        let segments = path.segments.iter();
        let segments: Vec<_> = segments.map(|segment| plain_name(&segment.ident)).collect();
        let absolute = path.leading_colon.is_some();
        let names = &self.types.names;
        // A module may have the name of nothing but a crate.
        let found = names.path(scope.module, absolute, &segments, namespace);
        match (found, segments.as_slice()) {
            (Some(Entity::Foreign(path)), _) => Some(path.join("::")),
            (None, [only]) => Some(only.clone()),
            _ => None,
        }
    }

    fn formed<T>(
        &mut self,
        module: &str,
        option: &Written<T>,
        resolved: &Resolved,
        scope: &Scope,
    ) -> Result<Wire> {
        let Some(Row { form, asks, .. }) = modules::find(module) else {
            return Err(Box::new(self.unknown(option, scope)));
        };
        let mut json = None;
        let ty = match form {
            Form::Refused(help) => {
                let title = format!("`{module}` cannot cross the wire");
                let label = "this has no form of its own on the wire";
                return Err(Box::new(self.refusal(
                    option.span,
                    title,
                    label,
                    help,
                    scope,
                )));
            }
            Form::Same => return self.wire(resolved),
            Form::Always(layout) => self.laid_out(layout, &[]),
            Form::Optional(layout) => Type::Option(Box::new(self.laid_out(layout, &[]))),
            Form::OptionalInJson(layout) => {
                json = Some(NO_SIGN);
                Type::Option(Box::new(self.laid_out(layout, &[])))
            }
            Form::Like(layout) if inside(resolved).is_some() => {
                Type::Option(Box::new(self.laid_out(layout, &[])))
            }
            Form::Like(layout) => self.laid_out(layout, &[]),
            Form::Bytes if inside(resolved).is_some() => Type::Option(Box::new(Type::Bytes)),
            Form::Bytes => Type::Bytes,
            Form::LongArray => return self.long_array(resolved),
            Form::Inside => self.wire(inside(resolved).unwrap_or(resolved))?.ty,
            Form::DoubleOption => {
                json = Some(DOUBLE_OPTION);
                self.wire(inside(resolved).unwrap_or(resolved))?.ty
            }
        };
        let rust = self.spelled(resolved);
        let asks = *asks;
        Ok(Wire {
            ty,
            rust,
            asks,
            json,
        })
    }

    /// An array that serde alone would not write.
    fn long_array(&mut self, resolved: &Resolved) -> Result<Wire> {
        match &resolved.shape {
            Shape::Array(element, length) => self.array(element, *length),
            _ => self.wire(resolved),
        }
    }

    fn unknown<T>(&self, option: &Written<T>, scope: &Scope) -> Obstruction {
        let title = format!("`{}` is not supported", option.name);
        let label = "tramline does not know what this writes and reads";
        self.refusal(option.span, title, label, WRITE_WHAT_TRAVELS, scope)
    }

    fn refusal(
        &self,
        span: Span,
        title: String,
        label: &str,
        help: &str,
        scope: &Scope,
    ) -> Obstruction {
        let at = self.locate(scope.module, span);
        Obstruction::new(Rule::UnsupportedAttribute, at, title, label, help)
    }
}

/// What an option may hold.
fn inside(resolved: &Resolved) -> Option<&Resolved> {
    match &resolved.shape {
        Shape::Known(Known::Option, _, arguments) => arguments.first(),
        _ => None,
    }
}

/// The only type in the angle brackets of a path's end.
fn argument(path: &Path) -> Option<&syn::Type> {
    let PathArguments::AngleBracketed(arguments) = &path.segments.last()?.arguments else {
        return None;
    };
    match arguments.args.first()? {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }
}
