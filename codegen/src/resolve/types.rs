//! From a written type to a [`Resolved`] one.

use std::cell::RefCell;
use std::collections::HashMap;

use proc_macro2::Span;
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{
    Expr, ExprPath, GenericArgument, GenericParam, Generics, PathArguments, PathSegment, Type,
    TypeParamBound,
};

use super::known::{self, Known};
use super::lengths;
use super::names::{Entity, Names, Namespace};
use super::shape::{Length, Refusal, Resolved, Shape};
use crate::choices::Choices;
use crate::diagnostics::Rule;
use crate::scan::{ModuleId, Named, Sources, plain_name};

/// Resolves types.
pub(crate) struct Types<'a> {
    pub(crate) sources: &'a Sources,
    pub(crate) names: Names<'a>,
    choices: &'a Choices,
    /// Aliases being expanded, which may refer to themselves.
    open: RefCell<Vec<usize>>,
    /// What paths lead to, by module and path: the same few stand everywhere.
    found: RefCell<HashMap<(ModuleId, String), Found>>,
}

/// What a path leads to.
#[derive(Clone, Debug)]
enum Found {
    Known(Known, String),
    Foreign(String),
    Local(Named),
    Nothing,
}

/// What names mean where a type is written, beyond its module.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    pub(crate) module: ModuleId,
    /// Type parameters and what they stand for.
    pub(crate) parameters: Vec<(String, Resolved)>,
    /// What `Self` is.
    pub(crate) own: Option<usize>,
}

impl Scope {
    pub(crate) fn of_module(module: ModuleId) -> Self {
        Scope {
            module,
            parameters: Vec::new(),
            own: None,
        }
    }
}

impl<'a> Types<'a> {
    pub(crate) fn new(sources: &'a Sources, choices: &'a Choices) -> Self {
        Types {
            sources,
            choices,
            names: Names::new(sources),
            open: RefCell::default(),
            found: RefCell::default(),
        }
    }

    /// What `ty` is in `scope`.
    pub(crate) fn resolve(&self, ty: &Type, scope: &Scope) -> Resolved {
        let shape = match ty {
            Type::Group(group) => return self.resolve(&group.elem, scope),
            Type::Paren(paren) => return self.resolve(&paren.elem, scope),
            Type::Path(path) if path.qself.is_none() => self.path(&path.path, scope),
            Type::Path(_) => Shape::Other(associated()),
            Type::Reference(reference) => Shape::Reference {
                is_static: reference
                    .lifetime
                    .as_ref()
                    .is_some_and(|lifetime| lifetime.ident == "static"),
                inner: Box::new(self.resolve(&reference.elem, scope)),
            },
            Type::Slice(slice) => Shape::Slice(Box::new(self.resolve(&slice.elem, scope))),
            Type::Array(array) => match lengths::evaluate(&self.names, &array.len, scope) {
                Ok(length) => Shape::Array(Box::new(self.resolve(&array.elem, scope)), length),
                Err(refusal) => Shape::Other(refusal),
            },
            Type::Tuple(tuple) => {
                let parts = tuple.elems.iter().map(|part| self.resolve(part, scope));
                Shape::Tuple(parts.collect())
            }
            Type::ImplTrait(impl_trait) => Shape::Impl {
                is_stream: is_stream(impl_trait.bounds.iter()),
            },
            Type::TraitObject(object) => Shape::Dyn {
                is_stream: is_stream(object.bounds.iter()),
            },
            other => Shape::Other(unsupported_form(other)),
        };
        let at = self.sources.locate(scope.module, span(ty));
        Resolved { shape, at }
    }

    fn path(&self, path: &syn::Path, scope: &Scope) -> Shape {
        let written = written(path);
        let Some(last) = path.segments.last() else {
            return Shape::Other(unknown(&written));
        };
        if let Some(shape) = self.parameter(path, scope) {
            return shape;
        }
        match self.found(path, &written, scope.module) {
            Found::Known(known, path) => Shape::Known(known, path, self.arguments(last, scope)),
            Found::Foreign(path) => Shape::Foreign(path, self.arguments(last, scope)),
            Found::Local(Named::Type(index)) => self.item(index, last, scope),
            Found::Local(Named::Alias(index)) => self.alias(index, last, scope),
            Found::Local(Named::Trait) => Shape::Dyn { is_stream: false },
            Found::Local(Named::Module(_) | Named::Constant(_)) | Found::Nothing => {
                Shape::Other(unknown(&written))
            }
        }
    }

    /// A type parameter, or `Self`.
    fn parameter(&self, path: &syn::Path, scope: &Scope) -> Option<Shape> {
        let first = path.segments.first()?;
        let is_whole = path.segments.len() == 1;
        if path.leading_colon.is_some() {
            return None;
        }
        if first.ident == "Self" && is_whole {
            let parameters = scope.parameters.iter().map(|(_, value)| value.clone());
            return Some(Shape::Item(scope.own?, parameters.collect()));
        }
        let mut parameters = scope.parameters.iter();
        let (_, value) = parameters.find(|(name, _)| first.ident.unraw() == name)?;
        Some(if is_whole {
            value.shape.clone()
        } else {
            Shape::Other(associated())
        })
    }

    fn found(&self, path: &syn::Path, written: &str, module: ModuleId) -> Found {
        let absolute = path.leading_colon.is_some();
        let start = if absolute { "::" } else { "" };
        let key = (module, [start, written].concat());
        if let Some(found) = self.found.borrow().get(&key) {
            return found.clone();
        }
        let segments: Vec<String> = written.split("::").map(str::to_owned).collect();
        let entity = self
            .names
            .path(module, absolute, &segments, Namespace::Type);
        let found = match entity {
            Some(Entity::Foreign(path)) => match known::find(&path) {
                Some(known) => Found::Known(known, path.join("::")),
                None => Found::Foreign(path.join("::")),
            },
            Some(Entity::Local(named)) => Found::Local(named),
            // Made by a macro, perhaps; the build script may speak for it.
            None => match self.names.full_path(module, &segments).join("::") {
                full if self.choices.foreign.contains_key(&full) => Found::Foreign(full),
                _ => Found::Nothing,
            },
        };
        self.found.borrow_mut().insert(key, found.clone());
        found
    }

    fn item(&self, index: usize, last: &PathSegment, scope: &Scope) -> Shape {
        let item = &self.sources.types[index];
        let own = self.bind(
            &item.item.generics,
            self.arguments(last, scope),
            item.module,
        );
        match own {
            Some(arguments) => Shape::Item(
                index,
                arguments.into_iter().map(|(_, value)| value).collect(),
            ),
            None => Shape::Other(arity()),
        }
    }

    fn alias(&self, index: usize, last: &PathSegment, scope: &Scope) -> Shape {
        let alias = &self.sources.aliases[index];
        if self.open.borrow().contains(&index) {
            let help = "write out what the alias stands for";
            return Shape::Other(Refusal::new("an alias of itself", help));
        }
        let arguments = self.arguments(last, scope);
        let Some(parameters) = self.bind(&alias.item.generics, arguments, alias.module) else {
            return Shape::Other(arity());
        };
        self.open.borrow_mut().push(index);
        let scope = Scope {
            module: alias.module,
            parameters,
            own: None,
        };
        let expanded = self.resolve(&alias.item.ty, &scope);
        self.open.borrow_mut().pop();
        expanded.shape
    }

    /// The types and constants in the angle brackets of a segment.
    fn arguments(&self, segment: &PathSegment, scope: &Scope) -> Vec<Resolved> {
        let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
            return Vec::new();
        };
        let arguments = arguments.args.iter();
        let resolved = arguments.filter_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(self.type_or_constant(ty, scope)),
            GenericArgument::Const(value) => Some(self.constant(value, scope)),
            _ => None,
        });
        resolved.collect()
    }

    /// A path in angle brackets may be the name of a constant.
    fn type_or_constant(&self, ty: &Type, scope: &Scope) -> Resolved {
        let resolved = self.resolve(ty, scope);
        if let (Type::Path(path), Shape::Other(refusal)) = (ty, &resolved.shape)
            && refusal.rule == Rule::UnresolvedType
        {
            let value = Expr::Path(ExprPath {
                attrs: Vec::new(),
                qself: path.qself.clone(),
                path: path.path.clone(),
            });
            if let Ok(length) = lengths::evaluate(&self.names, &value, scope) {
                let shape = Shape::Length(length);
                return Resolved { shape, ..resolved };
            }
        }
        resolved
    }

    fn constant(&self, value: &Expr, scope: &Scope) -> Resolved {
        let length = lengths::evaluate(&self.names, value, scope);
        Resolved {
            shape: Shape::Length(length.unwrap_or(Length::Other)),
            at: self.sources.locate(scope.module, value.span()),
        }
    }

    /// Parameters with their arguments, defaults filled in; none if their number is wrong.
    fn bind(
        &self,
        generics: &Generics,
        arguments: Vec<Resolved>,
        module: ModuleId,
    ) -> Option<Vec<(String, Resolved)>> {
        let mut arguments = arguments.into_iter();
        let mut scope = Scope::of_module(module);
        for parameter in &generics.params {
            let (name, default) = match parameter {
                GenericParam::Lifetime(_) => continue,
                GenericParam::Type(parameter) => {
                    let default = parameter.default.as_ref();
                    let default = default.map(|(_, default)| self.resolve(default, &scope));
                    (&parameter.ident, default)
                }
                GenericParam::Const(parameter) => {
                    let default = parameter.default.as_ref();
                    let default = default.map(|(_, default)| self.constant(default, &scope));
                    (&parameter.ident, default)
                }
            };
            let value = arguments.next().or(default)?;
            scope.parameters.push((plain_name(name), value));
        }
        arguments.next().is_none().then_some(scope.parameters)
    }
}

/// The names of a path, without what stands in angle brackets.
fn written(path: &syn::Path) -> String {
    let mut segments = path.segments.iter();
    let first = segments.next();
    let mut written = first.map_or_else(String::new, |first| plain_name(&first.ident));
    for segment in segments {
        written.push_str("::");
        written.push_str(&plain_name(&segment.ident));
    }
    written
}

/// Where a type stands: for paths, which most types are, without making tokens of them again.
fn span(ty: &Type) -> Span {
    let ends = |path: &syn::Path| {
        let last = path.segments.last()?;
        let end = match &last.arguments {
            PathArguments::None => last.ident.span(),
            PathArguments::AngleBracketed(arguments) => arguments.gt_token.span(),
            PathArguments::Parenthesized(_) => return None,
        };
        let start = path.segments.first()?.ident.span();
        start.join(end)
    };
    match ty {
        Type::Path(path) if path.qself.is_none() && path.path.leading_colon.is_none() => {
            ends(&path.path).unwrap_or_else(|| ty.span())
        }
        ty => ty.span(),
    }
}

fn is_stream<'a>(mut bounds: impl Iterator<Item = &'a TypeParamBound>) -> bool {
    bounds.any(|bound| match bound {
        TypeParamBound::Trait(bound) => {
            let last = bound.path.segments.last();
            last.is_some_and(|segment| segment.ident == "Stream")
        }
        _ => false,
    })
}

fn associated() -> Refusal {
    Refusal::new("an associated type", "write out the type it stands for")
}

fn arity() -> Refusal {
    let what = "a generic type with the wrong number of arguments";
    Refusal::new(
        what,
        "give every type parameter without a default an argument",
    )
}

fn unknown(path: &str) -> Refusal {
    let what = format!("`{path}`, which leads to no `struct`, `enum` or `type` that was scanned");
    let help = "declare it outside of macros and functions, and import it by its name, not with a \
                `*` of a crate that is not scanned; or say what it travels as with \
                `Builder::foreign`";
    Refusal {
        rule: Rule::UnresolvedType,
        ..Refusal::new(what, help)
    }
}

fn unsupported_form(ty: &Type) -> Refusal {
    let (what, help) = match ty {
        Type::FnPtr(_) => (
            "a function pointer",
            "leave it out, or send what it would be called with",
        ),
        Type::Ptr(_) => ("a raw pointer", "send what it points to"),
        Type::Never(_) => (
            "the never type",
            "use `std::convert::Infallible` for an error that cannot happen",
        ),
        Type::Infer(_) => ("left open", "write out the type"),
        Type::Macro(_) => ("made by a macro", "write out the type"),
        other => {
            let what = format!("`{}`", other.to_token_stream());
            return Refusal::new(what, "use a struct or an enum");
        }
    };
    Refusal::new(what, help)
}
