//! Which way a run goes, so that it ends and shows something new.

use std::collections::{HashMap, HashSet};

use crate::wire::shape::{Enum, Shape, Struct, Variant};

/// What has been chosen so far, and what can be.
#[derive(Clone, Debug, Default)]
pub(super) struct Choices {
    /// The variants that no run has shown, by their enum.
    untried: HashMap<Address, HashSet<usize>>,
    /// For every enum that has a value, the variant that leads to one by the shortest way.
    shallow: HashMap<Address, usize>,
    /// Options, lists and maps that were looked into.
    opened: HashSet<Address>,
    /// Whether they are left empty.
    outside: bool,
    /// The enums that the run is inside of.
    inside: Vec<Address>,
    /// A variant to choose, wherever its enum is met first.
    pub(super) forced: Option<(Address, usize)>,
    /// A field to leave out, wherever its struct is met first.
    pub(super) omitted: Option<(Address, usize)>,
    /// Grows with everything that is tried.
    steps: usize,
}

/// Where a shape is kept, which tells it from others.
pub(super) type Address = usize;

pub(super) fn address<T>(it: &'static T) -> Address {
    std::ptr::from_ref(it).addr()
}

impl Choices {
    pub(super) fn new(shape: &'static Shape) -> Self {
        let enums = enums(shape);
        let all = |it: &&'static Enum| (address(*it), (0..it.variants.len()).collect());
        Self {
            untried: enums.iter().map(all).collect(),
            shallow: shallow(&enums),
            ..Self::default()
        }
    }

    /// Leaves options, lists and maps empty, where nothing else is to be tried inside.
    pub(super) fn staying_outside(self) -> Self {
        Self {
            outside: true,
            ..self
        }
    }

    pub(super) fn rewind(&mut self) {
        self.inside.clear();
    }

    /// A number that grows with everything that is tried.
    pub(super) fn progress(&self) -> usize {
        self.steps
    }

    /// Whether to look inside an option, a list or a map, rather than leave it empty.
    pub(super) fn opens(&mut self, content: &'static Shape) -> bool {
        if !self.outside && self.opened.insert(address(content)) {
            self.steps += 1;
            return true;
        }
        self.leads_on(content, &mut HashSet::new())
    }

    /// The variant to show next, by its place in the enum; none if the enum has no finite value.
    pub(super) fn choose(&mut self, body: &'static Enum) -> Option<usize> {
        let key = address(body);
        let shallow = self.shallow.get(&key).copied();
        let chosen = if let Some((_, index)) = self.forced.take_if(|(it, _)| *it == key) {
            Some(index)
        } else if self.inside.contains(&key) {
            shallow
        } else {
            self.next_untried(body)
                .or_else(|| self.promising(body))
                .or(shallow)
        }?;
        if self
            .untried
            .get_mut(&key)
            .is_some_and(|it| it.remove(&chosen))
        {
            self.steps += 1;
        }
        Some(chosen)
    }

    pub(super) fn go_in(&mut self, body: &'static Enum) {
        self.inside.push(address(body));
    }

    pub(super) fn come_out(&mut self) {
        self.inside.pop();
    }

    /// Takes the field to leave out of a struct, if there is one.
    pub(super) fn omission(&mut self, body: &'static Struct) -> Option<usize> {
        let key = address(body);
        let (_, index) = self.omitted.take_if(|(it, _)| *it == key)?;
        Some(index)
    }

    fn next_untried(&self, body: &'static Enum) -> Option<usize> {
        self.untried.get(&address(body))?.iter().min().copied()
    }

    /// A variant behind which there is one that was not tried.
    fn promising(&self, body: &'static Enum) -> Option<usize> {
        let mut passed = HashSet::from([address(body)]);
        let leads_on = |variant: &'static Variant| {
            let payload = variant.payload.as_ref();
            payload.is_some_and(|payload| self.leads_on(payload, &mut passed))
        };
        body.variants.iter().position(leads_on)
    }

    /// Whether a variant that was not tried can be reached without going twice through an enum.
    fn leads_on(&self, shape: &'static Shape, passed: &mut HashSet<Address>) -> bool {
        if let Shape::Enum(body) = shape {
            let key = address(*body);
            if self.inside.contains(&key) || !passed.insert(key) {
                return false;
            }
            if self.next_untried(body).is_some() {
                return true;
            }
        }
        if let Shape::Named(inner) = shape
            && !passed.insert(address(*inner))
        {
            return false;
        }
        parts(shape)
            .into_iter()
            .any(|part| self.leads_on(part, passed))
    }
}

/// The shapes right inside of a shape.
fn parts(shape: &'static Shape) -> Vec<&'static Shape> {
    match shape {
        Shape::Option(inner)
        | Shape::List(inner)
        | Shape::Set(inner)
        | Shape::Array(inner, _)
        | Shape::Named(inner) => vec![inner],
        Shape::Map(key, value) => vec![key, value],
        Shape::Tuple(parts) => parts.iter().collect(),
        Shape::Struct(it) => it.fields.iter().map(|field| &field.shape).collect(),
        Shape::Enum(it) => it
            .variants
            .iter()
            .filter_map(|it| it.payload.as_ref())
            .collect(),
        _ => Vec::new(),
    }
}

/// Every enum that a shape involves.
fn enums(shape: &'static Shape) -> Vec<&'static Enum> {
    let mut passed = HashSet::new();
    let mut enums = Vec::new();
    let mut pending = vec![shape];
    while let Some(shape) = pending.pop() {
        if let Shape::Named(inner) = shape
            && !passed.insert(address(*inner))
        {
            continue;
        }
        if let Shape::Enum(body) = shape {
            enums.push(*body);
        }
        pending.extend(parts(shape));
    }
    enums
}

/// For every enum that has a value, the variant that leads to one by the shortest way: found by
/// going on from what is known, until nothing new is.
fn shallow(enums: &[&'static Enum]) -> HashMap<Address, usize> {
    let mut known: HashMap<Address, usize> = HashMap::new();
    loop {
        let before = known.len();
        let ends = |shape: &'static Shape| ends(shape, &known, &mut HashSet::new());
        let found: Vec<(Address, usize)> = enums
            .iter()
            .filter(|body| !known.contains_key(&address(**body)))
            .filter_map(|body| {
                let finite = |it: &'static Variant| it.payload.as_ref().is_none_or(ends);
                let index = body.variants.iter().position(finite)?;
                Some((address(*body), index))
            })
            .collect();
        known.extend(found);
        if known.len() == before {
            return known;
        }
    }
}

/// Whether there is a value of the shape, going through the enums that have one.
fn ends(
    shape: &'static Shape,
    known: &HashMap<Address, usize>,
    inside: &mut HashSet<Address>,
) -> bool {
    match shape {
        Shape::Option(_) | Shape::List(_) | Shape::Set(_) | Shape::Map(..) => true,
        Shape::Enum(body) => known.contains_key(&address(*body)),
        Shape::Named(inner) => {
            let new = inside.insert(address(*inner));
            let ends = new && ends(inner, known, inside);
            inside.remove(&address(*inner));
            ends
        }
        shape => parts(shape)
            .into_iter()
            .all(|part| ends(part, known, inside)),
    }
}
