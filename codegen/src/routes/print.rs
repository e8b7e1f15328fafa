//! Routes as text, the same for equal ones.

use super::RouteContract;
use crate::model::{Authentication, Form, Method};

/// All routes of an action, a line for each fact.
pub(crate) fn print(routes: &[RouteContract]) -> String {
    let lines: Vec<String> = routes.iter().flat_map(lines).collect();
    lines.join("\n")
}

fn lines(route: &RouteContract) -> Vec<String> {
    let mut lines = vec![route.title()];
    let mut fact = |text: String| lines.push(format!("  {text}"));
    for parameter in &route.in_path {
        fact(format!(
            "path {}: {}",
            parameter.name,
            word_of_form(parameter.form)
        ));
    }
    for (name, parameter) in &route.in_query {
        let mut words = vec![word_of_form(parameter.form)];
        words.extend(parameter.repeated.then_some(REPEATED));
        words.extend((!parameter.required).then_some(OPTIONAL));
        fact(format!("query {name}: {}", words.join(", ")));
    }
    match &route.body {
        None => {}
        Some(members) if members.is_empty() => fact("body".to_owned()),
        Some(members) => {
            for (name, required) in members {
                let word = if *required { REQUIRED } else { OPTIONAL };
                fact(format!("body {name}: {word}"));
            }
        }
    }
    fact(format!("success {}", route.success));
    for (code, status) in &route.errors {
        fact(format!("error {code}: {status}"));
    }
    for caller in &route.callers {
        fact(format!("caller {}", words_of_caller(caller)));
    }
    if let Some(sunset) = &route.sunset {
        fact(format!("sunset {sunset}"));
    }
    lines
}

pub(super) const OPTIONAL: &str = "optional";
pub(super) const REPEATED: &str = "repeated";
pub(super) const REQUIRED: &str = "required";

pub(super) fn word_of_method(method: Method) -> &'static str {
    match method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Patch => "PATCH",
        Method::Delete => "DELETE",
    }
}

pub(crate) fn word_of_form(form: Form) -> &'static str {
    match form {
        Form::Text => "text",
        Form::Integer => "integer",
        Form::Number => "number",
        Form::Boolean => "boolean",
    }
}

pub(crate) fn words_of_caller(caller: &Authentication) -> String {
    match caller {
        Authentication::Bearer => "bearer".to_owned(),
        Authentication::ApiKey(header) => format!("header {header}"),
        Authentication::Cookie(name) => format!("cookie {name}"),
    }
}
