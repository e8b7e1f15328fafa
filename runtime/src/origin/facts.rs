//! What the rules are about, as plain values.

use http::header::{COOKIE, HOST, ORIGIN};
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method};

use super::{Authority, Policy};
use crate::lines;
use crate::refusal::Refusal;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// All that the decision depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Facts {
    pub(crate) host: Host,
    /// `Origin` or `Sec-Fetch-Site` occurs twice.
    pub(crate) repeated: bool,
    pub(crate) target: Target,
    pub(crate) site: Site,
    pub(crate) origin: Origin,
    /// There is a `Cookie`.
    pub(crate) cookie: bool,
}

/// The host that the request names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Host {
    Malformed,
    Foreign,
    Allowed,
}

/// What the path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Target {
    /// Nothing.
    Nowhere(Refusal),
    /// A route.
    Route {
        door: Door,
        access: Access,
        /// The route answers this method.
        allowed: bool,
        /// What the caller is refused with who was generated from a version of the action with
        /// which it cannot go on.
        skew: Option<Refusal>,
    },
}

/// How a route is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Door {
    /// By a client on behalf of a page.
    Rpc,
    /// The same, for a read that anyone may make.
    Public,
    /// By a third party that signs what it sends.
    Webhook,
    /// By a program that shows a token.
    Bearer,
}

/// What the method promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Access {
    /// GET, HEAD, OPTIONS: changes nothing.
    Read,
    /// Any other.
    Write,
}

/// `Sec-Fetch-Site`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Site {
    Absent,
    SameOrigin,
    /// The user's own doing: an address typed, a bookmark.
    None,
    /// `same-site`, `cross-site`, and whatever else there may come to be.
    Other,
}

/// `Origin`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Origin {
    Absent,
    Ours,
    Trusted,
    Null,
    Other,
}

impl Facts {
    /// Establishes the facts of a request, of which `host` and `target` are known already.
    pub(crate) fn of(
        head: &Parts,
        host: Option<Authority<'_>>,
        target: Target,
        policy: &Policy,
    ) -> Self {
        let headers = &head.headers;
        let (origin, origins) = lines::first(headers, &ORIGIN);
        let (site, sites) = lines::first(headers, &SEC_FETCH_SITE);
        Self {
            host: match host {
                None => Host::Malformed,
                Some(host) if policy.allows(&host) => Host::Allowed,
                Some(_) => Host::Foreign,
            },
            repeated: origins || sites,
            target,
            site: match site.map(HeaderValue::as_bytes) {
                None => Site::Absent,
                Some(b"same-origin") => Site::SameOrigin,
                Some(b"none") => Site::None,
                Some(_) => Site::Other,
            },
            origin: origin.map_or(Origin::Absent, |origin| {
                policy.judge(origin.as_bytes(), host)
            }),
            cookie: headers.contains_key(COOKIE),
        }
    }
}

impl Facts {
    /// Takes the page that asks for one that may.
    pub(crate) fn trust(&mut self) {
        self.origin = Origin::Trusted;
    }
}

impl Access {
    /// What `method` promises.
    pub(crate) fn of(method: &Method) -> Self {
        match *method {
            Method::GET | Method::HEAD | Method::OPTIONS => Self::Read,
            _ => Self::Write,
        }
    }
}

/// The one host that the request names: in the request target, in `Host`, or alike in both.
pub(crate) fn host_of(head: &Parts) -> Option<Authority<'_>> {
    let header = match lines::first(&head.headers, &HOST) {
        (_, true) => return None,
        (Some(header), false) => Some(Authority::parse(header.as_bytes())?),
        (None, false) => None,
    };
    let target = match head.uri.authority() {
        Some(authority) => Some(Authority::parse(authority.as_str().as_bytes())?),
        None => None,
    };
    match (header, target) {
        (Some(header), Some(target)) => header.is(&target).then_some(target),
        (header, target) => header.or(target),
    }
}
