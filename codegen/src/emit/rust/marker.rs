//! The markers: a type for each function, which its own file implements `Bound` for.

use std::collections::BTreeSet;

use super::format::literal;
use super::{Served, row};
use crate::model::Action;

/// A name for the marker of each served action, in their order: `PostsCreatePost`.
pub(super) fn names(served: &Served<'_>) -> Vec<String> {
    // The type behind all of them.
    let mut taken = BTreeSet::from(["At".to_owned()]);
    let mut names = Vec::new();
    for action in &served.actions {
        let parts = action.module.iter().chain([&action.function]);
        let mut name: String = parts.map(|part| camel_case(part)).collect();
        // `a::b_c` and `a_b::c`.
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        names.push(name);
    }
    names
}

/// The markers' definitions, each with the facts of its action.
pub(super) fn definitions(served: &Served<'_>, names: &[String]) -> String {
    let definition = |(action, name): (&&Action, &String)| {
        let doc = literal(&format!(" `{}`", action.name));
        let path = literal(&path(action));
        let info = row::info(served.api, action, name);
        format!(
            "#[doc = {doc}]\n\
             pub type {name} = At<{{ ::tramline::codegen::marker({path}) }}>;\n\
             {info}"
        )
    };
    served.actions.iter().zip(names).map(definition).collect()
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
