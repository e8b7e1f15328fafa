//! What the runs over one type share: where they are, where they go next, and what they noted.

use std::collections::HashMap;

use super::choice::Choices;
use super::error::{Result, Stop};
use crate::wire::shape::Shape;

/// The state of all runs over one type.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) choices: Choices,
    /// From the type to where the run is.
    path: Vec<String>,
    /// The named shape that the run is in.
    owner: &'static Shape,
    /// What all of it is.
    root: &'static Shape,
    /// How many of the values made up for a place were refused.
    values: HashMap<String, usize>,
    /// Which of the values comes first: the second ones are zero or empty.
    first: usize,
    /// The last place that a value was made up for, and how many there are.
    last: Option<(String, usize)>,
    pub(super) findings: Vec<Finding>,
    /// How many tagged enums the run is inside of, whose parts serde keeps in a buffer.
    pub(super) buffers: usize,
    /// The place whose value has to be written as zero.
    pub(super) zero: Option<String>,
}

/// A disagreement.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// From the type: `.author.name`.
    pub(super) path: String,
    /// The named shape that it is in.
    pub(super) owner: &'static Shape,
    pub(super) read: String,
    pub(super) serde: String,
}

/// How deep a value may go: a type can hold itself with nothing in between.
const LEVELS: usize = 128;

impl Session {
    pub(super) fn new(shape: &'static Shape) -> Self {
        Self {
            choices: Choices::new(shape),
            path: Vec::new(),
            owner: shape,
            root: shape,
            values: HashMap::new(),
            first: 0,
            last: None,
            findings: Vec::new(),
            buffers: 0,
            zero: None,
        }
    }

    /// Begins again, with values that are zero or empty.
    pub(super) fn empty_values(&mut self) {
        self.choices = Choices::new(self.root).staying_outside();
        self.values.clear();
        self.first = 1;
    }

    /// Prepares for another run.
    pub(super) fn rewind(&mut self) {
        self.path.clear();
        self.owner = self.root;
        self.last = None;
        self.buffers = 0;
        self.choices.rewind();
    }

    /// Does something with a part of the value.
    pub(super) fn within<T>(
        &mut self,
        step: String,
        visit: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<T> {
        if self.path.len() == LEVELS {
            return Err(Stop::Refused);
        }
        self.path.push(step);
        let owner = self.owner;
        let result = visit(self);
        self.owner = owner;
        self.path.pop();
        result
    }

    /// What is behind the names that a shape has.
    pub(super) fn enter(&mut self, mut shape: &'static Shape) -> &'static Shape {
        for _ in 0..LEVELS {
            let Shape::Named(inner) = shape else {
                break;
            };
            self.owner = inner;
            shape = inner;
        }
        shape
    }

    /// Of the values that may do here, the one whose turn it is.
    pub(super) fn value<T: Copy>(&mut self, values: &[T]) -> Option<T> {
        let place = self.place();
        let index = self.values.get(&place).copied().unwrap_or(0);
        self.last = Some((place, values.len()));
        let index = (self.first + index).checked_rem(values.len())?;
        values.get(index).copied()
    }

    /// After a refusal: whether there is another value for the last place, which must have been
    /// what was refused.
    pub(super) fn has_another_value(&mut self) -> bool {
        let Some((place, count)) = self.last.take() else {
            return false;
        };
        let index = self.values.entry(place).or_insert(0);
        *index += 1;
        *index < count
    }

    /// Where the run is.
    pub(super) fn place(&self) -> String {
        self.path.concat()
    }

    /// Whether the value here has to be zero.
    pub(super) fn expects_zero(&self) -> bool {
        self.zero.as_ref().is_some_and(|zero| *zero == self.place())
    }

    /// Notes what differs here.
    pub(super) fn note(&mut self, read: impl Into<String>, serde: impl Into<String>) -> Stop {
        let finding = Finding {
            path: self.place(),
            owner: self.owner,
            read: read.into(),
            serde: serde.into(),
        };
        let known = |other: &Finding| other.path == finding.path && other.serde == finding.serde;
        if !self.findings.iter().any(known) {
            self.findings.push(finding);
        }
        Stop::Noted
    }
}
