//! What the text of an item says by itself.
//!
//! It is found out when somebody asks, and stays with the item, which whoever watches files meets
//! again and again. Nothing here depends on another item, or on where the item stands.

use std::cell::{OnceCell, RefCell};
use std::ops::Deref;

use quote::ToTokens as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, ItemFn, Meta, Path, Token};
use tramline_syntax::error::{self, VariantOptions};
use tramline_syntax::problem::Problems;
use tramline_syntax::stem;

use super::attributes::{arguments, docs, plain_name};

/// A struct, an enum or a union, and what it says by itself.
#[derive(Debug)]
pub(crate) struct WrittenType {
    item: DeriveInput,
    docs: OnceCell<String>,
    derives: OnceCell<Vec<WrittenDerive>>,
    errors: OnceCell<Vec<WrittenError>>,
}

/// One path in a `derive`.
#[derive(Debug)]
pub(crate) struct WrittenDerive {
    /// With a leading `::`.
    pub(crate) absolute: bool,
    pub(crate) path: Vec<String>,
    /// The predicate of the `cfg_attr` that it stands under.
    pub(crate) condition: Option<String>,
}

/// A variant as `ActionError` reads it.
#[derive(Clone, Debug)]
pub(crate) struct WrittenError {
    pub(crate) options: Result<VariantOptions, Problems>,
    pub(crate) docs: String,
}

/// A function under an attribute that may be ours, and what it says by itself.
#[derive(Debug)]
pub(crate) struct WrittenFunction {
    item: ItemFn,
    docs: OnceCell<String>,
    /// With the attribute's word and its place among the attributes.
    stem: RefCell<Option<(&'static str, usize, String)>>,
}

impl WrittenType {
    pub(crate) fn new(item: DeriveInput) -> Self {
        WrittenType {
            item,
            docs: OnceCell::new(),
            derives: OnceCell::new(),
            errors: OnceCell::new(),
        }
    }

    /// Its documentation.
    pub(crate) fn docs(&self) -> String {
        self.docs.get_or_init(|| docs(&self.item.attrs)).clone()
    }

    /// What it derives, that under a `cfg_attr` included.
    pub(crate) fn derives(&self) -> &[WrittenDerive] {
        self.derives.get_or_init(|| derives(&self.item.attrs))
    }

    /// Its variants, in order, as those of an error.
    pub(crate) fn errors(&self) -> &[WrittenError] {
        self.errors.get_or_init(|| match &self.item.data {
            Data::Enum(data) => data.variants.iter().map(WrittenError::of).collect(),
            Data::Struct(_) | Data::Union(_) => Vec::new(),
        })
    }
}

impl WrittenError {
    fn of(variant: &syn::Variant) -> Self {
        WrittenError {
            options: error::parse(variant),
            docs: docs(&variant.attrs),
        }
    }
}

impl WrittenFunction {
    pub(crate) fn new(item: ItemFn) -> Self {
        WrittenFunction {
            item,
            docs: OnceCell::new(),
            stem: RefCell::default(),
        }
    }

    /// Its documentation.
    pub(crate) fn docs(&self) -> String {
        self.docs.get_or_init(|| docs(&self.item.attrs)).clone()
    }

    /// The stem of its file, given which of its attributes is ours, and which of ours it is.
    pub(crate) fn stem(&self, word: &'static str, attribute: usize) -> String {
        if let Some((known, place, stem)) = &*self.stem.borrow()
            && (*known, *place) == (word, attribute)
        {
            return stem.clone();
        }
        let arguments = self.item.attrs.get(attribute).map(arguments);
        let stem = stem::of_function(word, &arguments.unwrap_or_default(), &self.item);
        *self.stem.borrow_mut() = Some((word, attribute, stem.clone()));
        stem
    }
}

impl Deref for WrittenType {
    type Target = DeriveInput;

    fn deref(&self) -> &DeriveInput {
        &self.item
    }
}

impl Deref for WrittenFunction {
    type Target = ItemFn;

    fn deref(&self) -> &ItemFn {
        &self.item
    }
}

fn derives(attributes: &[Attribute]) -> Vec<WrittenDerive> {
    let mut derives = Vec::new();
    for attribute in attributes {
        if attribute.path().is_ident("derive") {
            derives.extend(derived(&attribute.meta, None));
        } else if attribute.path().is_ident("cfg_attr") {
            let parser = Punctuated::<Meta, Token![,]>::parse_terminated;
            let metas = attribute.parse_args_with(parser).into_iter().flatten();
            let metas: Vec<Meta> = metas.collect();
            let Some((predicate, added)) = metas.split_first() else {
                continue;
            };
            for meta in added.iter().filter(|meta| meta.path().is_ident("derive")) {
                let condition = predicate.to_token_stream().to_string();
                derives.extend(derived(meta, Some(condition)));
            }
        }
    }
    derives
}

fn derived(meta: &Meta, condition: Option<String>) -> impl Iterator<Item = WrittenDerive> {
    let parser = Punctuated::<Path, Token![,]>::parse_terminated;
    let list = meta.require_list().ok();
    let paths = list.and_then(|list| list.parse_args_with(parser).ok());
    let paths = paths.into_iter().flatten();
    paths.map(move |path| WrittenDerive {
        absolute: path.leading_colon.is_some(),
        path: names(&path),
        condition: condition.clone(),
    })
}

fn names(path: &Path) -> Vec<String> {
    let segments = path.segments.iter();
    segments.map(|segment| plain_name(&segment.ident)).collect()
}
