//! What a frontend imports: names, and the files that they are imported from.

use super::{Change, Path, Side};
use crate::emit::typescript::surface::{Exported, Surface};
use crate::gate::rules::{self, Rule};

/// Whether a function has to be imported otherwise.
pub(super) fn moved(old: Side<'_>, new: Side<'_>) -> Option<Change> {
    let import = |side: Side<'_>| import(&side.function.name, &side.function.file);
    let (was, is) = (import(old), import(new));
    (was != is).then(|| change(&rules::FUNCTION_MOVED, was, is))
}

/// What has to change where types are imported, with the name of each.
pub(super) fn types(old: &Surface, new: &Surface) -> Vec<(String, Change)> {
    let mut found = Vec::new();
    for ((file, name), was) in &old.types {
        let changes = match new.types.get(&(file.clone(), name.clone())) {
            Some(is) => differences(file, name, was, is),
            None => vec![missing(new, file, name)],
        };
        found.extend(changes.into_iter().map(|change| (name.clone(), change)));
    }
    found
}

fn missing(new: &Surface, file: &str, name: &str) -> Change {
    let same_name = new.types.keys().filter(|(_, other)| other == name);
    let elsewhere: Vec<_> = same_name.collect();
    let was = import(name, file);
    match elsewhere[..] {
        [(file, name)] => change(&rules::TYPE_MOVED, was, import(name, file)),
        _ => change(&rules::TYPE_REMOVED, was, String::new()),
    }
}

fn differences(file: &str, name: &str, was: &Exported, is: &Exported) -> Vec<Change> {
    let mut found = Vec::new();
    if was.parameters != is.parameters {
        let [was, is] = [was.parameters, is.parameters].map(|count| parameters(name, count));
        found.push(change(&rules::TYPE_PARAMETERS_CHANGED, was, is));
    }
    if was.constructor && !is.constructor {
        let was = import(name, file);
        found.push(change(&rules::CONSTRUCTOR_REMOVED, was, String::new()));
    }
    found
}

/// How a name is imported, for people: `Post` from `posts`.
fn import(name: &str, file: &str) -> String {
    format!("{name} from {file}")
}

/// `Page<_, _>`
fn parameters(name: &str, count: usize) -> String {
    match count {
        0 => name.to_owned(),
        count => format!("{name}<{}>", vec!["_"; count].join(", ")),
    }
}

fn change(rule: &'static Rule, was: String, is: String) -> Change {
    Change {
        rule,
        path: Path::default(),
        was,
        is,
    }
}
