//! Rules over the signature of one annotated function.

use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::{FnArg, Pat, Type};

use crate::diagnostics::Rule;
use crate::model::Location;
use crate::resolve::Obstruction;
use crate::scan::{FunctionItem, Sources, plain_name};
use tramline_syntax::parameter;

type Check = fn(&FunctionItem, &str) -> Vec<(Span, Told)>;

/// Title, label, help.
type Told = (Rule, String, &'static str, &'static str);

const CHECKS: &[Check] = &[not_async, generic, method, patterns, impl_traits];

/// Everything wrong with the signature.
pub(crate) fn check(function: &FunctionItem, sources: &Sources) -> Vec<Obstruction> {
    let name = plain_name(&function.item.sig.ident);
    let told = CHECKS.iter().flat_map(|check| check(function, &name));
    let refused = told.map(|(span, (rule, title, label, help))| {
        Obstruction::new(
            rule,
            sources.locate(function.module, span),
            title,
            label,
            help,
        )
    });
    refused.collect()
}

/// An action in a target that serves none.
pub(crate) fn other_target(name: &str, at: Location) -> Obstruction {
    let title = format!("`{name}` stands in a target whose actions are not served");
    let label = "this file belongs to another target of the package";
    let help = "move it into the library, or into `src/main.rs` of a package without one";
    Obstruction::new(Rule::ActionInSecondTarget, at, title, label, help)
}

fn not_async(function: &FunctionItem, name: &str) -> Vec<(Span, Told)> {
    let signature = &function.item.sig;
    if signature.asyncness.is_some() {
        return Vec::new();
    }
    let title = format!("`{name}` is not async");
    let label = "not an `async fn`";
    let help = "write `async` before `fn`, even where nothing is awaited";
    vec![(
        signature.fn_token.span(),
        (Rule::NotAsync, title, label, help),
    )]
}

fn generic(function: &FunctionItem, name: &str) -> Vec<(Span, Told)> {
    let generics = &function.item.sig.generics;
    let types = generics
        .type_params()
        .map(|parameter| parameter.ident.span());
    let consts = generics
        .const_params()
        .map(|parameter| parameter.ident.span());
    let told = |span| {
        let title = format!("`{name}` is generic");
        let label = "a call over the network cannot choose this";
        let help = "write a function for each type, and let them share a generic one";
        (span, (Rule::GenericFunction, title, label, help))
    };
    types.chain(consts).map(told).collect()
}

fn method(function: &FunctionItem, name: &str) -> Vec<(Span, Told)> {
    let receiver = function.item.sig.receiver();
    if function.owner.is_none() && receiver.is_none() {
        return Vec::new();
    }
    let told = match receiver {
        Some(receiver) => (
            receiver.span(),
            format!("`{name}` takes `self`"),
            "a call over the network has no such value",
            "make it a function of its own outside the `impl` or `trait`, which takes what it needs \
             with `#[extract]`",
        ),
        None => (
            function.item.sig.ident.span(),
            format!("`{name}` belongs to a type or a trait"),
            "only functions outside of `impl` and `trait` can be called over the network",
            "move it out of the block",
        ),
    };
    let (span, title, label, help) = told;
    vec![(span, (Rule::SelfParameter, title, label, help))]
}

fn patterns(function: &FunctionItem, name: &str) -> Vec<(Span, Told)> {
    let wired = wired(function)
        .filter(|argument| !matches!(&*argument.pat, Pat::Ident(ident) if ident.subpat.is_none()));
    let told = |argument: &syn::PatType| {
        let title = format!("a parameter of `{name}` has no name");
        let label = "clients give each input by its name";
        let help = "give it a name, and take it apart in the body";
        (
            argument.pat.span(),
            (Rule::PatternInput, title, label, help),
        )
    };
    wired.map(told).collect()
}

fn impl_traits(function: &FunctionItem, name: &str) -> Vec<(Span, Told)> {
    let arguments = function.item.sig.inputs.iter();
    let arguments = arguments.filter_map(|argument| match argument {
        FnArg::Typed(argument) => Some(&*argument.ty),
        FnArg::Receiver(_) => None,
    });
    let told = |ty: &Type| {
        let title = format!("a parameter of `{name}` is an `impl Trait`");
        let label = "a call over the network cannot choose its type";
        let help = "name one type, such as `String` for `impl Into<String>`";
        (ty.span(), (Rule::ImplTraitInput, title, label, help))
    };
    arguments.filter(|ty| is_impl_trait(ty)).map(told).collect()
}

fn is_impl_trait(ty: &Type) -> bool {
    match ty {
        Type::ImplTrait(_) => true,
        Type::Reference(reference) => is_impl_trait(&reference.elem),
        Type::Paren(paren) => is_impl_trait(&paren.elem),
        _ => false,
    }
}

/// The parameters that come from the body.
fn wired(function: &FunctionItem) -> impl Iterator<Item = &syn::PatType> {
    function
        .item
        .sig
        .inputs
        .iter()
        .filter_map(|argument| match argument {
            FnArg::Typed(argument) => {
                let source = parameter::parse(&argument.attrs);
                let extracted = matches!(source, Ok(parameter::Source::Extract));
                (!extracted).then_some(argument)
            }
            FnArg::Receiver(_) => None,
        })
}
