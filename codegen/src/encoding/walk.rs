//! Everything that an action's types lead to, in each direction.

use std::collections::HashSet;

use super::finding::{Carries, Finding};
use crate::model::{
    Action, Api, Direction, ErrorId, ErrorVariant, Field, Input, Location, RustType, Type,
};

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// Why it takes JSON, in the order of discovery.
    pub(super) json: Vec<String>,
    pub(super) refused: Vec<Finding>,
    /// Whether reading the input takes its shape.
    pub(super) shaped: bool,
}

/// A type to look at, and how it was reached.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) ty: Type,
    pub(super) direction: Direction,
    /// Whether serde reads it from a buffer that has forgotten its type.
    pub(super) buffered: bool,
    pub(super) at: Location,
    /// "field `extra` of `Post`"
    pub(super) name: String,
    /// Index of the step before.
    pub(super) from: Option<usize>,
}

/// A search through the types of one action.
pub(super) struct Walk<'a> {
    pub(super) api: &'a Api,
    pub(super) findings: Findings,
    seen: HashSet<(Type, Direction, bool)>,
    /// What was reached so far; those from `next` on are still to be looked at.
    pub(super) places: Vec<Place>,
}

impl<'a> Walk<'a> {
    /// Follows every type of an action.
    pub(super) fn over(api: &'a Api, action: &Action) -> Findings {
        let mut walk = Walk::new(api);
        walk.begin(action);
        walk.finish()
    }

    /// Follows one type.
    pub(super) fn from(api: &'a Api, ty: &Type, direction: Direction) -> Findings {
        let mut walk = Walk::new(api);
        walk.enter(ty, direction, Location::default(), String::new());
        walk.finish()
    }

    fn new(api: &'a Api) -> Self {
        Walk {
            api,
            findings: Findings::default(),
            seen: HashSet::new(),
            places: Vec::new(),
        }
    }

    fn finish(mut self) -> Findings {
        let mut next = 0;
        while next < self.places.len() {
            self.look(next);
            next += 1;
        }
        self.findings
    }

    fn begin(&mut self, action: &Action) {
        let function = &action.function;
        match &action.input {
            Input::None => {}
            Input::Struct(ty) => {
                let name = format!("the input of `{function}`");
                self.enter(ty, Direction::Input, action.location, name);
            }
            Input::Fields(fields) => {
                for field in fields {
                    let name = format!("parameter `{}` of `{function}`", field.name);
                    if borrows(&field.rust) {
                        self.refuse_borrowed(action.location, &name, None);
                    }
                    self.enter(&field.ty, Direction::Input, action.location, name);
                }
            }
        }
        let name = format!("the result of `{function}`");
        self.enter(&action.output.ok, Direction::Output, action.location, name);
        let mut seen = HashSet::new();
        for error in &action.output.errors {
            self.error(*error, &mut seen);
        }
    }

    fn error(&mut self, id: ErrorId, seen: &mut HashSet<ErrorId>) {
        if !seen.insert(id) {
            return;
        }
        let error = &self.api.errors[id.0];
        for variant in &error.variants {
            match variant {
                ErrorVariant::Declared {
                    fields, rust_name, ..
                } => {
                    for field in fields.as_slice() {
                        let name = field_name(field, &format!("{}::{rust_name}", error.name));
                        self.enter(&field.ty, Direction::Output, field.location, name);
                    }
                }
                ErrorVariant::Flatten { error, .. } => self.error(*error, seen),
                ErrorVariant::Internal { .. } => {}
            }
        }
    }

    fn enter(&mut self, ty: &Type, direction: Direction, at: Location, name: String) {
        self.add(Place {
            ty: ty.clone(),
            direction,
            buffered: false,
            at,
            name,
            from: None,
        });
    }

    pub(super) fn add(&mut self, place: Place) {
        let key = (place.ty.clone(), place.direction, place.buffered);
        if self.seen.insert(key) {
            self.places.push(place);
        }
    }

    pub(super) fn refuse_borrowed(&mut self, at: Location, name: &str, from: Option<usize>) {
        self.refuse_at(
            Carries::PostcardAlone,
            (at, name, from),
            "this borrows from the call, and what JSON has escaped or spelled out cannot be \
             borrowed",
            "use an owned type, such as `String`, or `Cow<'_, str>`",
        );
    }

    pub(super) fn json(&mut self, reason: String) {
        if !self.findings.json.contains(&reason) {
            self.findings.json.push(reason);
        }
    }

    pub(super) fn refuse(
        &mut self,
        carried: Carries,
        index: usize,
        label: &'static str,
        help: &'static str,
    ) {
        let Place { at, name, from, .. } = self.places[index].clone();
        self.refuse_at(carried, (at, &name, from), label, help);
    }

    pub(super) fn refuse_at(
        &mut self,
        carried: Carries,
        (at, name, from): (Location, &str, Option<usize>),
        label: &'static str,
        help: &'static str,
    ) {
        let name = match name.starts_with(|first: char| first.is_lowercase()) {
            true => name.to_owned(),
            false => format!("`{name}`"),
        };
        self.findings.refused.push(Finding {
            carried,
            at,
            title: format!("{name} cannot cross the wire"),
            label,
            help,
            way: self.way(from),
        });
    }

    /// The places on the way, from the function on.
    fn way(&self, from: Option<usize>) -> Vec<String> {
        let mut way: Vec<String> = Vec::new();
        let mut next = from;
        while let Some(index) = next {
            let place = &self.places[index];
            if let Type::Named(id, _) = &place.ty {
                let definition = &self.api.definition(*id).name;
                way.push(format!("{} leads to `{definition}`", place.name));
            }
            next = place.from;
        }
        way.reverse();
        way
    }
}

pub(super) fn field_name(field: &Field, owner: &str) -> String {
    let name = &field.rust_name;
    match name.starts_with(|first: char| first.is_ascii_digit()) {
        true => format!("field {name} of `{owner}`"),
        false => format!("field `{name}` of `{owner}`"),
    }
}

/// Whether a value of the type points into the bytes that it was read from.
pub(super) fn borrows(rust: &RustType) -> bool {
    match rust {
        RustType::Reference(_) => true,
        RustType::Path(_, parts) | RustType::Definition(_, parts) | RustType::Tuple(parts) => {
            parts.iter().any(borrows)
        }
        RustType::Slice(inner) | RustType::Array(inner, _) | RustType::ParameterArray(inner, _) => {
            borrows(inner)
        }
        RustType::Parameter(_) | RustType::Length(_) => false,
    }
}
