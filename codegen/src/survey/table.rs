//! Verdicts by function.

use std::collections::{BTreeMap, BTreeSet};

use super::{Reason, Verdict};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::{Action, Api, Encoding};

/// The outcome for every function.
pub(super) struct Table<'a> {
    actions: BTreeMap<&'a str, &'a Action>,
    /// By the name of the function that it stops.
    reasons: BTreeMap<&'a str, Vec<Reason>>,
}

impl<'a> Table<'a> {
    pub(super) fn new(api: &'a Api, diagnostics: &'a Diagnostics) -> Self {
        let actions = api.actions.iter();
        let mut reasons: BTreeMap<&str, Vec<Reason>> = BTreeMap::new();
        for diagnostic in diagnostics.iter() {
            for stem in diagnostic.stems() {
                let function = function(stem);
                reasons
                    .entry(function)
                    .or_default()
                    .push(reason(diagnostic));
            }
        }
        Self {
            actions: actions.map(|action| (&*action.function, action)).collect(),
            reasons,
        }
    }

    /// What became of a function.
    pub(super) fn of(&self, function: &str) -> Verdict {
        if let Some(reasons) = self.reasons.get(function) {
            return Verdict::Refused(reasons.clone());
        }
        match self.actions.get(function) {
            Some(action) => wire(action),
            None => Verdict::Refused(Vec::new()),
        }
    }

    /// The functions that nothing can be generated for.
    pub(super) fn broken(&self) -> BTreeSet<String> {
        self.reasons.keys().map(|name| (*name).to_owned()).collect()
    }
}

fn wire(action: &Action) -> Verdict {
    match action.encoding {
        Encoding::Postcard => Verdict::Binary,
        Encoding::Json => Verdict::Json(action.json_reasons.clone()),
    }
}

/// `take_12-Ab3dE_9x` is the file of `take_12`.
fn function(stem: &str) -> &str {
    stem.split_once('-').map_or(stem, |(name, _)| name)
}

fn reason(diagnostic: &Diagnostic) -> Reason {
    Reason {
        rule: format!("{:?}", diagnostic.rule()),
        message: diagnostic.message().to_owned(),
        label: diagnostic.label().to_owned(),
        help: diagnostic.help().to_owned(),
    }
}
