//! What exactly is wrong with an input that does not decode.

use std::fmt::Write as _;

use serde::de::DeserializeSeed;

use super::fault::{Fault, Kind, Step};
use super::members::Nothing;
use super::parameter::Single;
use super::tracked::{Track, Tracked};
use super::{UNKNOWN, Whole};
use crate::call::{Invalid, InvalidPlace};
use crate::rest::{Form, RestInput, Route, RouteBody};

/// A name longer than this is not repeated to who sent it.
const LONGEST_NAME: usize = 100;

/// All that is known to be wrong, which is one thing at least.
pub(super) fn explain<'de, S: DeserializeSeed<'de>>(
    input: &'de RestInput,
    seed: impl Fn() -> S,
) -> Vec<Invalid> {
    let parameters = parameters(input);
    if !parameters.is_empty() {
        return parameters;
    }
    match first_fault(input, seed) {
        Some(fault) => vec![told(input, fault)],
        // It decodes now that it is looked at: its type does not always say the same.
        None => vec![Invalid::new(
            InvalidPlace::Body(String::new()),
            Kind::Value.text(),
        )],
    }
}

/// The parameters that are wrong whatever their types.
fn parameters(input: &RestInput) -> Vec<Invalid> {
    let wrong = input.parameters().filter_map(|(parameter, values)| {
        let is_wrong = |value: &String| !Single::new(value, parameter.form).is_in_form();
        let text = match (parameter.form, values) {
            (_, [_, _, ..]) if !parameter.repeated => "is given more than once",
            (_, values) if !values.iter().any(is_wrong) => return None,
            (Form::Text, _) => return None,
            (Form::Integer, _) => "expected an integer",
            (Form::Number, _) => "expected a number",
            (Form::Boolean, _) => "expected true or false",
        };
        Some(Invalid::new(
            InvalidPlace::Parameter(parameter),
            text.to_owned(),
        ))
    });
    wrong.collect()
}

/// The first thing that is wrong, in the order of decoding.
fn first_fault<'de, S: DeserializeSeed<'de>>(
    input: &'de RestInput,
    seed: impl Fn() -> S,
) -> Option<Fault> {
    let track = Track::default();
    let seed = Tracked::new(seed(), &track);
    if !input.has_body() {
        let read = Whole::new(input, seed).deserialize(Nothing::<Fault>::new());
        return read.err().map(|error| track.found(error));
    }
    let mut body = serde_json::Deserializer::from_slice(&input.body);
    // What is wrong was found within the limits.
    body.disable_recursion_limit();
    let read = Whole::new(input, seed).deserialize(&mut body);
    read.err().map(|error| track.found(error))
}

/// The fault, as callers are told of it.
fn told(input: &RestInput, fault: Fault) -> Invalid {
    let mut steps = fault.place.unwrap_or_default();
    if let Kind::Missing(name) | Kind::Repeated(name) = fault.kind {
        steps.push(Step::Member(name.to_owned()));
    }
    if matches!(steps.last(), Some(Step::Member(name)) if name == UNKNOWN) {
        steps.pop();
        let text = "a member is named like a parameter".to_owned();
        return Invalid::new(place(input.route, &steps), text);
    }
    Invalid::new(place(input.route, &steps), fault.kind.text())
}

/// Where the part of an input is, to which `steps` lead.
pub(crate) fn place(route: &Route, steps: &[Step]) -> InvalidPlace {
    let steps = match (route.body, steps) {
        (RouteBody::Query { name: input, .. }, [Step::Member(name), rest @ ..])
            if input == name =>
        {
            rest
        }
        _ => steps,
    };
    let steps = match steps {
        [Step::Member(name), rest @ ..] => {
            let mut parameters = route.parameters.iter();
            if let Some(parameter) = parameters.find(|parameter| parameter.name == name) {
                return InvalidPlace::Parameter(parameter);
            }
            match route.body {
                RouteBody::Member(body) if body == name => rest,
                _ => steps,
            }
        }
        _ => steps,
    };
    InvalidPlace::Body(pointer(steps))
}

/// The JSON Pointer (RFC 6901) that `steps` make.
fn pointer(steps: &[Step]) -> String {
    let mut pointer = String::new();
    for step in steps {
        match step {
            Step::Member(name) if name.len() > LONGEST_NAME => break,
            Step::Member(name) => {
                pointer.push('/');
                pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
            }
            // Writing to a string does not fail.
            Step::Element(index) => drop(write!(pointer, "/{index}")),
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::{Step, pointer};

    #[test]
    fn a_pointer_is_escaped_and_no_longer_than_it_has_to_be() {
        let member = |name: &str| Step::Member(name.to_owned());
        assert_eq!(pointer(&[]), "");
        let steps = [member("a/b"), Step::Element(3), member("~1"), member("")];
        assert_eq!(pointer(&steps), "/a~1b/3/~01/");
        assert_eq!(pointer(&[member("a"), member(&"x".repeat(101))]), "/a");
    }
}
