//! The attributes of `#[derive(ActionError)]`: `#[error(…)]` on variants and `#[from]` on fields.

use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Attribute, Meta, Variant};

use crate::codes;
use crate::name;
use crate::problem::{Problem, ProblemKind, Problems};
use crate::written::{Grammar, Written};

const GRAMMAR: Grammar = Grammar {
    attribute: "`#[error]`",
    options: &["status", "code", "internal", "flatten"],
};

/// What a variant that says nothing answers with.
const DEFAULT_STATUS: u16 = 400;

/// The attributes of one variant, validated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariantOptions {
    /// What becomes of the variant.
    pub fate: Fate,
    /// With `#[from]` on its only field: the enum implements `From` for that field's type.
    pub from: bool,
}

/// What becomes of a variant on its way to the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is sent: the code, then the fields.
    Declared {
        /// The HTTP status.
        status: u16,
        /// Names the variant to the client.
        code: String,
    },
    /// `#[error(internal)]`: logged, and redacted on the wire.
    Internal,
    /// `#[error(flatten)]`: its field is another error type, whose variants join this one's.
    Flatten,
}

/// Options as written; which of them go together is decided at the end.
#[derive(Default)]
struct Seen {
    status: Option<(u16, Span)>,
    code: Option<(String, Span)>,
    internal: Option<Span>,
    flatten: Option<Span>,
}

/// Reads the attributes of one variant and of its fields.
///
/// # Errors
///
/// Every option that does not exist, has a value it cannot take, or contradicts another.
pub fn parse(variant: &Variant) -> Result<VariantOptions, Problems> {
    let mut problems = Problems::default();
    let mut seen = Seen::default();
    for attribute in &variant.attrs {
        if attribute.path().is_ident("error") {
            read(attribute, &mut seen, &mut problems);
        }
    }
    let from = has_from(variant, &mut problems);
    let fate = decide(variant, seen, &mut problems);
    problems.gate(VariantOptions { fate, from })
}

fn read(attribute: &Attribute, seen: &mut Seen, problems: &mut Problems) {
    let Meta::List(list) = &attribute.meta else {
        let message = "`#[error]` needs an option".to_owned();
        let help = "write `#[error(status = 409)]`, `#[error(internal)]` or `#[error(flatten)]`, or \
                    leave the attribute out for status 400";
        problems.invalid(attribute.span(), message, "no option", help);
        return;
    };
    for option in GRAMMAR.split(list.tokens.clone(), &[], problems) {
        match option.name.as_str() {
            "status" => seen.status = status(&option, problems),
            "code" => seen.code = code(&option, problems),
            "internal" => {
                option.flag(problems);
                seen.internal = Some(option.span);
            }
            "flatten" => {
                option.flag(problems);
                seen.flatten = Some(option.span);
            }
            _ => GRAMMAR.unknown(&option, problems),
        }
    }
}

fn status(option: &Written, problems: &mut Problems) -> Option<(u16, Span)> {
    let (value, literal) = option.integer("409", problems)?;
    match u16::try_from(value) {
        Ok(status @ 400..=599) => Some((status, literal.span())),
        _ => {
            let message = format!("{value} is not the status of an error");
            let help = "the status of an error is between 400 and 599";
            problems.invalid(literal.span(), message, "not an error", help);
            None
        }
    }
}

fn code(option: &Written, problems: &mut Problems) -> Option<(String, Span)> {
    let literal = option.string(problems)?;
    let code = literal.value();
    if !name::is_code(&code) {
        let message = format!("`{code}` cannot be an error code");
        let help = "a code is a letter of a-z, then a-z, 0-9 and `_`, such as `name_taken`";
        problems.invalid(literal.span(), message, "not a code", help);
        return None;
    }
    Some((code, literal.span()))
}

fn decide(variant: &Variant, seen: Seen, problems: &mut Problems) -> Fate {
    let special = seen.internal.or(seen.flatten);
    let declared = seen.status.as_ref().map(|(_, span)| *span);
    let declared = declared.or(seen.code.as_ref().map(|(_, span)| *span));
    if let (Some(_), Some(span)) = (special, declared) {
        let message = "this variant has no status and no code of its own".to_owned();
        let help = "leave out `status` and `code`, or else `internal` and `flatten`";
        problems.invalid(span, message, "contradicts the other option", help);
    }
    match (seen.internal, seen.flatten) {
        (Some(_), Some(span)) => {
            let message = "a variant is either internal or flattened".to_owned();
            problems.invalid(span, message, "contradicts `internal`", "keep one of them");
            Fate::Internal
        }
        (Some(_), None) => Fate::Internal,
        (None, Some(span)) => flatten(variant, span, problems),
        (None, None) => declare(variant, seen, problems),
    }
}

fn flatten(variant: &Variant, span: Span, problems: &mut Problems) -> Fate {
    if variant.fields.len() != 1 {
        let message = format!("variant `{}` cannot be flattened", variant.ident.unraw());
        let help = "a flattened variant has one field, whose type derives `ActionError`";
        problems.invalid(span, message, "needs exactly one field", help);
    }
    Fate::Flatten
}

fn declare(variant: &Variant, seen: Seen, problems: &mut Problems) -> Fate {
    let (status, _) = seen.status.unwrap_or((DEFAULT_STATUS, Span::call_site()));
    let (code, span) = seen.code.unwrap_or_else(|| {
        let name = variant.ident.unraw().to_string();
        (name::code_of_variant(&name), variant.ident.span())
    });
    if codes::is_reserved(&code) {
        problems.push(Problem {
            kind: ProblemKind::ReservedCode,
            span,
            message: format!("error code `{code}` is reserved"),
            label: "tramline answers with this code itself".to_owned(),
            help: "choose another code with `#[error(code = \"…\")]`".to_owned(),
        });
    } else if !name::is_code(&code) {
        let message = format!("`{code}`, from the variant's name, cannot be an error code");
        let help = "choose one with `#[error(code = \"…\")]`";
        problems.invalid(span, message, "not a code", help);
    }
    Fate::Declared { status, code }
}

fn has_from(variant: &Variant, problems: &mut Problems) -> bool {
    let attribute = variant
        .fields
        .iter()
        .flat_map(|field| &field.attrs)
        .find(|attribute| attribute.path().is_ident("from"));
    let Some(attribute) = attribute else {
        return false;
    };
    if !matches!(attribute.meta, Meta::Path(_)) {
        let message = "`#[from]` takes no options".to_owned();
        problems.invalid(
            attribute.span(),
            message,
            "expected `#[from]`",
            "write `#[from]`",
        );
    }
    if variant.fields.len() != 1 {
        let message = "`#[from]` needs a variant with one field".to_owned();
        let help = "a conversion has one value to make the variant from";
        problems.invalid(attribute.span(), message, "there are other fields", help);
    }
    true
}
