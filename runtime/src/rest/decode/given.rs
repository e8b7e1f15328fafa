//! The parameters that are given, one after the other.

use super::parameter::{Several, Single};
use crate::rest::{Parameter, RestInput, RouteBody};

/// What is left of the parameters.
pub(super) struct Given<'de> {
    input: &'de RestInput,
    next: usize,
    end: usize,
}

/// A parameter's values.
pub(super) enum Value<'de> {
    Single(Single<'de>),
    Several(Several<'de>),
}

impl<'de> Given<'de> {
    /// All that are inputs themselves.
    pub(super) fn new(input: &'de RestInput) -> Self {
        let end = match input.route.body {
            RouteBody::Query { from, .. } => from,
            _ => input.route.parameters.len(),
        };
        Self {
            input,
            next: 0,
            end,
        }
    }

    /// Those that are members of one input, from an index on.
    pub(super) fn members(input: &'de RestInput, from: usize) -> Self {
        Self {
            input,
            next: from,
            end: input.route.parameters.len(),
        }
    }

    /// Whether the route has no parameters.
    pub(super) fn is_empty(&self) -> bool {
        self.input.route.parameters.is_empty()
    }

    /// Whether a parameter has this name, which is then no member of the body.
    pub(super) fn takes(&self, name: &str) -> bool {
        let mut parameters = self.input.route.parameters.iter();
        parameters.any(|parameter| parameter.name == name)
    }

    /// The next one that is given.
    pub(super) fn next(&mut self) -> Option<(&'static Parameter, Value<'de>)> {
        loop {
            if self.next >= self.end {
                return None;
            }
            let parameter = self.input.route.parameters.get(self.next)?;
            let values = self.input.given.get(self.next)?;
            self.next += 1;
            match values.as_slice() {
                [] if parameter.repeated && parameter.required => {}
                [] => continue,
                [value] if !parameter.repeated => {
                    let value = Value::Single(Single::new(value, parameter.form));
                    return Some((parameter, value));
                }
                _ => {}
            }
            let values = Several::new(values, parameter);
            return Some((parameter, Value::Several(values)));
        }
    }
}
