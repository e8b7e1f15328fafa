//! What a request to a route has to be, and how it is answered: one rule, one function.

use super::after_sunset;
use super::pairs::Pair;
use crate::compatibility::Part;
use crate::gate::finding::{Facts, Finding};
use crate::gate::rules::{self, Rule};
use crate::model::Form;
use crate::routes::{QueryParameter, RouteContract, word_of_form, words_of_caller};

/// What has changed at one route.
pub(super) fn of_pair(pair: &Pair<'_>, now: i64) -> Vec<Finding> {
    let mut changes = Changes {
        pair,
        allowed: after_sunset(pair.old.route, now),
        findings: Vec::new(),
    };
    changes.in_path();
    changes.in_query();
    changes.new_in_query();
    changes.body();
    changes.success();
    changes.errors();
    changes.callers();
    changes.findings
}

struct Changes<'a> {
    pair: &'a Pair<'a>,
    /// Why they are let through, all of them.
    allowed: Option<String>,
    findings: Vec<Finding>,
}

impl Changes<'_> {
    fn sides(&self) -> (&RouteContract, &RouteContract) {
        (self.pair.old.route, self.pair.new.route)
    }

    fn report(&mut self, rule: &'static Rule, path: &str, was: String, is: String) {
        let facts = Facts {
            action: &self.pair.new.function.name,
            part: Part::Route(self.pair.new.route.title()),
            path: path.to_owned(),
            was,
            is,
        };
        self.findings.push(Finding {
            allowed: self.allowed.clone(),
            ..Finding::new(rule, facts, self.pair.new.location)
        });
    }

    /// Parameters of the path are told by their order.
    fn in_path(&mut self) {
        let (old, new) = self.sides();
        let both = old.in_path.iter().zip(&new.in_path);
        let changed: Vec<_> = both
            .filter(|(was, is)| !takes(is.form, was.form))
            .map(|(was, is)| (is.name.clone(), was.form, is.form))
            .collect();
        for (name, was, is) in changed {
            let [was, is] = [was, is].map(|form| word_of_form(form).to_owned());
            self.report(&rules::ROUTE_PARAMETER_TYPE_CHANGED, &name, was, is);
        }
    }

    /// Parameters of the query that were there.
    fn in_query(&mut self) {
        let (old, new) = self.sides();
        let changes: Vec<_> = old
            .in_query
            .iter()
            .filter_map(|(name, was)| {
                let (rule, was, is) = of_query(name, *was, new)?;
                Some((rule, name.clone(), was, is))
            })
            .collect();
        for (rule, name, was, is) in changes {
            self.report(rule, &name, was, is);
        }
    }

    /// Parameters of the query that were not there, or did not have to be.
    fn new_in_query(&mut self) {
        let (old, new) = self.sides();
        let changes: Vec<_> = new
            .in_query
            .iter()
            .filter_map(|(name, is)| Some((name.clone(), before(name, *is, old)?)))
            .collect();
        for (name, before) in changes {
            match before {
                Before::Elsewhere(place) => self.report(
                    &rules::ROUTE_PARAMETER_MOVED,
                    &name,
                    place.to_owned(),
                    QUERY.to_owned(),
                ),
                Before::Absent(was) => self.report(
                    &rules::ROUTE_PARAMETER_REQUIRED,
                    &name,
                    was.to_owned(),
                    String::new(),
                ),
            }
        }
    }

    fn body(&mut self) {
        let (old, new) = self.sides();
        let asks = |route: &RouteContract| -> Vec<String> {
            let members = route.body.iter().flatten();
            let required = members.filter(|(_, required)| **required);
            required.map(|(name, _)| format!("`{name}`")).collect()
        };
        let asked = asks(new);
        if asks(old).is_empty() && !asked.is_empty() {
            let is = asked.join(", ");
            self.report(&rules::ROUTE_BODY_REQUIRED, "", String::new(), is);
        }
    }

    fn success(&mut self) {
        let (old, new) = self.sides();
        if old.success != new.success {
            let (was, is) = (old.success.to_string(), new.success.to_string());
            self.report(&rules::ROUTE_SUCCESS_CHANGED, "", was, is);
        }
    }

    fn errors(&mut self) {
        let (old, new) = self.sides();
        let changed = old.errors.iter().filter_map(|(code, was)| {
            let is = new.errors.get(code).filter(|is| *is != was)?;
            Some((code.clone(), was.to_string(), is.to_string()))
        });
        for (code, was, is) in changed.collect::<Vec<_>>() {
            self.report(&rules::ROUTE_ERROR_STATUS_CHANGED, &code, was, is);
        }
    }

    /// Where nobody is asked, everybody may call.
    fn callers(&mut self) {
        let (old, new) = self.sides();
        let narrowed = !new.callers.is_empty()
            && (old.callers.is_empty() || !old.callers.is_subset(&new.callers));
        if narrowed {
            let (was, is) = (callers(old), callers(new));
            self.report(&rules::ROUTE_AUTHENTICATION_NARROWED, "", was, is);
        }
    }
}

const PATH: &str = "path";
const QUERY: &str = "query";
const BODY: &str = "body";

/// What has become of a parameter of the query.
fn of_query(
    name: &str,
    was: QueryParameter,
    new: &RouteContract,
) -> Option<(&'static Rule, String, String)> {
    let Some(is) = new.in_query.get(name) else {
        return Some(match elsewhere(name, new) {
            Some(place) => (
                &rules::ROUTE_PARAMETER_MOVED,
                QUERY.to_owned(),
                place.to_owned(),
            ),
            None => (
                &rules::ROUTE_PARAMETER_REMOVED,
                described(was),
                String::new(),
            ),
        });
    };
    let narrower = !takes(is.form, was.form) || (was.repeated && !is.repeated);
    narrower.then(|| {
        (
            &rules::ROUTE_PARAMETER_TYPE_CHANGED,
            described(was),
            described(*is),
        )
    })
}

/// What callers did about a parameter of the query before.
enum Before {
    /// They gave it at another place.
    Elsewhere(&'static str),
    /// They did not have to give it, and have to now; why, after "and".
    Absent(&'static str),
}

/// Nothing where they can go on.
fn before(name: &str, is: QueryParameter, old: &RouteContract) -> Option<Before> {
    match (old.in_query.get(name), elsewhere(name, old)) {
        (None, Some(place)) => Some(Before::Elsewhere(place)),
        (None, None) => is.required.then_some(Before::Absent("is new")),
        (Some(was), _) => {
            let now_required = is.required && !was.required;
            now_required.then_some(Before::Absent("could be left out"))
        }
    }
}

/// Where else an input of this name is taken from.
fn elsewhere(name: &str, route: &RouteContract) -> Option<&'static str> {
    let in_path = route.in_path.iter().any(|parameter| parameter.name == name);
    let members = route.body.as_ref();
    let in_body = members.is_some_and(|members| members.contains_key(name));
    in_path.then_some(PATH).or(in_body.then_some(BODY))
}

/// Whether every value of one form is one of another. Values themselves, the schemas speak of.
fn takes(is: Form, was: Form) -> bool {
    is == was || is == Form::Text || (is, was) == (Form::Number, Form::Integer)
}

fn described(parameter: QueryParameter) -> String {
    let form = word_of_form(parameter.form);
    match parameter.repeated {
        true => format!("{form}, any number of times"),
        false => form.to_owned(),
    }
}

fn callers(route: &RouteContract) -> String {
    let words: Vec<String> = route.callers.iter().map(words_of_caller).collect();
    match words.is_empty() {
        true => "anybody".to_owned(),
        false => words.join(" or "),
    }
}
