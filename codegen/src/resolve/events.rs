//! Types that derive `WebhookEvent`: what consumers are told of, and by no action.

use syn::DeriveInput;
use tramline_syntax::{event, stem};

use super::actions::{Ends, Root};
use super::modeller::{Modeller, Obstruction};
use super::shape::{Resolved, Shape};
use super::steps::Step;
use crate::diagnostics::Rule;
use crate::model::{Direction, Event, Location, PackageRole, Type};
use crate::scan::{TypeItem, docs, plain_name};

/// An event on its way into the model.
pub(crate) struct EventDraft {
    pub(crate) event: Event,
    /// What is wrong with the event itself.
    pub(crate) obstructions: Vec<Obstruction>,
    /// Where its data leads.
    pub(crate) roots: Vec<Root>,
}

impl Modeller<'_> {
    /// Every event of the packages whose actions count.
    pub(crate) fn events(&mut self) -> Vec<EventDraft> {
        let sources = self.sources;
        let mut drafts = Vec::new();
        for (index, item) in sources.types.iter().enumerate() {
            // Without the attribute the derive refuses it, and few types have one.
            let mut attributes = item.item.attrs.iter();
            if !attributes.any(|attribute| attribute.path().is_ident("webhook_event")) {
                continue;
            }
            let module = sources.module(item.module);
            let of_types = sources.packages[module.package.0].role == PackageRole::Types;
            if !of_types && !module.stray && self.derives(index).webhook_event {
                drafts.push(self.event(index, item));
            }
        }
        drafts
    }

    fn event(&mut self, index: usize, item: &TypeItem) -> EventDraft {
        let at = self.locate(item.module, item.item.ident.span());
        let mut draft = EventDraft {
            event: Event {
                name: String::new(),
                version: String::new(),
                ty: Type::Unit,
                docs: docs(&item.item.attrs),
                location: at,
                package: self.sources.module(item.module).package,
                stem: stem::of_event(&item.item),
            },
            obstructions: Vec::new(),
            roots: Vec::new(),
        };
        match event::parse(&item.item) {
            Ok(options) => {
                draft.event.name = options.name;
                draft.event.version = options.version;
            }
            Err(problems) => {
                let problems = problems.iter();
                let refused = problems.map(|problem| self.problem(problem, item.module));
                draft.obstructions.extend(refused);
                return draft;
            }
        }
        if !self.writes(index) {
            draft.obstructions.push(self.not_written(&item.item, at));
            return draft;
        }
        let resolved = Resolved {
            shape: Shape::Item(index, Vec::new()),
            at,
        };
        match self.wire(&resolved) {
            Ok(wire) => {
                let ty = self.presented_as_usual(wire.ty);
                draft.roots.push(Root {
                    step: Step::Told(format!("`{}` is an event", plain_name(&item.item.ident))),
                    ends: Ends::Type(ty.clone()),
                    direction: Direction::Output,
                });
                draft.event.ty = ty;
            }
            Err(refused) => draft.obstructions.push(*refused),
        }
        draft
    }

    /// Whether serde can write it, whoever says how.
    fn writes(&self, index: usize) -> bool {
        let derives = self.derives(index);
        let by_hand = self.by_hand.get(&index).is_some_and(|both| both.output);
        derives.serialize || derives.other_serde || by_hand
    }

    fn not_written(&self, item: &DeriveInput, at: Location) -> Obstruction {
        let title = format!("event `{}` does not derive `Serialize`", item.ident);
        let label = "serde has to write this";
        let help = "add `#[derive(serde::Serialize)]`";
        Obstruction::new(Rule::EventWithoutSerialize, at, title, label, help)
    }
}
