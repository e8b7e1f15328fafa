//! Getting hold of the encoded input, within a size and a deadline.
//!
//! What the bytes mean is decided elsewhere.

mod body;
mod clock;
mod deadline;
mod declared;
mod format;
mod query;

use http::Method;

use crate::action::ActionInfo;
use crate::wire::Limits;

pub(crate) use body::from_body;
pub(crate) use deadline::Deadline;
pub(crate) use declared::Declared;
pub(crate) use format::Format;
pub(crate) use query::{from_query, sextet};

/// How a service reads inputs, whatever the action.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The largest body in bytes, where the action has no limit of its own.
    pub(crate) body_limit: u64,
    pub(crate) deadline: Deadline,
    /// What decoding may cost.
    pub(crate) decoding: Limits,
}

impl Reading {
    /// 1 MiB.
    pub(crate) const BODY_LIMIT: u64 = 1 << 20;

    /// The largest input of `action` in bytes.
    pub(crate) fn limit(&self, action: &ActionInfo) -> u64 {
        action.body_limit.unwrap_or(self.body_limit)
    }
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            body_limit: Self::BODY_LIMIT,
            deadline: Deadline::default(),
            decoding: Limits::DEFAULT,
        }
    }
}

/// Whether the input of a request with this method stands in its query string.
pub(crate) fn is_in_query(method: &Method) -> bool {
    *method == Method::GET || *method == Method::HEAD
}
