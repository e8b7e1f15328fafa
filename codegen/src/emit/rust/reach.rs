//! Which types an action involves.

use std::collections::BTreeSet;

use crate::model::{Action, Api, Body, DefinitionId, ErrorId, ErrorVariant, Fields, Input, Type};

/// The structs, enums and error types that some actions involve, however deep.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Reached {
    pub(super) definitions: BTreeSet<DefinitionId>,
    pub(super) errors: BTreeSet<ErrorId>,
}

impl Reached {
    pub(super) fn by(api: &Api, action: &Action) -> Self {
        let mut reached = Self::default();
        match &action.input {
            Input::None => {}
            Input::Struct(ty) => reached.add(api, ty),
            Input::Fields(fields) => fields.iter().for_each(|field| reached.add(api, &field.ty)),
        }
        reached.add(api, &action.output.ok);
        for id in &action.output.errors {
            reached.add_error(api, *id);
        }
        reached
    }

    /// What a type involves.
    pub(super) fn from(api: &Api, ty: &Type) -> Self {
        let mut reached = Self::default();
        reached.add(api, ty);
        reached
    }

    fn add(&mut self, api: &Api, ty: &Type) {
        ty.parts().into_iter().for_each(|part| self.add(api, part));
        if let Type::Named(id, _) = ty {
            self.add_definition(api, *id);
        }
    }

    fn add_definition(&mut self, api: &Api, id: DefinitionId) {
        if !self.definitions.insert(id) {
            return;
        }
        match &api.definition(id).body {
            Body::Newtype(field) => self.add(api, &field.ty),
            Body::Proxy(ty) => self.add(api, ty),
            Body::Struct(fields) => self.add_fields(api, fields),
            Body::Enum(body) => body
                .variants
                .iter()
                .for_each(|variant| self.add_fields(api, &variant.fields)),
        }
    }

    fn add_fields(&mut self, api: &Api, fields: &Fields) {
        for field in fields.as_slice() {
            self.add(api, &field.ty);
        }
    }

    fn add_error(&mut self, api: &Api, id: ErrorId) {
        if !self.errors.insert(id) {
            return;
        }
        for variant in &api.errors[id.0].variants {
            match variant {
                ErrorVariant::Declared { fields, .. } => self.add_fields(api, fields),
                ErrorVariant::Internal { .. } => {}
                ErrorVariant::Flatten { error, .. } => self.add_error(api, *error),
            }
        }
    }
}
