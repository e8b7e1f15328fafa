//! Every route of every merged table, found by its path.

use std::fmt::Write as _;
use std::sync::Arc;

use http::{HeaderValue, Method};

use super::documents::Served;
use super::{Authentication, Parameter, Place, Route, RouteMethod, Segment, marks, percent};
use crate::refusal::Refusal;
use crate::service::Entry;

/// What there is, by path. Names of parameters play no part.
#[derive(Default)]
pub(crate) struct Routes {
    router: matchit::Router<usize>,
    resources: Vec<Resource>,
}

/// What is at a path.
pub(crate) enum Resource {
    /// Functions, one for a method.
    Functions(Functions),
    /// A text that never changes.
    Document(Served),
}

/// The routes of one path.
#[derive(Default)]
pub(crate) struct Functions {
    leads: Vec<Arc<Lead>>,
}

/// A route, with the function that it leads to.
pub(crate) struct Lead {
    pub(crate) entry: Entry,
    pub(crate) route: &'static Route,
    /// The path for people: `/v2/products/{id}`.
    pub(crate) pattern: String,
    /// What every answer says of the route's end.
    pub(crate) deprecation: Vec<marks::Line>,
    /// What differs between callers.
    pub(crate) vary: Option<HeaderValue>,
    /// What answers to GET say of caches.
    pub(crate) cache: HeaderValue,
}

/// What is at a path, and the values in it.
type Found<'a> = (&'a Resource, Box<[String]>);

/// Two routes that a request cannot tell apart, as people write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Conflict(pub(crate) String);

impl Routes {
    /// Adds a route that leads to `entry`.
    ///
    /// # Errors
    ///
    /// Where there is one with its method and its path.
    pub(crate) fn insert(&mut self, entry: &Entry, route: &'static Route) -> Result<(), Conflict> {
        let lead = Arc::new(Lead::new(entry.clone(), route));
        let conflict = || Conflict(format!("{} {}", route.method.name(), lead.pattern));
        let at = self.place(&matched(route.segments)).ok_or_else(conflict)?;
        match &mut self.resources[at] {
            Resource::Functions(functions) if functions.lead(route.method).is_none() => {
                functions.leads.push(lead);
                Ok(())
            }
            _ => Err(conflict()),
        }
    }

    /// Adds a document at `path`, unless there is something already.
    ///
    /// # Errors
    ///
    /// Where there is, and where the path is none.
    pub(crate) fn serve(&mut self, path: &str, document: Served) -> Result<(), Conflict> {
        let conflict = || Conflict(format!("GET {path}"));
        let at = self.place(path).ok_or_else(conflict)?;
        match &self.resources[at] {
            Resource::Functions(functions) if functions.leads.is_empty() => {
                self.resources[at] = Resource::Document(document);
                Ok(())
            }
            _ => Err(conflict()),
        }
    }

    /// The index of what is at a path as the router writes it; what is new is empty.
    fn place(&mut self, path: &str) -> Option<usize> {
        let at = self.resources.len();
        match self.router.insert(path, at) {
            Ok(()) => {
                self.resources
                    .push(Resource::Functions(Functions::default()));
                Some(at)
            }
            Err(matchit::InsertError::Conflict { with }) if with == path => {
                self.router.at(path).ok().map(|found| *found.value)
            }
            Err(_) => None,
        }
    }

    /// Whether there is nothing at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.resources.is_empty()
    }

    /// What is at `path`, and the values in it, decoded.
    ///
    /// # Errors
    ///
    /// A path that is not percent-encoded UTF-8, or has a slash or a null in a segment.
    pub(crate) fn find(&self, path: &str) -> Result<Option<Found<'_>>, Refusal> {
        if !path.contains('%') {
            return Ok(self.find_decoded(path));
        }
        let segments = path.split('/').map(percent::segment);
        let segments: Option<Vec<_>> = segments.collect();
        let path = segments.ok_or(Refusal::Malformed)?.join("/");
        Ok(self.find_decoded(&path))
    }

    fn find_decoded(&self, path: &str) -> Option<Found<'_>> {
        let found = self.router.at(path).ok()?;
        let values = found.params.iter().map(|(_, value)| value.to_owned());
        Some((&self.resources[*found.value], values.collect()))
    }
}

impl Functions {
    /// The route for `method`.
    fn lead(&self, method: RouteMethod) -> Option<&Arc<Lead>> {
        self.leads.iter().find(|lead| lead.route.method == method)
    }

    /// The route for a request's method, where there is one.
    pub(crate) fn find(&self, method: &Method) -> Option<&Arc<Lead>> {
        self.lead(match *method {
            Method::GET | Method::HEAD => RouteMethod::Get,
            Method::POST => RouteMethod::Post,
            Method::PUT => RouteMethod::Put,
            Method::PATCH => RouteMethod::Patch,
            Method::DELETE => RouteMethod::Delete,
            _ => return None,
        })
    }

    /// All routes.
    pub(crate) fn leads(&self) -> impl Iterator<Item = &Lead> {
        self.leads.iter().map(|lead| &**lead)
    }
}

impl Resource {
    /// What `Allow` says.
    pub(crate) fn allow(&self) -> String {
        match self {
            Self::Functions(functions) => methods(functions.leads()) + ", OPTIONS",
            Self::Document(_) => "GET, HEAD, OPTIONS".to_owned(),
        }
    }
}

/// The methods of some routes, as headers list them.
pub(crate) fn methods<'a>(leads: impl Iterator<Item = &'a Lead>) -> String {
    let mut methods: Vec<&str> = leads.map(|lead| lead.route.method.name()).collect();
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.sort_unstable();
    methods.join(", ")
}

impl Lead {
    fn new(entry: Entry, route: &'static Route) -> Self {
        let declared = route
            .cache
            .and_then(|cache| HeaderValue::from_str(cache).ok());
        Self {
            pattern: pattern(route),
            deprecation: marks::deprecation(route.deprecation),
            vary: vary(route.authentication),
            cache: declared.unwrap_or(HeaderValue::from_static("private, no-cache")),
            entry,
            route,
        }
    }

    /// Whether `authentication` is among what the route takes.
    pub(crate) fn takes(&self, authentication: Authentication) -> bool {
        self.route.authentication.contains(&authentication)
    }

    /// The headers in which the route takes keys.
    pub(crate) fn api_keys(&self) -> impl Iterator<Item = &'static str> {
        let kinds = self.route.authentication.iter();
        kinds.filter_map(|kind| match kind {
            Authentication::ApiKey(name) if !is_anyones(name) => Some(*name),
            _ => None,
        })
    }

    /// Whether a page elsewhere may be let in: where nobody, or a program, says who it is.
    pub(crate) fn may_be_shared(&self) -> bool {
        let is_anyones = self.route.authentication.is_empty();
        is_anyones || self.takes(Authentication::Bearer) || self.api_keys().next().is_some()
    }
}

/// Whether a header says nothing of who calls: browsers send it of their own accord, or let any page
/// set it without asking (the CORS-safelisted ones of the Fetch standard).
fn is_anyones(name: &str) -> bool {
    const NAMES: [&str; 14] = [
        "accept",
        "accept-encoding",
        "accept-language",
        "connection",
        "content-language",
        "content-length",
        "content-type",
        "cookie",
        "host",
        "origin",
        "range",
        "referer",
        "te",
        "user-agent",
    ];
    NAMES.contains(&name) || name.starts_with("sec-")
}

/// The path as the router writes it.
fn matched(segments: &[Segment]) -> String {
    let mut path = String::new();
    for (index, segment) in segments.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = match segment {
            Segment::Literal(text) => write!(path, "/{text}"),
            Segment::Parameter => write!(path, "/{{{index}}}"),
        };
    }
    path
}

/// The path as people write it.
fn pattern(route: &Route) -> String {
    let name = |index: usize| {
        let at = |parameter: &&Parameter| parameter.place == Place::Path(index);
        route
            .parameters
            .iter()
            .find(at)
            .map_or("", |found| found.name)
    };
    let mut path = String::new();
    let mut parameters = 0;
    for segment in route.segments {
        // Writing to a string does not fail.
        let _ = match segment {
            Segment::Literal(text) => write!(path, "/{text}"),
            Segment::Parameter => {
                parameters += 1;
                write!(path, "/{{{}}}", name(parameters - 1))
            }
        };
    }
    path
}

/// The headers by which answers differ.
fn vary(authentication: &[Authentication]) -> Option<HeaderValue> {
    let names = authentication.iter().map(|kind| match kind {
        Authentication::Cookie(_) => "cookie",
        Authentication::Bearer => "authorization",
        Authentication::ApiKey(name) => name,
    });
    let names: Vec<&str> = names.collect();
    HeaderValue::try_from(names.join(", "))
        .ok()
        .filter(|_| !names.is_empty())
}

#[cfg(test)]
mod tests {
    use super::is_anyones;

    #[test]
    fn a_key_is_what_no_browser_sends_unasked() {
        for name in [
            "accept",
            "user-agent",
            "sec-fetch-site",
            "sec-gpc",
            "cookie",
            "range",
        ] {
            assert!(is_anyones(name), "{name}");
        }
        for name in ["x-api-key", "api-key", "authorization", "x-goog-api-key"] {
            assert!(!is_anyones(name), "{name}");
        }
    }
}
