//! `#[derive(WebhookEvent)]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;
use tramline_syntax::{event, stem};

use crate::generated::{self, Folder, Generated};

/// Expands the derive on `item`.
pub(crate) fn expand(item: TokenStream, folder: &Folder) -> TokenStream {
    let item = match syn::parse2::<DeriveInput>(item) {
        Ok(item) => item,
        Err(error) => return error.into_compile_error(),
    };
    let options = event::parse(&item);
    let path = format!("tramline/actions/{}.rs", stem::of_event(&item));
    let mistakes = match folder.look_up(&path) {
        // The build step has found the mistakes of the attribute too, and perhaps more.
        Generated::Refused(diagnostics) => generated::at(item.ident.span(), diagnostics),
        // A crate without a build script may have events, and most have no mistakes.
        Generated::NoBuildScript | Generated::Missing | Generated::Ready => match &options {
            Ok(_) => TokenStream::new(),
            Err(problems) => problems.clone().into_error().into_compile_error(),
        },
    };
    let Ok(options) = options else {
        return mistakes;
    };
    let path = format!("tramline/types/{}.rs", stem::of_event(&item));
    let proof = match folder.look_up(&path) {
        Generated::Ready => generated::include(&path),
        _ => TokenStream::new(),
    };
    let (ident, name, version) = (&item.ident, options.name, options.version);
    quote! {
        #mistakes
        #[automatically_derived]
        #[allow(deprecated)]
        impl ::tramline::WebhookEvent for #ident {
            const NAME: &'static str = #name;
            const VERSION: &'static str = #version;
        }
        #proof
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use tramline_syntax::stem;

    use super::expand;
    use crate::generated::Folder;

    #[test]
    fn an_event_knows_its_name_and_version() {
        let item = quote! {
            #[webhook_event("product.updated", version = "v2")]
            struct ProductUpdated {
                id: u32,
            }
        };
        let expanded = expand(item, &Folder::none()).to_string();
        assert!(expanded.contains("impl :: tramline :: WebhookEvent for ProductUpdated"));
        assert!(expanded.contains("\"product.updated\"") && expanded.contains("\"v2\""));
    }

    #[test]
    fn mistakes_are_found_without_the_build_step() {
        let item = quote! {
            #[webhook_event("product.updated")]
            struct ProductUpdated;
        };
        let expanded = expand(item, &Folder::none()).to_string();
        assert!(expanded.starts_with(":: core :: compile_error !"));
        assert!(expanded.contains("has no version"), "{expanded}");
    }

    #[test]
    fn a_proof_is_included_where_there_is_one() {
        let item = quote! {
            #[webhook_event("product.updated", version = "v2")]
            struct ProductUpdated;
        };
        let folder = tempfile::tempdir().unwrap();
        let files = folder.path().join("tramline/types");
        std::fs::create_dir_all(&files).unwrap();
        let stem = stem::of_event(&syn::parse2(item.clone()).unwrap());
        std::fs::write(files.join(format!("{stem}.rs")), "// @generated\n").unwrap();
        let expanded = expand(item, &Folder::at(folder.path())).to_string();
        assert!(expanded.contains("include"), "{expanded}");
        assert!(expanded.contains(&stem), "{expanded}");
    }

    #[test]
    fn what_the_build_step_has_found_stands_at_the_name() {
        let item = quote! {
            #[webhook_event("product.updated", version = "v2")]
            struct ProductUpdated;
        };
        let folder = tempfile::tempdir().unwrap();
        let files = folder.path().join("tramline/actions");
        std::fs::create_dir_all(&files).unwrap();
        let stem = stem::of_event(&syn::parse2(item.clone()).unwrap());
        let text = "// tramline: refused\n::core::compile_error! { \"theirs\" }\n";
        std::fs::write(files.join(format!("{stem}.rs")), text).unwrap();
        let expanded = expand(item, &Folder::at(folder.path())).to_string();
        assert!(expanded.starts_with(":: core :: compile_error ! { \"theirs\" }"));
        // So that it is the only error.
        assert!(expanded.contains("WebhookEvent for ProductUpdated"));
    }
}
