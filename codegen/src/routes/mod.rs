//! What a REST route promises to those who call it, as far as a change of it can break them.
//!
//! What its values look like, the schema of its action says. Here is the rest: method and path, which
//! inputs stand where in the request, what the answers' statuses are, and who may call. It is read from
//! the model or from the text that the lock keeps, and knows nothing of either's surroundings.
//!
//! # Text
//!
//! A line for each fact, those within a route indented:
//!
//! ```text
//! POST /v2/shops/{shop}/products
//!   path shop: integer
//!   query notify: boolean, optional
//!   body name: required
//!   body tags: optional
//!   success 201
//!   error name_taken: 409
//!   caller bearer
//!   caller header x-api-key
//!   sunset 2027-06-01
//! ```

mod of_action;
mod parse;
mod print;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use self::of_action::{located, of_action};
pub(crate) use self::parse::parse;
pub(crate) use self::print::{print, word_of_form, words_of_caller};
use crate::model::{Authentication, Form, Method};

/// One method at one path, and all that its callers count on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RouteContract {
    pub(crate) method: Method,
    /// With its parameters in braces: `/v2/products/{id}`.
    pub(crate) path: String,
    /// Those of the path in its order.
    pub(crate) in_path: Vec<PathParameter>,
    /// By name.
    pub(crate) in_query: BTreeMap<String, QueryParameter>,
    /// The members of the body by name, and whether each has to be there; nothing where there is no
    /// body.
    pub(crate) body: Option<BTreeMap<String, bool>>,
    /// The status of success.
    pub(crate) success: u16,
    /// The status of each declared error, by its code.
    pub(crate) errors: BTreeMap<String, u16>,
    /// The ways to say who calls, any of which will do; none where nobody is asked.
    pub(crate) callers: BTreeSet<Authentication>,
    /// From when on it may be gone: `YYYY-MM-DD`.
    pub(crate) sunset: Option<String>,
}

/// An input that is a segment of the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PathParameter {
    pub(crate) name: String,
    pub(crate) form: Form,
}

/// An input that is in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct QueryParameter {
    pub(crate) form: Form,
    /// Whether it may be given more than once.
    pub(crate) repeated: bool,
    pub(crate) required: bool,
}

impl RouteContract {
    /// What a request is matched by. What parameters are called is not for callers to know.
    pub(crate) fn address(&self) -> (Method, Vec<Option<&str>>) {
        let literal = |segment| match is_parameter(segment) {
            true => None,
            false => Some(segment),
        };
        let segments = self.path.split('/').skip(1).map(literal);
        (self.method, segments.collect())
    }

    /// Method and path, for people.
    pub(crate) fn title(&self) -> String {
        format!("{} {}", print::word_of_method(self.method), self.path)
    }
}

fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{') && segment.ends_with('}')
}
