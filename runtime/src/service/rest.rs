//! Requests for routes of REST: from the path to the action, by the same checks in the same order.

use std::sync::Arc;

use http::header::{
    ACCEPT_RANGES, ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, COOKIE, ETAG, ORIGIN, VARY,
    WWW_AUTHENTICATE,
};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use tracing::Span;

use super::future::{Guarded, Mark, ResponseFuture};
use super::layers::Routed;
use super::problem::{Extra, Problem};
use super::{Inner, path, request_id, respond, span};
use crate::body::Body;
use crate::call::{Answer, Failure, FailureKind, Outcome};
use crate::origin::{self, Access, Door, Facts, Target, Verdict};
use crate::read::Declared;
use crate::refusal::Refusal;
use crate::rest::conditional::{self, Conditions};
use crate::rest::cors::{self, Shared};
use crate::rest::marks::Marks;
use crate::rest::{Arrival, Authentication, ETag, Functions, Lead, Resource, RouteMethod, accept};

const ACCEPT_POST: HeaderName = HeaderName::from_static("accept-post");
const ACCEPT_PATCH: HeaderName = HeaderName::from_static("accept-patch");
const ACCEPT: HeaderName = http::header::ACCEPT;

/// A route that a request took, with what its path says.
#[derive(Clone)]
pub(super) struct Taken {
    pub(super) lead: Arc<Lead>,
    values: Box<[String]>,
}

/// What has to be known of a request by REST to answer it.
pub(super) struct Answering {
    lead: Arc<Lead>,
    conditions: Conditions,
}

impl Inner {
    /// Whether a path that leads to no action by RPC may be one of REST.
    pub(super) fn may_be_rest(&self, path: &str) -> bool {
        let is_below_mount = || {
            let below = path.strip_prefix(&*self.mount);
            !self.mount.is_empty()
                && below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        !self.routes.is_empty() && !is_below_mount()
    }

    /// Answers a request that is not for an action by RPC. `length` is the least that its body is
    /// known to hold.
    #[cold]
    pub(super) fn call_rest(&self, head: Parts, body: Body, length: u64) -> ResponseFuture {
        let is_head = head.method == Method::HEAD;
        let found = self.routes.find(head.uri.path());
        let (resource, values) = match found {
            Ok(Some((resource, values))) => (Ok(resource), values),
            // Without its mount, an address of RPC is no path of REST.
            Ok(None) if path::parse(head.uri.path(), "").is_some() => {
                (Err(Refusal::UnknownAction), Box::default())
            }
            Ok(None) => (Err(Refusal::UnknownRoute), Box::default()),
            Err(refusal) => (Err(refusal), Box::default()),
        };
        let lead = match resource {
            Ok(Resource::Functions(functions)) => functions.find(&head.method),
            _ => None,
        };
        let span = span::open_rest(lead.map(|lead| &**lead), &head);
        let entered = span.enter();
        let (stage, shared) = self.stage(head, body, length, resource, lead, values);
        drop(entered);
        let mark = lead.map(|lead| {
            Mark::Rest(Box::new(Marks {
                lead: Arc::clone(lead),
                shared,
            }))
        });
        ResponseFuture::new(stage, Span::clone(&span), is_head, mark)
    }

    fn stage(
        &self,
        mut head: Parts,
        body: Body,
        length: u64,
        resource: Result<&Resource, Refusal>,
        lead: Option<&Arc<Lead>>,
        values: Box<[String]>,
    ) -> (Guarded, Option<Shared>) {
        let is_options = head.method == Method::OPTIONS;
        let door = lead.map_or(Door::Public, |lead| door(lead, &head.headers));
        let shared = lead.and_then(|lead| self.shared(lead, door, &head.headers));
        let facts = match resource {
            Err(refusal) => Target::Nowhere(refusal),
            Ok(Resource::Functions(_)) => Target::Route {
                door,
                access: Access::of(&head.method),
                allowed: is_options || lead.is_some(),
                skew: None,
            },
            Ok(Resource::Document(_)) => Target::Route {
                door,
                access: Access::of(&head.method),
                allowed: is_options || matches!(head.method, Method::GET | Method::HEAD),
                skew: None,
            },
        };
        let host = origin::host_of(&head);
        let mut facts = Facts::of(&head, host, facts, &self.policy);
        if shared
            .as_ref()
            .is_some_and(|shared| shared.origin.is_some())
        {
            facts.trust();
        }
        let verdict = origin::decide(&facts, self.policy.allow_missing_metadata);
        let refuse = |refusal| Guarded::ready(refuse(refusal, lead.map(|lead| &**lead)));
        let resource = match (verdict, resource) {
            (Verdict::Refuse(Refusal::MethodNotAllowed), Ok(resource)) => {
                let mut response = refused(Refusal::MethodNotAllowed);
                allow(resource, response.headers_mut());
                return (Guarded::ready(response), shared);
            }
            (Verdict::Refuse(refusal), _) | (_, Err(refusal)) => return (refuse(refusal), shared),
            (Verdict::Allow, Ok(resource)) => resource,
            (Verdict::AllowWithoutCookies, Ok(resource)) => {
                head.headers.remove(COOKIE);
                resource
            }
        };
        let lead = match (resource, lead) {
            (Resource::Document(document), _) => {
                return (Guarded::ready(document.answer(&head)), None);
            }
            (Resource::Functions(_), Some(lead)) => lead,
            (Resource::Functions(functions), None) => {
                return (
                    Guarded::ready(self.options(resource, functions, &head)),
                    None,
                );
            }
        };
        let taken = Taken {
            lead: Arc::clone(lead),
            values,
        };
        let stage = match self.declared(&head, lead, length) {
            Err(refusal) => refuse(refusal),
            Ok(declared) => self.start_rest(taken, declared, head, body),
        };
        (stage, shared)
    }

    /// What pages elsewhere are told of answers; nothing, where they are not let in at all.
    fn shared(&self, lead: &Lead, door: Door, headers: &HeaderMap) -> Option<Shared> {
        if !self.policy.shares() || !lead.may_be_shared() {
            return None;
        }
        let origin = headers.get(ORIGIN).filter(|_| door != Door::Rpc);
        let origin = origin.filter(|origin| self.policy.shares_with(origin.as_bytes()));
        Some(Shared {
            origin: origin.cloned(),
        })
    }

    /// What answers who asks which methods there are, and a browser that asks what a page may do.
    fn options(&self, resource: &Resource, functions: &Functions, head: &Parts) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NO_CONTENT;
        let headers = response.headers_mut();
        allow(resource, headers);
        headers.insert(CACHE_CONTROL, respond::NO_STORE);
        if self.policy.shares() {
            headers.append(VARY, HeaderValue::from_static("origin"));
        }
        let origin = head.headers.get(ORIGIN);
        let listed = origin.filter(|origin| self.policy.shares_with(origin.as_bytes()));
        if let Some(origin) = listed {
            cors::preflight(functions, &head.headers, origin, headers);
        }
        response
    }

    /// What the head says of the body and of what is to answer it.
    fn declared(&self, head: &Parts, lead: &Lead, length: u64) -> Result<Declared, Refusal> {
        let limit = self.reading.limit(lead.entry.info);
        let declared = declared(head, lead, limit)?;
        if length > limit && lead.route.method.has_body() {
            return Err(Refusal::BodyTooLarge);
        }
        Ok(declared)
    }

    fn start_rest(&self, taken: Taken, declared: Declared, mut head: Parts, body: Body) -> Guarded {
        if let Some(layers) = &self.layers {
            head.extensions.insert(taken.lead.entry.info);
            head.extensions.insert(Routed::Rest(taken));
            return Guarded::layered(layers.start(Request::from_parts(head, body)));
        }
        Guarded::running_rest(taken, declared, head, body, &self.reading)
    }
}

/// What the head says of the body and of what is to answer it.
///
/// # Errors
///
/// A caller that takes no JSON, or sends anything else.
pub(super) fn declared(head: &Parts, lead: &Lead, limit: u64) -> Result<Declared, Refusal> {
    if !accept::allows_json(&head.headers) {
        return Err(Refusal::NotAcceptable);
    }
    match lead.route.method {
        RouteMethod::Get | RouteMethod::Delete => Ok(Declared::NONE),
        RouteMethod::Patch => Declared::of_json(&head.headers, limit, true),
        RouteMethod::Post | RouteMethod::Put => Declared::of_json(&head.headers, limit, false),
    }
}

/// How a request enters a route. Whoever shows a token or a key is a program, and whoever shows
/// nothing where no cookie counts is anyone.
fn door(lead: &Lead, headers: &HeaderMap) -> Door {
    let has_token = lead.takes(Authentication::Bearer) && headers.contains_key(AUTHORIZATION);
    let has_key = || lead.api_keys().any(|name| headers.contains_key(name));
    let is_cookie = |kind: &Authentication| matches!(kind, Authentication::Cookie(_));
    match () {
        () if has_token || has_key() => Door::Bearer,
        () if lead.route.authentication.iter().any(is_cookie) => Door::Rpc,
        () => Door::Public,
    }
}

impl Taken {
    /// What a call by this route knows of it, and what has to be known to answer it.
    pub(super) fn split(self, head: &Parts) -> (Arrival, Answering) {
        let conditions = Conditions::of_read(head);
        let Self { lead, values } = self;
        let arrival = Arrival {
            route: lead.route,
            values,
        };
        (arrival, Answering { lead, conditions })
    }
}

impl Answering {
    /// The response to a call that ran.
    pub(super) fn respond(&self, outcome: Outcome) -> Response<Body> {
        match outcome {
            Ok(answer) => self.success(answer),
            Err(Failure(FailureKind::Declared {
                status,
                code,
                detail,
                body,
            })) => {
                let mut response = problem(status, code, detail, Extra::Data(&body));
                if status == StatusCode::UNAUTHORIZED {
                    challenge(&self.lead, response.headers_mut());
                }
                response
            }
            Err(Failure(FailureKind::Invalid(errors))) => respond::invalid(&errors),
            Err(Failure(FailureKind::Refused(refusal))) => refuse(refusal, Some(&self.lead)),
            Err(Failure(FailureKind::Internal(cause))) => respond::internal(&cause),
        }
    }

    fn success(&self, answer: Answer) -> Response<Body> {
        let Answer { body, headers } = answer;
        let route = self.lead.route;
        let is_read = route.method == RouteMethod::Get;
        let mut headers = headers.map(|headers| *headers).unwrap_or_default();
        headers.remove(CONTENT_TYPE);
        if is_read && !headers.contains_key(CACHE_CONTROL) {
            headers.insert(CACHE_CONTROL, self.lead.cache.clone());
        }
        let status = StatusCode::from_u16(route.success).unwrap_or(StatusCode::OK);
        if body.is_empty() || status == StatusCode::NO_CONTENT {
            let status = match status {
                StatusCode::OK => StatusCode::NO_CONTENT,
                other => other,
            };
            return respond::response(status, Body::empty(), headers);
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if !is_read {
            return respond::response(status, body.into(), headers);
        }
        headers.insert(ACCEPT_RANGES, HeaderValue::from_static("none"));
        let tag = match headers.get(ETAG) {
            Some(tag) => tag.to_str().ok().and_then(ETag::parse),
            None => {
                let tag = ETag::of_bytes(&body);
                headers.extend(tag.header().map(|tag| (ETAG, tag)));
                Some(tag)
            }
        };
        match self.conditions.judge(tag.as_ref()) {
            conditional::Verdict::Go => respond::response(status, body.into(), headers),
            conditional::Verdict::Failed => refuse(Refusal::PreconditionFailed, Some(&self.lead)),
            conditional::Verdict::Unchanged => {
                headers.remove(CONTENT_TYPE);
                respond::response(StatusCode::NOT_MODIFIED, Body::empty(), headers)
            }
        }
    }
}

/// The response to a request by REST that the runtime refuses, on a route where it got that far.
pub(super) fn refuse(refusal: Refusal, lead: Option<&Lead>) -> Response<Body> {
    let mut response = refused(refusal);
    let Some(lead) = lead else {
        return response;
    };
    let headers = response.headers_mut();
    match refusal {
        Refusal::UnsupportedMediaType => {
            let (name, types) = match lead.route.method {
                RouteMethod::Patch => (
                    ACCEPT_PATCH,
                    "application/merge-patch+json, application/json",
                ),
                RouteMethod::Post => (ACCEPT_POST, "application/json"),
                _ => (ACCEPT, "application/json"),
            };
            headers.insert(name, HeaderValue::from_static(types));
        }
        _ if refusal.status() == StatusCode::UNAUTHORIZED => challenge(lead, headers),
        _ => {}
    }
    response
}

fn refused(refusal: Refusal) -> Response<Body> {
    let detail = match refusal {
        Refusal::UnsupportedMediaType => {
            "A body is `application/json`, to PATCH `application/merge-patch+json` as well, without \
             a content coding."
        }
        Refusal::MethodNotAllowed => "The Allow header lists the methods of this path.",
        other => other.detail(),
    };
    problem(refusal.status(), refusal.code(), detail, Extra::Errors(&[]))
}

fn problem(
    status: StatusCode,
    code: &'static str,
    detail: &str,
    extra: Extra<'_>,
) -> Response<Body> {
    let request_id = request_id::next();
    tracing::debug!(code, request_id, "refused");
    let problem = Problem {
        status,
        code,
        detail,
        request_id: &request_id,
        extra,
    };
    respond::document(problem.document(), status, code, &request_id)
}

/// Says how to show who one is, where that is by a token.
fn challenge(lead: &Lead, headers: &mut HeaderMap) {
    if lead.takes(Authentication::Bearer) {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
}

fn allow(resource: &Resource, headers: &mut HeaderMap) {
    if let Ok(methods) = HeaderValue::try_from(resource.allow()) {
        headers.insert(ALLOW, methods);
    }
}
