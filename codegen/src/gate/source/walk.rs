//! Two types, side by side: whether code that was written for one compiles with the other.
//!
//! It is a question of what may be assigned to what. A frontend makes inputs, so what it made before
//! must do for what is asked now; it uses results, so what comes now must do for what it expected.

use std::collections::HashSet;

use super::path::{Path, Step};
use super::variants::variants;
use crate::emit::typescript::surface::{Member, View, ViewId, Views};
use crate::gate::rules::{self, Rule};
use crate::model::Direction;

/// A place where code of a frontend has to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) rule: &'static Rule,
    pub(crate) path: Path,
    pub(crate) was: String,
    pub(crate) is: String,
}

/// A comparison on its way.
pub(super) struct Walk<'a> {
    pub(super) direction: Direction,
    /// The types of what is given, and of what it is given to.
    pub(super) from: &'a Views,
    pub(super) to: &'a Views,
    seen: HashSet<(ViewId, ViewId)>,
    path: Path,
    pub(super) found: Vec<Change>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(direction: Direction, old: &'a Views, new: &'a Views) -> Self {
        let (from, to) = match direction {
            Direction::Input => (old, new),
            Direction::Output => (new, old),
        };
        Walk {
            direction,
            from,
            to,
            seen: HashSet::new(),
            path: Path::default(),
            found: Vec::new(),
        }
    }

    /// Compares the type before with the type now.
    pub(super) fn compare(&mut self, old: ViewId, new: ViewId) {
        match self.direction {
            Direction::Input => self.assign(old, new),
            Direction::Output => self.assign(new, old),
        }
    }

    /// Finds what keeps a value of one type from being one of the other.
    pub(super) fn assign(&mut self, given: ViewId, wanted: ViewId) {
        let (from, to) = (self.from.resolve(given), self.to.resolve(wanted));
        if !self.seen.insert((from, to)) {
            return;
        }
        use View::{Array, Brand, Generic, Literal, Nullable, Tuple, Union, Word, Wrapped};
        match (self.from.get(from), self.to.get(to)) {
            (Word(a), Word(b)) | (Literal(a), Literal(b)) if a == b => {}
            (Word(a), Generic(b, _)) if a == b && self.direction == Direction::Input => {}
            (Generic(a, _), Word(b)) if a == b => {}
            (Word(word), Nullable { null: true, .. }) if word == "null" => {}
            (
                Nullable { inner, null, .. },
                View::Nullable {
                    inner: wanted_inner,
                    null: kept,
                    ..
                },
            ) => {
                if *null && !kept {
                    self.changed(given, wanted);
                }
                self.assign(*inner, *wanted_inner);
            }
            (Nullable { inner, null, .. }, _) => {
                if *null {
                    self.changed(given, wanted);
                }
                self.assign(*inner, to);
            }
            (_, Nullable { inner, .. }) => self.assign(from, *inner),
            (Wrapped(a), Wrapped(b)) => self.assign(*a, *b),
            (Brand(a, name), Brand(b, other)) if name == other => self.assign(*a, *b),
            (Brand(..), Brand(..)) => self.changed(given, wanted),
            (Brand(content, _), _) => self.assign(*content, to),
            (Array(a), Array(b)) => self.step(Step::Element, |walk| walk.assign(*a, *b)),
            (Tuple(all), Array(element)) => {
                for (index, one) in all.iter().enumerate() {
                    self.step(Step::Index(index), |walk| walk.assign(*one, *element));
                }
            }
            (Tuple(a), Tuple(b)) if a.len() == b.len() => {
                for (index, (a, b)) in a.iter().zip(b).enumerate() {
                    self.step(Step::Index(index), |walk| walk.assign(*a, *b));
                }
            }
            (Generic(a, given), Generic(b, wanted)) if a == b && given.len() == wanted.len() => {
                self.arguments(a, given, wanted);
            }
            (Union(_), Union(_)) => variants(self, from, to),
            (View::Object(_) | View::Intersection(_), View::Object(_) | View::Intersection(_)) => {
                self.objects(given, wanted);
            }
            _ => self.changed(given, wanted),
        }
    }

    /// Does something one step further in.
    pub(super) fn step(&mut self, step: Step, within: impl FnOnce(&mut Self)) {
        self.path.0.push(step);
        within(self);
        self.path.0.pop();
    }

    fn arguments(&mut self, name: &str, given: &[ViewId], wanted: &[ViewId]) {
        let steps = match name {
            "Map" => [Step::Key, Step::Value],
            _ => [Step::Element, Step::Element],
        };
        for ((a, b), step) in given.iter().zip(wanted).zip(steps) {
            self.step(step, |walk| walk.assign(*a, *b));
        }
    }

    fn objects(&mut self, given: ViewId, wanted: ViewId) {
        let from = Parts::of(self.from, given);
        let to = Parts::of(self.to, wanted);
        for member in &to.members {
            self.member(from.member(&member.name), member);
        }
        if self.direction == Direction::Input {
            for member in &from.members {
                if to.member(&member.name).is_none() {
                    self.missing(&rules::INPUT_PROPERTY_REMOVED, self.from, member);
                }
            }
        }
        if from.others.len() != to.others.len() {
            return self.changed(given, wanted);
        }
        for (a, b) in from.others.iter().zip(&to.others) {
            self.assign(*a, *b);
        }
    }

    /// What is wanted of a member, and what is given.
    fn member(&mut self, given: Option<&Member>, wanted: &Member) {
        let (absent, loose) = match self.direction {
            Direction::Input => (
                &rules::INPUT_PROPERTY_REQUIRED,
                &rules::INPUT_PROPERTY_REQUIRED,
            ),
            Direction::Output => (
                &rules::RESULT_PROPERTY_REMOVED,
                &rules::RESULT_PROPERTY_OPTIONAL,
            ),
        };
        let Some(given) = given else {
            let may_be_absent = wanted.optional && self.direction == Direction::Input;
            if !may_be_absent {
                self.missing(absent, self.to, wanted);
            }
            return;
        };
        self.step(Step::Field(wanted.name.clone()), |walk| {
            if given.optional && !wanted.optional {
                let from = property(walk.from, given);
                let to = property(walk.to, wanted);
                walk.add(loose, from, to);
            }
            walk.assign(given.ty, wanted.ty);
        });
    }

    /// A member that only one side has.
    fn missing(&mut self, rule: &'static Rule, views: &Views, member: &Member) {
        let text = property(views, member);
        let (from, to) = match std::ptr::eq(views, self.from) {
            true => (text, String::new()),
            false => (String::new(), text),
        };
        self.step(Step::Field(member.name.clone()), |walk| {
            walk.add(rule, from, to)
        });
    }

    pub(super) fn changed(&mut self, given: ViewId, wanted: ViewId) {
        let rule = match self.direction {
            Direction::Input => &rules::INPUT_TYPE_CHANGED,
            Direction::Output => &rules::RESULT_TYPE_CHANGED,
        };
        let (from, to) = (self.from.show(given), self.to.show(wanted));
        if from != to {
            return self.add(rule, from, to);
        }
        // They have one name, and what it stands for is another thing.
        let (given, wanted) = (self.from.resolve(given), self.to.resolve(wanted));
        self.add(rule, self.from.show(given), self.to.show(wanted));
    }

    /// Adds a finding here.
    pub(super) fn add(&mut self, rule: &'static Rule, from: String, to: String) {
        let (was, is) = match self.direction {
            Direction::Input => (from, to),
            Direction::Output => (to, from),
        };
        let path = self.path.clone();
        let is_known = |change: &Change| change.rule == rule && change.path == path;
        if !self.found.iter().any(is_known) {
            self.found.push(Change {
                rule,
                path,
                was,
                is,
            });
        }
    }

    /// Whether one may be assigned to the other.
    pub(super) fn fits(&self, given: ViewId, wanted: ViewId) -> bool {
        let mut trial = Walk {
            seen: self.seen.clone(),
            path: Path::default(),
            found: Vec::new(),
            ..*self
        };
        trial.assign(given, wanted);
        trial.found.is_empty()
    }
}

fn property(views: &Views, member: &Member) -> String {
    let mark = if member.optional { "?" } else { "" };
    format!("{}{mark}: {}", member.name, views.show(member.ty))
}

/// What an object is made of.
#[derive(Default)]
struct Parts {
    members: Vec<Member>,
    /// What is merged into it and is no object: a union, say.
    others: Vec<ViewId>,
}

impl Parts {
    fn of(views: &Views, id: ViewId) -> Self {
        let mut parts = Parts::default();
        parts.gather(views, id);
        parts
    }

    fn gather(&mut self, views: &Views, id: ViewId) {
        match views.get(views.resolve(id)) {
            View::Object(members) => self.members.extend(members.iter().cloned()),
            View::Intersection(parts) => parts.iter().for_each(|part| self.gather(views, *part)),
            _ => self.others.push(id),
        }
    }

    fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}
