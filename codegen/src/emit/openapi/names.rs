//! The names of components and operations: readable, and told apart by module only where they must
//! be.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::component::Component;
use super::components::{Components, Form};
use super::operation_ids::OperationIds;
use crate::emit::typescript::pascal_case;
use crate::model::{Api, DefinitionId, Direction, ErrorVariant, ModulePath, Scalar, Type};

/// What each form of each component is called.
#[derive(Debug, Default)]
pub(super) struct Names {
    names: HashMap<(Component, Direction), String>,
}

/// Something that wants a name.
struct Wish<'c> {
    component: &'c Component,
    form: Form,
    /// From the best one to those that leave the least doubt.
    names: Vec<String>,
}

impl Wish<'_> {
    /// Whether it is the same in every document, so that others give way.
    fn is_own(&self) -> bool {
        matches!(self.component, Component::Problem | Component::InvalidInput)
    }
}

impl Names {
    /// Names every form of every component.
    pub(super) fn new(api: &Api, components: &Components, operations: &OperationIds) -> Self {
        let speller = Speller { api, operations };
        let wishes = components.forms().map(|(component, form)| Wish {
            component,
            form,
            names: speller.wishes(component, form),
        });
        let mut names = Names::default();
        let mut taken = BTreeSet::from([key(PROBLEM), key(INVALID_INPUT)]);
        let (own, mut open): (Vec<_>, Vec<_>) = wishes.partition(Wish::is_own);
        for wish in own {
            names.give(components, &wish, wish.names[0].clone());
        }
        for degree in 0..DEGREES {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for wish in &open {
                *counts.entry(key(&wish.names[degree])).or_default() += 1;
            }
            let is_free = |wish: &Wish<'_>| {
                let name = key(&wish.names[degree]);
                counts.get(&name) == Some(&1) && !taken.contains(&name)
            };
            let (served, left): (Vec<_>, Vec<_>) = open.into_iter().partition(is_free);
            for wish in served {
                taken.insert(key(&wish.names[degree]));
                names.give(components, &wish, wish.names[degree].clone());
            }
            open = left;
        }
        for wish in open {
            let last = &wish.names[DEGREES - 1];
            let mut numbered = (2..).map(|number: u32| format!("{last}{number}"));
            if let Some(name) = numbered.find(|name| taken.insert(key(name))) {
                names.give(components, &wish, name);
            }
        }
        names
    }

    /// What a component is called where it goes one way.
    pub(super) fn of(&self, component: &Component, direction: Direction) -> String {
        let name = self.names.get(&(component.clone(), direction));
        name.cloned().unwrap_or_default()
    }

    fn give(&mut self, components: &Components, wish: &Wish<'_>, name: String) {
        for direction in [Direction::Input, Direction::Output] {
            if components.form(wish.component, direction) == wish.form {
                let key = (wish.component.clone(), direction);
                self.names.insert(key, name.clone());
            }
        }
    }
}

const PROBLEM: &str = "Problem";
const INVALID_INPUT: &str = "InvalidInput";

/// By the bare name, with the module, with all modules and the package.
const DEGREES: usize = 3;

/// Names that differ in more than case: generators make files of them.
fn key(name: &str) -> String {
    name.to_lowercase()
}

/// Spells names.
struct Speller<'a> {
    api: &'a Api,
    operations: &'a OperationIds,
}

impl Speller<'_> {
    fn wishes(&self, component: &Component, form: Form) -> Vec<String> {
        let suffix = match form {
            Form::OfTwo => "Input",
            Form::Only(_) => "",
        };
        let names = (0..DEGREES).map(|degree| self.component(component, degree) + suffix);
        names.map(|name| legal(&name)).collect()
    }

    fn component(&self, component: &Component, degree: usize) -> String {
        match component {
            Component::Type(id, arguments) => self.definition(*id, arguments, degree),
            Component::Variant(id, arguments, index) => {
                let name = self.definition(*id, arguments, degree);
                name + &self.variant(*id, *index)
            }
            Component::Error(id, index) => {
                let error = &self.api.errors[id.0];
                let variant = match &error.variants[*index] {
                    ErrorVariant::Declared { rust_name, .. }
                    | ErrorVariant::Internal { rust_name }
                    | ErrorVariant::Flatten { rust_name, .. } => rust_name,
                };
                let place = self.place(error.package.0, &error.module, degree);
                format!("{place}{}{variant}", error.name)
            }
            Component::Body { action, route } => {
                let id = self.operations.of(*action, *route);
                pascal_case(id) + "Body"
            }
            Component::Problem => PROBLEM.to_owned(),
            Component::InvalidInput => INVALID_INPUT.to_owned(),
        }
    }

    fn definition(&self, id: DefinitionId, arguments: &[Type], degree: usize) -> String {
        let definition = self.api.definition(id);
        let place = self.place(definition.package.0, &definition.module, degree);
        let arguments: Vec<String> = arguments.iter().map(|one| self.argument(one)).collect();
        let of = if arguments.is_empty() { "" } else { "Of" };
        format!("{place}{}{of}{}", definition.name, arguments.join("And"))
    }

    fn variant(&self, id: DefinitionId, index: usize) -> String {
        match &self.api.definition(id).body {
            crate::model::Body::Enum(body) => body.variants[index].rust_name.clone(),
            _ => String::new(),
        }
    }

    /// What precedes a name that others want as well.
    fn place(&self, package: usize, module: &ModulePath, degree: usize) -> String {
        let words = |module: &[String]| module.iter().map(|one| pascal_case(one)).collect();
        match degree {
            0 => String::new(),
            1 => words(module.last().map(std::slice::from_ref).unwrap_or_default()),
            _ => {
                let modules: String = words(module);
                pascal_case(&self.api.packages[package].crate_name) + &modules
            }
        }
    }

    /// A type in the name of another.
    fn argument(&self, ty: &Type) -> String {
        let inner = |word: &str, ty: &Type| format!("{word}Of{}", self.argument(ty));
        match ty {
            Type::Named(id, arguments) => self.definition(*id, arguments, 0),
            Type::Scalar(scalar) | Type::Number(scalar) => scalar_word(*scalar),
            Type::String => "String".to_owned(),
            Type::Bytes | Type::ByteArray(_) => "Bytes".to_owned(),
            Type::Unit => "Null".to_owned(),
            Type::Option(some) => format!("Optional{}", self.argument(some)),
            Type::List(element) => inner("List", element),
            Type::Set(element) => inner("Set", element),
            Type::Array(element, length) => inner(&format!("{length}"), element),
            Type::Map(key, value) => {
                format!("MapOf{}To{}", self.argument(key), self.argument(value))
            }
            Type::Tuple(parts) => {
                let parts: Vec<String> = parts.iter().map(|one| self.argument(one)).collect();
                format!("TupleOf{}", parts.join("And"))
            }
            Type::TypedArray(scalar) => format!("ListOf{}", scalar_word(*scalar)),
            Type::Length(length) => length.to_string(),
            Type::Special(special) => format!("{special:?}"),
            Type::Timestamp(..) => "Timestamp".to_owned(),
            Type::Parameter(_) | Type::ParameterArray(..) => String::new(),
        }
    }
}

fn scalar_word(scalar: Scalar) -> String {
    pascal_case(scalar.word())
}

/// The name in characters that components may have.
fn legal(name: &str) -> String {
    let legal = |character: char| match character {
        fine if fine.is_ascii_alphanumeric() || "_-.".contains(fine) => fine.to_string(),
        other => format!("u{:04x}", u32::from(other)),
    };
    name.chars().map(legal).collect()
}
