//! Request bodies.

use super::component::Component;
use super::operations::Operation;
use super::schemas::{Object, Property, Schemas, constrained, typed};
use super::texts;
use crate::json::Json;
use crate::model::{BodyMember, Method, Route, RouteBody, Type};

/// The body that an operation takes.
pub(super) fn request(schemas: &Schemas<'_>, operation: &Operation<'_>) -> Option<Json> {
    let own = || {
        schemas.reference(&Component::Body {
            action: operation.action_index,
            route: operation.route_index,
        })
    };
    let schema = match &operation.route.body {
        RouteBody::None => return None,
        RouteBody::Member { ty, .. } => schemas.ty(ty),
        RouteBody::Input(ty) if operation.route.parameters.is_empty() => schemas.ty(ty),
        RouteBody::Input(_) | RouteBody::Object(_) => own(),
    };
    let content = media_types(operation.route.method).iter();
    let content = content.map(|name| {
        let media_type = Json::object([("schema", schema.clone())]);
        (*name, media_type)
    });
    Some(Json::object([
        (
            "required",
            Json::Bool(is_required(schemas, operation.route)),
        ),
        ("content", Json::object(content)),
    ]))
}

/// Whether it may not be left out: where all of its members may be, so may it.
fn is_required(schemas: &Schemas<'_>, route: &Route) -> bool {
    match &route.body {
        RouteBody::Object(members) => members.iter().any(|member| member.required),
        RouteBody::Input(Type::Named(id, arguments)) => {
            let properties = schemas.structure(*id, arguments).properties;
            let mut own = properties.iter();
            own.any(|one| one.required && !is_elsewhere(route, &one.name))
        }
        RouteBody::Input(_) | RouteBody::Member { .. } | RouteBody::None => true,
    }
}

/// What a body may come as.
fn media_types(method: Method) -> &'static [&'static str] {
    match method {
        Method::Patch => &["application/json", "application/merge-patch+json"],
        _ => &["application/json"],
    }
}

/// The schema of a body that is no type of its own.
pub(super) fn object(schemas: &Schemas<'_>, action: usize, route: usize) -> Json {
    let action = &schemas.api.actions[action];
    let route = &action.routes[route];
    match &route.body {
        RouteBody::Object(members) => {
            let members = members.iter().map(|one| member(schemas, one));
            let object = Object {
                properties: members.collect(),
                ..Object::default()
            };
            object.schema()
        }
        RouteBody::Input(Type::Named(id, arguments)) => {
            let mut object = schemas.structure(*id, arguments);
            object
                .properties
                .retain(|one| !is_elsewhere(route, &one.name));
            texts::described(object.schema(), &schemas.api.definition(*id).docs)
        }
        RouteBody::Input(_) | RouteBody::Member { .. } | RouteBody::None => typed("object"),
    }
}

/// Whether the URL holds it.
fn is_elsewhere(route: &Route, name: &str) -> bool {
    route
        .parameters
        .iter()
        .any(|parameter| parameter.name == name)
}

/// A parameter with a default takes `null` for it, as a frontend may say.
fn member(schemas: &Schemas<'_>, member: &BodyMember) -> Property {
    let schema = match &member.ty {
        ty @ Type::Option(_) => schemas.ty(ty),
        ty if member.required => schemas.ty(ty),
        ty => schemas.ty(&Type::Option(Box::new(ty.clone()))),
    };
    let schema = constrained(schema, &member.constraints);
    let example = member.example.clone().map(Json::Raw);
    let schema = schema.with_some("examples", example.map(|one| Json::List(vec![one])));
    Property {
        name: member.name.clone(),
        schema: texts::described(schema, &member.docs),
        required: member.required,
    }
}
