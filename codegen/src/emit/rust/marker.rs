//! The markers: a type for each function, which its own file implements `Bound` for.

use std::collections::{BTreeMap, BTreeSet};

use super::format::literal;
use super::{Served, routes, row};
use crate::model::Action;

/// The type that stands for a function, `crate::tramline_actions::PostsCreatePost`.
pub(super) struct Marker {
    pub(super) name: String,
    /// Whether functions of other modules share the file, which then has to find out by
    /// `module_path!` for which of them it speaks.
    shared: bool,
}

/// A marker for each of the actions.
pub(super) fn of(actions: &[&Action]) -> Vec<Marker> {
    let mut speakers: BTreeMap<&str, usize> = BTreeMap::new();
    for action in actions {
        *speakers.entry(&action.stem).or_default() += 1;
    }
    // The type behind the shared ones.
    let mut taken = BTreeSet::from(["At".to_owned()]);
    let marker = |action: &&Action| {
        let parts = action.module.iter().chain([&action.function]);
        let mut name: String = parts.map(|part| camel_case(part)).collect();
        // `a::b_c` and `a_b::c`.
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        let shared = speakers.get(&*action.stem).is_some_and(|count| *count > 1);
        Marker { name, shared }
    };
    actions.iter().map(marker).collect()
}

/// The markers' definitions, each with the facts of its action.
pub(super) fn definitions(served: &Served<'_>) -> String {
    let markers = || served.actions.iter().zip(&served.markers);
    let behind = if markers().any(|(_, marker)| marker.shared) {
        "/// The function whose path has this digest.\n\
         pub struct At<const MARKER: u64>;\n"
    } else {
        ""
    };
    let definitions = markers().map(|(action, marker)| {
        let doc = literal(&format!(" `{}`", action.name));
        let definition = marker.definition(action);
        let info = row::info(served.api, action, &marker.name);
        let routes = routes::constant(action, &marker.name);
        format!("#[doc = {doc}]\n{definition}{info}{routes}")
    });
    std::iter::once(behind.to_owned())
        .chain(definitions)
        .collect()
}

impl Marker {
    fn definition(&self, action: &Action) -> String {
        let Marker { name, shared } = self;
        if *shared {
            let path = literal(&path(action));
            format!("pub type {name} = At<{{ ::tramline::codegen::marker({path}) }}>;\n")
        } else {
            format!("pub struct {name};\n")
        }
    }

    /// The marker as the function's own file names it.
    pub(super) fn here(&self, action: &Action) -> String {
        if self.shared {
            let here = here(action);
            format!("crate::tramline_actions::At<{{ ::tramline::codegen::marker({here}) }}>")
        } else {
            format!("crate::tramline_actions::{}", self.name)
        }
    }

    /// Holds the file against being included elsewhere than where the function was found.
    pub(super) fn proof(&self, action: &Action) -> String {
        if self.shared {
            return String::new();
        }
        let (here, path) = (here(action), literal(&path(action)));
        format!("const _: () = ::tramline::codegen::stands_at({here}, {path});\n")
    }
}

/// Whether the file speaks for one of these, which share it with others.
pub(super) fn is_one_of(actions: &[&Action]) -> String {
    let here = here(actions[0]);
    let paths: Vec<String> = actions
        .iter()
        .map(|action| literal(&path(action)))
        .collect();
    let paths = paths.join(", ");
    format!("::tramline::codegen::is_one_of({here}, &[{paths}])")
}

/// The function's path as rustc sees it.
fn here(action: &Action) -> String {
    let name = literal(&format!("::{}", action.function));
    format!("::core::concat!(::core::module_path!(), {name})")
}

/// The function's path from the crate's root, as `module_path!` would say it in a crate named
/// `crate`.
fn path(action: &Action) -> String {
    let mut path = "crate".to_owned();
    for segment in action.module.iter().chain([&action.function]) {
        path += "::";
        path += segment;
    }
    path
}

fn camel_case(name: &str) -> String {
    let mut camel = String::new();
    for word in name.split('_') {
        let mut letters = word.chars();
        camel.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        camel.push_str(letters.as_str());
    }
    camel
}
