//! What can be read off attributes without resolving anything.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Token};

use crate::model::DEPRECATED;

/// The identifier without `r#`.
pub(crate) fn plain_name(ident: &Ident) -> String {
    let mut name = ident.to_string();
    if name.starts_with("r#") {
        name.drain(..2);
    }
    name
}

/// The documentation: lines joined, one leading space of each removed; last of all, as rustdoc has
/// it, that the item is deprecated.
pub(crate) fn docs(attributes: &[Attribute]) -> String {
    let text = text(attributes);
    match attributes.iter().find_map(deprecation) {
        Some(notice) if text.is_empty() => notice,
        Some(notice) => format!("{text}\n\n{notice}"),
        None => text,
    }
}

fn text(attributes: &[Attribute]) -> String {
    let lines: Vec<String> = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"))
        .filter_map(|attribute| string_value(&attribute.meta))
        .flat_map(|text| {
            let starred = is_starred(&text);
            let lines = text.lines().map(|line| match starred {
                true => line.trim_start().strip_prefix('*').unwrap_or_default(),
                false => line,
            });
            let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
            let mut lines: Vec<String> = lines.map(str::to_owned).collect();
            if lines.is_empty() {
                lines.push(String::new());
            }
            lines
        })
        .collect();
    lines.join("\n").trim().to_owned()
}

/// Whether it is a block comment with a star before every line, which belongs to the comment.
fn is_starred(text: &str) -> bool {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let mut lines = lines.filter(|line| !line.trim().is_empty()).peekable();
    let starred = |line: &str| line.starts_with(' ') && line.trim_start().starts_with('*');
    first.trim().is_empty() && lines.peek().is_some() && lines.all(starred)
}

/// `**Deprecated** since 1.2.0: use something else`
fn deprecation(attribute: &Attribute) -> Option<String> {
    if !attribute.path().is_ident("deprecated") {
        return None;
    }
    let parser = Punctuated::<Meta, Token![,]>::parse_terminated;
    let parts = attribute.parse_args_with(parser).unwrap_or_default();
    let part = |name: &str| {
        let named = parts.iter().filter(|meta| meta.path().is_ident(name));
        named.filter_map(string_value).next()
    };
    let since = part("since").map_or_else(String::new, |since| format!(" since {since}"));
    let note = part("note").or_else(|| string_value(&attribute.meta));
    let note = note.map_or_else(String::new, |note| format!(": {note}"));
    Some(format!("{DEPRECATED}{since}{note}"))
}

/// What stands in the parentheses of an attribute of ours.
pub(crate) fn arguments(attribute: &Attribute) -> TokenStream {
    match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        // `#[action = …]` is refused by rustc's parser of attribute macros.
        Meta::NameValue(pair) => pair.value.to_token_stream(),
        Meta::Path(_) => TokenStream::new(),
    }
}

/// The predicates of the `#[cfg]` attributes.
pub(crate) fn cfgs(attributes: &[Attribute]) -> Vec<String> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"))
        .filter_map(|attribute| attribute.meta.require_list().ok())
        .map(|list| list.tokens.to_string())
        .collect()
}

/// The values of `#[path = "…"]`, those under `cfg_attr` included.
pub(super) fn paths(attributes: &[Attribute]) -> (Vec<String>, Vec<String>) {
    let certain = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("path"))
        .filter_map(|attribute| string_value(&attribute.meta));
    let conditional = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg_attr"))
        .flat_map(conditional_metas)
        .filter(|meta| meta.path().is_ident("path"))
        .filter_map(|meta| string_value(&meta));
    (certain.collect(), conditional.collect())
}

/// What `#[cfg_attr(predicate, a, b)]` may add.
fn conditional_metas(attribute: &Attribute) -> Vec<Meta> {
    let parser = Punctuated::<Meta, Token![,]>::parse_terminated;
    match attribute.parse_args_with(parser) {
        Ok(metas) => metas.into_iter().skip(1).collect(),
        Err(_) => Vec::new(),
    }
}

/// Whether an attribute may be one of ours, under whatever name.
///
/// The attributes of the language are left out, which spares the resolver most functions.
pub(super) fn may_be_ours(attribute: &Attribute) -> bool {
    let Some(name) = attribute.path().get_ident() else {
        return true;
    };
    const OF_THE_LANGUAGE: &[&str] = &[
        "allow",
        "cfg",
        "cfg_attr",
        "cold",
        "deny",
        "deprecated",
        "doc",
        "expect",
        "forbid",
        "ignore",
        "inline",
        "must_use",
        "should_panic",
        "test",
        "track_caller",
        "warn",
    ];
    !OF_THE_LANGUAGE.iter().any(|known| name == known)
}

fn string_value(meta: &Meta) -> Option<String> {
    match meta {
        Meta::NameValue(pair) => match &pair.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text.value()),
            // `include_str!` and the like.
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use syn::{Attribute, parse_quote};

    use super::docs;

    #[test]
    fn documentation_is_text_that_ends_with_a_deprecation() {
        let table: [(Vec<Attribute>, &str); 7] = [
            (
                vec![parse_quote!(#[doc = "\n     * One.\n     *\n     *  - two\n     "])],
                "One.\n\n - two",
            ),
            (
                vec![parse_quote!(#[doc = "\n* one\n* two"])],
                "* one\n* two",
            ),
            (
                vec![parse_quote!(#[doc = " One.\n\n Two."])],
                "One.\n\nTwo.",
            ),
            (vec![parse_quote!(#[deprecated])], "**Deprecated**"),
            (
                vec![
                    parse_quote!(#[doc = " One."]),
                    parse_quote!(#[deprecated = "use `x`"]),
                ],
                "One.\n\n**Deprecated**: use `x`",
            ),
            (
                vec![parse_quote!(#[deprecated(since = "1.2.0", note = "use `x`")])],
                "**Deprecated** since 1.2.0: use `x`",
            ),
            (
                vec![parse_quote!(#[deprecated(since = "1.2.0")])],
                "**Deprecated** since 1.2.0",
            ),
        ];
        for (attributes, expected) in table {
            assert_eq!(docs(&attributes), expected);
        }
    }
}
