//! Webhooks: found by a path, all of it, and answered as third parties expect it.

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{ALLOW, COOKIE};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use http_body::Body as _;

use super::future::Guarded;
use super::layers::Routed;
use super::problem::{Extra, Problem};
use super::respond::{self, Coded};
use super::table::Entry;
use super::{Inner, ResponseFuture, URI_LIMIT, request_id, span};
use crate::action::{ActionInfo, Running};
use crate::body::Body;
use crate::call::{Answer, Failure, FailureKind, Incoming, Outcome};
use crate::extract::{Door as EnteredBy, RequestParts};
use crate::origin::{self, Access, Authority, Door, Facts, Target, Verdict};
use crate::read::{Declared, Reading};
use crate::refusal::Refusal;

/// The webhooks of all tables, by their paths.
pub(super) struct Webhooks(HashMap<&'static str, Entry>);

/// Why there is no table of webhooks.
pub(super) enum Clash {
    /// Both have this path.
    Same(&'static str, &'static ActionInfo, &'static ActionInfo),
    /// Its path is below the mount, where actions are.
    BelowMount(&'static str, &'static ActionInfo),
}

impl Webhooks {
    /// Those among `entries`.
    ///
    /// # Errors
    ///
    /// Where one cannot be told from another, or from an action below `mount`.
    pub(super) fn new<'a>(
        entries: impl Iterator<Item = &'a Entry>,
        mount: &str,
    ) -> Result<Self, Clash> {
        let mut webhooks = HashMap::new();
        for entry in entries {
            let Some(path) = entry.webhook() else {
                continue;
            };
            let below = path.strip_prefix(mount);
            if !mount.is_empty()
                && below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            {
                return Err(Clash::BelowMount(path, entry.info));
            }
            if let Some(earlier) = webhooks.insert(path, entry.clone()) {
                return Err(Clash::Same(path, earlier.info, entry.info));
            }
        }
        Ok(Self(webhooks))
    }

    /// The webhook at `path`.
    pub(super) fn find(&self, path: &str) -> Option<&Entry> {
        match self.0.is_empty() {
            true => None,
            false => self.0.get(path),
        }
    }
}

impl Inner {
    /// Answers a request for the webhook `entry`.
    pub(super) fn webhook(&self, entry: &Entry, head: Parts, body: Body) -> ResponseFuture {
        let is_head = head.method == Method::HEAD;
        let host = origin::host_of(&head);
        let span = span::open(Some(entry.info), host);
        let entered = span.enter();
        let stage = match self.admit_webhook(entry, &head, host, body.size_hint().lower()) {
            Ok(declared) => {
                span::negotiated(&span, declared.format);
                self.start_webhook(entry, declared, head, body)
            }
            Err(refusal) => Guarded::ready(refuse(refusal)),
        };
        drop(entered);
        ResponseFuture::new(stage, span, is_head, None)
    }

    /// Every check that the head allows. `length` is the least that the body is known to hold.
    fn admit_webhook(
        &self,
        entry: &Entry,
        head: &Parts,
        host: Option<Authority<'_>>,
        length: u64,
    ) -> Result<Declared, Refusal> {
        let target = head.uri.path_and_query();
        let too_long = target.is_some_and(|target| target.as_str().len() > URI_LIMIT);
        let target = match too_long {
            true => Target::Nowhere(Refusal::UriTooLong),
            false => Target::Route {
                door: Door::Webhook,
                access: Access::of(&head.method),
                allowed: head.method == Method::POST,
                skew: None,
            },
        };
        let facts = Facts::of(head, host, target, &self.policy);
        let verdict = origin::decide(&facts, self.policy.allow_missing_metadata);
        if let Verdict::Refuse(refusal) = verdict {
            return Err(refusal);
        }
        let limit = self.reading.limit(entry.info);
        let declared = Declared::read(head, limit, entry.wire.encoding)?;
        match length > limit {
            true => Err(Refusal::BodyTooLarge),
            false => Ok(declared),
        }
    }

    fn start_webhook(
        &self,
        entry: &Entry,
        declared: Declared,
        mut head: Parts,
        body: Body,
    ) -> Guarded {
        // Who has signed the body is whom it is from, whatever a browser may have added.
        head.headers.remove(COOKIE);
        let Some(layers) = &self.layers else {
            return run(entry, declared, head, body, &self.reading);
        };
        head.extensions.insert(entry.info);
        head.extensions.insert(Routed::Webhook(entry.clone()));
        Guarded::layered(layers.start(Request::from_parts(head, body)))
    }
}

/// Starts the webhook `entry` with the request as the layers have left it.
pub(super) fn route(entry: &Entry, head: Parts, body: Body, reading: &Arc<Reading>) -> Guarded {
    match Declared::read(&head, reading.limit(entry.info), entry.wire.encoding) {
        Ok(declared) => run(entry, declared, head, body, reading),
        Err(refusal) => Guarded::ready(refuse(refusal)),
    }
}

/// Starts the webhook `entry`.
fn run(
    entry: &Entry,
    declared: Declared,
    head: Parts,
    body: Body,
    reading: &Arc<Reading>,
) -> Guarded {
    let incoming = Incoming {
        request: RequestParts::new(head, entry.info, EnteredBy::Webhook),
        body,
        declared,
        reading: Arc::clone(reading),
        wire: entry.wire,
        arrival: None,
    };
    let running: Running = entry.table.start(entry.row, incoming);
    Guarded::layered(Box::pin(async move { respond(running.await) }))
}

/// The response to a webhook that ran, or need not run: 200, whatever it has to say.
fn respond(outcome: Outcome) -> Response<Body> {
    match outcome {
        Ok(answer) => success(answer),
        Err(Failure(FailureKind::Declared {
            status,
            code,
            detail,
            body,
        })) => declared(status, code, detail, &body),
        Err(Failure(FailureKind::Refused(refusal))) => refuse(refusal),
        Err(Failure(FailureKind::Invalid(errors))) => respond::invalid(&errors),
        Err(Failure(FailureKind::Internal(cause))) => respond::internal(&cause),
    }
}

fn success(answer: Answer) -> Response<Body> {
    let headers = answer.headers.map(|headers| *headers).unwrap_or_default();
    // Who returns nothing has nothing to say.
    let body = match &*answer.body {
        b"null" => Bytes::new(),
        _ => answer.body,
    };
    respond::json(StatusCode::OK, body, headers)
}

/// The response to a declared error, which says no more than a problem document can.
fn declared(status: StatusCode, code: &'static str, detail: &str, data: &[u8]) -> Response<Body> {
    let request_id = request_id::next();
    let problem = Problem {
        status,
        code,
        detail,
        request_id: &request_id,
        extra: Extra::Data(data),
    };
    let mut response = respond::document(problem.document(), status, code, &request_id);
    response.extensions_mut().insert(Coded(code));
    response
}

fn refuse(refusal: Refusal) -> Response<Body> {
    let mut response = respond::refuse(refusal, None);
    if refusal == Refusal::MethodNotAllowed {
        let headers: &mut HeaderMap = response.headers_mut();
        headers.insert(ALLOW, HeaderValue::from_static("POST"));
    }
    response
}
