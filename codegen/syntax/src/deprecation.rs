//! `deprecated(since = "…", sunset = "…", link = "…")`, of a function or of one of its routes.

use proc_macro2::TokenStream;

use crate::date::Date;
use crate::problem::Problems;
use crate::written::{Grammar, Value, Written};

const GRAMMAR: Grammar = Grammar {
    attribute: "`deprecated`",
    options: &["since", "sunset", "link"],
};

/// That a route should no longer be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deprecation {
    /// Since when.
    pub since: Date,
    /// When it stops answering; not before `since`.
    pub sunset: Option<Date>,
    /// An absolute URL, where people read what to use instead.
    pub link: Option<String>,
}

/// Reads the option.
pub(crate) fn read(option: &Written, problems: &mut Problems) -> Option<Deprecation> {
    match &option.value {
        Value::Parentheses(tokens) => inside(option, tokens.clone(), problems),
        Value::Absent | Value::Equals(_) => {
            option.refuse("a date in parentheses", SINCE, problems);
            None
        }
    }
}

const SINCE: &str = "write `deprecated(since = \"2026-06-01\")`, and perhaps \
                     `sunset = \"2027-06-01\"` and `link = \"https://…\"` in it";

fn inside(option: &Written, tokens: TokenStream, problems: &mut Problems) -> Option<Deprecation> {
    let before = problems.iter().len();
    let (mut since, mut sunset, mut link) = (None, None, None);
    for part in GRAMMAR.split(tokens, &[], problems) {
        match part.name.as_str() {
            "since" => since = date(&part, problems),
            "sunset" => sunset = date(&part, problems).map(|date| (date, part.span)),
            "link" => link = url(&part, problems),
            _ => GRAMMAR.unknown(&part, problems),
        }
    }
    let sound = problems.iter().len() == before;
    if sound && since.is_none() {
        let message = "`deprecated` does not say since when".to_owned();
        problems.invalid(option.span, message, "`since` is missing", SINCE);
    }
    let since = since?;
    if let Some((sunset, span)) = sunset.filter(|(sunset, _)| *sunset < since) {
        let message = format!("it ends on {sunset}, before it is deprecated on {since}");
        let help = "let `sunset` be the same day as `since`, or a later one";
        problems.invalid(span, message, "before `since`", help);
    }
    Some(Deprecation {
        since,
        sunset: sunset.map(|(date, _)| date),
        link,
    })
}

fn date(option: &Written, problems: &mut Problems) -> Option<Date> {
    let literal = option.string(problems)?;
    let date = Date::parse(&literal.value());
    if date.is_none() {
        let message = format!("`{}` is not a date", literal.value());
        let help = "write year, month and day, such as `2026-06-01`";
        problems.invalid(literal.span(), message, "not a date", help);
    }
    date
}

fn url(option: &Written, problems: &mut Problems) -> Option<String> {
    let literal = option.string(problems)?;
    let link = literal.value();
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| link.strip_prefix(scheme));
    let sound = rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && rest.bytes().all(stands_in_a_header)
    });
    if !sound {
        let message = format!("`{link}` is not a link that an answer can carry");
        let help = "write an absolute URL, such as `https://example.com/upgrade`, with what is not \
                    ASCII percent-encoded";
        problems.invalid(literal.span(), message, "not an absolute URL", help);
    }
    Some(link)
}

/// Whether the byte can stand between the angle brackets of a `Link` header.
fn stands_in_a_header(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"<>\"\\^`{|}".contains(&byte)
}
