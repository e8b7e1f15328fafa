//! The options of `#[tramline::webhook("POST /hooks/…", receiver = …)]`.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{Ident, LitStr, Token, Type};

use crate::action;
use crate::problem::Problems;
use crate::written::Grammar;

const GRAMMAR: Grammar = Grammar {
    attribute: "a webhook",
    options: &["receiver", "name", "body_limit", "label"],
};

const FORM: &str = "write `#[webhook(\"POST /hooks/payments\", receiver = PaymentHooks)]`";

/// The options of a webhook, validated.
#[derive(Clone, Debug, Default)]
pub struct WebhookOptions {
    /// The path that third parties post to, all of it.
    pub path: String,
    /// `receiver = …`: the type that knows the keys.
    pub receiver: Option<Type>,
    /// `name = "…"`: the whole name, namespace included.
    pub name: Option<String>,
    /// `body_limit = …`, in bytes.
    pub body_limit: Option<u64>,
    /// `label(key = "value")`, in the order written.
    pub labels: Vec<(String, String)>,
}

/// `"POST /hooks/…"`, then options, of which one is a type.
struct Parts {
    address: Option<LitStr>,
    receivers: Vec<(Span, Type)>,
    options: TokenStream,
}

impl Parse for Parts {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut parts = Parts {
            address: None,
            receivers: Vec::new(),
            options: TokenStream::new(),
        };
        if input.peek(LitStr) {
            parts.address = Some(input.parse()?);
            comma(input)?;
        }
        while !input.is_empty() {
            match receiver(input)? {
                Some(receiver) => {
                    parts.receivers.push(receiver);
                    comma(input)?;
                }
                None => parts.options.extend(option(input)?),
            }
        }
        Ok(parts)
    }
}

/// What separates one part from the next; the last may be followed by one.
fn comma(input: ParseStream<'_>) -> syn::Result<()> {
    match input.is_empty() {
        true => Ok(()),
        false => input.parse::<Token![,]>().map(drop),
    }
}

/// `receiver = Type`, if that is what stands here. An expression could not have type arguments.
fn receiver(input: ParseStream<'_>) -> syn::Result<Option<(Span, Type)>> {
    let ahead = input.fork();
    let is_receiver = ahead.parse::<Ident>().is_ok_and(|name| name == "receiver");
    if !is_receiver || !ahead.peek(Token![=]) {
        return Ok(None);
    }
    let name: Ident = input.parse()?;
    input.parse::<Token![=]>()?;
    Ok(Some((name.span(), input.parse()?)))
}

/// All tokens of another option, with the comma behind it.
fn option(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() {
        let is_last = input.peek(Token![,]);
        tokens.extend([input.parse::<TokenTree>()?]);
        if is_last {
            break;
        }
    }
    Ok(tokens)
}

/// Reads what stands in the parentheses of the attribute, which itself stands at `attribute`.
///
/// ```
/// let written = quote::quote!("POST /hooks/payments", receiver = PaymentHooks);
/// let here = proc_macro2::Span::call_site();
/// let options = tramline_syntax::webhook::parse(written, here).unwrap();
/// assert_eq!(options.path, "/hooks/payments");
/// ```
///
/// # Errors
///
/// A missing path or receiver, and every option that does not exist or has a value it cannot take.
pub fn parse(arguments: TokenStream, attribute: Span) -> Result<WebhookOptions, Problems> {
    let mut problems = Problems::default();
    let mut options = WebhookOptions::default();
    let parts = match Parts::parse.parse2(arguments) {
        Ok(parts) => parts,
        Err(error) => {
            let message = format!("cannot read the options of a webhook: {error}");
            problems.invalid(error.span(), message, "unexpected here", FORM);
            return problems.gate(options);
        }
    };
    match &parts.address {
        Some(literal) => options.path = path(literal, &mut problems),
        None => {
            let message = "a webhook needs the path that third parties post to".to_owned();
            problems.invalid(attribute, message, "no path", FORM);
        }
    }
    options.receiver = only(parts.receivers, attribute, &mut problems);
    for option in GRAMMAR.split(parts.options, &["label"], &mut problems) {
        match option.name.as_str() {
            "name" => options.name = action::action_name(&option, &mut problems),
            "body_limit" => options.body_limit = action::body_limit(&option, &mut problems),
            "label" => action::labels(&option, &mut options.labels, &mut problems),
            "receiver" => option.refuse("a type", "write `receiver = PaymentHooks`", &mut problems),
            _ => GRAMMAR.unknown(&option, &mut problems),
        }
    }
    problems.gate(options)
}

fn only(receivers: Vec<(Span, Type)>, attribute: Span, problems: &mut Problems) -> Option<Type> {
    let mut receivers = receivers.into_iter();
    let Some((_, receiver)) = receivers.next() else {
        let message = "a webhook needs a receiver, which knows the keys of its senders".to_owned();
        let help = "add `receiver = PaymentHooks`: a type that is `FromRef` of the state and \
                    `AsRef<tramline::webhook::Receiver>`";
        problems.invalid(attribute, message, "no receiver", help);
        return None;
    };
    for (span, _) in receivers {
        let message = "option `receiver` is given twice".to_owned();
        problems.invalid(span, message, "the second time", "keep one of them");
    }
    Some(receiver)
}

/// The path in `"POST /…"`.
fn path(literal: &LitStr, problems: &mut Problems) -> String {
    let address = literal.value();
    let path = match address.strip_prefix("POST ") {
        Some(path) => wrong(path).map_or(Ok(path), Err),
        None => Err((
            "webhooks are posted, so it begins with `POST `".to_owned(),
            "write the method and the whole path: `\"POST /hooks/payments\"`",
        )),
    };
    match path {
        Ok(path) => path.to_owned(),
        Err((why, help)) => {
            let message = format!("`{address}` is not what a webhook answers to: {why}");
            problems.invalid(literal.span(), message, "not an address", help);
            String::new()
        }
    }
}

/// Why third parties cannot post to `path`, and what to do.
fn wrong(path: &str) -> Option<(String, &'static str)> {
    const SEGMENTS: &str = "a path is segments such as `hooks` and `payments`, each after a `/`, of \
                            letters, digits and `.`, `_`, `~`, `-`";
    let Some(segments) = path.strip_prefix('/') else {
        return Some(("its path does not begin with `/`".to_owned(), SEGMENTS));
    };
    if path.contains('?') {
        let help = "leave the query out; a function can read what a sender appends to the address \
                    from `RequestParts::uri`, in an extractor";
        return Some(("a webhook is found by its path alone".to_owned(), help));
    }
    if path.contains(['{', '}']) {
        let help = "write a webhook for each sender, and let them share a function";
        return Some(("the path of a webhook has no parameters".to_owned(), help));
    }
    if segments.split('/').any(str::is_empty) {
        return Some(("a segment of its path is empty".to_owned(), SEGMENTS));
    }
    if segments
        .split('/')
        .any(|segment| segment == "." || segment == "..")
    {
        let why = "proxies take `.` and `..` out of a path".to_owned();
        return Some((why, "name the segment otherwise"));
    }
    let unreserved =
        |character: char| character.is_ascii_alphanumeric() || "/.~_-".contains(character);
    if let Some(character) = path.chars().find(|character| !unreserved(*character)) {
        return Some((format!("its path contains `{character}`"), SEGMENTS));
    }
    let first = segments.split('/').next().unwrap_or_default();
    if first == "rpc" {
        let why = "below `/rpc` are the actions that clients call".to_owned();
        return Some((why, "choose a path beside it, such as `/hooks/payments`"));
    }
    if is_version(first) {
        let why = format!("below `/{first}` are the routes of REST");
        let help = "choose a path without a version, such as `/hooks/payments`: what is posted there \
                    is up to the sender";
        return Some((why, help));
    }
    None
}

/// `v1`, `v2`, …
fn is_version(segment: &str) -> bool {
    let number = segment.strip_prefix('v').unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}
