//! Which actions a type concerns.

use std::collections::BTreeSet;

use crate::model::{
    Action, Api, Body, DefinitionId, Direction, ErrorId, ErrorVariant, Event, Fields, Input, Type,
};

/// The actions whose input, or whose result or errors, lead to a definition.
pub(super) fn actions(
    api: &Api,
    target: DefinitionId,
    direction: Direction,
) -> impl Iterator<Item = &Action> {
    let leads_there = move |action: &&Action| {
        let mut search = Search::new(api, direction);
        search.action(action);
        search.seen.contains(&target)
    };
    api.actions.iter().filter(leads_there)
}

/// The events whose data leads to a definition.
pub(super) fn events(
    api: &Api,
    target: DefinitionId,
    direction: Direction,
) -> impl Iterator<Item = &Event> {
    let leads_there = move |event: &&Event| {
        let mut search = Search::new(api, direction);
        search.ty(&event.ty);
        search.finish();
        direction == Direction::Output && search.seen.contains(&target)
    };
    api.events.iter().filter(leads_there)
}

struct Search<'a> {
    api: &'a Api,
    direction: Direction,
    seen: BTreeSet<DefinitionId>,
    errors: BTreeSet<ErrorId>,
    next: Vec<DefinitionId>,
}

impl<'a> Search<'a> {
    fn new(api: &'a Api, direction: Direction) -> Self {
        Search {
            api,
            direction,
            seen: BTreeSet::new(),
            errors: BTreeSet::new(),
            next: Vec::new(),
        }
    }

    fn action(&mut self, action: &Action) {
        match (self.direction, &action.input) {
            (Direction::Input, Input::None) => {}
            (Direction::Input, Input::Struct(ty)) => self.ty(ty),
            (Direction::Input, Input::Fields(fields)) => {
                fields.iter().for_each(|field| self.ty(&field.ty));
            }
            (Direction::Output, _) => {
                self.ty(&action.output.ok);
                action.output.errors.iter().for_each(|id| self.error(*id));
            }
        }
        self.finish();
    }

    fn finish(&mut self) {
        while let Some(id) = self.next.pop() {
            match &self.api.definition(id).body {
                Body::Newtype(field) => self.ty(&field.ty),
                Body::Proxy(ty) => self.ty(ty),
                Body::Struct(fields) => self.fields(fields),
                Body::Enum(body) => body
                    .travelling(self.direction)
                    .for_each(|variant| self.fields(&variant.fields)),
            }
        }
    }

    fn error(&mut self, id: ErrorId) {
        if !self.errors.insert(id) {
            return;
        }
        for variant in &self.api.errors[id.0].variants {
            match variant {
                ErrorVariant::Declared { fields, .. } => self.fields(fields),
                ErrorVariant::Flatten { error, .. } => self.error(*error),
                ErrorVariant::Internal { .. } => {}
            }
        }
    }

    fn fields(&mut self, fields: &Fields) {
        for field in fields.travelling(self.direction) {
            self.ty(&field.ty);
        }
    }

    fn ty(&mut self, ty: &Type) {
        if let Type::Named(id, _) = ty
            && self.seen.insert(*id)
        {
            self.next.push(*id);
        }
        ty.parts().into_iter().for_each(|part| self.ty(part));
    }
}
