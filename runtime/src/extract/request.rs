//! What extractors see.

use http::header::{AUTHORIZATION, IF_MATCH, IF_NONE_MATCH};
use http::request::Parts;
use http::{Extensions, HeaderMap, Method, Uri};

use super::Door;
use crate::action::ActionInfo;
use crate::lines;

/// A request without its body, and the action that it is for.
#[derive(Debug)]
pub struct RequestParts {
    head: Parts,
    action: &'static ActionInfo,
    door: Door,
    condition: Condition,
}

/// Whether the request depends on what there is by now, as a write may (RFC 9110, section 13).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Condition {
    /// It does not, or its method is one for which that is not up to the function.
    None,
    /// It does, and nothing has looked at it.
    Open,
    /// Some extractor has taken it over.
    Taken,
}

impl RequestParts {
    pub(crate) fn new(head: Parts, action: &'static ActionInfo, door: Door) -> Self {
        let conditional = || {
            let headers = &head.headers;
            headers.contains_key(IF_MATCH) || headers.contains_key(IF_NONE_MATCH)
        };
        let condition = match door == Door::Rest && !head.method.is_safe() && conditional() {
            true => Condition::Open,
            false => Condition::None,
        };
        Self {
            head,
            action,
            door,
            condition,
        }
    }

    /// Whether the request sets a condition that no extractor has looked at: to do what it asks for
    /// would be to ignore that.
    pub(crate) fn ignores_condition(&self) -> bool {
        self.condition == Condition::Open
    }

    /// Leaves the request's condition to whoever asks.
    pub(crate) fn take_condition(&mut self) {
        if self.condition == Condition::Open {
            self.condition = Condition::Taken;
        }
    }

    /// The action, as the router matched it.
    pub fn action(&self) -> &'static ActionInfo {
        self.action
    }

    /// The kind of route that the request took.
    pub fn door(&self) -> Door {
        self.door
    }

    /// The bearer token of `Authorization` (RFC 6750), which is the caller's word until it is
    /// checked.
    ///
    /// There is none where the header is there twice, or is of another scheme.
    pub fn bearer_token(&self) -> Option<&str> {
        let (line, false) = lines::first(self.headers(), &AUTHORIZATION) else {
            return None;
        };
        let (scheme, token) = line?.to_str().ok()?.split_once(' ')?;
        let token = token.trim_matches(' ');
        (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
    }

    /// The key in the header `name`, which is the caller's word until it is checked.
    ///
    /// There is none where the header is there twice, or is empty.
    pub fn api_key(&self, name: &str) -> Option<&str> {
        let mut lines = self.headers().get_all(name).iter();
        let (Some(key), None) = (lines.next(), lines.next()) else {
            return None;
        };
        key.to_str().ok().filter(|key| !key.is_empty())
    }

    /// The method.
    pub fn method(&self) -> &Method {
        &self.head.method
    }

    /// The URI, without the part that an outer router has taken off.
    pub fn uri(&self) -> &Uri {
        &self.head.uri
    }

    /// The headers. They are the caller's words and prove nothing.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// What layers and the server have attached.
    pub fn extensions(&self) -> &Extensions {
        &self.head.extensions
    }

    /// What layers and the server have attached, to add to for extractors that follow.
    pub fn extensions_mut(&mut self) -> &mut Extensions {
        &mut self.head.extensions
    }

    /// Everything, for code that works on `http`'s own type.
    pub fn as_http_mut(&mut self) -> &mut Parts {
        &mut self.head
    }
}
