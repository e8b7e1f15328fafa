//! Findings as text: for people, for programs, and for the pages of a pull request.
//!
//! Functions from data to text. Nothing here touches the disk or knows where its text goes.

mod github;
mod json;
mod place;
mod summary;
#[cfg(test)]
mod tests;
mod text;

pub(crate) use self::github::github;
pub(crate) use self::json::json;
pub(crate) use self::place::Places;
pub(crate) use self::summary::summary;
pub(crate) use self::text::text;
