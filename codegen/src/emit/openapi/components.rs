//! The schemas with names: which ones a document mentions, and which of them differ by direction.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::component::{Component, Refer, Side};
use super::names::Names;
use super::schemas::Schemas;
use super::{bodies, problems};
use crate::json::Json;
use crate::model::{Api, Direction};

/// What is mentioned, with the direction in which it is.
pub(super) type Mentions = BTreeSet<(Component, Direction)>;

/// What `write` mentions when it writes with these names.
pub(super) fn mentions(write: impl FnOnce(Refer<'_>)) -> Mentions {
    let found = RefCell::new(Mentions::new());
    write(&|component, direction| {
        found.borrow_mut().insert((component.clone(), direction));
        placeholder(component)
    });
    found.into_inner()
}

/// The components of a document.
#[derive(Debug)]
pub(super) struct Components {
    /// Those that are sent, and those that are received.
    reached: Mentions,
    /// Those that are sent in one form and received in another.
    differing: BTreeSet<Component>,
}

impl Components {
    /// Everything that these mention, directly and through others.
    pub(super) fn new(api: &Api, roots: Mentions) -> Self {
        let mut reached = Mentions::new();
        let mut waiting: Vec<_> = roots.into_iter().collect();
        while let Some(next) = waiting.pop() {
            if reached.insert(next.clone()) {
                let (component, direction) = &next;
                let side = side(*direction);
                waiting.extend(mentions(|refer| {
                    write(component, Schemas { api, refer, side });
                }));
            }
        }
        let differing = differing(api, &reached);
        Components { reached, differing }
    }

    /// Every component once for each of its forms.
    pub(super) fn forms(&self) -> impl Iterator<Item = (&Component, Form)> {
        let all = self.reached.iter();
        all.filter_map(|(component, direction)| {
            let form = self.form(component, *direction);
            // The one form of what goes both ways is that of what is received.
            let is_second = form == Form::Only(Side::Shared) && *direction == Direction::Input;
            (!is_second).then_some((component, form))
        })
    }

    /// Which form is meant where a component goes one way.
    pub(super) fn form(&self, component: &Component, direction: Direction) -> Form {
        let goes = |way| self.reached.contains(&(component.clone(), way));
        let both = goes(Direction::Input) && goes(Direction::Output);
        match (both, direction) {
            (true, Direction::Input) if self.differing.contains(component) => Form::OfTwo,
            (true, _) if !self.differing.contains(component) => Form::Only(Side::Shared),
            _ => Form::Only(side(direction)),
        }
    }

    /// The schemas under their names.
    pub(super) fn schemas(&self, api: &Api, names: &Names) -> Json {
        let refer: Refer<'_> = &|component, direction| names.of(component, direction);
        let forms = self.forms();
        let named = forms.map(|(component, form)| {
            let side = match form {
                Form::Only(side) => side,
                Form::OfTwo => Side::Input,
            };
            let name = names.of(component, side.direction());
            (name, write(component, Schemas { api, refer, side }))
        });
        let named: BTreeMap<String, Json> = named.collect();
        Json::object(named)
    }
}

/// One of the forms of a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// That which has the component's name.
    Only(Side),
    /// What is sent, beside what is received under the same name.
    OfTwo,
}

/// The schema of a component.
fn write(component: &Component, schemas: Schemas<'_>) -> Json {
    match component {
        Component::Type(id, arguments) => schemas.definition(*id, arguments),
        Component::Variant(id, arguments, index) => schemas.variant(*id, arguments, *index),
        Component::Error(error, index) => problems::declared(&schemas, *error, *index),
        Component::Body { action, route } => bodies::object(&schemas, *action, *route),
        Component::Problem => problems::problem(),
        Component::InvalidInput => problems::invalid_input(),
    }
}

fn side(direction: Direction) -> Side {
    match direction {
        Direction::Input => Side::Input,
        Direction::Output => Side::Output,
    }
}

fn placeholder(component: &Component) -> String {
    format!("{component:?}")
}

/// Those that go both ways and have no form for both: in themselves, or in what they hold.
fn differing(api: &Api, reached: &Mentions) -> BTreeSet<Component> {
    let is_sent = |one: &Component| reached.contains(&(one.clone(), Direction::Input));
    let received = reached.iter().filter(|(_, way)| *way == Direction::Output);
    let both = received.map(|(one, _)| one).filter(|one| is_sent(one));
    let mut holds: BTreeMap<&Component, BTreeSet<Component>> = BTreeMap::new();
    let mut found = BTreeSet::new();
    for component in both {
        let mut parts = BTreeSet::new();
        let [sent, shared] = [Side::Input, Side::Shared].map(|side| {
            let mut schema = Json::Null;
            let inside = mentions(|refer| schema = write(component, Schemas { api, refer, side }));
            parts.extend(inside.into_iter().map(|(part, _)| part));
            schema
        });
        if sent != shared {
            found.insert(component.clone());
        }
        holds.insert(component, parts);
    }
    // A difference reaches whoever holds it, through any number of components.
    loop {
        let holder = |(one, parts): (&&Component, &BTreeSet<Component>)| {
            (!found.contains(*one) && !parts.is_disjoint(&found)).then(|| (*one).clone())
        };
        let more: Vec<Component> = holds.iter().filter_map(holder).collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}
