//! Where the build script left its files, and how they join the code.

use std::path::PathBuf;

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

/// How a file begins that holds the diagnostics of what it should have been generated for.
const REFUSED: &str = "// tramline: refused";

/// A generated file, as far as a macro needs to know it.
pub(crate) enum Generated {
    /// There is no build script.
    NoBuildScript,
    /// The build script wrote no such file.
    Missing,
    /// Nothing could be generated; the tokens say why.
    Refused(TokenStream),
    /// It can be included.
    Ready,
}

/// The folder that the build script writes to.
pub(crate) struct Folder(Option<PathBuf>);

impl Folder {
    /// The one that cargo names; there is none without a build script.
    pub(crate) fn of_build_script() -> Self {
        Self(std::env::var_os("OUT_DIR").map(PathBuf::from))
    }

    /// The tokens of the file at `path` below the folder.
    pub(crate) fn read(&self, path: &str) -> Option<TokenStream> {
        let text = std::fs::read_to_string(self.0.as_ref()?.join(path)).ok()?;
        text.parse().ok()
    }

    /// Looks for the file at `path` below the folder.
    pub(crate) fn look_up(&self, path: &str) -> Generated {
        let Some(folder) = &self.0 else {
            return Generated::NoBuildScript;
        };
        let Ok(text) = std::fs::read_to_string(folder.join(path)) else {
            return Generated::Missing;
        };
        if !text.starts_with(REFUSED) {
            return Generated::Ready;
        }
        match text.parse() {
            Ok(tokens) => Generated::Refused(tokens),
            // Included as it is, rustc shows what is wrong with it.
            Err(_) => Generated::Ready,
        }
    }
}

#[cfg(test)]
impl Folder {
    pub(crate) fn none() -> Self {
        Self(None)
    }

    pub(crate) fn at(path: &std::path::Path) -> Self {
        Self(Some(path.to_owned()))
    }
}

/// The items of the file at `path` below the build script's folder.
pub(crate) fn include(path: &str) -> TokenStream {
    let path = format!("/{path}");
    quote! {
        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), #path));
    }
}

/// An error at `span`.
pub(crate) fn error(span: Span, message: &str) -> TokenStream {
    quote_spanned!(span=> ::core::compile_error! { #message })
}

/// The same tokens, all of them standing at `span`.
pub(crate) fn at(span: Span, tokens: TokenStream) -> TokenStream {
    let moved = tokens.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            let inner = at(span, group.stream());
            token = Group::new(group.delimiter(), inner).into();
        }
        token.set_span(span);
        token
    });
    moved.collect()
}
