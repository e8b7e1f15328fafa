//! The options of `#[tramline::action(…)]` and `#[tramline::query(…)]`.

use proc_macro2::{Span, TokenStream};
use syn::{Expr, ExprLit, Lit, LitStr};

use crate::deprecation::{self, Deprecation};
use crate::problem::Problems;
use crate::route::{self, Route};
use crate::written::{Grammar, Value, Written};
use crate::{cache, name};

const GRAMMAR: Grammar = Grammar {
    attribute: "an action",
    options: &[
        "name",
        "renamed_from",
        "breaking",
        "body_limit",
        "label",
        "rest",
        "deprecated",
        "cache",
        "rpc",
    ],
};

/// The options of an action, validated.
#[derive(Clone, Debug, Default)]
pub struct ActionOptions {
    /// `name = "…"`: the action's whole name, namespace included.
    pub name: Option<String>,
    /// `renamed_from = "…"` or `renamed_from = ["…", "…"]`: whole names it had before.
    pub renamed_from: Vec<String>,
    /// `breaking = "…"`: why callers of its past versions are given up.
    pub breaking: Option<String>,
    /// `body_limit = …`, in bytes.
    pub body_limit: Option<u64>,
    /// `label(key = "value")`, in the order written.
    pub labels: Vec<(String, String)>,
    /// `rest = "GET /v1/…"`, in the order written.
    pub routes: Vec<Route>,
    /// `deprecated(…)`, for every route that does not say.
    pub deprecation: Option<Deprecation>,
    /// `cache = "…"`: the `Cache-Control` of answers to REST.
    pub cache: Option<Cache>,
    /// Where `rpc = false` stands: the function has routes and no other door.
    pub rest_only: Option<Span>,
}

/// What `cache = "…"` says.
#[derive(Clone, Debug)]
pub struct Cache {
    /// The header as it is sent.
    pub header: String,
    /// The option's name.
    pub span: Span,
}

/// Reads what stands in the parentheses of the attribute.
///
/// ```
/// let options = tramline_syntax::action::parse(quote::quote!(label(auth = "admin"))).unwrap();
/// assert_eq!(options.labels, [("auth".to_owned(), "admin".to_owned())]);
/// ```
///
/// # Errors
///
/// Every option that does not exist or has a value it cannot take.
pub fn parse(arguments: TokenStream) -> Result<ActionOptions, Problems> {
    let mut problems = Problems::default();
    let mut options = ActionOptions::default();
    for option in GRAMMAR.split(arguments, &["label", "rest"], &mut problems) {
        match option.name.as_str() {
            "name" => options.name = action_name(&option, &mut problems),
            "renamed_from" => options.renamed_from = former_names(&option, &mut problems),
            "breaking" => options.breaking = reason(&option, &mut problems),
            "body_limit" => options.body_limit = body_limit(&option, &mut problems),
            "label" => labels(&option, &mut options.labels, &mut problems),
            "rest" => options.routes.extend(route::read(&option, &mut problems)),
            "deprecated" => options.deprecation = deprecation::read(&option, &mut problems),
            "cache" => options.cache = cached(&option, &mut problems),
            "rpc" => options.rest_only = rest_only(&option, &mut problems),
            _ => GRAMMAR.unknown(&option, &mut problems),
        }
    }
    problems.gate(options)
}

pub(crate) fn action_name(option: &Written, problems: &mut Problems) -> Option<String> {
    let literal = option.string(problems)?;
    let value = literal.value();
    if let Err(why) = name::validate(&value) {
        let message = format!("`{value}` cannot be the name of an action: {why}");
        problems.invalid(literal.span(), message, "not a name", NAMES);
    }
    Some(value)
}

const NAMES: &str = "a name is segments of a-z, 0-9 and `_` joined by dots, such as `posts.create`";

/// One name, or a list of them where an action was renamed more than once.
fn former_names(option: &Written, problems: &mut Problems) -> Vec<String> {
    let Some(literals) = strings(&option.value) else {
        let help = "write `renamed_from = \"posts.add\"`, or \
                    `renamed_from = [\"posts.add\", \"posts.new\"]` for more than one";
        option.refuse("a name or a list of names", help, problems);
        return Vec::new();
    };
    let mut names = Vec::new();
    for literal in literals {
        let name = literal.value();
        // Names that come from functions may have capitals.
        if let Err(why) = name::validate(&name.to_ascii_lowercase()) {
            let message = format!("`{name}` was never the name of an action: {why}");
            problems.invalid(literal.span(), message, "not a name", NAMES);
        } else if names.contains(&name) {
            let message = format!("`{name}` is given twice");
            problems.invalid(
                literal.span(),
                message,
                "the second time",
                "keep one of them",
            );
        } else {
            names.push(name);
        }
    }
    names
}

fn strings(value: &Value) -> Option<Vec<LitStr>> {
    match value {
        Value::Equals(Expr::Array(list)) => list.elems.iter().map(string).collect(),
        Value::Equals(one) => Some(vec![string(one)?]),
        Value::Absent | Value::Parentheses(_) => None,
    }
}

fn string(value: &Expr) -> Option<LitStr> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(literal),
            ..
        }) => Some(literal.clone()),
        _ => None,
    }
}

fn reason(option: &Written, problems: &mut Problems) -> Option<String> {
    let literal = option.string(problems)?;
    let reason = literal.value().trim().to_owned();
    if reason.is_empty() {
        let message = "a breaking change needs a reason".to_owned();
        let help = "say in a few words why callers of past versions are given up";
        problems.invalid(literal.span(), message, "says nothing", help);
    }
    Some(reason)
}

pub(crate) fn body_limit(option: &Written, problems: &mut Problems) -> Option<u64> {
    let (value, literal) = option.integer("65536", problems)?;
    if value == 0 {
        let message = "a body limit of 0 would refuse every call".to_owned();
        let help = "give the limit in bytes, such as `body_limit = 65536`";
        problems.invalid(literal.span(), message, "not a limit", help);
    }
    Some(value)
}

fn cached(option: &Written, problems: &mut Problems) -> Option<Cache> {
    cache::read(option, problems).map(|header| Cache {
        header,
        span: option.span,
    })
}

fn rest_only(option: &Written, problems: &mut Problems) -> Option<Span> {
    let is_false = matches!(
        &option.value,
        Value::Equals(Expr::Lit(ExprLit {
            lit: Lit::Bool(value),
            ..
        })) if !value.value
    );
    if !is_false {
        let help =
            "write `rpc = false` for a function that only its routes lead to, or leave it out";
        option.refuse("`false`", help, problems);
    }
    is_false.then_some(option.span)
}

pub(crate) fn labels(
    option: &Written,
    labels: &mut Vec<(String, String)>,
    problems: &mut Problems,
) {
    let Value::Parentheses(tokens) = &option.value else {
        option.refuse(
            "a list of keys and values",
            "write `label(key = \"value\")`",
            problems,
        );
        return;
    };
    // Any key is allowed, so nothing is ever unknown here.
    let grammar = Grammar {
        attribute: "`label`",
        options: &["key"],
    };
    for pair in grammar.split(tokens.clone(), &[], problems) {
        let Some(value) = pair.string(problems).as_ref().map(LitStr::value) else {
            continue;
        };
        if labels.iter().any(|(key, _)| *key == pair.name) {
            let message = format!("label `{}` is given twice", pair.name);
            problems.invalid(pair.span, message, "the second time", "keep one of them");
        } else {
            labels.push((pair.name, value));
        }
    }
}
