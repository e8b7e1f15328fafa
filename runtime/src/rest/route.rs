//! What the build step says of a route. All of it is constant, and nothing of it is behaviour.

use crate::rest::Authentication;

/// A method and a path that lead to a function.
#[derive(Debug)]
pub struct Route {
    /// The method; GET stands for HEAD as well.
    pub method: RouteMethod,
    /// The version of the interface that the path begins with: `v2`.
    pub version: &'static str,
    /// The whole path.
    pub segments: &'static [Segment],
    /// The inputs that do not stand in the body.
    pub parameters: &'static [Parameter],
    /// What the body is.
    pub body: RouteBody,
    /// The status of a result, which is 204 where the result is a unit and this says 200.
    pub success: u16,
    /// Whether the route is on its way out.
    pub deprecation: Option<Deprecation>,
    /// What answers to GET say of caches.
    pub cache: Option<&'static str>,
    /// How callers may show who they are: what the function's extractors say, in order.
    pub authentication: &'static [Authentication],
}

/// The method of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RouteMethod {
    /// Reads.
    Get,
    /// Creates, or does something else.
    Post,
    /// Puts a whole.
    Put,
    /// Changes a part.
    Patch,
    /// Deletes.
    Delete,
}

/// What stands between two slashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment {
    /// This text.
    Literal(&'static str),
    /// A value, which is not empty.
    Parameter,
}

/// One input in the path or in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Where it stands.
    pub place: Place,
    /// Its name, which is the name of the input as well.
    pub name: &'static str,
    /// What its text stands for.
    pub form: Form,
    /// Whether it may occur several times, and is a list.
    pub repeated: bool,
    /// Whether its type asks for it. A list that is asked for and does not occur is empty.
    pub required: bool,
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the path: the so-manieth of its parameters, from zero.
    Path(usize),
    /// In the query.
    Query,
}

/// What a parameter's text stands for, to a type that asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
}

/// What the body of a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteBody {
    /// Nothing.
    None,
    /// The one input, less what the parameters are.
    Input,
    /// The input of this name.
    Member(&'static str),
    /// An object of the inputs that are no parameters.
    Object,
    /// Nothing, but one input is an object of parameters.
    Query {
        /// The name of that input.
        name: &'static str,
        /// Its members are the parameters from this one on.
        from: usize,
    },
}

/// Since when a route is deprecated. Moments are seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deprecation {
    /// From then on.
    pub since_unix: i64,
    /// Until when it is answered.
    pub sunset_unix: Option<i64>,
    /// Where to read what to do about it.
    pub link: Option<&'static str>,
}

/// The description of one version of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Document {
    /// Which: `v2`.
    pub version: &'static str,
    /// An OpenAPI document.
    pub json: &'static str,
}

impl RouteMethod {
    /// As requests have it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Whether a body belongs to it.
    pub(crate) const fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put | Self::Patch)
    }
}
