//! Where the present source says what is at the end of a path.

use super::source::Step;
use crate::compatibility::Part;
use crate::emit::typescript::INNER;
use crate::model::{
    Action, Api, Body, Direction, Enum, ErrorId, ErrorVariant, Fields, Input, Location, Tagging,
    Type,
};

/// The nearest place to it: of something that does not exist any more, what held it.
pub(super) fn locate(api: &Api, action: &Action, part: &Part, path: &[Step]) -> Location {
    let (direction, here, path) = match part {
        Part::Action | Part::Route(_) => return action.location,
        Part::Input => (Direction::Input, of_input(&action.input, path), path),
        Part::Result => (
            Direction::Output,
            Some(Here::Type(action.output.ok.clone())),
            path,
        ),
        Part::Error(code) => return in_error(api, action, code, path),
    };
    let mut search = Search {
        api,
        direction,
        found: action.location,
    };
    let path = match &action.input {
        // The first step was the parameter.
        Input::Fields(_) if *part == Part::Input => path.get(1..).unwrap_or_default(),
        _ => path,
    };
    if let Some(here) = here {
        search.follow(here, path);
    }
    search.found
}

fn of_input(input: &Input, path: &[Step]) -> Option<Here> {
    match input {
        Input::None => None,
        Input::Struct(ty) => Some(Here::Type(ty.clone())),
        Input::Fields(fields) => {
            let Some(Step::Field(name)) = path.first() else {
                return None;
            };
            let field = fields.iter().find(|field| field.name == *name)?;
            Some(Here::Type(field.ty.clone()))
        }
    }
}

fn in_error(api: &Api, action: &Action, code: &str, path: &[Step]) -> Location {
    let mut search = Search {
        api,
        direction: Direction::Output,
        found: action.location,
    };
    let errors = action.output.errors.iter();
    let declared = errors.filter_map(|error| declared(api, *error, code, &mut Vec::new()));
    if let Some((location, fields)) = declared.into_iter().next() {
        search.found = location;
        search.follow(Here::Fields(fields.clone(), Vec::new(), None), path);
    }
    search.found
}

/// The variant of an error type, or of one flattened into it, that declares a code.
fn declared<'a>(
    api: &'a Api,
    error: ErrorId,
    code: &str,
    seen: &mut Vec<ErrorId>,
) -> Option<(Location, &'a Fields)> {
    if seen.contains(&error) {
        return None;
    }
    seen.push(error);
    let variants = &api.errors[error.0].variants;
    variants.iter().find_map(|variant| match variant {
        ErrorVariant::Declared {
            code: own,
            fields,
            location,
            ..
        } if own == code => Some((*location, fields)),
        ErrorVariant::Flatten { error, .. } => declared(api, *error, code, seen),
        ErrorVariant::Declared { .. } | ErrorVariant::Internal { .. } => None,
    })
}

/// How far a search has come.
enum Here {
    Type(Type),
    /// Fields with the arguments for their type parameters, and the member that holds them.
    Fields(Fields, Vec<Type>, Option<String>),
}

struct Search<'a> {
    api: &'a Api,
    direction: Direction,
    /// The last place on the way.
    found: Location,
}

impl Search<'_> {
    fn follow(&mut self, mut here: Here, path: &[Step]) {
        for step in path {
            match self.step(&here, step) {
                Some(next) => here = next,
                None => return,
            }
        }
    }

    fn step(&mut self, here: &Here, step: &Step) -> Option<Here> {
        match here {
            Here::Fields(fields, arguments, holder) => self.field(fields, arguments, holder, step),
            Here::Type(ty) => self.inside(ty, step),
        }
    }

    fn inside(&mut self, ty: &Type, step: &Step) -> Option<Here> {
        match (ty, step) {
            (Type::Option(inner), step) => self.inside(inner, step),
            (Type::List(inner) | Type::Set(inner) | Type::Array(inner, _), _) => {
                Some(Here::Type((**inner).clone()))
            }
            (Type::Map(key, _), Step::Key) => Some(Here::Type((**key).clone())),
            (Type::Map(_, value), Step::Value) => Some(Here::Type((**value).clone())),
            (Type::Tuple(parts), Step::Index(index)) => parts.get(*index).cloned().map(Here::Type),
            (Type::Named(id, arguments), step) => {
                let definition = self.api.definition(*id);
                match &definition.body {
                    Body::Newtype(field) => self.inside(&field.ty.substitute(arguments), step),
                    Body::Proxy(ty) => self.inside(&ty.substitute(arguments), step),
                    Body::Struct(fields) => {
                        self.found = definition.location;
                        self.field(fields, arguments, &None, step)
                    }
                    Body::Enum(body) => {
                        self.found = definition.location;
                        self.variant(body, arguments, step)
                    }
                }
            }
            _ => None,
        }
    }

    fn variant(&mut self, body: &Enum, arguments: &[Type], step: &Step) -> Option<Here> {
        let Step::Variant(name) = step else {
            return None;
        };
        let direction = self.direction;
        let mut variants = body.travelling(direction);
        let variant = variants.find(|variant| variant.name(direction) == name)?;
        self.found = variant.location;
        let holder = match &body.tagging {
            Tagging::Adjacent { content, .. } => Some(content.clone()),
            Tagging::Internal { .. } => Some(INNER.to_owned()),
            Tagging::External | Tagging::Untagged => None,
        };
        Some(Here::Fields(
            variant.fields.clone(),
            arguments.to_vec(),
            holder,
        ))
    }

    fn field(
        &mut self,
        fields: &Fields,
        arguments: &[Type],
        holder: &Option<String>,
        step: &Step,
    ) -> Option<Here> {
        let direction = self.direction;
        if fields.is_newtype() {
            let only = fields.travelling(direction).next()?;
            let ty = only.ty.substitute(arguments);
            return match (holder, step) {
                (Some(holder), Step::Field(name)) if name == holder => Some(Here::Type(ty)),
                _ => self.inside(&ty, step),
            };
        }
        let mut travelling = fields.travelling(direction);
        let found = match step {
            Step::Field(name) => {
                travelling.find(|field| field.name(direction) == name && !field.flattened)
            }
            Step::Index(index) => travelling.nth(*index),
            _ => None,
        };
        if let Some(field) = found {
            self.found = field.location;
            return Some(Here::Type(field.ty.substitute(arguments)));
        }
        match (holder, step) {
            (Some(holder), Step::Field(name)) if name == holder => {
                Some(Here::Fields(fields.clone(), arguments.to_vec(), None))
            }
            _ => self.flattened(fields, arguments, step),
        }
    }

    fn flattened(&mut self, fields: &Fields, arguments: &[Type], step: &Step) -> Option<Here> {
        let before = self.found;
        let flattened = fields
            .travelling(self.direction)
            .filter(|field| field.flattened);
        for field in flattened {
            let inside = self.inside(&field.ty.substitute(arguments), step);
            if inside.is_some() {
                return inside;
            }
            self.found = before;
        }
        None
    }
}
