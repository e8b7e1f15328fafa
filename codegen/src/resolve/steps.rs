//! The steps of the way to a mistake. They are put into words only where there is one.

use super::modeller::{Modeller, Owner};
use crate::model::Location;

/// From one type to the next.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// "`create_post` takes `NewPost`"
    Signature {
        function: String,
        verb: &'static str,
        /// As it is written there.
        ty: Location,
    },
    /// "field `author` of `NewPost` is `Author`"
    Field {
        path: FieldPath,
        ty: Location,
    },
    /// Whatever was noted of the field or the type at this place.
    At(Location),
    Told(String),
}

/// "field `since` of `Author`", "field 0 of `Shape::Circle`"
#[derive(Clone, Debug)]
pub(crate) struct FieldPath {
    pub(crate) owner: Owner,
    pub(crate) variant: Option<String>,
    /// Its name, or its index.
    pub(crate) name: String,
    pub(crate) is_named: bool,
}

impl Modeller<'_> {
    /// Notes the way that leads on from a place.
    pub(crate) fn note(&mut self, at: Location, step: Step) {
        self.written.push((at, step));
    }

    /// A step in words.
    pub(crate) fn told(&self, step: &Step) -> String {
        match step {
            Step::Signature { function, verb, ty } => {
                format!("`{function}` {verb} `{}`", self.text(*ty))
            }
            Step::Field { path, ty } => {
                format!("{} is `{}`", self.told_field(path), self.text(*ty))
            }
            Step::At(place) => {
                let mut written = self.written.iter().rev();
                let noted = written.find(|(at, _)| at == place);
                noted.map_or_else(String::new, |(_, step)| self.told(step))
            }
            Step::Told(words) => words.clone(),
        }
    }

    /// The path of a field in words.
    pub(crate) fn told_field(&self, path: &FieldPath) -> String {
        let owner = self.name_of(path.owner);
        let name = match path.is_named {
            true => format!("`{}`", path.name),
            false => path.name.clone(),
        };
        match &path.variant {
            Some(variant) => format!("field {name} of `{owner}::{variant}`"),
            None => format!("field {name} of `{owner}`"),
        }
    }
}
