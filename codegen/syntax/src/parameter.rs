//! The attributes on the parameters of an action: `#[extract]` and `#[wire(…)]`.

use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, Meta};

use crate::field::Options;
use crate::problem::Problems;
use crate::written::{Grammar, Value};

const WIRE: Grammar = Grammar {
    attribute: "`#[wire]`",
    options: &[
        "default",
        "number",
        "bigint",
        "typed_array",
        "date",
        "string",
        "as",
        "example",
    ],
};

/// Where a parameter's value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// `#[extract]`: from the request.
    Extract,
    /// From the body.
    Wire {
        /// `#[wire(default = …)]`: what it is when the caller leaves it out.
        default: Option<Box<Expr>>,
        /// How clients see it, and what it travels as.
        options: Options,
    },
}

impl Source {
    /// From the body, without any option.
    pub fn wire() -> Self {
        Source::Wire {
            default: None,
            options: Options::default(),
        }
    }
}

/// Whether the attribute is one of ours, which the macro removes from the function.
pub fn is_helper(attribute: &Attribute) -> bool {
    attribute.path().is_ident("extract") || attribute.path().is_ident("wire")
}

/// Reads the attributes of one parameter, skipping those of others.
///
/// # Errors
///
/// Every option that does not exist or has a value it cannot take.
pub fn parse(attributes: &[Attribute]) -> Result<Source, Problems> {
    let mut problems = Problems::default();
    let mut source: Option<Source> = None;
    for attribute in attributes.iter().filter(|attribute| is_helper(attribute)) {
        if source.is_some() {
            let message = "a parameter has one source".to_owned();
            let help = "keep one `#[extract]` or one `#[wire(…)]`";
            problems.invalid(attribute.span(), message, "a second source", help);
        }
        source = Some(if attribute.path().is_ident("extract") {
            extract(attribute, &mut problems)
        } else {
            wire(attribute, &mut problems)
        });
    }
    problems.gate(source.unwrap_or_else(Source::wire))
}

fn extract(attribute: &Attribute, problems: &mut Problems) -> Source {
    if !matches!(attribute.meta, Meta::Path(_)) {
        let message = "`#[extract]` takes no options".to_owned();
        let help = "write `#[extract]`; the parameter's type says what is extracted";
        problems.invalid(attribute.span(), message, "expected `#[extract]`", help);
    }
    Source::Extract
}

fn wire(attribute: &Attribute, problems: &mut Problems) -> Source {
    let mut default = None;
    let mut options = Options::default();
    let Meta::List(list) = &attribute.meta else {
        let message = "`#[wire]` needs an option".to_owned();
        let help = "write `#[wire(default = …)]`, or leave the attribute out";
        problems.invalid(attribute.span(), message, "no option", help);
        return Source::wire();
    };
    for option in WIRE.split(list.tokens.clone(), &[], problems) {
        match (option.name.as_str(), &option.value) {
            ("default", Value::Equals(value)) => default = Some(Box::new(value.clone())),
            ("default", _) => option.refuse("an expression", "write `default = …`", problems),
            _ if options.take(&option, problems) => {}
            _ => WIRE.unknown(&option, problems),
        }
    }
    Source::Wire { default, options }
}
