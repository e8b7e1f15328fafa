//! `#[derive(Wire)]`: the proof of a type's fields, in the type's own module.

use proc_macro2::TokenStream;
use syn::{Data, DeriveInput};
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
        Generated::Ready => generated::include(&path),
    }
}

/// What is wrong with the attributes of fields: nobody else reads them here.
fn mistakes(item: &DeriveInput) -> TokenStream {
    let fields = match &item.data {
        Data::Struct(data) => data.fields.iter().collect::<Vec<_>>(),
        Data::Enum(data) => data.variants.iter().flat_map(|one| &one.fields).collect(),
        Data::Union(data) => data.fields.named.iter().collect(),
    };
    let problems = fields
        .into_iter()
        .filter_map(|field| field::parse(&field.attrs).err());
    problems
        .map(|problems| problems.into_error().into_compile_error())
        .collect()
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
        std::fs::write(types.join(format!("{stem}.rs")), "// @generated\n").unwrap();
        let ready = expand(item, &Folder::at(folder.path())).to_string();
        assert!(ready.contains(&stem), "{ready}");
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
