//! Where the settings stand in a build script: a chain of method calls that begins at
//! `Builder::new()`.

use proc_macro2::Span;
use quote::ToTokens as _;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprCall, ExprMethodCall, ItemFn, Stmt};

use super::Unread;
use super::names::Names;

/// One chain.
pub(super) struct Chain<'ast> {
    /// `Builder::new()`
    pub(super) new: Span,
    /// The calls on it in order, without `build`.
    pub(super) calls: Vec<Call<'ast>>,
    /// Whether `build` ends it.
    is_built: bool,
    /// What decides whether it is reached, if anything does.
    condition: Option<Condition>,
}

/// One method call.
pub(super) struct Call<'ast> {
    pub(super) method: String,
    pub(super) arguments: Vec<&'ast Expr>,
    /// The method's name.
    pub(super) span: Span,
}

#[derive(Clone, Copy)]
struct Condition {
    span: Span,
    what: &'static str,
}

/// Every chain of a file.
pub(super) fn all<'ast>(file: &'ast syn::File, names: &'ast Names) -> Vec<Chain<'ast>> {
    let mut search = Search {
        names,
        found: Vec::new(),
        conditions: Vec::new(),
        returned: None,
        nested: 0,
    };
    search.visit_file(file);
    search.found
}

/// The chain of a script that has one, which always runs.
pub(super) fn only<'ast>(file: &'ast syn::File, names: &'ast Names) -> Result<Chain<'ast>, Unread> {
    let mut chains = all(file, names).into_iter();
    let Some(chain) = chains.next() else {
        return Err(Unread::missing(
            "the build script does not use `tramline_codegen::Builder`",
            "",
            "write `tramline_codegen::Builder::new().typescript(\"…\").build();` in `main`",
        ));
    };
    if let Some(second) = chains.next() {
        return Err(Unread::at(
            second.new,
            "the build script has settings in several places",
            "these are not the first",
            "write one chain of calls, from `Builder::new()` to `.build()`",
        ));
    }
    if !chain.is_built {
        return Err(Unread::at(
            chain.new,
            "these settings are not built where they stand",
            "no `.build()` ends this chain of calls",
            "write one chain of calls, from `Builder::new()` to `.build()`",
        ));
    }
    match chain.condition {
        Some(Condition { span, what }) => Err(Unread::at(
            span,
            "whether the build script comes to its settings is decided when it runs",
            what,
            "write `Builder::new()….build()` in `main`, under no condition",
        )),
        None => Ok(chain),
    }
}

struct Search<'ast> {
    names: &'ast Names,
    found: Vec<Chain<'ast>>,
    conditions: Vec<Condition>,
    /// A `return` of `main` before what is being visited.
    returned: Option<Condition>,
    /// How many functions and closures are around.
    nested: usize,
}

impl<'ast> Search<'ast> {
    fn under(&mut self, span: Span, what: &'static str, visit: impl FnOnce(&mut Self)) {
        self.conditions.push(Condition { span, what });
        visit(self);
        self.conditions.pop();
    }

    /// Under the `cfg` among the attributes, if there is one.
    fn configured(&mut self, attributes: &[Attribute], visit: impl FnOnce(&mut Self)) {
        let cfg = attributes.iter().find(|one| one.path().is_ident("cfg"));
        match cfg {
            Some(cfg) => self.under(cfg.span(), "on this it depends", visit),
            None => visit(self),
        }
    }

    /// The chain that ends in this call, with `call` not being an argument inside of one.
    fn chain(&mut self, last: &'ast ExprMethodCall) -> Option<Chain<'ast>> {
        let mut calls = Vec::new();
        let mut next = last;
        let new = loop {
            calls.push(Call {
                method: next.method.to_string(),
                arguments: next.args.iter().collect(),
                span: next.method.span(),
            });
            match unwrapped(&next.receiver) {
                Expr::MethodCall(call) => next = call,
                Expr::Call(call) if self.begins(call) => break call.span(),
                _ => return None,
            }
        };
        calls.reverse();
        let is_built = calls.last().is_some_and(|call| call.method == "build");
        calls.truncate(calls.len() - usize::from(is_built));
        Some(self.made(new, calls, is_built))
    }

    fn made(&self, new: Span, calls: Vec<Call<'ast>>, is_built: bool) -> Chain<'ast> {
        Chain {
            new,
            calls,
            is_built,
            condition: self.conditions.first().copied().or(self.returned),
        }
    }

    /// `Builder::new()`
    fn begins(&self, call: &ExprCall) -> bool {
        let Expr::Path(function) = unwrapped(&call.func) else {
            return false;
        };
        let path = self.names.ours(&function.path).unwrap_or_default();
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        matches!(path.as_slice(), ["Builder", "new" | "default"])
    }
}

impl<'ast> Visit<'ast> for Search<'ast> {
    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.nested += 1;
        self.configured(&item.attrs, |search| {
            if item.sig.ident == "main" && search.nested == 1 {
                visit::visit_item_fn(search, item);
            } else {
                let what = "only `main` is sure to run";
                search.under(item.sig.ident.span(), what, |search| {
                    visit::visit_item_fn(search, item);
                });
            }
        });
        self.nested -= 1;
    }

    fn visit_stmt(&mut self, statement: &'ast Stmt) {
        let attributes: &[Attribute] = match statement {
            Stmt::Local(local) => &local.attrs,
            Stmt::Expr(expr, _) => attributes(expr),
            _ => &[],
        };
        self.configured(attributes, |search| visit::visit_stmt(search, statement));
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        const BRANCH: &str = "on this it depends";
        let found = match expr {
            Expr::MethodCall(call) => self.chain(call),
            Expr::Call(call) if self.begins(call) => {
                Some(self.made(call.span(), Vec::new(), false))
            }
            _ => None,
        };
        if let Some(chain) = found {
            self.found.push(chain);
            return;
        }
        match expr {
            Expr::If(branches) => {
                let span = branches.cond.span();
                self.visit_expr(&branches.cond);
                self.under(span, BRANCH, |search| {
                    visit::visit_block(search, &branches.then_branch);
                    if let Some((_, other)) = &branches.else_branch {
                        search.visit_expr(other);
                    }
                });
            }
            Expr::Match(arms) => {
                self.visit_expr(&arms.expr);
                self.under(arms.expr.span(), BRANCH, |search| {
                    arms.arms.iter().for_each(|arm| search.visit_arm(arm));
                });
            }
            Expr::While(_) | Expr::ForLoop(_) | Expr::Loop(_) => {
                let span = first_token(expr);
                let what = "a loop is around it";
                self.under(span, what, |search| visit::visit_expr(search, expr));
            }
            Expr::Closure(_) | Expr::Async(_) => {
                self.nested += 1;
                let what = "only `main` is sure to run";
                self.under(first_token(expr), what, |search| {
                    visit::visit_expr(search, expr);
                });
                self.nested -= 1;
            }
            Expr::Return(_) if self.nested == 1 => {
                self.returned.get_or_insert(Condition {
                    span: expr.span(),
                    what: "this may end the script before",
                });
                visit::visit_expr(self, expr);
            }
            _ => visit::visit_expr(self, expr),
        }
    }
}

/// Without parentheses.
fn unwrapped(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(paren) => unwrapped(&paren.expr),
        Expr::Group(group) => unwrapped(&group.expr),
        expr => expr,
    }
}

fn first_token(expr: &Expr) -> Span {
    let mut tokens = expr.to_token_stream().into_iter();
    tokens
        .next()
        .map_or_else(|| expr.span(), |token| token.span())
}

/// Of the expressions that begin a statement.
fn attributes(expr: &Expr) -> &[Attribute] {
    match expr {
        Expr::MethodCall(call) => &call.attrs,
        Expr::Block(block) => &block.attrs,
        Expr::If(branches) => &branches.attrs,
        _ => &[],
    }
}
