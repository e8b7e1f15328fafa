//! One thing that a change costs someone.

use super::rules::Rule;
use crate::compatibility::{self, Category, Part};
use crate::model::Location;

/// One thing that a change costs someone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The name of the rule.
    pub(crate) rule: &'static str,
    pub(crate) category: Category,
    /// The action's name, as it is now where it still exists; empty for a type of the client.
    pub(crate) action: String,
    pub(crate) part: Part,
    /// The way into that part: `posts[].author.name`.
    pub(crate) path: String,
    pub(crate) was: String,
    pub(crate) is: String,
    /// What changed, in one sentence without a full stop.
    pub(crate) message: String,
    /// The way out.
    pub(crate) help: String,
    /// Where the present source says so.
    pub(crate) location: Option<Location>,
    /// Why it is let through.
    pub(crate) allowed: Option<String>,
    /// Whether users of routes meet it, beside those whom the category speaks of.
    pub(crate) rest: bool,
}

/// What a rule of this module is about, before it is put into words.
#[derive(Clone, Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) action: &'a str,
    pub(crate) part: Part,
    pub(crate) path: String,
    pub(crate) was: String,
    pub(crate) is: String,
}

impl<'a> Facts<'a> {
    /// About an action as a whole, or a type where there is none.
    pub(crate) fn whole(action: &'a str, was: impl Into<String>, is: impl Into<String>) -> Self {
        Facts {
            action,
            part: Part::Action,
            path: String::new(),
            was: was.into(),
            is: is.into(),
        }
    }
}

impl Finding {
    /// Puts a broken rule into words.
    pub(crate) fn new(rule: &'static Rule, facts: Facts<'_>, location: Option<Location>) -> Self {
        Finding {
            rule: rule.name,
            category: rule.category,
            action: facts.action.to_owned(),
            message: rule.message(&facts),
            help: rule.help(&facts),
            part: facts.part,
            path: facts.path,
            was: facts.was,
            is: facts.is,
            location,
            allowed: None,
            rest: false,
        }
    }

    /// A difference between two schemas of an action.
    pub(crate) fn of_schemas(action: &str, finding: compatibility::Finding) -> Self {
        Finding {
            rule: finding.rule.name(),
            category: finding.category(),
            action: action.to_owned(),
            message: finding.to_string(),
            help: finding.help(),
            part: finding.part,
            path: finding.path,
            was: finding.was,
            is: finding.is,
            location: finding.location,
            allowed: None,
            rest: false,
        }
    }

    /// Whether users of routes meet it.
    pub(crate) fn is_for_rest(&self) -> bool {
        self.rest || self.category == Category::Rest
    }
}
