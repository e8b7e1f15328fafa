//! `#[action]` and `#[query]`: the function untouched, and its generated file beside it.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{FnArg, ItemFn};
use tramline_syntax::{action, parameter, stem};

use crate::generated::{self, Generated};

const NO_BUILD_SCRIPT: &str = "this crate has no build script that generates the code for its \
actions

help: add `tramline-codegen` to [build-dependencies], and a `build.rs` beside Cargo.toml:

    fn main() {
        tramline_codegen::Builder::new().typescript(\"web/src/api\").build();
    }";

const MISSING: &str = "the build script has not seen this function

help: it follows the `mod` declarations from src/lib.rs or src/main.rs (or `Builder::root`) and \
reads what is written there. Check that a `mod` leads to this file, that the function is not made by \
another macro, that `build.rs` calls `tramline_codegen::Builder::new()…build()`, and that it could \
parse every file";

/// Expands `#[attribute(arguments)] item`.
pub(crate) fn expand(attribute: &str, arguments: TokenStream, item: TokenStream) -> TokenStream {
    let function = match syn::parse2::<ItemFn>(item.clone()) {
        Ok(function) => function,
        Err(error) => return not_a_function(attribute, &error, item),
    };
    let beside = beside(attribute, &arguments, &function);
    let function = without_helpers(function);
    quote! {
        #function
        #beside
    }
}

/// What stands beside the function: its generated file, or why there is none.
fn beside(attribute: &str, arguments: &TokenStream, function: &ItemFn) -> TokenStream {
    let name = function.sig.ident.span();
    let stem = stem::of_function(attribute, arguments, function);
    let path = format!("tramline/actions/{stem}.rs");
    let found = generated::look_up(&path);
    if let Generated::Refused(diagnostics) = found {
        // The build step has found these mistakes too, and perhaps more.
        return generated::at(name, diagnostics);
    }
    if let Err(error) = check(arguments, function) {
        return error.into_compile_error();
    }
    match found {
        Generated::NoBuildScript => generated::error(name, NO_BUILD_SCRIPT),
        Generated::Missing => generated::error(name, MISSING),
        Generated::Refused(_) | Generated::Ready => generated::include(&path),
    }
}

/// Every mistake in the attributes of the function and of its parameters.
fn check(arguments: &TokenStream, function: &ItemFn) -> syn::Result<()> {
    let mut mistakes: Option<syn::Error> = None;
    let mut add = |error: syn::Error| match &mut mistakes {
        Some(mistakes) => mistakes.combine(error),
        None => mistakes = Some(error),
    };
    if let Err(problems) = action::parse(arguments.clone()) {
        add(problems.into_error());
    }
    for argument in &function.sig.inputs {
        if let FnArg::Typed(argument) = argument
            && let Err(problems) = parameter::parse(&argument.attrs)
        {
            add(problems.into_error());
        }
    }
    mistakes.map_or(Ok(()), Err)
}

/// The function as rustc may see it.
fn without_helpers(mut function: ItemFn) -> ItemFn {
    for argument in &mut function.sig.inputs {
        let attributes = match argument {
            FnArg::Receiver(receiver) => &mut receiver.attrs,
            FnArg::Typed(argument) => &mut argument.attrs,
        };
        attributes.retain(|attribute| !parameter::is_helper(attribute));
    }
    function
}

/// Keeps the item, so that what else refers to it is not reported as well.
fn not_a_function(attribute: &str, error: &syn::Error, item: TokenStream) -> TokenStream {
    let message = format!("`#[{attribute}]` goes on a function: {error}");
    let error = generated::error(Span::call_site(), &message);
    quote! {
        #item
        #error
    }
}
