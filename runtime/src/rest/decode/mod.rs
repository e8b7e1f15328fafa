//! From path, query and body to what a function takes.
//!
//! To serde it is one object: first the parameters, each under its name, then the members of the
//! body, or the whole body under one name. What goes wrong is told by place and by what was
//! expected there, never by what was sent: serde's own messages have values in them.

mod chain;
mod explain;
mod fault;
mod given;
mod members;
mod parameter;
#[cfg(test)]
mod tests;
mod tracked;
mod whole;

use serde::de::value::Error as Unsaid;
use serde::de::{DeserializeSeed, Deserializer};

use self::chain::{Chain, UNKNOWN};
use self::given::Given;
use self::members::{Members, Nothing};
pub(super) use self::whole::whole_numbers;
use super::{RestInput, RouteBody};
use crate::call::{Failure, Invalid, InvalidPlace};
use crate::wire::Limits;
use crate::wire::json::{self, Unread};

/// Decodes `input` by a seed.
///
/// # Errors
///
/// A body that is not JSON or exceeds the limits, and input that is not what the seed takes, with
/// all the places that are known to be wrong.
pub(crate) fn decode<'de, S: DeserializeSeed<'de>>(
    input: &'de RestInput,
    seed: impl Fn() -> S,
    limits: Limits,
) -> Result<S::Value, Failure> {
    if !input.has_body() {
        let decoded = Whole::new(input, seed()).deserialize(Nothing::<Unsaid>::new());
        return decoded.map_err(|_| Failure::invalid(explain::explain(input, seed)));
    }
    json::look_through(&input.body, limits)?;
    let decoded = json::decode_known(&input.body, Whole::new(input, seed()), limits);
    decoded.map_err(|unread| match unread {
        Unread::BeyondLimits(error) => error.into(),
        Unread::Mismatch => Failure::invalid(explain::explain(input, seed)),
    })
}

/// Makes sure that a body, where nothing is expected, is an object: what it says is ignored, as
/// is every member that nobody asks for.
///
/// # Errors
///
/// Any other body.
pub(crate) fn decode_nothing(input: &RestInput, limits: Limits) -> Result<(), Failure> {
    if input.body.is_empty() {
        return Ok(());
    }
    json::look_through(&input.body, limits)?;
    match input.body.trim_ascii_start().first() {
        Some(b'{') => Ok(()),
        _ => {
            let place = InvalidPlace::Body(String::new());
            let detail = "expected an object, or no body".to_owned();
            Err(Failure::invalid(vec![Invalid::new(place, detail)]))
        }
    }
}

impl RestInput {
    /// Whether anything is to be read from the body.
    fn has_body(&self) -> bool {
        match self.route.body {
            RouteBody::None | RouteBody::Query { .. } => false,
            RouteBody::Input | RouteBody::Member(_) | RouteBody::Object => !self.body.is_empty(),
        }
    }
}

/// Reads a value from a body and the parameters around it.
struct Whole<'de, S> {
    input: &'de RestInput,
    seed: S,
}

impl<'de, S> Whole<'de, S> {
    fn new(input: &'de RestInput, seed: S) -> Self {
        Self { input, seed }
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Whole<'de, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, body: D) -> Result<S::Value, D::Error> {
        let Self { input, seed } = self;
        let given = Given::new(input);
        match input.route.body {
            // What has no members can be the whole of a body, too.
            RouteBody::Input if given.is_empty() && input.has_body() => seed.deserialize(body),
            RouteBody::Input | RouteBody::Object if input.has_body() => {
                seed.deserialize(Chain::new(given, body))
            }
            RouteBody::Member(name) if input.has_body() => {
                seed.deserialize(Members::new(given, Some((name, body))))
            }
            RouteBody::Query { name, from } => {
                let members = Given::members(input, from);
                let members = Members::new(members, None::<(_, D)>);
                seed.deserialize(Members::new(given, Some((name, members))))
            }
            _ => seed.deserialize(Members::new(given, None::<(_, D)>)),
        }
    }
}
