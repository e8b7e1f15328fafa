//! The rules of garde on a field, as far as documents can say them.
//!
//! What is documented is what garde enforces: the rule behind it refuses no value that a document
//! allows, and takes none that it forbids. Rules for which JSON Schema has no such words are enforced
//! all the same, and not documented: lengths in bytes or UTF-16 (unless the text is ASCII), rules on the
//! elements of lists, `alphanumeric`, which knows every script, patterns in Rust's own dialect or beside
//! another one, `required`, what holds under a condition, and whatever runs code. `email` and `url` are
//! formats, which are annotations.

mod patterns;
#[cfg(test)]
mod tests;
mod written;

use syn::{Attribute, Expr, ExprLit, Lit, UnOp};

use self::written::Rule;
use super::known::Known;
use super::lengths;
use super::modeller::Modeller;
use super::shape::{Length, Resolved, Shape};
use super::types::Scope;
use crate::model::{Constraints, Scalar};

/// What a value is to garde's rules, behind its option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Items,
    Number,
    Other,
}

impl Modeller<'_> {
    /// What the attributes of a field say of its value.
    pub(super) fn constraints(
        &self,
        attributes: &[Attribute],
        resolved: &Resolved,
        scope: &Scope,
    ) -> Constraints {
        let mut constraints = Constraints::default();
        let mut rules = written::rules(attributes);
        // Somebody else's rules, under the same names.
        if rules.iter().any(|rule| rule.name == "adapt") {
            return constraints;
        }
        let mut resolved = resolved;
        while let Some(inner) = content(resolved) {
            // What is said of the content is said of the value, which is never `null` here.
            let of_content = rules.iter().filter(|rule| rule.name == "inner");
            let of_content = of_content.flat_map(Rule::rules).collect::<Vec<_>>();
            rules.extend(of_content);
            resolved = inner;
        }
        let number = |value: &Expr| self.whole(value, scope);
        match kind(resolved) {
            Kind::Text => text(&rules, &number, &mut constraints),
            Kind::Items => {
                let lengths = rules.iter().filter(|rule| rule.name == "length");
                for rule in lengths.filter(|rule| rule.mode() == "simple") {
                    let (min, max) = rule.bounds();
                    constraints.min_items = min.as_ref().and_then(number);
                    constraints.max_items = max.as_ref().and_then(number);
                }
            }
            Kind::Number => {
                for rule in rules.iter().filter(|rule| rule.name == "range") {
                    let (min, max) = rule.bounds();
                    let value = |value: &Expr| self.json_number(value, scope);
                    constraints.minimum = min.as_ref().and_then(value);
                    constraints.maximum = max.as_ref().and_then(value);
                }
            }
            Kind::Other => {}
        }
        constraints
    }

    /// A whole number, or a constant that is one.
    fn whole(&self, value: &Expr, scope: &Scope) -> Option<u64> {
        match lengths::evaluate(&self.types.names, value, scope) {
            Ok(Length::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// A number in JSON's notation.
    fn json_number(&self, value: &Expr, scope: &Scope) -> Option<String> {
        match value {
            Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => {
                let text = self.json_number(&unary.expr, scope)?;
                Some(format!("-{text}"))
            }
            Expr::Lit(ExprLit {
                lit: Lit::Float(float),
                ..
            }) => {
                let number: f64 = float.base10_parse().ok()?;
                number.is_finite().then(|| number.to_string())
            }
            Expr::Lit(ExprLit {
                lit: Lit::Int(integer),
                ..
            }) => Some(integer.base10_digits().to_owned()),
            value => self.whole(value, scope).map(|number| number.to_string()),
        }
    }
}

/// Whether a type has `#[garde(transparent)]`.
pub(super) fn is_transparent(attributes: &[Attribute]) -> bool {
    let rules = written::rules(attributes);
    rules.iter().any(|rule| rule.name == "transparent")
}

/// What an option or a patch holds.
fn content(resolved: &Resolved) -> Option<&Resolved> {
    match &resolved.shape {
        Shape::Known(Known::Option | Known::Patch, _, arguments) => arguments.first(),
        _ => None,
    }
}

fn kind(resolved: &Resolved) -> Kind {
    match &resolved.shape {
        Shape::Known(Known::String | Known::Str, ..) => Kind::Text,
        Shape::Known(Known::Cow, _, arguments) => arguments.first().map_or(Kind::Other, kind),
        Shape::Reference { inner, .. } => kind(inner),
        Shape::Known(Known::List | Known::Set, _, arguments) => match arguments.first() {
            // Bytes are text on some wires.
            Some(element) if is_byte(element) => Kind::Other,
            _ => Kind::Items,
        },
        Shape::Slice(element) | Shape::Array(element, _) if !is_byte(element) => Kind::Items,
        Shape::Known(Known::Scalar(Scalar::Bool | Scalar::Char), ..) => Kind::Other,
        Shape::Known(Known::Scalar(_), ..) => Kind::Number,
        _ => Kind::Other,
    }
}

fn is_byte(resolved: &Resolved) -> bool {
    matches!(resolved.shape, Shape::Known(Known::Scalar(Scalar::U8), ..))
}

/// The rules of a text.
fn text(rules: &[Rule], number: &dyn Fn(&Expr) -> Option<u64>, constraints: &mut Constraints) {
    let named = |name: &str| rules.iter().any(|rule| rule.name == name);
    // Then all ways to count come to the same.
    let is_ascii = named("ascii") || named("ipv4") || named("ipv6") || named("ip");
    for rule in rules {
        match rule.name.as_str() {
            "length" => {
                let (min, max) = rule.bounds();
                let (min, max) = (min.as_ref().and_then(number), max.as_ref().and_then(number));
                let counts_characters = match rule.mode() {
                    "chars" => true,
                    "simple" | "bytes" | "utf16" => is_ascii,
                    _ => false,
                };
                // What is not empty is so however it is counted.
                let min = min.filter(|min| counts_characters || *min == 1);
                let max = max.filter(|max| counts_characters || *max == 0);
                constraints.min_length = constraints.min_length.max(min.filter(|min| *min > 0));
                constraints.max_length = [constraints.max_length, max].into_iter().flatten().min();
            }
            "email" => constraints.format = Some("email"),
            "url" => constraints.format = Some("uri"),
            "ipv4" => constraints.format = Some("ipv4"),
            "ipv6" => constraints.format = Some("ipv6"),
            _ => {}
        }
    }
    // One pattern is what a schema can have; the user's own says the most.
    let mut sorted: Vec<&Rule> = rules.iter().collect();
    sorted.sort_by_key(|rule| rule.name != "pattern");
    constraints.pattern = sorted.into_iter().find_map(pattern);
}

fn pattern(rule: &Rule) -> Option<String> {
    match rule.name.as_str() {
        "pattern" => patterns::portable(&rule.text()?),
        "contains" => Some(patterns::escaped(&rule.text()?)),
        "prefix" => Some(format!("^{}", patterns::escaped(&rule.text()?))),
        "suffix" => Some(format!("{}$", patterns::escaped(&rule.text()?))),
        "ascii" => Some(r"^[\x00-\x7F]*$".to_owned()),
        _ => None,
    }
}
