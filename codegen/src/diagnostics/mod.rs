//! What is wrong with the user's source, and how it is shown.
//!
//! Every stage adds to one list and goes on, so that one run shows everything. It knows nothing of
//! syn: a diagnostic is a rule, some places and some words.

pub(crate) mod excerpt;
mod render;
mod rule;

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
    context: Vec<(Location, String)>,
    /// How it came about.
    notes: Vec<String>,
    /// The way out.
    help: String,
    /// The files of the actions that cannot be served because of it.
    stems: Vec<String>,
    /// Whether a derive says the same.
    told: bool,
}

impl Diagnostic {
    pub(crate) fn new(
        rule: Rule,
        location: Location,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Diagnostic {
            rule,
            message: message.into(),
            location,
            label: label.into(),
            context: Vec::new(),
            notes: Vec::new(),
            help: help.into(),
            stems: Vec::new(),
            told: false,
        }
    }

    /// Points at another place that explains it.
    pub(crate) fn context(mut self, location: Location, words: impl Into<String>) -> Self {
        self.context.push((location, words.into()));
        self
    }

    /// Says how it came about.
    pub(crate) fn note(mut self, words: impl Into<String>) -> Self {
        self.notes.push(words.into());
        self
    }

    /// Leaves it to a derive to say this.
    pub(crate) fn told(mut self, told: bool) -> Self {
        self.told = told;
        self
    }

    /// Names an action that cannot be served because of this, if it has a file.
    pub(crate) fn stem(mut self, stem: Option<String>) -> Self {
        self.add_stem(stem);
        self
    }

    pub(crate) fn rule(&self) -> Rule {
        self.rule
    }

    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    pub(crate) fn help(&self) -> &str {
        &self.help
    }

    /// The files of the actions that cannot be served because of it.
    pub(crate) fn stems(&self) -> &[String] {
        &self.stems
    }

    /// Names a further action.
    pub(crate) fn add_stem(&mut self, stem: Option<String>) {
        self.stems
            .extend(stem.filter(|stem| !self.stems.contains(stem)));
    }
}

/// Every mistake found so far.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// The rules that were broken.
    #[cfg(test)]
    pub(crate) fn rules(&self) -> impl Iterator<Item = Rule> {
        self.0.iter().map(|diagnostic| diagnostic.rule)
    }
}
