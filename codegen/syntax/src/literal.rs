//! Literals of Rust as values of JSON, for documents.

use syn::{Expr, ExprLit, ExprUnary, Lit, UnOp};

use crate::problem::Problems;
use crate::written::{Value, Written};

/// Reads the option `example`; returns its literal as JSON.
pub(crate) fn example(option: &Written, problems: &mut Problems) -> Option<String> {
    let json = match &option.value {
        Value::Equals(value) => json(value),
        Value::Absent | Value::Parentheses(_) => None,
    };
    if json.is_none() {
        let help = "write a string, a number, `true` or `false`, such as `example = \"blue\"`";
        option.refuse("a literal", help, problems);
    }
    json
}

/// A string, a number or a truth value as JSON text; none for any other expression.
///
/// ```
/// let json = |text| tramline_syntax::literal::json(&syn::parse_str(text).unwrap());
/// assert_eq!(json("-1_000_i64").as_deref(), Some("-1000"));
/// assert_eq!(json("1 + 1"), None);
/// ```
pub fn json(value: &Expr) -> Option<String> {
    match value {
        Expr::Unary(ExprUnary {
            op: UnOp::Neg(_),
            expr,
            ..
        }) => match &**expr {
            Expr::Lit(ExprLit { lit, .. }) => number(lit).map(|number| format!("-{number}")),
            _ => None,
        },
        Expr::Lit(ExprLit { lit, .. }) => match lit {
            Lit::Str(text) => Some(quoted(&text.value())),
            Lit::Char(character) => Some(quoted(&character.value().to_string())),
            Lit::Bool(value) => Some(value.value.to_string()),
            other => number(other),
        },
        _ => None,
    }
}

fn number(literal: &Lit) -> Option<String> {
    match literal {
        Lit::Int(number) => Some(number.base10_digits().to_owned()),
        // `1.` is a float in Rust, and nothing in JSON.
        Lit::Float(number) => match number.base10_digits() {
            digits if digits.ends_with('.') => Some(format!("{digits}0")),
            digits => Some(digits.to_owned()),
        },
        _ => None,
    }
}

fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => json.extend(['\\', character]),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            control if control < ' ' => {
                json.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => json.push(other),
        }
    }
    json.push('"');
    json
}
