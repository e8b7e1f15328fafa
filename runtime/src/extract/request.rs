//! What extractors see.

use http::request::Parts;
use http::{Extensions, HeaderMap, Method, Uri};

use crate::action::ActionInfo;

/// A request without its body, and the action that it is for.
#[derive(Debug)]
pub struct RequestParts {
    head: Parts,
    action: &'static ActionInfo,
}

impl RequestParts {
    pub(crate) fn new(head: Parts, action: &'static ActionInfo) -> Self {
        Self { head, action }
    }

    /// The action, as the router matched it.
    pub fn action(&self) -> &'static ActionInfo {
        self.action
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
