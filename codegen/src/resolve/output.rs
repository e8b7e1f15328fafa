//! What annotated functions return.

use syn::ReturnType;

use super::actions::{Draft, Ends};
use super::known::Known;
use super::modeller::{Modeller, Obstruction};
use super::shape::{Resolved, Shape};
use super::types::Scope;
use super::written;
use crate::diagnostics::Rule;
use crate::model::{ErrorId, Output, OutputShape, Success, Type};

const RETURNS: &str = "returns";

impl<'a> Modeller<'a> {
    /// Reads the return type into the draft; `errors` is what the extractors refuse with.
    pub(crate) fn output(&mut self, draft: &mut Draft<'a>, errors: Vec<ErrorId>) {
        let scope = Scope::of_module(draft.function.module);
        let mut output = Output {
            shape: OutputShape::Value,
            ok: Type::Unit,
            errors,
            written: None,
        };
        if let ReturnType::Type(_, ty) = &draft.function.item.sig.output {
            let resolved = self.types.resolve(ty, &scope);
            let (ok, error) = unfold(&resolved);
            let (success, ok) = match reply(ok) {
                Some((success, inner)) => {
                    output.shape = OutputShape::Reply;
                    (success, inner)
                }
                None => (Success::Ok, ok),
            };
            draft.action.success = success;
            if let Some(error) = error {
                output.shape = match output.shape {
                    OutputShape::Reply => OutputShape::ResultReply,
                    _ => OutputShape::Result,
                };
                output.written = Some(written::immortal(ty));
                self.failure(draft, error, &mut output.errors);
            }
            output.ok = self.success(draft, ok);
        }
        draft.action.output = output;
    }

    fn failure(&mut self, draft: &mut Draft<'a>, error: &Resolved, errors: &mut Vec<ErrorId>) {
        match self.error(error) {
            Ok(Some(id)) => {
                self.root(draft, "fails with", error, Ends::Error(id));
                if !errors.contains(&id) {
                    errors.push(id);
                }
            }
            Ok(None) => {}
            Err(refused) => draft.obstructions.push(*refused),
        }
    }

    fn success(&mut self, draft: &mut Draft<'a>, ok: &Resolved) -> Type {
        if is_stream(ok) {
            self.refuse_stream(draft, ok);
            return Type::Unit;
        }
        if matches!(&ok.shape, Shape::Foreign(path, _) if path.ends_with("::Result")) {
            draft.obstructions.push(self.not_an_error(ok));
            return Type::Unit;
        }
        match self.wire(ok) {
            Ok(wire) => {
                let ty = self.presented_as_usual(wire.ty);
                self.root(draft, RETURNS, ok, Ends::Type(ty.clone()));
                ty
            }
            Err(mut refused) => {
                let function = &draft.action.function;
                refused.step = Some(format!("`{function}` returns `{}`", self.text(ok.at)));
                draft.obstructions.push(*refused);
                Type::Unit
            }
        }
    }

    fn refuse_stream(&mut self, draft: &mut Draft<'a>, ok: &Resolved) {
        let function = &draft.action.function;
        draft.obstructions.push(Obstruction::new(
            Rule::StreamResult,
            ok.at,
            format!("`{function}` returns a stream"),
            "streams cannot be returned yet",
            "return a `Vec`, and offer the rest in further calls",
        ));
        for parameter in self.borrowing(draft) {
            draft.obstructions.push(Obstruction::new(
                Rule::StreamBorrowsInput,
                parameter.at,
                format!(
                    "the stream of `{}` cannot borrow its input",
                    draft.action.function
                ),
                "this lives as long as the call, and the stream lives on",
                "take an owned type, such as `String` for `&str`",
            ));
        }
    }

    /// The wire parameters that borrow.
    fn borrowing(&self, draft: &Draft<'a>) -> Vec<Resolved> {
        let scope = Scope::of_module(draft.function.module);
        let inputs = draft.function.item.sig.inputs.iter();
        let wired = inputs.filter_map(|argument| match argument {
            syn::FnArg::Typed(argument) => {
                let mut attributes = argument.attrs.iter();
                let extracted = attributes.any(|attribute| attribute.path().is_ident("extract"));
                (!extracted).then(|| self.types.resolve(&argument.ty, &scope))
            }
            syn::FnArg::Receiver(_) => None,
        });
        let borrows = |shape: &Shape| match shape {
            Shape::Reference { is_static, .. } => !is_static,
            Shape::Known(Known::Cow, ..) => true,
            Shape::Item(index, _) => {
                let generics = &self.sources.types[*index].item.generics;
                generics.lifetimes().next().is_some()
            }
            _ => false,
        };
        wired.filter(|resolved| resolved.any(&borrows)).collect()
    }
}

/// What a return type carries in the case of success, and its error.
fn unfold(resolved: &Resolved) -> (&Resolved, Option<&Resolved>) {
    match &resolved.shape {
        Shape::Known(Known::Result, _, arguments) => match arguments.as_slice() {
            [ok, error] => (ok, Some(error)),
            _ => (resolved, None),
        },
        _ => (resolved, None),
    }
}

/// Which success a reply is, and what it carries.
fn reply(resolved: &Resolved) -> Option<(Success, &Resolved)> {
    match &resolved.shape {
        Shape::Known(Known::Reply, _, arguments) => Some((Success::Ok, arguments.first()?)),
        Shape::Known(Known::ReplyOf(success), _, arguments) => Some((*success, arguments.first()?)),
        _ => None,
    }
}

/// `impl Stream`, `Pin<Box<dyn Stream>>`, `BoxStream`.
fn is_stream(resolved: &Resolved) -> bool {
    match &resolved.shape {
        Shape::Impl { is_stream } | Shape::Dyn { is_stream } => *is_stream,
        Shape::Known(Known::BoxStream, ..) => true,
        Shape::Known(Known::Pin | Known::Pointer, _, arguments) => {
            arguments.first().is_some_and(is_stream)
        }
        _ => false,
    }
}
