//! `#[derive(Wire)]`: the proof of a type's fields, in the type's own module.

use proc_macro2::TokenStream;
use syn::DeriveInput;
use tramline_syntax::stem;

use crate::generated::{self, Generated};

/// Expands the derive on `item`.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    let item = match syn::parse2::<DeriveInput>(item) {
        Ok(item) => item,
        Err(error) => return error.into_compile_error(),
    };
    let path = format!("tramline/types/{}.rs", stem::of_type(&item));
    match generated::look_up(&path) {
        // A crate of types alone needs no build script, and a type that no action uses no proof.
        Generated::NoBuildScript | Generated::Missing => TokenStream::new(),
        Generated::Refused(diagnostics) => generated::at(item.ident.span(), diagnostics),
        Generated::Ready => generated::include(&path),
    }
}
