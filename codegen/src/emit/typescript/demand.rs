//! What the actions need: only that is declared, read or written.

use std::collections::BTreeSet;

use crate::model::{
    Action, Api, Body, Definition, DefinitionId, Direction, Encoding, ErrorId, ErrorVariant,
    Fields, Input, Type,
};

/// A definition with arguments for its type parameters.
pub(super) type Instance = (DefinitionId, Vec<Type>);

/// The parts of an [`Api`] that its actions reach.
#[derive(Debug, Default)]
pub(super) struct Demand {
    postcard: Reached,
    json: Reached,
}

/// What the actions of one encoding reach.
#[derive(Debug, Default)]
pub(super) struct Reached {
    /// What inputs are made of.
    pub(super) input: BTreeSet<Instance>,
    /// What results and errors are made of.
    pub(super) output: BTreeSet<Instance>,
    /// The error types that have a code to declare, and those flattened into them.
    pub(super) errors: BTreeSet<ErrorId>,
}

impl Demand {
    /// Walks everything that the actions mention.
    pub(super) fn of(api: &Api, actions: &[&Action]) -> Self {
        let mut demand = Demand::default();
        for action in actions {
            let reached = match action.encoding {
                Encoding::Postcard => &mut demand.postcard,
                Encoding::Json => &mut demand.json,
            };
            reached.action(api, action);
        }
        demand
    }

    /// What the actions of an encoding reach.
    pub(super) fn reached(&self, encoding: Encoding) -> &Reached {
        match encoding {
            Encoding::Postcard => &self.postcard,
            Encoding::Json => &self.json,
        }
    }

    /// The definitions that travel in a direction.
    pub(super) fn definitions(&self, direction: Direction) -> BTreeSet<DefinitionId> {
        let [postcard, json] = [&self.postcard, &self.json].map(|one| one.instances(direction));
        postcard.union(json).map(|(id, _)| *id).collect()
    }

    /// Every error type that a declaration is needed for.
    pub(super) fn errors(&self) -> BTreeSet<ErrorId> {
        &self.postcard.errors | &self.json.errors
    }
}

impl Reached {
    /// What travels in a direction.
    pub(super) fn instances(&self, direction: Direction) -> &BTreeSet<Instance> {
        match direction {
            Direction::Input => &self.input,
            Direction::Output => &self.output,
        }
    }

    fn action(&mut self, api: &Api, action: &Action) {
        match &action.input {
            Input::None => {}
            Input::Struct(ty) => visit(api, ty, Direction::Input, &mut self.input),
            Input::Fields(fields) => fields
                .iter()
                .for_each(|field| visit(api, &field.ty, Direction::Input, &mut self.input)),
        }
        visit(api, &action.output.ok, Direction::Output, &mut self.output);
        for error in &action.output.errors {
            self.error(api, *error);
        }
    }

    fn error(&mut self, api: &Api, error: ErrorId) {
        if super::errors::codes(api, error).is_empty() || !self.errors.insert(error) {
            return;
        }
        for variant in &api.errors[error.0].variants {
            match variant {
                ErrorVariant::Declared { fields, .. } => fields
                    .travelling(Direction::Output)
                    .for_each(|field| visit(api, &field.ty, Direction::Output, &mut self.output)),
                ErrorVariant::Flatten { error, .. } => self.error(api, *error),
                ErrorVariant::Internal { .. } => {}
            }
        }
    }
}

/// The types of all fields of a definition that travel in a direction, in order, in terms of its
/// own parameters.
pub(super) fn field_types(definition: &Definition, direction: Direction) -> Vec<&Type> {
    let types = |fields| Fields::travelling(fields, direction).map(|field| &field.ty);
    match &definition.body {
        Body::Newtype(field) => vec![&field.ty],
        Body::Proxy(ty) => vec![ty],
        Body::Struct(fields) => types(fields).collect(),
        Body::Enum(body) => body
            .travelling(direction)
            .flat_map(|variant| types(&variant.fields))
            .collect(),
    }
}

fn visit(api: &Api, ty: &Type, direction: Direction, found: &mut BTreeSet<Instance>) {
    match ty {
        // Its arguments count where its fields mention them.
        Type::Named(id, arguments) => {
            if found.insert((*id, arguments.clone())) {
                for field in field_types(api.definition(*id), direction) {
                    visit(api, &field.substitute(arguments), direction, found);
                }
            }
        }
        ty => ty
            .parts()
            .into_iter()
            .for_each(|part| visit(api, part, direction, found)),
    }
}
