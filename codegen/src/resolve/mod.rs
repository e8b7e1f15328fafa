//! From names to definitions.
//!
//! Reads what the scan filed, resolves paths as rustc does, and makes the plain data that every
//! later stage works with. What cannot be modelled is left out, with a diagnostic: nothing is ever
//! guessed.

mod actions;
mod authentication;
mod case;
mod chains;
mod composites;
mod conversion;
mod definitions;
mod derives;
mod duplicates;
mod errors;
mod events;
mod field_rules;
mod fields;
mod known;
mod lengths;
mod mapping;
mod modeller;
mod names;
mod obstacles;
mod output;
mod parameters;
mod patches;
mod presence;
mod presentation;
mod proxies;
mod reach;
mod recursion;
mod renames;
mod routes;
mod rules;
mod serde;
mod shape;
mod steps;
#[cfg(test)]
mod tests;
mod travels;
mod types;
mod variants;
mod webhooks;
mod wire;
mod written;

pub(crate) use modeller::Obstruction;
pub(crate) use routes::idle_defaults;
pub(crate) use travels::{Travels, travels};

use std::collections::BTreeMap;

use crate::choices::Choices;
use crate::diagnostics::Diagnostics;
use crate::model::{Action, Api, Definition, Input, ModulePath, Package, PackageId, ParameterRole};
use crate::scan::Sources;
use modeller::Modeller;

/// Makes the model; schemas and fingerprints are still to come.
pub(crate) fn resolve(sources: &Sources, choices: &Choices, diagnostics: &mut Diagnostics) -> Api {
    let mut modeller = Modeller::new(sources, choices);
    modeller.read_impls();
    let mut drafts = modeller.drafts();
    let mut event_drafts = modeller.events();
    modeller.settle_proxies(&drafts, &event_drafts);
    modeller.refuse_polymorphic_recursion();
    modeller.merge_duplicates(&mut drafts);
    modeller.spread(&mut drafts, &mut event_drafts);
    let sound = modeller.report(&drafts, &event_drafts, diagnostics);
    let sound_drafts = sound.actions.of(drafts.into_iter());
    let mut actions: Vec<_> = sound_drafts
        .map(|mut draft| {
            modeller.route(&mut draft, diagnostics);
            validate(&mut draft.action, &modeller.definitions);
            draft.action
        })
        .collect();
    actions.sort_by(|a, b| (&a.name, a.location).cmp(&(&b.name, b.location)));
    let events = event_drafts.into_iter().map(|draft| draft.event);
    let mut events: Vec<_> = sound.events.of(events).collect();
    events
        .sort_by(|a, b| (&a.version, &a.name, a.location).cmp(&(&b.version, &b.name, b.location)));
    Api {
        packages: packages(sources),
        actions,
        definitions: modeller.definitions,
        errors: modeller.errors,
        events,
        modules: modules(sources),
        deprecates: sources
            .files
            .iter()
            .any(|file| file.text.contains("deprecated")),
    }
}

/// Finds out which parameters have rules of garde.
fn validate(action: &mut Action, definitions: &[Definition]) {
    let input = &action.input;
    for parameter in &mut action.parameters {
        if !matches!(parameter.role, ParameterRole::Wire { .. }) {
            continue;
        }
        let ty = match input {
            Input::None => None,
            Input::Struct(ty) => Some(ty),
            Input::Fields(fields) => {
                let mut fields = fields.iter();
                let own = fields.find(|field| field.name == parameter.name);
                own.map(|field| &field.ty)
            }
        };
        parameter.renames = ty.and_then(|ty| renames::of_input(definitions, ty));
    }
}

fn modules(sources: &Sources) -> BTreeMap<(PackageId, ModulePath), String> {
    let modules = sources.modules.iter();
    let documented = modules.filter(|module| !module.stray && !module.docs.is_empty());
    let documented = documented.map(|module| {
        let place = (module.package, module.path.clone());
        (place, module.docs.clone())
    });
    documented.collect()
}

fn packages(sources: &Sources) -> Vec<Package> {
    let packages = sources.packages.iter();
    let packages = packages.map(|package| Package {
        crate_name: package.crate_name.clone(),
        namespace: package.namespace.clone(),
        role: package.role,
        linked: package.linked,
    });
    packages.collect()
}
