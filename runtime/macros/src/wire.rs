//! `#[derive(Wire)]`: the proof of a type's fields, in the type's own module.

use std::collections::HashMap;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::{Data, DeriveInput, Field};
use tramline_syntax::{field, stem};

use crate::generated::{self, Folder, Generated};

/// Expands the derive on `item`.
pub(crate) fn expand(item: TokenStream, folder: &Folder) -> TokenStream {
    let item = match syn::parse2::<DeriveInput>(item) {
        Ok(item) => item,
        Err(error) => return error.into_compile_error(),
    };
    let path = format!("tramline/types/{}.rs", stem::of_type(&item));
    match folder.look_up(&path) {
        // A crate of types alone needs no build script, and a type that no action uses no proof.
        Generated::NoBuildScript | Generated::Missing => mistakes(&item),
        Generated::Refused(diagnostics) => generated::at(item.ident.span(), diagnostics),
        Generated::Ready => match folder.read(&path) {
            Some(proof) => beside_fields(&item, proof),
            None => generated::include(&path),
        },
    }
}

/// What is wrong with the attributes of fields: nobody else reads them here.
fn mistakes(item: &DeriveInput) -> TokenStream {
    let problems = fields(item)
        .into_iter()
        .filter_map(|field| field::parse(&field.attrs).err());
    problems
        .map(|problems| problems.into_error().into_compile_error())
        .collect()
}

/// The proof with every name of a field or a variant standing where that is declared, and all else
/// at the type's name: that is where rustc then says what was read wrong.
fn beside_fields(item: &DeriveInput, proof: TokenStream) -> TokenStream {
    let places = names(item).map(|name| (name.unraw().to_string(), name.span()));
    places_each(proof, item.ident.span(), &places.collect())
}

/// The names of variants and fields.
fn names(item: &DeriveInput) -> impl Iterator<Item = &Ident> {
    let variants = match &item.data {
        Data::Enum(data) => data.variants.iter().map(|it| &it.ident).collect(),
        Data::Struct(_) | Data::Union(_) => Vec::new(),
    };
    let fields = fields(item).into_iter();
    fields.filter_map(|it| it.ident.as_ref()).chain(variants)
}

fn fields(item: &DeriveInput) -> Vec<&Field> {
    match &item.data {
        Data::Struct(data) => data.fields.iter().collect(),
        Data::Enum(data) => data.variants.iter().flat_map(|one| &one.fields).collect(),
        Data::Union(data) => data.fields.named.iter().collect(),
    }
}

type Places = HashMap<String, Span>;

/// Names stay those of the proof; only where they stand changes.
fn places_each(tokens: TokenStream, usual: Span, places: &Places) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let statements = tokens.split_inclusive(is_semicolon);
    let moved = statements.flat_map(|statement| {
        let usual = argument(statement, places).unwrap_or(usual);
        statement
            .iter()
            .map(move |token| place(token.clone(), usual, places))
    });
    moved.collect()
}

fn place(token: TokenTree, usual: Span, places: &Places) -> TokenTree {
    let (mut token, place) = match token {
        TokenTree::Group(group) => {
            let inner = places_each(group.stream(), usual, places);
            (Group::new(group.delimiter(), inner).into(), usual)
        }
        TokenTree::Ident(name) => {
            let place = places.get(&name.unraw().to_string());
            let place = place.copied().unwrap_or(usual);
            (name.into(), place)
        }
        token => (token, usual),
    };
    token.set_span(Span::call_site().located_at(place));
    token
}

/// Where the field is declared that a call is about: rustc speaks of the call, not of its argument.
fn argument(statement: &[TokenTree], places: &Places) -> Option<Span> {
    let [.., TokenTree::Group(arguments), _] = statement else {
        return None;
    };
    let is_call = arguments.delimiter() == Delimiter::Parenthesis;
    match arguments.stream().into_iter().next()? {
        TokenTree::Ident(name) if is_call => places.get(&name.unraw().to_string()).copied(),
        _ => None,
    }
}

fn is_semicolon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';')
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use tramline_syntax::stem;

    use super::expand;
    use crate::generated::Folder;

    #[test]
    fn a_proof_is_included_where_there_is_one() {
        let item = quote!(
            struct Point {
                x: f64,
                y: f64,
            }
        );
        assert!(expand(item.clone(), &Folder::none()).is_empty());

        let folder = tempfile::tempdir().unwrap();
        assert!(expand(item.clone(), &Folder::at(folder.path())).is_empty());

        let types = folder.path().join("tramline/types");
        std::fs::create_dir_all(&types).unwrap();
        let stem = stem::of_type(&syn::parse2(item.clone()).unwrap());
        let proof = "// @generated\nconst _: () = ();\n";
        std::fs::write(types.join(format!("{stem}.rs")), proof).unwrap();
        let ready = expand(item, &Folder::at(folder.path())).to_string();
        assert_eq!(ready, "const _ : () = () ;");
    }

    #[test]
    fn mistakes_are_found_without_the_build_step() {
        let item = quote!(
            struct Point {
                #[wire(nubmer)]
                x: u64,
            }
        );
        let expanded = expand(item, &Folder::none()).to_string();
        assert!(expanded.contains("did you mean `number`?"), "{expanded}");
    }
}
