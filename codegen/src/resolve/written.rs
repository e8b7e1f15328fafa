//! Types as the user wrote them, for code that stands beside the function.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Lifetime, Type};

/// The type with every named lifetime replaced by `'_`.
pub(crate) fn elided(ty: &Type) -> String {
    relabel(ty.to_token_stream(), "_", true).to_string()
}

/// The type with every lifetime replaced by `'static`, elided ones of references included.
pub(crate) fn immortal(ty: &Type) -> String {
    relabel(with_lifetimes(ty.to_token_stream()), "static", false).to_string()
}

/// Replaces lifetimes by `'label`, except perhaps `'static`.
fn relabel(tokens: TokenStream, label: &str, keep_static: bool) -> TokenStream {
    let mut relabelled = Vec::new();
    let mut after_quote = false;
    for token in tokens {
        let token = match token {
            TokenTree::Ident(ident) if after_quote && !(keep_static && ident == "static") => {
                TokenTree::Ident(proc_macro2::Ident::new(label, ident.span()))
            }
            TokenTree::Group(group) => {
                let inner = relabel(group.stream(), label, keep_static);
                TokenTree::Group(Group::new(group.delimiter(), inner))
            }
            other => other,
        };
        after_quote = is_punct(&token, '\'');
        relabelled.push(token);
    }
    relabelled.into_iter().collect()
}

/// Gives every `&` without a lifetime one.
fn with_lifetimes(tokens: TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut labelled = TokenStream::new();
    while let Some(token) = tokens.next() {
        let is_reference = is_punct(&token, '&');
        labelled.extend([match token {
            TokenTree::Group(group) => {
                let inner = with_lifetimes(group.stream());
                TokenTree::Group(Group::new(group.delimiter(), inner))
            }
            other => other,
        }]);
        let named = tokens.peek().is_some_and(|next| is_punct(next, '\''));
        if is_reference && !named {
            labelled.extend(Lifetime::new("'static", Span::call_site()).to_token_stream());
        }
    }
    labelled
}

fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

#[cfg(test)]
mod tests {
    use super::{elided, immortal};

    #[test]
    fn lifetimes_are_replaced() {
        let check = |written: &str, elide: &str, immortalize: &str| {
            let ty = syn::parse_str(written).expect("a type");
            let squeeze = |text: String| text.replace(' ', "");
            assert_eq!(squeeze(elided(&ty)), elide);
            assert_eq!(squeeze(immortal(&ty)), immortalize);
        };
        check("&'a str", "&'_str", "&'staticstr");
        check("&str", "&str", "&'staticstr");
        check("&'static str", "&'staticstr", "&'staticstr");
        check("Cow<'a, [u8]>", "Cow<'_,[u8]>", "Cow<'static,[u8]>");
        check(
            "(&'a A<'b>, &mut B)",
            "(&'_A<'_>,&mutB)",
            "(&'staticA<'static>,&'staticmutB)",
        );
        check(
            "Result<&Post, E>",
            "Result<&Post,E>",
            "Result<&'staticPost,E>",
        );
    }
}
