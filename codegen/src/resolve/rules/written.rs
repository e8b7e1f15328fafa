//! The rules as they are written: `#[garde(length(chars, min = 1), inner(ascii))]`.
//!
//! What cannot be read is garde's to complain about.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::parse::Parser as _;
use syn::{Attribute, Expr, LitStr, Meta};

/// One rule, and what stands in its brackets.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) name: String,
    arguments: TokenStream,
}

/// The rules of one field, in order.
pub(super) fn rules(attributes: &[Attribute]) -> Vec<Rule> {
    let own = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            Meta::List(list) if list.path.is_ident("garde") => Some(list.tokens.clone()),
            _ => None,
        });
    own.flat_map(parse).collect()
}

fn parse(tokens: TokenStream) -> Vec<Rule> {
    let parts = parts(tokens).into_iter();
    let rule = |part: Vec<TokenTree>| {
        let mut part = part.into_iter();
        let Some(TokenTree::Ident(name)) = part.next() else {
            return None;
        };
        let arguments = match part.next() {
            Some(TokenTree::Group(group)) => arguments(&group),
            _ => TokenStream::new(),
        };
        let name = name.to_string();
        Some(Rule { name, arguments })
    };
    parts.filter_map(rule).collect()
}

fn arguments(group: &Group) -> TokenStream {
    match group.delimiter() {
        Delimiter::Parenthesis => group.stream(),
        _ => TokenStream::new(),
    }
}

/// What stands between commas.
fn parts(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut parts = vec![Vec::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => parts.push(Vec::new()),
            _ => parts
                .last_mut()
                .into_iter()
                .for_each(|part| part.push(token.clone())),
        }
    }
    parts
}

impl Rule {
    /// Those in its brackets.
    pub(super) fn rules(&self) -> Vec<Rule> {
        parse(self.arguments.clone())
    }

    /// The word that says how a length is counted.
    pub(super) fn mode(&self) -> &'static str {
        const MODES: &[&str] = &["bytes", "graphemes", "utf16", "chars"];
        let parts = parts(self.arguments.clone());
        let words = parts.iter().filter_map(|part| match part.as_slice() {
            [TokenTree::Ident(word)] => Some(word.to_string()),
            _ => None,
        });
        let mut words = words.filter_map(|word| MODES.iter().find(|mode| **mode == word));
        words.next().copied().unwrap_or("simple")
    }

    /// The least and the greatest that it allows.
    pub(super) fn bounds(&self) -> (Option<Expr>, Option<Expr>) {
        let value = |name: &str| {
            let parts = parts(self.arguments.clone()).into_iter();
            let mut values = parts.filter_map(|part| match part.as_slice() {
                [TokenTree::Ident(word), TokenTree::Punct(sign), value @ ..]
                    if word == name && sign.as_char() == '=' =>
                {
                    syn::parse2(value.iter().cloned().collect()).ok()
                }
                _ => None,
            });
            values.next()
        };
        match value("equal") {
            Some(equal) => (Some(Expr::clone(&equal)), Some(equal)),
            None => (value("min"), value("max")),
        }
    }

    /// The one string in its brackets.
    pub(super) fn text(&self) -> Option<String> {
        let only = |input: syn::parse::ParseStream<'_>| input.parse::<LitStr>();
        let text = only.parse2(self.arguments.clone()).ok()?;
        Some(text.value())
    }
}
