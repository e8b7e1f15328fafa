//! `#[derive(ActionError)]`.

mod variant;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Data, DeriveInput};

use variant::Variant;

use crate::generated;

/// Expands the derive on `item`.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    let item = match syn::parse2::<DeriveInput>(item) {
        Ok(item) => item,
        Err(error) => return error.into_compile_error(),
    };
    let Data::Enum(body) = &item.data else {
        let message = "`ActionError` is derived on enums, one variant for each thing that can go \
                       wrong";
        return generated::error(item.ident.span(), message);
    };
    let mut mistakes = TokenStream::new();
    let variants: Vec<Variant<'_>> = body
        .variants
        .iter()
        .map(|variant| Variant::read(variant, &mut mistakes))
        .collect();
    let action_error = action_error(&item, &variants);
    let display = display(&item, &variants);
    let error = error(&item, &variants);
    let conversions = variants
        .iter()
        .map(|variant| variant.conversion(&item.ident, &item.generics));
    quote! {
        #mistakes
        #action_error
        #display
        #error
        #(#conversions)*
    }
}

fn action_error(item: &DeriveInput, variants: &[Variant<'_>]) -> TokenStream {
    let (name, (generics, arguments, bounds)) = (&item.ident, item.generics.split_for_impl());
    let codes = variants.iter().filter_map(Variant::code);
    let arms = variants.iter().map(Variant::failure);
    let body = match_on(&quote!(self), arms);
    let encoding = variant::encoding();
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #generics ::tramline::ActionError for #name #arguments #bounds {
            const CODES: ::tramline::codegen::Codes = &[#(#codes),*];

            fn into_failure(
                self,
                #encoding: ::tramline::codegen::ErrorEncoding,
            ) -> ::tramline::codegen::Failure {
                let _ = #encoding;
                #body
            }
        }
    }
}

fn display(item: &DeriveInput, variants: &[Variant<'_>]) -> TokenStream {
    let (name, (generics, arguments, bounds)) = (&item.ident, item.generics.split_for_impl());
    let body = match_on(&quote!(*self), variants.iter().map(Variant::display));
    // The parameter is named by the macro alone, so no field can be taken for it.
    let formatter = syn::Ident::new("formatter", Span::mixed_site());
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #generics ::core::fmt::Display for #name #arguments #bounds {
            fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #body
            }
        }
    }
}

fn error(item: &DeriveInput, variants: &[Variant<'_>]) -> TokenStream {
    let (name, (generics, arguments, bounds)) = (&item.ident, item.generics.split_for_impl());
    let body = match_on(&quote!(*self), variants.iter().map(Variant::source));
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #generics ::core::error::Error for #name #arguments #bounds {
            fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                #body
            }
        }
    }
}

/// A match that is also right for an enum without variants.
fn match_on(value: &TokenStream, arms: impl Iterator<Item = TokenStream>) -> TokenStream {
    quote!(match #value { #(#arms)* })
}
