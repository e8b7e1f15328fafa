//! Parameters of annotated functions, and the input they make.

use quote::ToTokens as _;
use syn::{Expr, FnArg, Pat, PatType, Type as SynType};
use tramline_syntax::field::Options;
use tramline_syntax::literal;
use tramline_syntax::parameter::{self, Source};

use super::actions::{Draft, Ends, TAKES};
use super::known::Known;
use super::modeller::{Modeller, Obstruction};
use super::shape::{Resolved, Shape};
use super::types::Scope;
use super::written;
use crate::diagnostics::Rule;
use crate::model::{
    Body, ErrorId, Fields, Input, InputField, Lending, Parameter, ParameterRole, Refuses, Type,
};
use crate::scan::plain_name;

impl<'a> Modeller<'a> {
    /// Reads the parameters into the draft; returns what the extractors refuse with.
    pub(crate) fn parameters(&mut self, draft: &mut Draft<'a>) -> Vec<ErrorId> {
        let mut errors = Vec::new();
        let mut wire = Vec::new();
        let function = draft.function;
        for (index, argument) in function.item.sig.inputs.iter().enumerate() {
            let FnArg::Typed(argument) = argument else {
                continue;
            };
            let source = match parameter::parse(&argument.attrs) {
                Ok(source) => source,
                Err(problems) => {
                    for problem in problems {
                        draft
                            .obstructions
                            .push(self.problem(&problem, function.module));
                    }
                    continue;
                }
            };
            let name = name(&argument.pat, index);
            match source {
                Source::Extract => {
                    let found = self.extracted(draft, argument, name);
                    errors.extend(found.filter(|error| !errors.contains(error)));
                }
                Source::Wire { default, options } => {
                    wire.extend(self.wired(draft, argument, name, default.as_deref(), &options));
                }
            }
        }
        draft.action.input = self.input(wire);
        errors
    }

    fn extracted(
        &mut self,
        draft: &mut Draft<'a>,
        argument: &PatType,
        name: String,
    ) -> Option<ErrorId> {
        let scope = Scope::of_module(draft.function.module);
        let (lending, ty) = lent(&argument.ty);
        let resolved = self.types.resolve(ty, &scope);
        let (refuses, error) = self.refuses(draft, &resolved);
        self.authenticate(draft, &resolved);
        draft.action.parameters.push(Parameter {
            name,
            role: ParameterRole::Extract(lending, refuses),
            written: written::elided(ty),
            renames: None,
        });
        error
    }

    /// What an extractor can refuse with.
    fn refuses(
        &mut self,
        draft: &mut Draft<'a>,
        extractor: &Resolved,
    ) -> (Refuses, Option<ErrorId>) {
        let Shape::Item(index, _) = &extractor.shape else {
            return (well_known(extractor), None);
        };
        let rejections = self.extractors.get(index).cloned().unwrap_or_default();
        let Some(rejection) = rejections.into_iter().next() else {
            return (Refuses::Unknown, None);
        };
        match self.error(&rejection) {
            Ok(Some(error)) => {
                self.root(draft, "extracts", extractor, Ends::Error(error));
                (Refuses::Declared(error), Some(error))
            }
            Ok(None) => (Refuses::Nothing, None),
            Err(mut refused) => {
                let text = self.text(extractor.at);
                let function = &draft.action.function;
                refused.step = Some(format!("`{function}` extracts `{text}`"));
                draft.obstructions.push(*refused);
                (Refuses::Unknown, None)
            }
        }
    }

    fn wired(
        &mut self,
        draft: &mut Draft<'a>,
        argument: &PatType,
        name: String,
        default: Option<&Expr>,
        options: &Options,
    ) -> Option<InputField> {
        let scope = Scope::of_module(draft.function.module);
        let optional = default.is_some();
        draft.action.parameters.push(Parameter {
            name: name.clone(),
            role: ParameterRole::Wire {
                default: default.map(|default| default.to_token_stream().to_string()),
            },
            written: written::elided(&argument.ty),
            renames: None,
        });
        let resolved = self.types.resolve(&argument.ty, &scope);
        if is_impl_trait(&resolved) {
            // Refused with the signature.
            return None;
        }
        if let Some(refused) = self.forgotten(&resolved, &name) {
            draft.obstructions.push(refused);
            return None;
        }
        if resolved.any(&|shape| {
            matches!(
                shape,
                Shape::Reference {
                    is_static: true,
                    ..
                }
            )
        }) {
            draft.obstructions.push(self.static_input(&resolved));
        }
        let wire = match &options.layout {
            Some(layout) => self.explicit(layout, &resolved, &scope),
            None => self.wire(&resolved),
        };
        let module = draft.function.module;
        let wire = wire.and_then(|wire| self.presented(wire, options, &argument.attrs, module));
        match wire {
            Ok(wire) => {
                self.root(draft, TAKES, &resolved, Ends::Type(wire.ty.clone()));
                Some(InputField {
                    optional,
                    location: resolved.at,
                    example: options.example.clone(),
                    default: default.and_then(literal::json),
                    ..InputField::new(name, wire.ty, wire.rust)
                })
            }
            Err(mut refused) => {
                let function = &draft.action.function;
                let text = self.text(resolved.at);
                refused.step = Some(format!("parameter `{name}` of `{function}` is `{text}`"));
                draft.obstructions.push(*refused);
                None
            }
        }
    }

    /// A parameter that would let the caller supply what an extractor is to find out.
    fn forgotten(&self, resolved: &Resolved, name: &str) -> Option<Obstruction> {
        let help = format!("write `#[extract]` before `{name}`");
        self.read_from_body(resolved, || format!("`{name}`"), help)
    }

    /// An extractor in what would be read from the body.
    pub(crate) fn read_from_body(
        &self,
        resolved: &Resolved,
        what: impl FnOnce() -> String,
        help: impl Into<String>,
    ) -> Option<Obstruction> {
        let is_extractor = |shape: &Shape| match shape {
            Shape::Known(Known::Extractor, ..) => true,
            Shape::Item(index, _) => self.extractors.contains_key(index),
            _ => false,
        };
        if !resolved.any(&is_extractor) {
            return None;
        }
        let what = what();
        let title = format!("{what} is an extractor, but would be read from the body");
        let label = "callers could supply any value they like";
        let rule = Rule::ExtractorAsInput;
        Some(Obstruction::new(rule, resolved.at, title, label, help))
    }

    /// A single struct with named fields is the input; otherwise the parameters are its fields.
    fn input(&self, mut wire: Vec<InputField>) -> Input {
        match wire.as_slice() {
            [] => Input::None,
            [only] if !only.optional && self.is_object(&only.ty) => {
                Input::Struct(wire.swap_remove(0).ty)
            }
            _ => Input::Fields(wire),
        }
    }

    fn is_object(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(id, _) => {
                let body = &self.definitions[id.0].body;
                matches!(body, Body::Struct(Fields::Named(_)))
            }
            _ => false,
        }
    }
}

/// What an extractor that is not of the user's own can refuse with: nothing if it is tramline's, and
/// what axum's do is not known.
fn well_known(extractor: &Resolved) -> Refuses {
    match &extractor.shape {
        Shape::Known(Known::Extractor, path, parts) if path == AXUM => {
            parts.first().map_or(Refuses::Unknown, well_known)
        }
        Shape::Known(Known::Extractor, ..) => Refuses::Nothing,
        _ => Refuses::Unknown,
    }
}

/// The bridge to the extractors of axum.
const AXUM: &str = "tramline::Axum";

/// `impl Trait`, perhaps behind references.
fn is_impl_trait(resolved: &Resolved) -> bool {
    match &resolved.shape {
        Shape::Impl { .. } => true,
        Shape::Reference { inner, .. } => is_impl_trait(inner),
        _ => false,
    }
}

/// How the function takes an extracted value, and the value's type.
fn lent(ty: &SynType) -> (Lending, &SynType) {
    match ty {
        SynType::Reference(reference) if reference.mutability.is_some() => {
            (Lending::Mutable, &reference.elem)
        }
        SynType::Reference(reference) => (Lending::Shared, &reference.elem),
        SynType::Paren(paren) => lent(&paren.elem),
        ty => (Lending::Moved, ty),
    }
}

fn name(pattern: &Pat, index: usize) -> String {
    match pattern {
        Pat::Ident(ident) => plain_name(&ident.ident),
        _ => format!("argument{index}"),
    }
}
