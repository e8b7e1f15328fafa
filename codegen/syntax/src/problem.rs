//! What is wrong with an attribute: found by the grammar, shown by rustc or by the build step.
//!
//! A problem keeps its message and its help apart, because the build step draws them in different
//! places; the macros join them into one [`syn::Error`].

use proc_macro2::Span;
use std::fmt;

/// One mistake in an attribute.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What kind of mistake it is.
    pub kind: ProblemKind,
    /// Where it stands.
    pub span: Span,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// A few words to stand below the place.
    pub label: String,
    /// The way out.
    pub help: String,
}

/// The kinds of mistakes, each a rule of its own in the build step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// An option that does not exist.
    UnknownOption,
    /// An option that exists, with a value it cannot take.
    InvalidOption,
    /// An error code that belongs to tramline.
    ReservedCode,
}

/// Every mistake found; never empty once it is returned as an error.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    pub(crate) fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Records an invalid option.
    pub(crate) fn invalid(&mut self, span: Span, message: String, label: &str, help: &str) {
        self.push(Problem {
            kind: ProblemKind::InvalidOption,
            span,
            message,
            label: label.to_owned(),
            help: help.to_owned(),
        });
    }

    /// `value`, if nothing is wrong.
    pub(crate) fn gate<T>(self, value: T) -> Result<T, Problems> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }

    /// The problems in the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// All of them as one error, for `compile_error!`.
    ///
    /// ```
    /// let written = quote::quote!(nmae = "posts.create", body_limit = "big");
    /// let problems = tramline_syntax::action::parse(written).unwrap_err();
    /// let error = syn::Error::from(problems);
    /// assert_eq!(error.into_iter().count(), 2);
    /// ```
    pub fn into_error(self) -> syn::Error {
        self.into()
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl From<Problem> for syn::Error {
    fn from(problem: Problem) -> Self {
        syn::Error::new(problem.span, problem.to_string())
    }
}

impl From<Problems> for syn::Error {
    fn from(problems: Problems) -> Self {
        let joined = problems
            .into_iter()
            .map(syn::Error::from)
            .reduce(|mut first, next| {
                first.combine(next);
                first
            });
        joined.unwrap_or_else(|| syn::Error::new(Span::call_site(), "invalid attribute"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}\n\nhelp: {}", self.message, self.help)
    }
}
