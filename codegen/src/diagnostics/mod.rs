//! What is wrong with the user's source, and how it is shown.
//!
//! Every stage adds to one list and goes on, so that one run shows everything. It knows nothing of
//! syn: a diagnostic is a rule, some places and some words.

mod render;
mod rule;

pub(crate) use render::Source;
pub(crate) use rule::Rule;

use crate::model::Location;

/// One mistake, for the person who made it.
#[derive(Clone, Debug)]
pub(crate) struct Diagnostic {
    rule: Rule,
    /// What is wrong, in one sentence without a full stop.
    message: String,
    location: Location,
    /// A few words to stand below the place.
    label: String,
    /// Other places that explain it, with a few words each.
    notes: Vec<(Location, String)>,
    /// The way out.
    help: Option<String>,
    /// The files of the actions that cannot be served because of it.
    stems: Vec<String>,
}

impl Diagnostic {
    pub(crate) fn new(rule: Rule, location: Location, message: impl Into<String>) -> Self {
        Diagnostic {
            rule,
            message: message.into(),
            location,
            label: String::new(),
            notes: Vec::new(),
            help: None,
            stems: Vec::new(),
        }
    }

    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub(crate) fn note(mut self, location: Location, words: impl Into<String>) -> Self {
        self.notes.push((location, words.into()));
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Names an action that cannot be served because of this.
    pub(crate) fn stem(mut self, stem: impl Into<String>) -> Self {
        self.stems.push(stem.into());
        self
    }

    fn is_same_mistake(&self, other: &Diagnostic) -> bool {
        self.rule == other.rule && self.location == other.location
    }
}

/// Every mistake found so far, each once.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds a mistake, or further actions to a mistake that is known already: a type with an
    /// unsupported field may be reached from many.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        match self
            .0
            .iter_mut()
            .find(|known| known.is_same_mistake(&diagnostic))
        {
            Some(known) => {
                for stem in diagnostic.stems {
                    if !known.stems.contains(&stem) {
                        known.stems.push(stem);
                    }
                }
            }
            None => self.0.push(diagnostic),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rules that were broken.
    pub(crate) fn rules(&self) -> impl Iterator<Item = Rule> {
        self.0.iter().map(|diagnostic| diagnostic.rule)
    }

    /// Whether an action cannot be served.
    pub(crate) fn refuses(&self, stem: &str) -> bool {
        self.0
            .iter()
            .any(|diagnostic| diagnostic.stems.iter().any(|own| own == stem))
    }
}
