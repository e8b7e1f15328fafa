//! The routes of an action, as constants of its marker.

use super::format::literal;
use super::row;
use super::spell::cfg_attribute;
use crate::model::{
    Action, Deprecation, Form, Method, ParameterPlace, Route, RouteBody, RouteParameter, Segment,
    Success,
};
use tramline_syntax::date::Date;

/// The constant with all of them; nothing where there are none.
pub(super) fn constant(action: &Action, marker: &str) -> String {
    if action.routes.is_empty() {
        return String::new();
    }
    let routes: String = action
        .routes
        .iter()
        .map(|one| route(action, one) + ",\n")
        .collect();
    format!(
        "{cfg}impl {marker} {{\n\
         pub(super) const ROUTES: &'static [::tramline::codegen::Route] = &[{routes}];\n\
         }}\n",
        cfg = cfg_attribute(&action.cfg),
    )
}

fn route(action: &Action, route: &Route) -> String {
    let method = match route.method {
        Method::Get => "Get",
        Method::Post => "Post",
        Method::Put => "Put",
        Method::Patch => "Patch",
        Method::Delete => "Delete",
    };
    let success = match action.success {
        Success::Ok => 200,
        Success::Created => 201,
        Success::Accepted => 202,
    };
    format!(
        "::tramline::codegen::Route {{\n\
             method: ::tramline::codegen::RouteMethod::{method},\n\
             version: {version},\n\
             segments: &[{segments}],\n\
             parameters: &[{parameters}],\n\
             body: ::tramline::codegen::RouteBody::{body},\n\
             success: {success},\n\
             deprecation: {deprecation},\n\
             cache: {cache},\n\
             authentication: &[{authentication}],\n\
         }}",
        version = literal(&route.version),
        segments = route.segments.iter().map(segment).collect::<String>(),
        parameters = parameters(route),
        body = body(route),
        deprecation = option(route.deprecation.as_ref().map(deprecation)),
        cache = option(action.cache.as_deref().map(literal)),
        authentication = row::authentication(action),
    )
}

fn segment(segment: &Segment) -> String {
    match segment {
        Segment::Literal(text) => {
            let text = literal(text);
            format!("::tramline::codegen::Segment::Literal({text}),")
        }
        Segment::Parameter(_) => "::tramline::codegen::Segment::Parameter,".to_owned(),
    }
}

/// Those of the path stand first, in its order.
fn parameters(route: &Route) -> String {
    let parameters = route.parameters.iter().enumerate();
    parameters
        .map(|(index, one)| parameter(index, one))
        .collect()
}

fn parameter(index: usize, parameter: &RouteParameter) -> String {
    let place = match parameter.place {
        ParameterPlace::Path => format!("Path({index})"),
        ParameterPlace::Query => "Query".to_owned(),
    };
    let form = match parameter.form {
        Form::Text => "Text",
        Form::Integer => "Integer",
        Form::Number => "Number",
        Form::Boolean => "Boolean",
    };
    let is_empty_list = parameter.repeated && parameter.default.as_deref() == Some("[]");
    format!(
        "::tramline::codegen::Parameter {{\n\
             place: ::tramline::codegen::Place::{place},\n\
             name: {name},\n\
             form: ::tramline::codegen::Form::{form},\n\
             repeated: {repeated},\n\
             required: {required},\n\
         }},\n",
        name = literal(&parameter.name),
        repeated = parameter.repeated,
        required = parameter.required || is_empty_list,
    )
}

fn body(route: &Route) -> String {
    if let Some(spread) = &route.spread {
        let (name, from) = (literal(&spread.name), spread.from);
        return format!("Query {{ name: {name}, from: {from} }}");
    }
    match &route.body {
        RouteBody::None => "None".to_owned(),
        RouteBody::Input(_) => "Input".to_owned(),
        RouteBody::Member { name, .. } => format!("Member({})", literal(name)),
        RouteBody::Object(_) => "Object".to_owned(),
    }
}

fn deprecation(deprecation: &Deprecation) -> String {
    // The grammar of the attribute has read both.
    let unix = |date: &str| Date::parse(date).map_or(0, Date::unix);
    format!(
        "::tramline::codegen::Deprecation {{\n\
             since_unix: {since},\n\
             sunset_unix: {sunset},\n\
             link: {link},\n\
         }}",
        since = unix(&deprecation.since),
        sunset = option(deprecation.sunset.as_deref().map(|it| unix(it).to_string())),
        link = option(deprecation.link.as_deref().map(literal)),
    )
}

fn option(value: Option<String>) -> String {
    match value {
        Some(value) => format!("::core::option::Option::Some({value})"),
        None => "::core::option::Option::None".to_owned(),
    }
}
