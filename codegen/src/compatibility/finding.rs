//! One difference between two schemas, for the person who made it.

use std::fmt;

use super::rule::{Category, Rule};
use crate::model::{Direction, Location};

/// A difference that somebody notices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) rule: Rule,
    pub(crate) part: Part,
    /// `posts[].author.name`, `shape::Circle.radius`; nothing for the part itself.
    pub(crate) path: String,
    /// What stood there, in a few words.
    pub(crate) was: String,
    /// What stands there now.
    pub(crate) is: String,
    /// In the present source.
    pub(crate) location: Option<Location>,
}

/// What of an action is concerned.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Input,
    Result,
    /// What travels with a code.
    Error(String),
    /// All of it.
    Action,
    /// A route, by method and path. No difference between schemas is about one.
    Route(String),
}

impl Finding {
    pub(crate) fn category(&self) -> Category {
        self.rule.category()
    }

    /// The way out.
    pub(crate) fn help(&self) -> String {
        self.fill(self.rule.help())
    }

    fn fill(&self, template: &str) -> String {
        let (writer, reader) = match self.part.way() {
            Direction::Input => ("open clients", "the server"),
            Direction::Output => ("the server", "open clients"),
        };
        // What comes from the source last, since it may look like one of these.
        template
            .replace("{writer}", writer)
            .replace("{reader}", reader)
            .replace("{was}", &self.was)
            .replace("{is}", &self.is)
    }
}

/// The reason, in a sentence without a full stop.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = self.fill(self.rule.reason());
        match self.path.as_str() {
            "" => write!(f, "{} {reason}", self.part),
            path => write!(f, "`{path}` of {} {reason}", self.part),
        }
    }
}

impl Part {
    /// Which way it goes.
    pub(super) fn way(&self) -> Direction {
        match self {
            Part::Input | Part::Action | Part::Route(_) => Direction::Input,
            Part::Result | Part::Error(_) => Direction::Output,
        }
    }

    pub(super) fn concerns(&self, way: Direction) -> bool {
        *self == Part::Action || self.way() == way
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Input => f.write_str("the input"),
            Part::Result => f.write_str("the result"),
            Part::Error(code) => write!(f, "the error `{code}`"),
            Part::Action => f.write_str("the action"),
            Part::Route(title) => write!(f, "`{title}`"),
        }
    }
}
