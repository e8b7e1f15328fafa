//! One variant of an error type.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{Attribute, Expr, ExprLit, Field, Generics, Ident, Lit, Member, Meta};
use tramline_syntax::error::{self, Fate, VariantOptions};

/// A variant and what its attributes say.
pub(super) struct Variant<'a> {
    name: &'a Ident,
    fields: Vec<(Member, &'a Field)>,
    text: Option<String>,
    options: VariantOptions,
}

impl<'a> Variant<'a> {
    /// Reads `variant`; what is wrong with its attributes joins `mistakes`.
    pub(super) fn read(variant: &'a syn::Variant, mistakes: &mut TokenStream) -> Self {
        let options = error::parse(variant).unwrap_or_else(|problems| {
            mistakes.extend(problems.into_error().into_compile_error());
            // The one fate that asks nothing of the fields.
            VariantOptions {
                fate: Fate::Internal,
                from: false,
            }
        });
        Self {
            name: &variant.ident,
            fields: variant.fields.members().zip(&variant.fields).collect(),
            text: first_paragraph(&variant.attrs),
            options,
        }
    }

    /// Its part of `CODES`.
    pub(super) fn code(&self) -> Option<TokenStream> {
        match &self.options.fate {
            Fate::Declared { status, code } => {
                Some(quote!(::tramline::codegen::Code::declared(#code, #status)))
            }
            Fate::Internal => None,
            Fate::Flatten => {
                let inner = self.fields.iter().map(|(_, field)| &field.ty);
                Some(quote! {
                    ::tramline::codegen::Code::Flatten(
                        #(<#inner as ::tramline::ActionError>::CODES)*
                    )
                })
            }
        }
    }

    /// Its arm of `into_failure`.
    pub(super) fn failure(&self) -> TokenStream {
        let (pattern, bindings) = self.pattern(&TokenStream::new());
        let encoding = encoding();
        match &self.options.fate {
            Fate::Declared { status, code } => {
                let fields = bindings
                    .iter()
                    .rev()
                    .fold(quote!(()), |rest, field| quote!((&#field, #rest)));
                let (names, text) = (self.names(), self.display_text(code));
                quote! {
                    #pattern => ::tramline::codegen::declared(
                        #encoding, #code, #status, #text, &[#(#names),*], &#fields,
                    ),
                }
            }
            Fate::Internal => {
                let name = self.name;
                quote! {
                    error @ Self::#name { .. } => ::tramline::codegen::internal(&error),
                }
            }
            Fate::Flatten => quote! {
                #pattern => #(::tramline::ActionError::into_failure(#bindings, #encoding))*,
            },
        }
    }

    /// Its arm of `Display`.
    pub(super) fn display(&self) -> TokenStream {
        let (pattern, bindings) = self.pattern(&quote!(ref));
        let (name, formatter) = (self.name, Ident::new("formatter", Span::mixed_site()));
        match &self.options.fate {
            Fate::Declared { code, .. } => {
                let text = self.display_text(code);
                quote!(Self::#name { .. } => #formatter.write_str(#text),)
            }
            // Naming the fields tells rustc that they are read: in the log.
            Fate::Internal if !self.options.from => quote! {
                #pattern => {
                    let _ = (#(#bindings,)*);
                    ::core::fmt::Debug::fmt(self, #formatter)
                }
            },
            Fate::Internal | Fate::Flatten => quote! {
                #pattern => #(::core::fmt::Display::fmt(#bindings, #formatter))*,
            },
        }
    }

    /// What it displays as, where it is declared.
    fn display_text(&self, code: &str) -> String {
        self.text.clone().unwrap_or_else(|| code.replace('_', " "))
    }

    /// Its arm of `source`. A variant that displays as what it holds has that one's source.
    pub(super) fn source(&self) -> TokenStream {
        let (pattern, bindings) = self.pattern(&quote!(ref));
        let name = self.name;
        if matches!(self.options.fate, Fate::Internal) && self.options.from {
            return quote! {
                #pattern => {
                    use ::tramline::codegen::AsError as _;
                    #(::core::error::Error::source(#bindings.as_error()))*
                }
            };
        }
        quote!(Self::#name { .. } => ::core::option::Option::None,)
    }

    /// The conversion that `#[from]` asks for.
    pub(super) fn conversion(&self, item: &Ident, generics: &Generics) -> Option<TokenStream> {
        let (member, field) = self.fields.first().filter(|_| self.options.from)?;
        let (generics, arguments, bounds) = generics.split_for_impl();
        let (name, ty) = (self.name, &field.ty);
        Some(quote! {
            #[automatically_derived]
            #[allow(deprecated)]
            impl #generics ::core::convert::From<#ty> for #item #arguments #bounds {
                fn from(value: #ty) -> Self {
                    Self::#name { #member: value }
                }
            }
        })
    }

    /// The names of its fields, as clients know them.
    fn names(&self) -> impl Iterator<Item = String> {
        let names = self
            .fields
            .iter()
            .filter_map(|(_, field)| field.ident.as_ref());
        names.map(|name| name.unraw().to_string())
    }

    /// A pattern for the variant, and the names it binds, which no field has.
    fn pattern(&self, mode: &TokenStream) -> (TokenStream, Vec<Ident>) {
        let bindings: Vec<Ident> = (0..self.fields.len())
            .map(|index| format_ident!("field{index}", span = Span::mixed_site()))
            .collect();
        let (name, members) = (self.name, self.fields.iter().map(|(member, _)| member));
        let pattern = quote!(Self::#name { #(#members: #mode #bindings),* });
        (pattern, bindings)
    }
}

/// The parameter of `into_failure`, which no field can be taken for.
pub(super) fn encoding() -> Ident {
    Ident::new("encoding", Span::mixed_site())
}

/// The first paragraph of the documentation, on one line.
fn first_paragraph(attributes: &[Attribute]) -> Option<String> {
    let lines = attributes.iter().filter_map(|attribute| {
        let Meta::NameValue(pair) = &attribute.meta else {
            return None;
        };
        match &pair.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) if pair.path.is_ident("doc") => Some(text.value()),
            _ => None,
        }
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let paragraph = text.trim().lines().map(str::trim);
    let paragraph: Vec<_> = paragraph.take_while(|line| !line.is_empty()).collect();
    (!paragraph.is_empty()).then(|| paragraph.join(" "))
}
