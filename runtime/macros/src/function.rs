//! `#[action]`, `#[query]` and `#[webhook]`: the function untouched, and its generated file beside it.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{FnArg, ItemFn};
use tramline_syntax::{action, parameter, stem, webhook};

use crate::generated::{self, Folder, Generated};

const NO_BUILD_SCRIPT: &str = "this crate has no build script that generates the code for its \
actions

help: add `tramline-codegen` to [build-dependencies], and a `build.rs` beside Cargo.toml:

    fn main() {
        tramline_codegen::Builder::new().typescript(\"web/src/api\").build();
    }";

const MISSING: &str = "the build script has not seen this function

help: it reads what is written in the files that `mod` declarations lead to, beginning with \
src/lib.rs or src/main.rs. Check that
    - a `mod` leads to this file,
    - the function is not made by another macro,
    - `build.rs` calls `tramline_codegen::Builder::new()…build()`,
    - every file parses";

/// Expands `#[attribute(arguments)] item`.
pub(crate) fn expand(
    attribute: &str,
    arguments: TokenStream,
    item: TokenStream,
    folder: &Folder,
) -> TokenStream {
    let function = match syn::parse2::<ItemFn>(item.clone()) {
        Ok(function) => function,
        Err(error) => return not_a_function(attribute, &error, item),
    };
    let beside = beside(attribute, &arguments, &function, folder);
    let function = without_helpers(function);
    quote! {
        #function
        #beside
    }
}

/// What stands beside the function: its generated file, or why there is none.
fn beside(
    attribute: &str,
    arguments: &TokenStream,
    function: &ItemFn,
    folder: &Folder,
) -> TokenStream {
    let name = function.sig.ident.span();
    let stem = stem::of_function(attribute, arguments, function);
    let path = format!("tramline/actions/{stem}.rs");
    let found = folder.look_up(&path);
    if let Generated::Refused(diagnostics) = found {
        // The build step has found these mistakes too, and perhaps more.
        return generated::at(name, diagnostics);
    }
    if let Err(error) = check(attribute, arguments, function) {
        return error.into_compile_error();
    }
    match found {
        Generated::NoBuildScript => generated::error(name, NO_BUILD_SCRIPT),
        Generated::Missing => generated::error(name, MISSING),
        Generated::Refused(_) | Generated::Ready => generated::include(&path),
    }
}

/// Every mistake in the attributes of the function and of its parameters.
fn check(attribute: &str, arguments: &TokenStream, function: &ItemFn) -> syn::Result<()> {
    let mut mistakes: Option<syn::Error> = None;
    let mut add = |error: syn::Error| match &mut mistakes {
        Some(mistakes) => mistakes.combine(error),
        None => mistakes = Some(error),
    };
    let options = match attribute {
        "webhook" => webhook::parse(arguments.clone(), Span::call_site()).map(drop),
        _ => action::parse(arguments.clone()).map(drop),
    };
    if let Err(problems) = options {
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

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::{File, Item, ItemFn, parse_quote};
    use tramline_syntax::stem;

    use super::expand;
    use crate::generated::Folder;

    /// What stands beside the function, which is always the first item.
    fn beside(arguments: proc_macro2::TokenStream, function: &ItemFn, folder: &Folder) -> String {
        let expanded = expand("action", arguments, quote!(#function), folder);
        let file: File = syn::parse2(expanded).unwrap();
        let [Item::Fn(kept), rest @ ..] = &file.items[..] else {
            panic!("the function is gone");
        };
        assert_eq!(
            (&kept.sig.ident, &kept.block),
            (&function.sig.ident, &function.block)
        );
        assert!(kept.sig.inputs.iter().all(|input| match input {
            syn::FnArg::Receiver(_) => true,
            syn::FnArg::Typed(input) => input.attrs.is_empty(),
        }));
        rest.iter().map(|item| quote!(#item).to_string()).collect()
    }

    fn function() -> ItemFn {
        parse_quote! {
            async fn f(#[extract] a: A, #[wire(default = 1)] b: u8) -> u8 { b }
        }
    }

    fn written(text: &str) -> (tempfile::TempDir, String) {
        let folder = tempfile::tempdir().unwrap();
        let stem = stem::of_function("action", &quote!(), &function());
        let path = folder.path().join("tramline/actions");
        std::fs::create_dir_all(&path).unwrap();
        std::fs::write(path.join(format!("{stem}.rs")), text).unwrap();
        (folder, stem)
    }

    #[test]
    fn a_generated_file_is_included() {
        let (folder, stem) = written("// @generated\n");
        let beside = beside(quote!(), &function(), &Folder::at(folder.path()));
        let path = format!("\"/tramline/actions/{stem}.rs\"");
        assert!(
            beside.contains("include") && beside.contains(&path),
            "{beside}"
        );
    }

    #[test]
    fn diagnostics_of_the_build_step_stand_instead_of_ours() {
        let (folder, _) = written("// tramline: refused\n::core::compile_error! { \"theirs\" }\n");
        let folder = Folder::at(folder.path());
        let beside = beside(quote!(), &function(), &folder);
        assert_eq!(beside, ":: core :: compile_error ! { \"theirs\" }");
    }

    #[test]
    fn what_is_missing_is_said_in_words() {
        let none = beside(quote!(), &function(), &Folder::none());
        assert!(none.contains("has no build script"), "{none}");
        let (folder, _) = written("");
        let folder = Folder::at(folder.path());
        let renamed = parse_quote!(
            async fn g() {}
        );
        let missing = beside(quote!(), &renamed, &folder);
        assert!(missing.contains("has not seen this function"), "{missing}");
        // Other arguments make another file.
        let labelled = beside(quote!(label(a = "b")), &function(), &folder);
        assert!(
            labelled.contains("has not seen this function"),
            "{labelled}"
        );
    }

    #[test]
    fn mistakes_in_attributes_are_found_without_the_build_step() {
        let function = parse_quote!(
            async fn f(#[extract(x)] a: A) {}
        );
        let beside = beside(quote!(nmae = "x"), &function, &Folder::none());
        assert!(beside.contains("did you mean `name`?"), "{beside}");
        assert!(beside.contains("`#[extract]` takes no options"), "{beside}");
    }

    #[test]
    fn what_is_no_function_is_kept_and_refused() {
        let expanded = expand(
            "query",
            quote!(),
            quote!(
                struct S;
            ),
            &Folder::none(),
        )
        .to_string();
        assert!(expanded.starts_with("struct S ;"), "{expanded}");
        assert!(
            expanded.contains("`#[query]` goes on a function"),
            "{expanded}"
        );
    }
}
