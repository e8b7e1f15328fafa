//! Operations: one method at one path.

use super::component::Side;
use super::document::Document;
use super::schemas::Schemas;
use super::{bodies, parameters, responses, security, texts};
use crate::json::Json;
use crate::model::{
    Action, Deprecation, Method, Parameter, ParameterRole, Refuses, Route, Segment,
};

/// A route of an action.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operation<'a> {
    /// Index of the action.
    pub(super) action_index: usize,
    pub(super) action: &'a Action,
    /// Index among the routes of the action.
    pub(super) route_index: usize,
    pub(super) route: &'a Route,
    /// A route with the same path, whose names the path has in the document: two paths that differ
    /// in the names of parameters alone are one path.
    pub(super) path_of: &'a Route,
}

impl<'a> Operation<'a> {
    /// What tells it from all others.
    pub(super) fn key(&self) -> (usize, usize) {
        (self.action_index, self.route_index)
    }

    /// `/v2/products/{id}`
    pub(super) fn path(&self) -> String {
        let segments = self.path_of.segments.iter();
        let segments = segments.map(|segment| match segment {
            Segment::Literal(text) => format!("/{text}"),
            Segment::Parameter(name) => format!("/{{{name}}}"),
        });
        segments.collect()
    }

    /// The parameters of the path, by the names that they have in the document.
    pub(super) fn path_names(&self) -> impl Iterator<Item = &'a str> {
        self.path_of
            .segments
            .iter()
            .filter_map(|segment| match segment {
                Segment::Parameter(name) => Some(name.as_str()),
                Segment::Literal(_) => None,
            })
    }

    /// Whether the function takes an extractor of tramline's own.
    pub(super) fn takes(&self, extractor: &str) -> bool {
        self.action.parameters.iter().any(|one| is(one, extractor))
    }
}

fn is(parameter: &Parameter, extractor: &str) -> bool {
    // The errors of one of the user's own are known.
    let extracted = matches!(
        parameter.role,
        ParameterRole::Extract(_, Refuses::Nothing | Refuses::Unknown)
    );
    let path = parameter.written.split('<').next().unwrap_or_default();
    extracted && path.rsplit("::").next().map(str::trim) == Some(extractor)
}

/// The word for a method in a path item.
pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::Get => "get",
        Method::Post => "post",
        Method::Put => "put",
        Method::Patch => "patch",
        Method::Delete => "delete",
    }
}

/// The operation object.
pub(super) fn operation(
    document: &Document<'_>,
    schemas: Schemas<'_>,
    operation: &Operation<'_>,
) -> Json {
    let Operation { action, route, .. } = operation;
    let docs = &action.docs;
    let id = document
        .ids
        .of(operation.action_index, operation.route_index);
    let is_deprecated = route.deprecation.is_some() || texts::is_deprecated(docs);
    let summary = texts::summary(docs).unwrap_or_else(|| texts::words(&action.function));
    let parameters = parameters::parameters(&schemas, operation);
    let received = Schemas {
        side: Side::Output,
        ..schemas
    };
    Json::object([
        ("operationId", Json::text(id)),
        ("summary", Json::Text(summary)),
    ])
    .with_some("description", description(docs, route.deprecation.as_ref()))
    .with("tags", Json::texts([document.tag(action)]))
    .with_some("deprecated", is_deprecated.then_some(Json::Bool(true)))
    .with("security", security::requirements(action))
    .with_some(
        "parameters",
        (!parameters.is_empty()).then_some(Json::List(parameters)),
    )
    .with_some("requestBody", bodies::request(&schemas, operation))
    .with(
        "responses",
        responses::responses(document, &received, operation),
    )
}

fn description(docs: &str, deprecation: Option<&Deprecation>) -> Option<Json> {
    let parts = [texts::details(docs), deprecation.map(notice)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| Json::Text(parts.join("\n\n")))
}

fn notice(deprecation: &Deprecation) -> String {
    let mut text = format!("Deprecated since {}.", deprecation.since);
    if let Some(sunset) = &deprecation.sunset {
        text += &format!(" Stops answering on {sunset}.");
    }
    if let Some(link) = &deprecation.link {
        text += &format!(" What to use instead: <{link}>.");
    }
    text
}
