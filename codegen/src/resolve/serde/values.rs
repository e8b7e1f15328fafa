//! The values that options of attributes take.

use proc_macro2::Span;
use syn::parse::Parse;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Expr, ExprLit, Lit, LitStr, Meta, MetaList, Token};

use crate::model::Both;

/// Something written in a string, and where.
#[derive(Clone, Debug)]
pub(crate) struct Quoted<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// The name of an option; `a::b` for a path.
pub(super) fn name(option: &Meta) -> String {
    let segments = option.path().segments.iter();
    let segments: Vec<_> = segments.map(|segment| segment.ident.to_string()).collect();
    segments.join("::")
}

/// The string of `name = "a"`.
pub(super) fn string(meta: &Meta) -> Option<String> {
    literal(meta).map(LitStr::value)
}

/// What the string of `name = "a"` says, as Rust.
pub(super) fn quoted<T: Parse>(meta: &Meta) -> Option<Quoted<T>> {
    let value = literal(meta)?.parse().ok()?;
    let span = meta.span();
    Some(Quoted { value, span })
}

/// The strings of `name = "a"`, which is for both directions, or of
/// `name(serialize = "a", deserialize = "b")`, of which one can be missing and the other repeated.
pub(super) fn directed(option: &Meta) -> Option<Both<Vec<String>>> {
    if let Meta::NameValue(_) = option {
        return Some(Both::same(vec![string(option)?]));
    }
    let mut strings = Both::<Vec<String>>::default();
    for way in nested(option) {
        let string = string(&way)?;
        match name(&way).as_str() {
            "serialize" => strings.output.push(string),
            "deserialize" => strings.input.push(string),
            _ => return None,
        }
    }
    Some(strings)
}

/// What stands in an attribute's parentheses.
pub(crate) fn nested(meta: &Meta) -> Vec<Meta> {
    let parse = |list: &MetaList| {
        list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .ok()
    };
    let parsed = meta.require_list().ok().and_then(parse);
    parsed.into_iter().flatten().collect()
}

fn literal(meta: &Meta) -> Option<&LitStr> {
    let Meta::NameValue(pair) = meta else {
        return None;
    };
    match &pair.value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text),
        _ => None,
    }
}
