//! Where a search begins: what an action takes, returns and fails with.

use std::collections::HashSet;

use super::finding::Carries;
use super::graph::{Found, Graph, Spot};
use super::rules::field_name;
use crate::model::{Action, Direction, ErrorId, ErrorVariant, Input};

impl Graph<'_> {
    /// What is found at the action itself.
    pub(super) fn roots(&mut self, action: &Action) -> Found {
        let mut found = Found::default();
        let function = &action.function;
        if action.webhook.is_some() {
            found.json.push("a third party posts it".to_owned());
        }
        match &action.input {
            Input::None => {}
            Input::Struct(ty) => {
                let name = format!("the input of `{function}`");
                self.ty(ty, Spot::first(Direction::Input, action, &name), &mut found);
            }
            Input::Fields(fields) => {
                for field in fields {
                    let name = format!("parameter `{}` of `{function}`", field.name);
                    let spot = Spot::first(Direction::Input, action, &name);
                    match field.rust.is_text() {
                        true => found.refuse_borrowed(Carries::PostcardAndRoutes, spot),
                        false => self.borrowed(&field.rust, spot, &mut found),
                    }
                    self.ty(&field.ty, spot, &mut found);
                }
            }
        }
        let name = format!("the result of `{function}`");
        let result = Spot::first(Direction::Output, action, &name);
        self.ty(&action.output.ok, result, &mut found);
        let mut seen = HashSet::new();
        for error in &action.output.errors {
            self.error(*error, &mut seen, &mut found);
        }
        found
    }

    fn error(&mut self, id: ErrorId, seen: &mut HashSet<ErrorId>, found: &mut Found) {
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
                        let owner = format!("{}::{rust_name}", error.name);
                        let spot = Spot {
                            direction: Direction::Output,
                            buffered: false,
                            at: field.location,
                            name: &field_name(field, &owner),
                        };
                        self.ty(&field.ty, spot, found);
                    }
                }
                ErrorVariant::Flatten { error, .. } => self.error(*error, seen, found),
                ErrorVariant::Internal { .. } => {}
            }
        }
    }
}

impl<'a> Spot<'a> {
    fn first(direction: Direction, action: &Action, name: &'a str) -> Self {
        Spot {
            direction,
            buffered: false,
            at: action.location,
            name,
        }
    }
}
