//! Error types, and what extractors refuse with.

use syn::spanned::Spanned as _;
use syn::{Data, DataEnum, ImplItem, Type};
use tramline_syntax::error::Fate;
use tramline_syntax::problem::{Problem, ProblemKind};

use super::fields::Around;
use super::known::Known;
use super::modeller::{Modeller, Obstruction, Owner};
use super::names::{Entity, Namespace};
use super::reach;
use super::serde::Place;
use super::shape::{Resolved, Shape};
use super::types::Scope;
use crate::diagnostics::Rule;
use crate::model::{ErrorId, ErrorType, ErrorVariant};
use crate::scan::{ModuleId, TypeItem, WrittenError, plain_name};

impl<'a> Modeller<'a> {
    /// The error type behind `resolved`; none for one without declared codes.
    pub(crate) fn error(
        &mut self,
        resolved: &Resolved,
    ) -> Result<Option<ErrorId>, Box<Obstruction>> {
        match &resolved.shape {
            Shape::Known(Known::NoCodes, ..) => Ok(None),
            Shape::Item(index, _) if self.derives_error(*index) => {
                Ok(Some(self.define_error(*index)))
            }
            _ => Err(Box::new(self.not_an_error(resolved))),
        }
    }

    pub(crate) fn not_an_error(&self, resolved: &Resolved) -> Obstruction {
        let text = self.text(resolved.at);
        let title = format!("`{text}` cannot be the error of a function");
        let label = match resolved.shape {
            Shape::Foreign(ref path, _) if path.ends_with("::Result") => {
                "the error in this does not derive `ActionError`"
            }
            _ => "this does not derive `ActionError`",
        };
        let help = "use an enum of your own with `#[derive(tramline::ActionError)]`; a variant \
                    with `#[error(internal)]` takes in anything that callers should not see";
        let rule = Rule::ErrorWithoutActionError;
        Obstruction::new(rule, resolved.at, title, label, help)
    }

    fn derives_error(&self, index: usize) -> bool {
        let item = &self.sources.types[index];
        self.derives(index).action_error && matches!(item.item.data, Data::Enum(_))
    }

    fn define_error(&mut self, index: usize) -> ErrorId {
        if let Some(id) = self.error_by_item.get(&index) {
            return *id;
        }
        let id = ErrorId(self.errors.len());
        self.error_by_item.insert(index, id);
        let item = &self.sources.types[index];
        let module = self.sources.module(item.module);
        self.errors.push(ErrorType {
            name: plain_name(&item.item.ident),
            package: module.package,
            module: module.path.clone(),
            docs: item.item.docs(),
            location: self.locate(item.module, item.item.ident.span()),
            cfg: module.cfg.clone(),
            reach: reach::of_item(item.visibility, item.module, self.sources),
            variants: Vec::new(),
        });
        self.refuse_generic_error(item, id);
        if let Data::Enum(data) = &item.item.data {
            let variants = self.error_variants(index, item, data, id);
            self.errors[id.0].variants = variants;
        }
        id
    }

    fn refuse_generic_error(&mut self, item: &TypeItem, id: ErrorId) {
        if item.item.generics.type_params().next().is_none() {
            return;
        }
        let at = self.locate(item.module, item.item.generics.span());
        let title = format!("error type `{}` is generic", item.item.ident);
        let help = "declare one error type for each use";
        let label = "error types have no type parameters";
        let refused = Obstruction::new(Rule::ErrorWithoutActionError, at, title, label, help);
        self.obstructions.push((Owner::Error(id), refused));
    }

    fn error_variants(
        &mut self,
        index: usize,
        item: &TypeItem,
        data: &DataEnum,
        id: ErrorId,
    ) -> Vec<ErrorVariant> {
        let scope = self.scope(index, item);
        let mut variants = Vec::new();
        for (variant, written) in data.variants.iter().zip(item.item.errors()) {
            variants.extend(self.error_variant(variant, written, &scope, id));
        }
        variants
    }

    fn error_variant(
        &mut self,
        variant: &syn::Variant,
        written: &WrittenError,
        scope: &Scope,
        id: ErrorId,
    ) -> Option<ErrorVariant> {
        let owner = Owner::Error(id);
        let options = match &written.options {
            Ok(options) => options,
            Err(problems) => {
                for problem in problems {
                    // The derive finds it too.
                    let told = true;
                    let refused = self.problem(problem, scope.module);
                    self.obstructions
                        .push((owner, Obstruction { told, ..refused }));
                }
                return None;
            }
        };
        let (_, obstacles) = self.attributes(&variant.attrs, Place::Error, scope);
        for obstacle in obstacles {
            self.obstruct(&obstacle, scope.module, owner, None);
        }
        let rust_name = plain_name(&variant.ident);
        match &options.fate {
            Fate::Internal => Some(ErrorVariant::Internal { rust_name }),
            Fate::Flatten => self.flattened(variant, rust_name, scope, owner),
            Fate::Declared { status, code } => {
                let around = Around {
                    variant: Some(&rust_name),
                    ..Around::plain(scope, owner, Place::Error)
                };
                let fields = self.fields(&variant.fields, &around);
                Some(ErrorVariant::Declared {
                    rust_name,
                    code: code.clone(),
                    status: *status,
                    docs: written.docs.clone(),
                    fields,
                    location: self.locate(scope.module, variant.ident.span()),
                })
            }
        }
    }

    fn flattened(
        &mut self,
        variant: &syn::Variant,
        rust_name: String,
        scope: &Scope,
        owner: Owner,
    ) -> Option<ErrorVariant> {
        let field = variant.fields.iter().next()?;
        let resolved = self.types.resolve(&field.ty, scope);
        match self.error(&resolved) {
            Ok(Some(error)) => Some(ErrorVariant::Flatten { rust_name, error }),
            Ok(None) => Some(ErrorVariant::Internal { rust_name }),
            Err(mut refused) => {
                let text = self.text(resolved.at);
                let name = self.name_of(owner);
                refused.step = Some(format!("variant `{name}::{rust_name}` flattens `{text}`"));
                self.obstructions.push((owner, *refused));
                None
            }
        }
    }

    /// A mistake that the grammar of the attributes found.
    pub(crate) fn problem(&self, problem: &Problem, module: ModuleId) -> Obstruction {
        let at = self.locate(module, problem.span);
        let rule = match problem.kind {
            ProblemKind::UnknownOption => Rule::UnknownOption,
            ProblemKind::InvalidOption => Rule::InvalidOption,
            ProblemKind::ReservedCode => Rule::ReservedCode,
        };
        let (title, label) = (problem.message.as_str(), problem.label.as_str());
        Obstruction::new(rule, at, title, label, problem.help.as_str())
    }

    /// Notes which types are extractors, and which write serde's traits by hand.
    pub(crate) fn read_impls(&mut self) {
        let sources = self.sources;
        for implementation in &sources.impls {
            let Some((path, _)) = &implementation.item.trait_ else {
                continue;
            };
            let segments = path
                .segments
                .iter()
                .map(|segment| plain_name(&segment.ident));
            let segments: Vec<String> = segments.collect();
            let absolute = path.leading_colon.is_some();
            let names = &self.types.names;
            let found = names.path(implementation.module, absolute, &segments, Namespace::Type);
            let Some(Entity::Foreign(found)) = found else {
                continue;
            };
            let found: Vec<&str> = found.iter().map(String::as_str).collect();
            match found.as_slice() {
                ["tramline", "Extract"] => self.read_extractor(implementation),
                ["garde", .., "Validate"] => {
                    let index = self.self_type(implementation);
                    self.validated.extend(index);
                }
                [
                    "serde" | "serde_core",
                    ..,
                    name @ ("Serialize" | "Deserialize"),
                ] => {
                    if let Some(index) = self.self_type(implementation) {
                        let by_hand = self.by_hand.entry(index).or_default();
                        by_hand.input |= *name == "Deserialize";
                        by_hand.output |= *name == "Serialize";
                    }
                }
                _ => {}
            }
        }
    }

    fn read_extractor(&mut self, implementation: &'a crate::scan::ImplItem) {
        let Some(index) = self.self_type(implementation) else {
            return;
        };
        let mut scope = self.impl_scope(implementation);
        scope.own = Some(index);
        let rejection = implementation
            .item
            .items
            .iter()
            .find_map(|member| match member {
                ImplItem::Type(ty) if ty.ident == "Rejection" => Some(&ty.ty),
                _ => None,
            });
        let rejection = rejection.map(|ty: &Type| self.types.resolve(ty, &scope));
        self.extractors.entry(index).or_default().extend(rejection);
        self.read_authentication(index, implementation);
    }

    pub(crate) fn self_type(&self, implementation: &crate::scan::ImplItem) -> Option<usize> {
        let scope = self.impl_scope(implementation);
        let resolved = self.types.resolve(&implementation.item.self_ty, &scope);
        match resolved.shape {
            Shape::Item(index, _) => Some(index),
            _ => None,
        }
    }

    /// Inside an `impl` block, whose own parameters stand for themselves.
    fn impl_scope(&self, implementation: &crate::scan::ImplItem) -> Scope {
        let mut scope = Scope::of_module(implementation.module);
        for (position, parameter) in implementation.item.generics.type_params().enumerate() {
            let at = self.locate(implementation.module, parameter.ident.span());
            let shape = Shape::Parameter(position);
            scope
                .parameters
                .push((plain_name(&parameter.ident), Resolved { shape, at }));
        }
        scope
    }
}
