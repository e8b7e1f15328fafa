//! Writes that depend on what there is.

use std::convert::Infallible;
use std::fmt;

use http::header::{IF_MATCH, IF_NONE_MATCH};

use super::ETag;
use super::etag::Tags;
use crate::call::Failure;
use crate::error::{ActionError, Codes, ErrorEncoding};
use crate::extract::{Door, Extract, RequestParts};
use crate::refusal::Refusal;

/// What the caller knows of what it is about to change: its `If-Match` and `If-None-Match`.
///
/// Two people read the same, and both change it: without a condition the second one undoes what
/// the first has done, and neither notices. With the `ETag` of what was read in `If-Match`, the
/// second one is told.
///
/// ```
/// use tramline::{ActionError, ETag, IfMatch, PreconditionFailed, Reply};
///
/// #[derive(Debug, ActionError)]
/// enum NoteError {
///     #[error(flatten)]
///     Condition(#[from] PreconditionFailed),
/// }
///
/// async fn rename(condition: IfMatch, name: String) -> Result<Reply<String>, NoteError> {
///     let revision = 7;
///     condition.require(&ETag::of(&revision))?;
///     Ok(Reply::new(name).etag(&ETag::of(&(revision + 1))))
/// }
/// # drop(rename);
/// ```
///
/// A function that does not take this extractor, and is asked by REST to write on a condition, is
/// not called: the caller is told that the condition cannot be met. Calls by RPC come without
/// conditions, and none is required of them.
#[derive(Clone, Debug)]
pub struct IfMatch {
    matches: Option<Tags>,
    none_match: Option<Tags>,
    /// Whether the caller could have said so.
    asked: bool,
}

/// A condition that is not met, or not there though it is required.
///
/// Callers get status 412 and the code `precondition_failed`, or 428 and `precondition_required`.
/// In an error type of yours it is a variant with `#[error(flatten)]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PreconditionFailed(Refusal);

impl IfMatch {
    /// Makes sure that what there is, with the tag `current`, is what the caller knows.
    ///
    /// # Errors
    ///
    /// When it is not, and when the caller does not say.
    pub fn require(&self, current: &ETag) -> Result<(), PreconditionFailed> {
        if self.asked && self.matches.is_none() {
            return Err(PreconditionFailed(Refusal::PreconditionRequired));
        }
        self.check(current)
    }

    /// The same, where callers that do not say are let through.
    ///
    /// # Errors
    ///
    /// When what there is is not what the caller knows.
    pub fn check(&self, current: &ETag) -> Result<(), PreconditionFailed> {
        let is_known = |tags: &Tags| tags.have_strongly(current);
        let is_there = |tags: &Tags| tags.have_weakly(current);
        self.met(
            self.matches.as_ref().is_none_or(is_known)
                && !self.none_match.as_ref().is_some_and(is_there),
        )
    }

    /// Makes sure that the caller does not count on anything being there, where there is nothing:
    /// before something is created under a name that the caller has chosen.
    ///
    /// # Errors
    ///
    /// When it does, by an `If-Match`.
    pub fn check_absent(&self) -> Result<(), PreconditionFailed> {
        self.met(self.matches.is_none())
    }

    fn met(&self, is_met: bool) -> Result<(), PreconditionFailed> {
        match is_met {
            true => Ok(()),
            false => Err(PreconditionFailed(Refusal::PreconditionFailed)),
        }
    }
}

impl<S: Send + Sync> Extract<S> for IfMatch {
    type Rejection = Infallible;

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, Infallible> {
        request.take_condition();
        Ok(Self {
            matches: Tags::read(request.headers(), IF_MATCH),
            none_match: Tags::read(request.headers(), IF_NONE_MATCH),
            asked: request.door() == Door::Rest,
        })
    }
}

impl ActionError for PreconditionFailed {
    const CODES: Codes = &[];

    fn into_failure(self, _: ErrorEncoding) -> Failure {
        self.0.into()
    }
}

impl fmt::Display for PreconditionFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.detail())
    }
}

impl std::error::Error for PreconditionFailed {}

#[cfg(test)]
mod tests {
    use super::{IfMatch, PreconditionFailed};
    use crate::refusal::Refusal::{self, PreconditionFailed as Failed, PreconditionRequired};
    use crate::rest::ETag;
    use crate::rest::etag::Tags;

    fn listed(tag: u8) -> Option<Tags> {
        Some(Tags::Listed(vec![ETag::of(&tag)]))
    }

    #[test]
    fn conditions_over_what_is_said_and_what_there_is() {
        type Verdict = Result<(), Refusal>;
        #[rustfmt::skip]
        let rows: [(Option<Tags>, Option<Tags>, [Verdict; 3]); 7] = [
            (None, None, [Err(PreconditionRequired), Ok(()), Ok(())]),
            (listed(1), None, [Ok(()), Ok(()), Err(Failed)]),
            (listed(2), None, [Err(Failed), Err(Failed), Err(Failed)]),
            (Some(Tags::Any), None, [Ok(()), Ok(()), Err(Failed)]),
            (None, Some(Tags::Any), [Err(PreconditionRequired), Err(Failed), Ok(())]),
            (None, listed(2), [Err(PreconditionRequired), Ok(()), Ok(())]),
            (listed(1), listed(1), [Err(Failed), Err(Failed), Err(Failed)]),
        ];
        let current = ETag::of(&1);
        for (matches, none_match, expected) in rows {
            let mut condition = IfMatch {
                matches,
                none_match,
                asked: true,
            };
            let got = |result: Result<(), PreconditionFailed>| result.map_err(|failed| failed.0);
            let verdicts = [
                got(condition.require(&current)),
                got(condition.check(&current)),
                got(condition.check_absent()),
            ];
            assert_eq!(verdicts, expected, "{condition:?}");
            condition.asked = false;
            assert_ne!(got(condition.require(&current)), Err(PreconditionRequired));
        }
    }
}
