//! The attribute of `#[derive(WebhookEvent)]`: `#[webhook_event("product.updated", version = "v2")]`.

use proc_macro2::{Span, TokenStream};
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Attribute, Data, DeriveInput, LitStr, Meta, Token};

use crate::problem::Problems;
use crate::written::{Grammar, Written};

const GRAMMAR: Grammar = Grammar {
    attribute: "`#[webhook_event]`",
    options: &["version"],
};

const EXAMPLE: &str = "write `#[webhook_event(\"product.updated\", version = \"v2\")]`";

/// The attribute of an event, validated.
#[derive(Clone, Debug)]
pub struct EventOptions {
    /// What receivers switch on: `product.updated`.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// The version of the API whose event this is: `v2`.
    pub version: String,
}

/// Reads the attribute of an item that derives `WebhookEvent`.
///
/// ```
/// let item: syn::DeriveInput = syn::parse_quote! {
///     #[webhook_event("product.updated", version = "v2")]
///     struct ProductUpdated { id: u32 }
/// };
/// let options = tramline_syntax::event::parse(&item).unwrap();
/// assert_eq!((&*options.name, &*options.version), ("product.updated", "v2"));
/// ```
///
/// # Errors
///
/// Where the attribute is missing or repeated, or the name or the version is none; and for what
/// cannot be an event.
pub fn parse(item: &DeriveInput) -> Result<EventOptions, Problems> {
    let mut problems = Problems::default();
    shape(item, &mut problems);
    let is_ours = |attribute: &&Attribute| attribute.path().is_ident("webhook_event");
    let mut attributes = item.attrs.iter().filter(is_ours);
    let first = attributes.next();
    for second in attributes {
        let message = "`#[webhook_event]` is given twice".to_owned();
        problems.invalid(
            second.span(),
            message,
            "the second time",
            "keep one of them",
        );
    }
    let options = match first {
        Some(attribute) => read(attribute, &mut problems),
        None => {
            let message = format!("event `{}` has no name", item.ident);
            problems.invalid(item.ident.span(), message, "no `#[webhook_event]`", EXAMPLE);
            None
        }
    };
    match options {
        Some(options) => problems.gate(options),
        None => Err(problems),
    }
}

/// Receivers are told one type for each event.
fn shape(item: &DeriveInput, problems: &mut Problems) {
    if let Data::Union(_) = item.data {
        let message = format!("union `{}` cannot be an event", item.ident);
        let help = "make it a struct or an enum";
        problems.invalid(item.ident.span(), message, "a union", help);
    }
    if !item.generics.params.is_empty() {
        let message = format!("event `{}` is generic", item.ident);
        let help = "declare a type without parameters for each event";
        let label = "an event is one type";
        problems.invalid(item.generics.span(), message, label, help);
    }
}

fn read(attribute: &Attribute, problems: &mut Problems) -> Option<EventOptions> {
    let Meta::List(list) = &attribute.meta else {
        let message = "`#[webhook_event]` needs a name and a version".to_owned();
        problems.invalid(attribute.span(), message, "no name", EXAMPLE);
        return None;
    };
    let (literal, rest) = match first_literal.parse2(list.tokens.clone()) {
        Ok(split) => split,
        Err(error) => {
            let message = "the name of an event comes first".to_owned();
            problems.invalid(error.span(), message, "expected a string", EXAMPLE);
            return None;
        }
    };
    let name = name(&literal, problems);
    let mut version = None;
    let mut given = false;
    for option in GRAMMAR.split(rest, &[], problems) {
        match option.name.as_str() {
            "version" => {
                given = true;
                version = self::version(&option, problems);
            }
            _ => GRAMMAR.unknown(&option, problems),
        }
    }
    if !given {
        let message = format!("event `{}` has no version", literal.value());
        problems.invalid(literal.span(), message, "no `version = \"…\"`", EXAMPLE);
    }
    Some(EventOptions {
        name: name?,
        span: literal.span(),
        version: version?,
    })
}

/// The string at the beginning, and what follows the comma behind it.
fn first_literal(input: ParseStream<'_>) -> syn::Result<(LitStr, TokenStream)> {
    let literal = input.parse()?;
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok((literal, input.parse()?))
}

fn name(literal: &LitStr, problems: &mut Problems) -> Option<String> {
    let name = literal.value();
    if let Err(why) = crate::name::validate(&name) {
        let message = format!("`{name}` cannot be the name of an event: {why}");
        let help = "a name is segments of a-z, 0-9 and `_` joined by dots, such as \
                    `product.updated`";
        problems.invalid(literal.span(), message, "not a name", help);
        return None;
    }
    Some(name)
}

fn version(option: &Written, problems: &mut Problems) -> Option<String> {
    let literal = option.string(problems)?;
    let version = literal.value();
    let digits = version.strip_prefix('v').unwrap_or_default();
    let is_version = !digits.is_empty()
        && !digits.starts_with('0')
        && digits.len() <= 9
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_version {
        let message = format!("`{version}` is not a version");
        let help = "a version is `v` and a number, such as `v2`, as in the paths of REST";
        problems.invalid(literal.span(), message, "not a version", help);
        return None;
    }
    Some(version)
}

#[cfg(test)]
mod tests {
    use syn::DeriveInput;

    use super::parse;

    /// The messages, one a line; empty where nothing is wrong.
    fn check(item: &str, expected: &[&str]) {
        let item: DeriveInput = syn::parse_str(item).unwrap();
        let problems = parse(&item).err().unwrap_or_default();
        let found: Vec<_> = problems.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_name_and_a_version_are_needed() {
        check("#[webhook_event(\"a\", version = \"v1\")] struct E;", &[]);
        check(
            "#[webhook_event(\"a.b_2.c\", version = \"v10\",)] enum E { A }",
            &[],
        );
        check("struct E;", &["event `E` has no name"]);
        let bare = "`#[webhook_event]` needs a name and a version";
        check("#[webhook_event] struct E;", &[bare]);
        check("#[webhook_event = \"a\"] struct E;", &[bare]);
        check(
            "#[webhook_event(\"a\")] struct E;",
            &["event `a` has no version"],
        );
        let first = "the name of an event comes first";
        check("#[webhook_event()] struct E;", &[first]);
        check(
            "#[webhook_event(version = \"v1\", \"a\")] struct E;",
            &[first],
        );
        check(
            "#[webhook_event(\"a\" version = \"v1\")] struct E;",
            &[first],
        );
    }

    #[test]
    fn every_mistake_is_found() {
        check(
            "#[webhook_event(\"Product.updated\", version = \"2\")] struct E;",
            &[
                "`Product.updated` cannot be the name of an event: it contains `P`",
                "`2` is not a version",
            ],
        );
        for version in ["v", "v0", "v01", "v1.2", "V1", "", "v1234567890"] {
            let item = format!("#[webhook_event(\"a\", version = \"{version}\")] struct E;");
            check(&item, &[&format!("`{version}` is not a version")]);
        }
        for (name, why) in [("", "it is empty"), ("a..b", "a segment is empty")] {
            let item = format!("#[webhook_event(\"{name}\", version = \"v1\")] struct E;");
            check(
                &item,
                &[&format!("`{name}` cannot be the name of an event: {why}")],
            );
        }
        check(
            "#[webhook_event(\"a\", verison = \"v1\")] struct E;",
            &[
                "`#[webhook_event]` has no option `verison`",
                "event `a` has no version",
            ],
        );
        check(
            "#[webhook_event(\"a\", version = 1)] struct E;",
            &["option `version` takes a string"],
        );
        check(
            "#[webhook_event(\"a\", version = \"v1\")]
             #[webhook_event(\"b\", version = \"v1\")] struct E<T> { t: T }",
            &["event `E` is generic", "`#[webhook_event]` is given twice"],
        );
        check(
            "#[webhook_event(\"a\", version = \"v1\")] union U { a: u8 }",
            &["union `U` cannot be an event"],
        );
    }
}
