//! The attribute on the fields of wire types: `#[wire(number)]` and its like. Parameters of actions
//! take the same options beside their own.

use syn::spanned::Spanned as _;
use syn::{Attribute, Meta, Type};

use crate::literal;
use crate::problem::Problems;
use crate::written::{Grammar, Written};

/// What an option may be called.
pub(crate) const OPTIONS: &[&str] = &[
    "number",
    "bigint",
    "typed_array",
    "date",
    "string",
    "as",
    "example",
];

const WIRE: Grammar = Grammar {
    attribute: "`#[wire]`",
    options: OPTIONS,
};

/// How clients see a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 64-bit integers as `number`.
    Number,
    /// 64-bit integers as `bigint`.
    BigInt,
    /// Lists of numbers as typed arrays.
    TypedArray,
    /// Moments as `Date`.
    Date,
    /// Moments as what travels.
    String,
}

impl Form {
    /// The option that asks for it.
    pub fn option(self) -> &'static str {
        match self {
            Form::Number => "number",
            Form::BigInt => "bigint",
            Form::TypedArray => "typed_array",
            Form::Date => "date",
            Form::String => "string",
        }
    }
}

/// What an attribute says of one value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How clients see it, if not as usual.
    pub form: Option<Form>,
    /// `as = "…"`: the type that it travels as, where its own cannot be followed.
    pub layout: Option<Box<Type>>,
    /// `example = …`: a value to show in documents, as JSON.
    pub example: Option<String>,
}

/// Reads the attributes of one field, skipping those of others.
///
/// # Errors
///
/// Every option that does not exist or has a value it cannot take.
pub fn parse(attributes: &[Attribute]) -> Result<Options, Problems> {
    let mut problems = Problems::default();
    let mut options = Options::default();
    for attribute in attributes.iter().filter(|one| one.path().is_ident("wire")) {
        let Meta::List(list) = &attribute.meta else {
            let message = "`#[wire]` needs an option".to_owned();
            let help = "write `#[wire(number)]` or the like, or leave the attribute out";
            problems.invalid(attribute.span(), message, "no option", help);
            continue;
        };
        for option in WIRE.split(list.tokens.clone(), &[], &mut problems) {
            if !options.take(&option, &mut problems) {
                WIRE.unknown(&option, &mut problems);
            }
        }
    }
    problems.gate(options)
}

impl Options {
    /// Reads one option; whether it is one of these.
    pub(crate) fn take(&mut self, option: &Written, problems: &mut Problems) -> bool {
        let form = match option.name.as_str() {
            "number" => Form::Number,
            "bigint" => Form::BigInt,
            "typed_array" => Form::TypedArray,
            "date" => Form::Date,
            "string" => Form::String,
            "as" => {
                self.layout = layout(option, problems);
                return true;
            }
            "example" => {
                self.example = literal::example(option, problems);
                return true;
            }
            _ => return false,
        };
        option.flag(problems);
        if let Some(earlier) = self.form {
            let message = format!("`{}` and `{}` at once", earlier.option(), form.option());
            problems.invalid(option.span, message, "the second form", "keep one of them");
        }
        self.form = Some(form);
        true
    }
}

fn layout(option: &Written, problems: &mut Problems) -> Option<Box<Type>> {
    let text = option.string(problems)?;
    match text.parse() {
        Ok(ty) => Some(Box::new(ty)),
        Err(error) => {
            let message = format!("cannot read the type of `as`: {error}");
            let help = "write a Rust type, such as `as = \"Vec<String>\"`";
            problems.invalid(text.span(), message, "expected a type", help);
            None
        }
    }
}
