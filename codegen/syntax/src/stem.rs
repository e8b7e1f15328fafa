//! The name of the file that connects an item with its generated code.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{DeriveInput, ItemFn};

use crate::digest::bits48;

/// The file stem of an annotated function: its name, and a digest of attribute and signature.
///
/// `attribute` is the path's last segment, `arguments` what stands in its parentheses. Attributes
/// on the function itself and its body do not count, so documenting or rewriting it keeps the
/// name; attributes on parameters do.
pub fn of_function(attribute: &str, arguments: &TokenStream, function: &ItemFn) -> String {
    let mut text = format!("{attribute}(");
    flatten(arguments.clone(), &mut text);
    text.push(')');
    flatten(function.sig.to_token_stream(), &mut text);
    stem(&function.sig.ident.to_string(), &text)
}

/// The file stem of a type that derives `Wire`: its name, and a digest of its whole definition.
pub fn of_type(item: &DeriveInput) -> String {
    let mut bare = item.clone();
    bare.attrs.clear();
    let mut text = String::from("type ");
    flatten(bare.to_token_stream(), &mut text);
    stem(&item.ident.to_string(), &text)
}

/// The file stem of a type that derives `WebhookEvent`, which has a file only where something is
/// wrong with it: its name, and a digest of attribute and definition.
pub fn of_event(item: &DeriveInput) -> String {
    let mut bare = item.clone();
    bare.attrs
        .retain(|attribute| attribute.path().is_ident("webhook_event"));
    let mut text = String::from("event ");
    flatten(bare.to_token_stream(), &mut text);
    stem(&item.ident.to_string(), &text)
}

/// Legal on every file system: ASCII, short, and different from any other in more than case.
fn stem(name: &str, text: &str) -> String {
    let name: String = name
        .trim_start_matches("r#")
        .chars()
        .map(|character| {
            if character.is_ascii_alphanumeric() {
                character
            } else {
                '_'
            }
        })
        .take(64)
        .collect();
    // Base64 would differ in case alone; hexadecimal digits do not.
    format!("{name}-{:012x}", bits48(text))
}

/// Appends every token, separated by spaces, so that layout and spans play no part.
fn flatten(tokens: TokenStream, text: &mut String) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                flatten(group.stream(), text);
                text.push_str(close);
            }
            other => text.push_str(&other.to_string()),
        }
        text.push(' ');
    }
}
