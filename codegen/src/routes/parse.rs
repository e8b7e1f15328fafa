//! Routes from their text, strictly: what is accepted is what is written, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use tramline_syntax::date::Date;

use super::print::{OPTIONAL, REPEATED, REQUIRED, print, word_of_form, word_of_method};
use super::{PathParameter, QueryParameter, RouteContract};
use crate::model::{Authentication, Form, Method};

const FORMS: [Form; 4] = [Form::Text, Form::Integer, Form::Number, Form::Boolean];

/// A line that says nothing of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ParseError {
    /// From 1, within the text.
    pub(crate) line: usize,
    /// What is wrong there, in a sentence without a full stop.
    pub(crate) message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for ParseError {}

/// Reads all of a text.
///
/// # Errors
///
/// The first line that is not as it would be written.
pub(crate) fn parse(text: &str) -> Result<Vec<RouteContract>, ParseError> {
    let mut routes: Vec<RouteContract> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let read = match line.strip_prefix("  ") {
            None => route(line).map(|route| routes.push(route)),
            Some(line) => routes.last_mut().and_then(|route| fact(line, route)),
        };
        read.ok_or_else(|| ParseError {
            line: index + 1,
            message: format!("`{}` says nothing of a route", line.trim()),
        })?;
    }
    check_canonical(text, &routes)?;
    Ok(routes)
}

/// Two texts that say the same must not pass as different.
fn check_canonical(text: &str, routes: &[RouteContract]) -> Result<(), ParseError> {
    let printed = print(routes);
    if printed == text {
        return Ok(());
    }
    let mut lines = text.lines().zip(printed.lines());
    let line = 1 + lines.by_ref().take_while(|(is, to_be)| is == to_be).count();
    let to_be = printed.lines().nth(line - 1).unwrap_or("no further line");
    let message = format!(
        "routes that say this are written differently: `{}`",
        to_be.trim()
    );
    Err(ParseError { line, message })
}

fn route(line: &str) -> Option<RouteContract> {
    let (method, path) = line.split_once(' ')?;
    let method = Method::ALL
        .into_iter()
        .find(|one| word_of_method(*one) == method)?;
    path.starts_with('/').then(|| RouteContract {
        method,
        path: path.to_owned(),
        in_path: Vec::new(),
        in_query: BTreeMap::new(),
        body: None,
        success: 0,
        errors: BTreeMap::new(),
        callers: BTreeSet::new(),
        sunset: None,
    })
}

/// Adds what a line says; nothing where it says nothing.
fn fact(line: &str, route: &mut RouteContract) -> Option<()> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    match word {
        "path" => {
            let (name, form) = named(rest)?;
            let form = self::form(form)?;
            route.in_path.push(PathParameter { name, form });
        }
        "query" => {
            let (name, words) = named(rest)?;
            route.in_query.insert(name, query(words)?);
        }
        "body" => {
            let members = route.body.get_or_insert_default();
            if !rest.is_empty() {
                let (name, required) = named(rest)?;
                members.insert(name, self::required(required)?);
            }
        }
        "success" => route.success = status(rest)?,
        "error" => {
            let (code, status) = named(rest)?;
            route.errors.insert(code, self::status(status)?);
        }
        "caller" => {
            route.callers.insert(caller(rest)?);
        }
        "sunset" => route.sunset = Some(Date::parse(rest)?.to_string()),
        _ => return None,
    }
    Some(())
}

/// A name may have a colon in it; what follows it has none.
fn named(text: &str) -> Option<(String, &str)> {
    let (name, rest) = text.rsplit_once(": ")?;
    Some((name.to_owned(), rest))
}

fn form(word: &str) -> Option<Form> {
    FORMS.into_iter().find(|form| word_of_form(*form) == word)
}

fn query(words: &str) -> Option<QueryParameter> {
    let mut words = words.split(", ");
    let mut parameter = QueryParameter {
        form: form(words.next()?)?,
        repeated: false,
        required: true,
    };
    for word in words {
        match word {
            REPEATED => parameter.repeated = true,
            OPTIONAL => parameter.required = false,
            _ => return None,
        }
    }
    Some(parameter)
}

fn required(word: &str) -> Option<bool> {
    match word {
        REQUIRED => Some(true),
        OPTIONAL => Some(false),
        _ => None,
    }
}

fn status(text: &str) -> Option<u16> {
    text.parse()
        .ok()
        .filter(|status| (100..600).contains(status))
}

fn caller(text: &str) -> Option<Authentication> {
    if text == "bearer" {
        return Some(Authentication::Bearer);
    }
    match text.split_once(' ')? {
        ("header", name) => Some(Authentication::ApiKey(name.to_owned())),
        ("cookie", name) => Some(Authentication::Cookie(name.to_owned())),
        _ => None,
    }
}
