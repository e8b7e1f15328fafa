//! What is said where a function and a route do not fit.

use tramline_syntax::nearest::nearest;

use super::Wanted;
use super::defaults::Unfit;
use super::forms::Cannot;
use crate::diagnostics::{Diagnostic, Rule};
use crate::model::{Kind, Location, ParameterPlace};

pub(super) fn method(function: &str, kind: Kind, wanted: &Wanted<'_>) -> Diagnostic {
    let method = wanted.pattern.method;
    let (what, label, help) = match kind {
        Kind::Action => (
            "an action",
            "GET is for reading",
            "use POST, PUT, PATCH or DELETE, or make it a `#[query]` if it changes nothing",
        ),
        Kind::Query => (
            "a query",
            "a query is read with GET",
            "use GET, or make it an `#[action]` if it changes anything",
        ),
    };
    let title = format!("`{function}` is {what}, and cannot be reached by {method}");
    Diagnostic::new(Rule::RouteMethod, wanted.at, title, label, help)
}

pub(super) fn no_input(
    function: &str,
    name: &str,
    names: &[&str],
    wanted: &Wanted<'_>,
) -> Diagnostic {
    let title = format!("`{name}` is no input of `{function}`");
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let help = match (nearest(name, names), quoted.as_slice()) {
        (Some(near), _) => format!("did you mean `{near}`? Inputs have their names on the wire"),
        (None, []) => format!("take `{name}` as a parameter, or leave it out of the route"),
        (None, quoted) => format!(
            "take `{name}` as a parameter, or leave it out of the route; there are {}",
            quoted.join(", ")
        ),
    };
    Diagnostic::new(
        Rule::RouteInput,
        wanted.at,
        title,
        "this names an input",
        help,
    )
}

pub(super) fn two_of_a_name(name: &str, at: Location, wanted: &Wanted<'_>) -> Diagnostic {
    let title = format!("two inputs of `{}` are called `{name}`", wanted.text());
    let label = "the other one is a parameter";
    let help = "give one of them another name, such as with `#[serde(rename = \"…\")]`";
    Diagnostic::new(Rule::RouteInput, at, title, label, help)
        .context(wanted.at, "both would stand in the URL of this route")
}

pub(super) fn cannot_stand(
    name: &str,
    at: Location,
    place: ParameterPlace,
    why: Cannot,
    wanted: &Wanted<'_>,
) -> Diagnostic {
    let place = match place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
    };
    let title = format!("`{name}` cannot stand in the {place} of a route");
    Diagnostic::new(Rule::RouteType, at, title, why.what, why.help)
        .context(wanted.at, "of this route")
}

pub(super) fn open(name: &str, at: Location, wanted: &Wanted<'_>) -> Diagnostic {
    let title = format!("`{name}` cannot stand in the query of a route");
    let label = "what is flattened here has no fixed names";
    let help = "flatten a struct, or name what may be given";
    Diagnostic::new(Rule::RouteType, at, title, label, help).context(wanted.at, "of this route")
}

pub(super) fn cached_action(function: &str, at: Location) -> Diagnostic {
    let title = format!("`{function}` is an action, and what it answers is never kept");
    let help = "leave it out, or make the function a `#[query]` if it changes nothing";
    Diagnostic::new(Rule::InvalidOption, at, title, "only for queries", help)
}

pub(super) fn no_door(function: &str, at: Location) -> Diagnostic {
    let title = format!("nothing leads to `{function}`");
    let label = "clients cannot call it, and it has no route";
    let help = "give it a route with `rest = \"GET /v1/…\"`, or leave out `rpc = false`";
    Diagnostic::new(Rule::WithoutRoute, at, title, label, help)
}

pub(super) fn no_route(function: &str, option: &str, at: Location) -> Diagnostic {
    let title = format!("`{option}` speaks of the routes of `{function}`, which has none");
    let help = format!("give it a route with `rest = \"GET /v1/…\"`, or leave out `{option}`");
    Diagnostic::new(Rule::WithoutRoute, at, title, "no route leads here", help)
}

pub(super) fn unfit_default(unfit: &Unfit, at: Location) -> Diagnostic {
    let Unfit { text, why } = unfit;
    let title = format!("`{text}`, as `Builder::rest_defaults` has it, is not a route: {why}");
    let help = "begin the prefix with a version, such as `/v1`, and let it be plain segments";
    Diagnostic::new(Rule::InvalidOption, at, title, "of this function", help)
}
