//! Reads that depend on what the caller has already (RFC 9110, section 13).

use http::Method;
use http::header::{IF_MATCH, IF_NONE_MATCH};
use http::request::Parts;

use super::ETag;
use super::etag::Tags;

/// What a read depends on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Conditions {
    matches: Option<Tags>,
    none_match: Option<Tags>,
}

/// What becomes of a read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is answered.
    Go,
    /// The caller has the answer.
    Unchanged,
    /// The caller wanted what it has or nothing.
    Failed,
}

impl Conditions {
    /// Those of a request, if it is a read.
    pub(crate) fn of_read(head: &Parts) -> Self {
        match head.method {
            Method::GET | Method::HEAD => Self {
                matches: Tags::read(&head.headers, IF_MATCH),
                none_match: Tags::read(&head.headers, IF_NONE_MATCH),
            },
            _ => Self::default(),
        }
    }

    /// What becomes of a read of what has the tag `current`, or none that makes sense.
    pub(crate) fn judge(&self, current: Option<&ETag>) -> Verdict {
        let strongly = |tags: &Tags| current.is_some_and(|tag| tags.have_strongly(tag));
        let weakly = |tags: &Tags| current.is_some_and(|tag| tags.have_weakly(tag));
        match (&self.matches, &self.none_match) {
            (Some(tags), _) if !strongly(tags) => Verdict::Failed,
            (_, Some(tags)) if weakly(tags) => Verdict::Unchanged,
            _ => Verdict::Go,
        }
    }
}
