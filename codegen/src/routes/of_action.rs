//! From the model of an action to what its routes promise.

use std::collections::BTreeMap;

use super::{PathParameter, QueryParameter, RouteContract};
use crate::model::{
    Action, Api, Body, Direction, Location, Method, ParameterPlace, Presence, Route, RouteBody,
    RouteParameter, Segment, Success, Type,
};

/// What each route of an action promises, sorted by path.
pub(crate) fn of_action(api: &Api, action: &Action) -> Vec<RouteContract> {
    let located = located(api, action).into_iter();
    located.map(|(contract, _)| contract).collect()
}

/// The same, with the places of the routes.
pub(crate) fn located(api: &Api, action: &Action) -> Vec<(RouteContract, Location)> {
    let routes = action.routes.iter();
    let mut contracts: Vec<(RouteContract, Location)> = routes
        .map(|route| (contract(api, action, route), route.location))
        .collect();
    contracts.sort_by(|(a, _), (b, _)| (&a.path, a.method).cmp(&(&b.path, b.method)));
    contracts
}

fn contract(api: &Api, action: &Action, route: &Route) -> RouteContract {
    let errors = api.codes(&action.output.errors).into_iter();
    let deprecation = route.deprecation.as_ref();
    RouteContract {
        method: route.method,
        path: path(&route.segments),
        in_path: of_place(route, ParameterPlace::Path)
            .map(|parameter| PathParameter {
                name: parameter.name.clone(),
                form: parameter.form,
            })
            .collect(),
        in_query: of_place(route, ParameterPlace::Query).map(query).collect(),
        body: body(api, route),
        success: success(action),
        errors: errors
            .map(|(code, status)| (code.to_owned(), status))
            .collect(),
        callers: action.authentication.iter().cloned().collect(),
        sunset: deprecation.and_then(|deprecation| deprecation.sunset.clone()),
    }
}

fn of_place(route: &Route, place: ParameterPlace) -> impl Iterator<Item = &RouteParameter> {
    let parameters = route.parameters.iter();
    parameters.filter(move |parameter| parameter.place == place)
}

fn query(parameter: &RouteParameter) -> (String, QueryParameter) {
    let contract = QueryParameter {
        form: parameter.form,
        repeated: parameter.repeated,
        required: parameter.required,
    };
    (parameter.name.clone(), contract)
}

fn path(segments: &[Segment]) -> String {
    let segment = |segment: &Segment| match segment {
        Segment::Literal(text) => format!("/{text}"),
        Segment::Parameter(name) => format!("/{{{name}}}"),
    };
    segments.iter().map(segment).collect()
}

fn body(api: &Api, route: &Route) -> Option<BTreeMap<String, bool>> {
    let mut members = match &route.body {
        RouteBody::None => return None,
        RouteBody::Input(ty) | RouteBody::Member { ty, .. } => fields(api, ty),
        RouteBody::Object(members) => members
            .iter()
            .map(|member| (member.name.clone(), member.required))
            .collect(),
    };
    if matches!(route.body, RouteBody::Input(_)) {
        for parameter in &route.parameters {
            members.remove(&parameter.name);
        }
    }
    Some(members)
}

/// The members that serde reads of a struct, as far as they are its own.
fn fields(api: &Api, ty: &Type) -> BTreeMap<String, bool> {
    let Type::Named(id, _) = ty else {
        return BTreeMap::new();
    };
    match &api.definition(*id).body {
        Body::Newtype(field) => fields(api, &field.ty),
        Body::Proxy(ty) => fields(api, ty),
        Body::Enum(_) => BTreeMap::new(),
        Body::Struct(all) => all
            .travelling(Direction::Input)
            .filter(|field| !field.flattened)
            .map(|field| {
                let absent = matches!(field.ty, Type::Option(_)) && !field.converted;
                let required = field.presence == Presence::Required && !absent;
                (field.name(Direction::Input).to_owned(), required)
            })
            .collect(),
    }
}

fn success(action: &Action) -> u16 {
    match (action.success, &action.output.ok) {
        (Success::Created, _) => 201,
        (Success::Accepted, _) => 202,
        (Success::Ok, Type::Unit) => 204,
        (Success::Ok, _) => 200,
    }
}

impl Method {
    /// Every method, as a lock may name it.
    pub(super) const ALL: [Method; 5] = [
        Method::Get,
        Method::Post,
        Method::Put,
        Method::Patch,
        Method::Delete,
    ];
}
