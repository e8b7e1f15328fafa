//! Gathers definitions as they are reached, and what stands in their way.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::derives::Derives;
use super::proxies::Split;
use super::shape::Resolved;
use super::steps::Step;
use super::types::Types;
use crate::choices::Choices;
use crate::diagnostics::Rule;
use crate::model::{
    Authentication, Both, Definition, DefinitionId, Direction, ErrorId, ErrorType, Location,
};
use crate::scan::{ModuleId, Sources};

/// What a mistake was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Owner {
    Definition(DefinitionId),
    Error(ErrorId),
    /// A type with an `impl Extract`.
    Extractor(usize),
}

/// A mistake in a type, to be told with the way that leads there.
#[derive(Clone, Debug)]
pub(crate) struct Obstruction {
    pub(crate) rule: Rule,
    pub(crate) at: Location,
    pub(crate) title: String,
    pub(crate) label: String,
    pub(crate) help: String,
    /// The last step of the way: "field `since` of `Author` is `Instant`".
    pub(crate) step: Option<String>,
    /// The direction in which it does harm, if not in both.
    pub(crate) only: Option<Direction>,
    /// What else is wrong at the same place.
    pub(crate) further: Vec<Obstruction>,
    /// Other places, with words for each.
    pub(crate) context: Vec<(Location, String)>,
    /// Whether a derive says the same.
    pub(crate) told: bool,
}

/// The state of the resolver.
pub(crate) struct Modeller<'a> {
    pub(crate) sources: &'a Sources,
    pub(crate) choices: &'a Choices,
    pub(crate) types: Types<'a>,
    pub(crate) definitions: Vec<Definition>,
    pub(crate) errors: Vec<ErrorType>,
    pub(crate) by_item: HashMap<usize, DefinitionId>,
    pub(crate) error_by_item: HashMap<usize, ErrorId>,
    /// Definitions made up for types that are not scanned, by name.
    pub(crate) composites: HashMap<&'static str, DefinitionId>,
    /// Definitions that the build script speaks of, by path.
    pub(crate) mapped: HashMap<String, DefinitionId>,
    /// Those that are being looked at: one may be said to be like itself.
    pub(crate) opened: Vec<String>,
    pub(crate) obstructions: Vec<(Owner, Obstruction)>,
    /// The types of fields as written, by the places of the fields; what came last counts.
    pub(crate) written: Vec<(Location, Step)>,
    /// What each scanned type derives, as far as anybody asked.
    pub(crate) derived: Vec<OnceCell<Derives>>,
    /// Types with an `impl Extract`, and what they refuse with.
    pub(crate) extractors: HashMap<usize, Vec<Resolved>>,
    /// How these tell who calls.
    pub(crate) authentication: HashMap<usize, Vec<Authentication>>,
    /// Types that implement serde's traits by hand.
    pub(crate) by_hand: HashMap<usize, Both<bool>>,
    /// Types that implement garde's trait by hand.
    pub(crate) validated: HashSet<usize>,
    /// Definitions that serde reads as something other than it writes.
    pub(crate) split: HashMap<DefinitionId, Split>,
}

impl Obstruction {
    pub(crate) fn new(
        rule: Rule,
        at: Location,
        title: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Obstruction {
            rule,
            at,
            title: title.into(),
            label: label.into(),
            help: help.into(),
            step: None,
            only: None,
            further: Vec::new(),
            context: Vec::new(),
            told: false,
        }
    }

    /// Itself and what else is wrong at its place.
    pub(crate) fn each(mut self) -> Vec<Obstruction> {
        let further = std::mem::take(&mut self.further);
        let further = further.into_iter().flat_map(|mut one| {
            one.step.clone_from(&self.step);
            one.only = self.only;
            one.each()
        });
        let mut all: Vec<Obstruction> = further.collect();
        all.insert(0, self);
        all
    }
}

impl<'a> Modeller<'a> {
    pub(crate) fn new(sources: &'a Sources, choices: &'a Choices) -> Self {
        Modeller {
            sources,
            choices,
            types: Types::new(sources, choices),
            definitions: Vec::new(),
            errors: Vec::new(),
            by_item: HashMap::new(),
            error_by_item: HashMap::new(),
            composites: HashMap::new(),
            mapped: HashMap::new(),
            opened: Vec::new(),
            obstructions: Vec::new(),
            written: Vec::new(),
            derived: vec![OnceCell::new(); sources.types.len()],
            extractors: HashMap::new(),
            authentication: HashMap::new(),
            by_hand: HashMap::new(),
            validated: HashSet::new(),
            split: HashMap::new(),
        }
    }

    /// The Rust name of a type.
    pub(crate) fn name_of(&self, owner: Owner) -> &str {
        match owner {
            Owner::Definition(id) => &self.definitions[id.0].name,
            Owner::Error(id) => &self.errors[id.0].name,
            // It owns no field and no variant.
            Owner::Extractor(_) => "",
        }
    }

    /// The source text at `at`, on one line.
    pub(crate) fn text(&self, at: Location) -> String {
        let text = self.sources.files[at.file].text.get(at.start..at.end);
        let words: Vec<_> = text.unwrap_or_default().split_whitespace().collect();
        words.join(" ")
    }

    /// The place of `span` in the file of `module`.
    pub(crate) fn locate(&self, module: ModuleId, span: proc_macro2::Span) -> Location {
        self.sources.locate(module, span)
    }
}
