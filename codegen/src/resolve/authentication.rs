//! How extractors tell who calls, read off their `const AUTHENTICATION`.
//!
//! It has to be a literal list: documents and guards are decided here, where no code runs. rustc
//! holds what was read against what the constant is.

use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Expr, ExprLit, ImplItem, Lit, Token};

use super::actions::{Draft, Ends};
use super::modeller::{Modeller, Obstruction, Owner};
use super::names::{Entity, Namespace};
use super::shape::{Resolved, Shape};
use crate::diagnostics::Rule;
use crate::model::Authentication;
use crate::scan::{self, ModuleId, plain_name};

const NAME: &str = "AUTHENTICATION";

const HELP: &str = "write a list of `Authentication::Bearer`, `Authentication::Cookie(\"…\")` and \
                    `Authentication::ApiKey(\"…\")`";

impl<'a> Modeller<'a> {
    /// What the `impl` block says of the extractor behind `index`.
    pub(super) fn read_authentication(&mut self, index: usize, implementation: &'a scan::ImplItem) {
        let constants = implementation.item.items.iter();
        let expression = constants.filter_map(|member| match member {
            ImplItem::Const(constant) if constant.ident == NAME => Some(&constant.expr),
            _ => None,
        });
        let module = implementation.module;
        for expression in expression {
            let Some(elements) = elements(expression) else {
                let label = "this is no list, and what it comes to is not known here";
                self.unread_authentication(index, module, expression, label, HELP);
                continue;
            };
            for element in elements {
                self.way_of_caller(index, module, element);
            }
        }
    }

    fn way_of_caller(&mut self, index: usize, module: ModuleId, element: &'a Expr) {
        let found = match unwrapped(element) {
            Expr::Path(path) => match self.way_named(module, path).as_deref() {
                Some("Bearer") => Ok(Authentication::Bearer),
                _ => Err(element),
            },
            Expr::Call(call) => match (unwrapped(&call.func), text(&call.args)) {
                (Expr::Path(path), Ok(name)) => match self.way_named(module, path).as_deref() {
                    Some("Cookie") => Ok(Authentication::Cookie(name)),
                    Some("ApiKey") => Ok(Authentication::ApiKey(name)),
                    _ => Err(element),
                },
                (_, Err(argument)) => Err(argument),
                _ => Err(element),
            },
            _ => Err(element),
        };
        match found {
            Ok(Authentication::ApiKey(name)) if !is_header(&name) => {
                let label = "this is not the name of a header";
                let help = "use lower-case letters, digits and hyphens, such as `x-api-key`";
                self.unread_authentication(index, module, element, label, help);
            }
            Ok(Authentication::Cookie(name)) if !is_token(&name) => {
                let label = "this is not the name of a cookie";
                let help = "use letters, digits, hyphens and underscores";
                self.unread_authentication(index, module, element, label, help);
            }
            Ok(way) => {
                let known = self.authentication.entry(index).or_default();
                if !known.contains(&way) {
                    known.push(way);
                }
            }
            Err(part) => {
                let label = "this is not written out, and what it comes to is not known here";
                self.unread_authentication(index, module, part, label, HELP);
            }
        }
    }

    /// The variant of `tramline::Authentication` that a path leads to.
    fn way_named(&self, module: ModuleId, path: &syn::ExprPath) -> Option<String> {
        let segments = path.path.segments.iter();
        let segments: Vec<String> = segments.map(|one| plain_name(&one.ident)).collect();
        let absolute = path.path.leading_colon.is_some();
        let names = &self.types.names;
        let found = names
            .path(module, absolute, &segments, Namespace::Value)
            .or_else(|| {
                // The enum itself may have been imported, or renamed.
                let (variant, around) = segments.split_last()?;
                let around = names.path(module, absolute, around, Namespace::Type)?;
                let Entity::Foreign(mut around) = around else {
                    return None;
                };
                around.push(variant.clone());
                Some(Entity::Foreign(around))
            });
        match found {
            Some(Entity::Foreign(path)) => match path.as_slice() {
                [tramline, authentication, variant]
                    if tramline == "tramline" && authentication == "Authentication" =>
                {
                    Some(variant.clone())
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn unread_authentication(
        &mut self,
        index: usize,
        module: ModuleId,
        part: &Expr,
        label: &str,
        help: &str,
    ) {
        let name = plain_name(&self.sources.types[index].item.ident);
        let title = format!("`{NAME}` of `{name}` cannot be read");
        let at = self.locate(module, part.span());
        let refused = Obstruction::new(Rule::ComputedAuthentication, at, title, label, help);
        self.obstructions.push((Owner::Extractor(index), refused));
    }

    /// Adds what the extractor accepts of a caller to what the function does.
    pub(super) fn authenticate(&self, draft: &mut Draft<'a>, extractor: &Resolved) {
        let Shape::Item(index, _) = &extractor.shape else {
            return;
        };
        self.root(draft, "extracts", extractor, Ends::Extractor(*index));
        for way in self.authentication.get(index).into_iter().flatten() {
            if !draft.action.authentication.contains(way) {
                draft.action.authentication.push(way.clone());
            }
        }
    }
}

/// The elements of `&[…]`.
fn elements(expression: &Expr) -> Option<&Punctuated<Expr, Token![,]>> {
    match unwrapped(expression) {
        Expr::Reference(reference) => match unwrapped(&reference.expr) {
            Expr::Array(array) => Some(&array.elems),
            _ => None,
        },
        _ => None,
    }
}

/// The one argument, if it is a string; the arguments otherwise.
fn text(arguments: &Punctuated<Expr, Token![,]>) -> Result<String, &Expr> {
    let Some(only) = arguments.first() else {
        return Ok(String::new());
    };
    match unwrapped(only) {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Ok(text.value()),
        _ => Err(only),
    }
}

fn unwrapped(expression: &Expr) -> &Expr {
    match expression {
        Expr::Paren(inner) => unwrapped(&inner.expr),
        Expr::Group(inner) => unwrapped(&inner.expr),
        other => other,
    }
}

/// The characters of tokens in HTTP, less the capital letters: names are compared as they are.
fn is_header(name: &str) -> bool {
    is_token(name) && !name.contains(|one: char| one.is_ascii_uppercase())
}

fn is_token(name: &str) -> bool {
    let is_one = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_one)
}
