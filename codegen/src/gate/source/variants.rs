//! Unions, side by side, variant by variant.

use super::path::Step;
use super::walk::Walk;
use crate::emit::typescript::surface::{View, ViewId, Views};
use crate::gate::rules;
use crate::model::Direction;

/// Compares what is given, variant by variant, with what is wanted.
pub(super) fn variants(walk: &mut Walk<'_>, given: ViewId, wanted: ViewId) {
    let (from, to) = (walk.from, walk.to);
    let (given, wanted) = (all(from, given), all(to, wanted));
    for (key, one) in &given {
        let same = key.as_ref().and_then(|key| find(&wanted, key));
        match (key, same) {
            (Some(key), Some(other)) => {
                walk.step(Step::Variant(key.clone()), |walk| walk.variant(*one, other));
            }
            (Some(key), None) => walk.unwanted(key, *one),
            (None, _) => walk.nameless(*one, &wanted),
        }
    }
    // Code that asks for a variant which does not exist any more does not compile.
    if walk.direction == Direction::Output {
        for (key, one) in &wanted {
            let Some(key) = key else { continue };
            if find(&given, key).is_none() {
                walk.gone(key, *one);
            }
        }
    }
}

impl Walk<'_> {
    fn variant(&mut self, given: ViewId, wanted: ViewId) {
        let views = (self.from.get(given), self.to.get(wanted));
        match views {
            (View::Declared(_, a), View::Declared(_, b)) => self.assign(*a, *b),
            (View::Object(a), View::Object(b)) => match (&a[..], &b[..]) {
                // Named by its only member.
                ([a], [b]) if a.name == b.name => self.assign(a.ty, b.ty),
                _ => self.assign(given, wanted),
            },
            _ => self.assign(given, wanted),
        }
    }

    /// A variant that the other side does not have.
    fn unwanted(&mut self, key: &str, one: ViewId) {
        let rule = match (self.direction, self.from.get(one)) {
            (_, View::Declared(..)) => &rules::ERROR_CODE_ADDED,
            (Direction::Input, _) => &rules::INPUT_MEMBER_REMOVED,
            (Direction::Output, _) => &rules::RESULT_MEMBER_ADDED,
        };
        let shown = self.from.show(one);
        self.step(Step::Variant(key.to_owned()), |walk| {
            walk.add(rule, shown, String::new());
        });
    }

    fn gone(&mut self, key: &str, one: ViewId) {
        let rule = match self.to.get(one) {
            View::Declared(..) => &rules::ERROR_CODE_REMOVED,
            _ => &rules::RESULT_MEMBER_REMOVED,
        };
        let shown = self.to.show(one);
        self.step(Step::Variant(key.to_owned()), |walk| {
            walk.add(rule, String::new(), shown);
        });
    }

    /// A variant that is told by what it holds alone.
    fn nameless(&mut self, one: ViewId, wanted: &[Keyed]) {
        let nameless = wanted.iter().filter(|(key, _)| key.is_none());
        let nameless: Vec<ViewId> = nameless.map(|(_, id)| *id).collect();
        match nameless[..] {
            _ if nameless.iter().any(|other| self.fits(one, *other)) => {}
            [only] => self.assign(one, only),
            _ => {
                let shown = self.from.show(one);
                let rule = match self.direction {
                    Direction::Input => &rules::INPUT_MEMBER_REMOVED,
                    Direction::Output => &rules::RESULT_MEMBER_ADDED,
                };
                self.add(rule, shown, String::new());
            }
        }
    }
}

/// A variant, and what it is told apart by.
type Keyed = (Option<String>, ViewId);

fn find(all: &[Keyed], wanted: &str) -> Option<ViewId> {
    let mut named = all.iter();
    let found = named.find(|(key, _)| key.as_deref() == Some(wanted));
    found.map(|(_, id)| *id)
}

/// The variants of a union, and of the unions in it, each without a name around it.
fn all(views: &Views, id: ViewId) -> Vec<Keyed> {
    let id = views.resolve(id);
    match views.get(id) {
        View::Union(members) => members.iter().flat_map(|one| all(views, *one)).collect(),
        _ => vec![(key(views, id), id)],
    }
}

fn key(views: &Views, id: ViewId) -> Option<String> {
    match views.get(views.resolve(id)) {
        View::Literal(text) => Some(text.clone()),
        View::Declared(code, _) => Some(code.clone()),
        View::Intersection(parts) => key(views, *parts.first()?),
        View::Object(members) => {
            let first = members.first()?;
            match views.get(first.ty) {
                View::Literal(text) => Some(text.clone()),
                _ if members.len() == 1 => Some(first.name.clone()),
                _ => None,
            }
        }
        _ => None,
    }
}
