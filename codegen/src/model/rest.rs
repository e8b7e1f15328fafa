//! The doors of an action beside the one of the generated client: routes with a method and a path.

use super::{Constraints, Location, PackageId, Type};

/// One method at one path.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    pub(crate) method: Method,
    /// The first segment: `v2`.
    pub(crate) version: String,
    /// All segments, the version included.
    pub(crate) segments: Vec<Segment>,
    /// Those of the path in its order, then those of the query.
    pub(crate) parameters: Vec<RouteParameter>,
    /// The struct parameter whose fields are in the query.
    pub(crate) spread: Option<Spread>,
    pub(crate) body: RouteBody,
    pub(crate) deprecation: Option<Deprecation>,
    /// The text of the route in its attribute.
    pub(crate) location: Location,
}

/// The methods that a route can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

/// One segment of a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Segment {
    Literal(String),
    /// `{name}`: the whole segment is the value of that parameter.
    Parameter(String),
}

/// A struct whose fields stand in the query, beside other inputs or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spread {
    /// The function's parameter.
    pub(crate) name: String,
    /// From which of the route's parameters on they are its fields.
    pub(crate) from: usize,
}

/// An input that stands in the URL.
#[derive(Clone, Debug)]
pub(crate) struct RouteParameter {
    pub(crate) place: ParameterPlace,
    /// As on the wire.
    pub(crate) name: String,
    /// With its `Option` or its list, where it has one.
    pub(crate) ty: Type,
    /// What one value of it is as text.
    pub(crate) form: Form,
    /// Whether it may be given more than once: a list or a set.
    pub(crate) repeated: bool,
    pub(crate) required: bool,
    pub(crate) docs: String,
    pub(crate) constraints: Constraints,
    /// JSON text.
    pub(crate) example: Option<String>,
    /// What it is where it is left out, as JSON text; `None` also where only Rust knows.
    pub(crate) default: Option<String>,
}

/// Where in the URL an input stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum ParameterPlace {
    Path,
    Query,
}

/// What a value in a URL becomes before serde reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    Text,
    Integer,
    Number,
    Boolean,
}

/// What the request body is.
#[derive(Clone, Debug)]
pub(crate) enum RouteBody {
    /// There is none.
    None,
    /// The input struct, less what path and query take of it.
    Input(Type),
    /// One parameter, whose struct is the whole body.
    Member { name: String, ty: Type },
    /// An object of what path and query leave.
    Object(Vec<BodyMember>),
}

/// One member of a body that is put together of parameters.
#[derive(Clone, Debug)]
pub(crate) struct BodyMember {
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) required: bool,
    pub(crate) docs: String,
    pub(crate) constraints: Constraints,
    /// JSON text.
    pub(crate) example: Option<String>,
}

/// That a route should no longer be used. Dates are `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deprecation {
    pub(crate) since: String,
    /// When it stops answering; not before `since`.
    pub(crate) sunset: Option<String>,
    /// Where people read what to use instead.
    pub(crate) link: Option<String>,
}

/// A way in which an extractor finds out who calls.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Authentication {
    /// A cookie of this name.
    Cookie(String),
    /// `Authorization: Bearer …`
    Bearer,
    /// A header of this name.
    ApiKey(String),
}

/// What a successful answer says of itself. A unit in `Ok` is answered with 204.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Success {
    #[default]
    Ok,
    /// `Created<T>`: 201 with a `Location`.
    Created,
    /// `Accepted<T>`: 202.
    Accepted,
}

/// A payload that is sent to webhooks of consumers.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    /// `product.updated`
    pub(crate) name: String,
    /// The version of the documents that tell of it: `v2`.
    pub(crate) version: String,
    /// The struct or enum, by name.
    pub(crate) ty: Type,
    pub(crate) docs: String,
    /// The type's name in its source.
    pub(crate) location: Location,
    pub(crate) package: PackageId,
    /// The name of the file that says what is wrong with it, without extension.
    pub(crate) stem: String,
}

impl Method {
    /// As it stands in a request.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }
}

impl Route {
    /// The path with the names of its parameters: `/v2/products/{id}`.
    pub(crate) fn path(&self) -> String {
        let segments = self.segments.iter().map(|segment| match segment {
            Segment::Literal(text) => format!("/{text}"),
            Segment::Parameter(name) => format!("/{{{name}}}"),
        });
        segments.collect()
    }
}
