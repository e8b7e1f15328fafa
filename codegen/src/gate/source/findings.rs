//! Changes of a client as findings, with their places in the present source.

use super::{Change, Side, Step, errors, input, moved, result, types};
use crate::compatibility::Part;
use crate::emit::typescript::surface::Surface;
use crate::gate::finding::{Facts, Finding};
use crate::gate::locate::locate;
use crate::model::{Action, Api, Location};

/// What has to change where a function is called.
pub(crate) fn of_action(api: &Api, action: &Action, old: Side<'_>, new: Side<'_>) -> Vec<Finding> {
    let place = |part: Part, change: Change| {
        let Change {
            rule,
            path,
            was,
            is,
        } = change;
        let location = locate(api, action, &part, &path.0);
        let facts = Facts {
            action: &action.name,
            part,
            path: path.to_string(),
            was,
            is,
        };
        Finding::new(rule, facts, Some(location))
    };
    let mut found = Vec::new();
    found.extend(moved(old, new).map(|change| place(Part::Action, change)));
    found.extend(
        input(old, new)
            .into_iter()
            .map(|change| place(Part::Input, change)),
    );
    found.extend(
        result(old, new)
            .into_iter()
            .map(|change| place(Part::Result, change)),
    );
    for mut change in errors(old, new) {
        if let Some(Step::Variant(code)) = change.path.0.first().cloned() {
            change.path.0.remove(0);
            found.push(place(Part::Error(code), change));
        }
    }
    found
}

/// What has to change where types are imported.
pub(crate) fn of_types(old: &Surface, new: &Surface, api: &Api) -> Vec<Finding> {
    let finding = |(name, change): (String, Change)| {
        let location = declaration(api, &name);
        Finding::new(
            change.rule,
            Facts::whole("", change.was, change.is),
            location,
        )
    };
    types(old, new).into_iter().map(finding).collect()
}

/// The only definition of that name.
fn declaration(api: &Api, name: &str) -> Option<Location> {
    let definitions = api.definitions.iter().map(|one| (&one.name, one.location));
    let errors = api.errors.iter().map(|one| (&one.name, one.location));
    let mut found = definitions
        .chain(errors)
        .filter(|(known, _)| *known == name);
    let (_, location) = found.next()?;
    found.next().is_none().then_some(location)
}
