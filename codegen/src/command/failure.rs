//! Why a command did not do what it was asked for.

use crate::diagnostics::excerpt::error;

/// What a failure means for whoever waits for the command's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The sources can be read, and the answer is no.
    No,
    /// There is no answer: the package, its settings or a source cannot be read, or the disk
    /// refuses.
    Broken,
}

/// The errors that a command ends with.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What they mean.
    pub verdict: Verdict,
    /// Each as a person reads it, with colours as ANSI escape codes.
    pub errors: Vec<String>,
}

impl Failure {
    /// There is no answer, for one reason without a place.
    pub(crate) fn broken(message: impl AsRef<str>) -> Self {
        Failure::all_broken(vec![error(message.as_ref())])
    }

    pub(crate) fn all_broken(errors: Vec<String>) -> Self {
        Failure {
            verdict: Verdict::Broken,
            errors,
        }
    }

    /// The answer is no, for these reasons.
    pub(crate) fn no(errors: Vec<String>) -> Self {
        Failure {
            verdict: Verdict::No,
            errors,
        }
    }
}
