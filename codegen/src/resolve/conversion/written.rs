//! The attributes that name what writes and reads a field.

use proc_macro2::Span;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, Path, Token, Type};

use crate::resolve::serde::nested;

/// One option, and what its string says; nothing where that cannot be read.
pub(super) struct Named<T> {
    /// As in `serde(with)`.
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) value: Option<T>,
}

/// What the attributes of a field say about writing and reading it.
#[derive(Default)]
pub(super) struct Converters {
    pub(super) with: Option<Named<Path>>,
    pub(super) writes: Option<Named<Path>>,
    pub(super) reads: Option<Named<Path>>,
    /// `#[serde_as(as = "…")]`
    pub(super) adapter: Option<Named<Type>>,
    /// Whether the field exists in one direction alone.
    pub(super) goes_one_way: bool,
}

impl Converters {
    pub(super) fn of(attributes: &[Attribute]) -> Self {
        let mut converters = Self::default();
        for attribute in attributes {
            converters.read(&attribute.meta);
        }
        converters
    }

    fn read(&mut self, meta: &Meta) {
        let path = meta.path();
        if path.is_ident("cfg_attr") {
            // Whether the condition is right is asked where serde's other options are read.
            nested(meta).iter().skip(1).for_each(|meta| self.read(meta));
        } else if path.is_ident("serde") {
            nested(meta).iter().for_each(|option| self.option(option));
        } else if path
            .segments
            .last()
            .is_some_and(|last| last.ident == "serde_as")
        {
            self.adapter = adapter(meta);
        }
    }

    fn option(&mut self, option: &Meta) {
        let Some(name) = option.path().get_ident().map(ToString::to_string) else {
            return;
        };
        match name.as_str() {
            "with" => self.with = Some(read(option, "serde(with)")),
            "serialize_with" => self.writes = Some(read(option, "serde(serialize_with)")),
            "deserialize_with" => self.reads = Some(read(option, "serde(deserialize_with)")),
            "skip_serializing" | "skip_deserializing" => self.goes_one_way = true,
            _ => {}
        }
    }
}

/// `as = "…"`, for both directions at once.
fn adapter(meta: &Meta) -> Option<Named<Type>> {
    let Meta::List(list) = meta else {
        return None;
    };
    let only = |input: ParseStream<'_>| {
        input.parse::<Token![as]>()?;
        input.parse::<Token![=]>()?;
        let text: LitStr = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        text.parse()
    };
    let value = only.parse2(list.tokens.clone()).ok();
    Some(Named {
        name: "serde_as".to_owned(),
        span: meta.span(),
        value,
    })
}

fn read<T: Parse>(meta: &Meta, name: &str) -> Named<T> {
    Named {
        name: name.to_owned(),
        span: meta.span(),
        value: string(meta).and_then(|text| text.parse().ok()),
    }
}

fn string(meta: &Meta) -> Option<&LitStr> {
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
