//! The walk through two schemas at once.

use std::collections::{HashSet, VecDeque};

use super::finding::{Finding, Part};
use super::pair::{End, Found, Pair, Step};
use super::rule::{Category, Rule};
use super::rules;
use super::schema::Schema;
use crate::model::fingerprint::NodeId;
use crate::model::{Direction, Encoding, Location};

/// Whether a client of one schema can go on with a server of another, over JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tolerance {
    /// Whether the server reads all that the client may send.
    pub(crate) input: bool,
    /// Whether the client reads all that the server may answer, errors included.
    pub(crate) result: bool,
}

impl Tolerance {
    /// Whether the client can go on.
    pub(crate) fn is_full(self) -> bool {
        self.input && self.result
    }
}

/// What a client of `old` may still do at a server of `new`.
pub(crate) fn tolerance(old: &Schema, new: &Schema) -> Tolerance {
    let findings = compare(old, new);
    let breaks = |way: Direction| {
        let mut breaking = findings
            .iter()
            .filter(|one| one.category() == Category::Json);
        breaking.any(|one| one.part.concerns(way))
    };
    Tolerance {
        input: !breaks(Direction::Input),
        result: !breaks(Direction::Output),
    }
}

/// What a client of `old` meets at a server of `new`. Nothing, if and only if their texts are equal.
pub(crate) fn compare(old: &Schema, new: &Schema) -> Vec<Finding> {
    if old.to_string() == new.to_string() {
        return Vec::new();
    }
    let mut walk = Walk::new(old, new);
    if old.encoding() == new.encoding() {
        walk.part(Part::Input, Some((old.input(), new.input())));
        walk.part(Part::Result, Some((old.result(), new.result())));
        walk.errors();
    } else {
        let [was, is] = [old, new].map(|schema| wire(schema.encoding()));
        let found = Found::new(Rule::EncodingChanged, was, is);
        walk.report(&Place::top(Part::Action, new.location()), found);
    }
    walk.findings
}

fn wire(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Postcard => "postcard",
        Encoding::Json => "plain JSON",
    }
}

/// Where in the schemas two types stand.
#[derive(Clone, Debug)]
struct Place {
    part: Part,
    path: String,
    /// Of the nearest field or variant.
    location: Option<Location>,
}

impl Place {
    fn top(part: Part, location: Option<Location>) -> Self {
        Place {
            part,
            path: String::new(),
            location,
        }
    }

    fn below(&self, step: &str, location: Option<Location>) -> Self {
        let path = format!("{}{step}", self.path);
        Place {
            part: self.part.clone(),
            path: path.strip_prefix('.').map_or(path.clone(), str::to_owned),
            location: location.or(self.location),
        }
    }
}

/// Two types that are still to be compared.
struct Pending {
    old: NodeId,
    new: NodeId,
    place: Place,
    keyed: bool,
    tag: Option<String>,
}

/// Types may contain themselves: a pair that is being compared already is taken to be compatible,
/// which it is unless something else is found. Breadth first, so that paths are short, and since
/// types can nest deeper than the stack.
struct Walk<'a> {
    old: &'a Schema,
    new: &'a Schema,
    seen: HashSet<(NodeId, NodeId, Direction, bool, Option<String>)>,
    findings: Vec<Finding>,
}

impl<'a> Walk<'a> {
    fn new(old: &'a Schema, new: &'a Schema) -> Self {
        Walk {
            old,
            new,
            seen: HashSet::new(),
            findings: Vec::new(),
        }
    }

    fn errors(&mut self) {
        for (code, old) in self.old.errors() {
            let place = Place::top(Part::Error(code.to_owned()), self.new.location());
            match self.new.error(code).map(|new| (old.payload, new)) {
                None => self.report(&place, Found::new(Rule::ErrorRemoved, code, "")),
                Some((Some(old), new)) if new.payload.is_some() => {
                    let place = Place {
                        location: new.location,
                        ..place
                    };
                    self.types(place, new.payload.map(|new| (old, new)));
                }
                Some((None, new)) if new.payload.is_none() => {}
                Some((_, new)) => {
                    let found = Found::new(Rule::ErrorDataChanged, code, code);
                    self.report(&place, found.located(new.location));
                }
            }
        }
        for (code, error) in self.new.errors() {
            if self.old.error(code).is_none() {
                let place = Place::top(Part::Error(code.to_owned()), error.location);
                self.report(&place, Found::new(Rule::ErrorAdded, "", code));
            }
        }
    }

    fn part(&mut self, part: Part, roots: Option<(NodeId, NodeId)>) {
        self.types(Place::top(part, self.new.location()), roots);
    }

    /// Compares two types and all that they hold.
    fn types(&mut self, place: Place, roots: Option<(NodeId, NodeId)>) {
        let way = place.part.way();
        let start = roots.map(|(old, new)| Pending {
            old,
            new,
            place,
            keyed: false,
            tag: None,
        });
        let mut queue: VecDeque<Pending> = start.into_iter().collect();
        while let Some(pending) = queue.pop_front() {
            let key = (
                pending.old,
                pending.new,
                way,
                pending.keyed,
                pending.tag.clone(),
            );
            if !self.seen.insert(key) {
                continue;
            }
            let step = rules::step(&self.pair(&pending, way));
            queue.extend(self.take(&pending, step));
        }
    }

    fn pair<'p>(&self, pending: &'p Pending, way: Direction) -> Pair<'p>
    where
        'a: 'p,
    {
        Pair {
            old: End::new(self.old, pending.old),
            new: End::new(self.new, pending.new),
            way,
            keyed: pending.keyed,
            tag: pending.tag.as_deref(),
        }
    }

    /// Notes what was found, and returns what is to be compared next.
    fn take(&mut self, at: &Pending, step: Step) -> Vec<Pending> {
        for found in step.found {
            self.report(&at.place, found);
        }
        let follow = step.follow.into_iter();
        follow
            .map(|follow| Pending {
                old: follow.old,
                new: follow.new,
                place: at.place.below(&follow.step, follow.location),
                keyed: at.keyed || follow.keyed,
                tag: follow.tag,
            })
            .collect()
    }

    fn report(&mut self, place: &Place, found: Found) {
        let Place {
            part,
            path,
            location,
        } = place.below(&found.step, found.location);
        self.findings.push(Finding {
            rule: found.rule,
            part,
            path,
            was: found.was,
            is: found.is,
            location,
        });
    }
}
