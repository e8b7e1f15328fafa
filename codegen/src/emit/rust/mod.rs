//! The dispatcher: what the attributes and `include_actions!` include.
//!
//! Generated code names things. A function's own file names only what is in scope where the
//! function stands, so that visibility never matters; the root file names only what the whole
//! crate may see. Behaviour is the runtime's, behind `::tramline::codegen`.

mod action;
mod condition;
mod digest;
mod documents;
mod format;
mod history;
mod marker;
mod place;
mod proof;
mod reach;
mod refusal;
mod root;
mod routes;
mod row;
mod shapes;
mod spell;
#[cfg(test)]
mod tests;
mod trace;
mod webhook;

use std::collections::{BTreeMap, BTreeSet};

use self::marker::Marker;
use self::place::{Place, Placed};
use self::shapes::Shapes;
use self::trace::Traces;
use super::{GeneratedFile, Refused};
use crate::lock::History;
use crate::model::{Action, Api, Event, PackageRole};

/// Every file below `OUT_DIR/tramline/`; with a history where the package has a lock.
pub(crate) fn emit(
    api: &Api,
    history: Option<&History>,
    refused: &[Refused],
) -> Vec<GeneratedFile> {
    let served = Served::new(api, refused);
    let placed = place::place(&served);
    let of_events = place::place_events(&served, &placed);
    let traces = Traces::new(&served, &placed);
    let proven = Proven {
        shapes: Shapes::new(&served, &traces.roots()),
        served,
        placed,
        traces,
        of_events,
    };
    let mut files = vec![root::file(&proven, history, refused)];
    files.extend(action_files(&proven));
    files.extend(type_files(&proven));
    files.extend(refusal::files(refused));
    files.push(history::stamp(&files));
    files
}

/// What is served, and what shows that it was read right.
struct Proven<'api> {
    served: Served<'api>,
    placed: Vec<Placed<'api>>,
    traces: Traces<'api>,
    shapes: Shapes<'api>,
    /// What only events involve. There are no traces of it: nobody reads it.
    of_events: Vec<Placed<'api>>,
}

impl Proven<'_> {
    /// Proof and trace of a type, for a file without a module of its own.
    fn beside(&self, item: &Placed<'_>) -> String {
        item.proof(self.served.api) + &self.traces.beside(&self.shapes, item)
    }
}

/// What the root package serves.
struct Served<'api> {
    api: &'api Api,
    /// Its actions that nothing is wrong with, sorted by name.
    actions: Vec<&'api Action>,
    /// The marker of each, in their order.
    markers: Vec<Marker>,
    /// Its events that nothing is wrong with.
    events: Vec<&'api Event>,
    /// Whether anything is wrong anywhere.
    flawed: bool,
}

impl<'api> Served<'api> {
    fn new(api: &'api Api, refused: &[Refused]) -> Self {
        let refused_stems: BTreeSet<&str> = refused
            .iter()
            .filter_map(|refused| refused.stem.as_deref())
            .collect();
        let own = |action: &&Action| api.packages[action.package.0].role == PackageRole::Root;
        let sound = |action: &&Action| !refused_stems.contains(&*action.stem);
        let events = api.events.iter().filter(|event| {
            api.packages[event.package.0].role == PackageRole::Root
                && !refused_stems.contains(&*event.stem)
        });
        let actions: Vec<&Action> = api.actions.iter().filter(own).filter(sound).collect();
        Self {
            api,
            markers: marker::of(&actions),
            actions,
            events: events.collect(),
            flawed: !refused.is_empty(),
        }
    }

    /// Functions with equal names and signatures in several modules share a file.
    fn by_stem(&self) -> BTreeMap<&'api str, Vec<(&'api Action, &Marker)>> {
        let mut groups: BTreeMap<&str, Vec<(&Action, &Marker)>> = BTreeMap::new();
        for (action, marker) in self.actions.iter().zip(&self.markers) {
            groups
                .entry(&action.stem)
                .or_default()
                .push((action, marker));
        }
        groups
    }
}

fn action_files(proven: &Proven<'_>) -> Vec<GeneratedFile> {
    let mut beside: BTreeMap<&str, Vec<&Placed<'_>>> = BTreeMap::new();
    for item in &proven.placed {
        if let Place::Action(stem) = item.place {
            beside.entry(stem).or_default().push(item);
        }
    }
    let file = |(stem, actions): (&str, Vec<(&Action, &Marker)>)| {
        let mut sources: Vec<&str> = actions.iter().map(|(action, _)| &*action.source).collect();
        sources.sort_unstable();
        sources.dedup();
        let mut code = action::implementation(&actions);
        for item in beside.get(stem).into_iter().flatten() {
            code += &proven.beside(item);
        }
        if let [(action, _)] = actions[..] {
            code += &proven.traces.inputs(&proven.shapes, action);
        }
        GeneratedFile {
            path: format!("actions/{stem}.rs"),
            text: format::file(proven.served.api, &sources.join(" and "), &code),
        }
    };
    proven.served.by_stem().into_iter().map(file).collect()
}

fn type_files(proven: &Proven<'_>) -> Vec<GeneratedFile> {
    let api = proven.served.api;
    let mut files = Vec::new();
    for item in &proven.placed {
        if let Place::Type(stem) = item.place {
            files.push(GeneratedFile {
                path: format!("types/{stem}.rs"),
                text: format::file(api, &item.path(api), &proven.beside(item)),
            });
        }
    }
    let mut of_events: BTreeMap<&str, (String, String)> = BTreeMap::new();
    for item in &proven.of_events {
        if let Place::Event(stem) | Place::Type(stem) = item.place {
            let (source, code) = of_events.entry(stem).or_default();
            // The event was read before what it leads to.
            if source.is_empty() {
                *source = item.path(api);
            }
            *code += &item.proof(api);
        }
    }
    files.extend(
        of_events
            .into_iter()
            .map(|(stem, (source, code))| GeneratedFile {
                path: format!("types/{stem}.rs"),
                text: format::file(api, &source, &code),
            }),
    );
    files
}
