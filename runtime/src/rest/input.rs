//! The input of a call, before it is decoded.

use std::borrow::Cow;

use bytes::Bytes;

use super::decode::whole_numbers;
use super::{Arrival, Parameter, Place, Route, percent};
use crate::refusal::Refusal;

/// What path, query and body say.
#[derive(Debug)]
pub struct RestInput {
    pub(super) route: &'static Route,
    /// What is given of each parameter of the route, in the same order.
    pub(super) given: Box<[Vec<String>]>,
    pub(super) body: Bytes,
}

impl RestInput {
    /// Puts together what came with a request.
    ///
    /// # Errors
    ///
    /// A query that is not percent-encoded UTF-8.
    pub(crate) fn new(
        arrival: &Arrival,
        query: Option<&str>,
        body: Bytes,
    ) -> Result<Self, Refusal> {
        let parameters = arrival.route.parameters;
        let in_path = |parameter: &Parameter| match parameter.place {
            Place::Path(index) => arrival.values.get(index).cloned().into_iter().collect(),
            Place::Query => Vec::new(),
        };
        let mut given: Box<[Vec<String>]> = parameters.iter().map(in_path).collect();
        let pairs = query.unwrap_or_default().split('&');
        for pair in pairs.filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name = percent::query(name).ok_or(Refusal::Malformed)?;
            let value = percent::query(value).ok_or(Refusal::Malformed)?;
            let known = parameters
                .iter()
                .position(|known| known.place == Place::Query && known.name == name);
            if let Some(known) = known {
                given[known].push(value.into_owned());
            }
        }
        let written = match whole_numbers(&body) {
            Cow::Borrowed(_) => None,
            Cow::Owned(written) => Some(written.into()),
        };
        Ok(Self {
            route: arrival.route,
            given,
            body: written.unwrap_or(body),
        })
    }

    /// The parameters, and what is given of each.
    pub(super) fn parameters(&self) -> impl Iterator<Item = (&'static Parameter, &[String])> {
        let given = self.given.iter().map(Vec::as_slice);
        self.route.parameters.iter().zip(given)
    }
}
