//! Where the proof of a type can stand: at the crate's root if its fields are visible there, else
//! beside a function that uses it, else with the type itself where it asks for that.

use std::collections::{BTreeMap, BTreeSet};

use super::reach::Reached;
use super::spell::{Scope, path};
use super::{Served, proof};
use crate::model::{Action, Api, DefinitionId, ErrorId, PackageId, PackageRole, Reach, Type};

/// A file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place<'api> {
    Root,
    /// Of the function with this stem.
    Action(&'api str),
    /// Of the type with this stem.
    Type(&'api str),
    /// Of the event with this stem.
    Event(&'api str),
}

/// What is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Definition(DefinitionId),
    Error(ErrorId),
}

/// A proof and its place.
#[derive(Debug)]
pub(super) struct Placed<'api> {
    pub(super) subject: Subject,
    pub(super) place: Place<'api>,
    /// The module it stands in.
    pub(super) module: &'api [String],
}

impl Placed<'_> {
    pub(super) fn proof(&self, api: &Api) -> String {
        let scope = Scope {
            api,
            module: self.module,
            own: api.packages[self.package(api).0].role == PackageRole::Root,
        };
        match self.subject {
            Subject::Definition(id) => proof::definition(scope, id),
            Subject::Error(id) => proof::error(scope, id),
        }
    }

    fn package(&self, api: &Api) -> PackageId {
        match self.subject {
            Subject::Definition(id) => api.definition(id).package,
            Subject::Error(id) => api.errors[id.0].package,
        }
    }

    /// The type's full path.
    pub(super) fn path(&self, api: &Api) -> String {
        match self.subject {
            Subject::Definition(id) => {
                let it = api.definition(id);
                path(api, it.package, &it.module, &it.name)
            }
            Subject::Error(id) => {
                let it = &api.errors[id.0];
                path(api, it.package, &it.module, &it.name)
            }
        }
    }
}

/// Every type that the root package's actions involve and whose fields can be named somewhere.
pub(super) fn place<'api>(served: &Served<'api>) -> Vec<Placed<'api>> {
    let api = served.api;
    let mut users: Vec<(Subject, Vec<&Action>)> = Vec::new();
    let mut indices = BTreeMap::new();
    for action in &served.actions {
        let reached = Reached::by(api, action);
        let definitions = reached.definitions.into_iter().map(Subject::Definition);
        let errors = reached.errors.into_iter().map(Subject::Error);
        for subject in definitions.chain(errors) {
            let index = *indices.entry(order(subject)).or_insert_with(|| {
                users.push((subject, Vec::new()));
                users.len() - 1
            });
            users[index].1.push(action);
        }
    }
    users.sort_by_key(|(subject, _)| order(*subject));
    let own_files = own_files(served);
    users
        .into_iter()
        .filter_map(|(subject, users)| find(served, subject, &users, &own_files))
        .collect()
}

/// Every type that the root package's events involve besides, and whose fields can be named
/// somewhere: an event's own always can, by its derive.
pub(super) fn place_events<'api>(
    served: &Served<'api>,
    placed: &[Placed<'api>],
) -> Vec<Placed<'api>> {
    let api = served.api;
    let mut seen: BTreeSet<_> = placed.iter().map(|item| order(item.subject)).collect();
    let mut found = Vec::new();
    for event in &served.events {
        let module = match &event.ty {
            Type::Named(id, _) => &api.definition(*id).module,
            _ => continue,
        };
        for id in Reached::from(api, &event.ty).definitions {
            let subject = Subject::Definition(id);
            let item = find(served, subject, &[], &BTreeSet::new()).or_else(|| {
                let definition = api.definition(id);
                let reach = &definition.fields_reach;
                let sees = !definition.bounded && sees(api, module, definition.package, reach);
                sees.then_some(Placed {
                    subject,
                    place: Place::Event(&event.stem),
                    module,
                })
            });
            found.extend(item.filter(|item| seen.insert(order(item.subject))));
        }
    }
    found
}

fn order(subject: Subject) -> (u8, usize) {
    match subject {
        Subject::Definition(id) => (0, id.0),
        Subject::Error(id) => (1, id.0),
    }
}

/// Functions that share their file with no other, so that it may name what only they can.
fn own_files<'api>(served: &Served<'api>) -> BTreeSet<&'api str> {
    let groups = served.by_stem().into_iter();
    groups
        .filter(|(_, actions)| actions.len() == 1)
        .map(|(stem, _)| stem)
        .collect()
}

fn find<'api>(
    served: &Served<'api>,
    subject: Subject,
    users: &[&'api Action],
    own_files: &BTreeSet<&str>,
) -> Option<Placed<'api>> {
    let api = served.api;
    let (package, reach) = match subject {
        Subject::Definition(id) => {
            if let Some(placed) = with_the_type(api, id) {
                return Some(placed);
            }
            let definition = api.definition(id);
            // Nothing here knows which arguments satisfy a bound.
            if definition.bounded {
                return None;
            }
            (definition.package, &definition.fields_reach)
        }
        Subject::Error(id) => {
            let error = &api.errors[id.0];
            (error.package, &error.reach)
        }
    };
    if sees(api, &[], package, reach) {
        return Some(Placed {
            subject,
            place: Place::Root,
            module: &[],
        });
    }
    users
        .iter()
        .find(|action| {
            own_files.contains(&*action.stem) && sees(api, &action.module, package, reach)
        })
        .map(|action| Placed {
            subject,
            place: Place::Action(&action.stem),
            module: &action.module,
        })
}

fn sees(api: &Api, module: &[String], package: PackageId, reach: &Reach) -> bool {
    let scope = Scope {
        api,
        module,
        own: false,
    };
    scope.sees(package, reach)
}

/// The place beside a type that derives `Wire`, if no other type's file has the same name.
fn with_the_type(api: &Api, id: DefinitionId) -> Option<Placed<'_>> {
    let definition = api.definition(id);
    let stem = definition.wire_stem.as_deref()?;
    let own = |package: PackageId| api.packages[package.0].role == PackageRole::Root;
    let same = api
        .definitions
        .iter()
        .filter(|other| own(other.package) && other.wire_stem.as_deref() == Some(stem))
        .count();
    (own(definition.package) && same == 1).then(|| Placed {
        subject: Subject::Definition(id),
        place: Place::Type(stem),
        module: &definition.module,
    })
}
