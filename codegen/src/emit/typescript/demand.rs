//! What the actions need: only that is declared, read or written.

use std::collections::BTreeSet;

use crate::model::{
    Action, Api, Body, Definition, DefinitionId, ErrorId, ErrorVariant, Input, Type,
};

/// A definition with arguments for its type parameters.
pub(super) type Instance = (DefinitionId, Vec<Type>);

/// The parts of an [`Api`] that its actions reach.
#[derive(Debug, Default)]
pub(super) struct Demand {
    /// What results and errors are made of.
    pub(super) read: BTreeSet<Instance>,
    /// What inputs are made of.
    pub(super) written: BTreeSet<Instance>,
    /// The error types that have a code to declare, and those flattened into them.
    pub(super) errors: BTreeSet<ErrorId>,
}

impl Demand {
    /// Walks everything that the actions mention.
    pub(super) fn of(api: &Api, actions: &[&Action]) -> Self {
        let mut demand = Demand::default();
        for action in actions {
            match &action.input {
                Input::None => {}
                Input::Struct(ty) => visit(api, ty, &mut demand.written),
                Input::Fields(fields) => fields
                    .iter()
                    .for_each(|field| visit(api, &field.ty, &mut demand.written)),
            }
            visit(api, &action.output.ok, &mut demand.read);
            for error in &action.output.errors {
                demand.error(api, *error);
            }
        }
        demand
    }

    /// Every definition that a declaration is needed for.
    pub(super) fn definitions(&self) -> BTreeSet<DefinitionId> {
        self.read.union(&self.written).map(|(id, _)| *id).collect()
    }

    fn error(&mut self, api: &Api, error: ErrorId) {
        if super::errors::codes(api, error).is_empty() || !self.errors.insert(error) {
            return;
        }
        for variant in &api.errors[error.0].variants {
            match variant {
                ErrorVariant::Declared { fields, .. } => fields
                    .as_slice()
                    .iter()
                    .for_each(|field| visit(api, &field.ty, &mut self.read)),
                ErrorVariant::Flatten { error, .. } => self.error(api, *error),
                ErrorVariant::Internal { .. } => {}
            }
        }
    }
}

/// The types of all fields of a definition, in order, in terms of its own parameters.
pub(super) fn field_types(definition: &Definition) -> Vec<&Type> {
    match &definition.body {
        Body::Newtype(field) => vec![&field.ty],
        Body::Proxy(ty) => vec![ty],
        Body::Struct(fields) => fields.as_slice().iter().map(|field| &field.ty).collect(),
        Body::Enum(body) => body
            .variants
            .iter()
            .flat_map(|variant| variant.fields.as_slice())
            .map(|field| &field.ty)
            .collect(),
    }
}

fn visit(api: &Api, ty: &Type, found: &mut BTreeSet<Instance>) {
    match ty {
        // Its arguments count where its fields mention them.
        Type::Named(id, arguments) => {
            if found.insert((*id, arguments.clone())) {
                for field in field_types(api.definition(*id)) {
                    visit(api, &field.substitute(arguments), found);
                }
            }
        }
        ty => ty
            .parts()
            .into_iter()
            .for_each(|part| visit(api, part, found)),
    }
}
