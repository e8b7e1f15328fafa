//! What a field must not be.

use super::fields::{Form, Written};
use super::modeller::{Modeller, Obstruction, Owner};
use super::serde::Attributes;
use super::shape::{Resolved, Shape};
use super::steps::Step;
use crate::diagnostics::Rule;
use crate::model::Direction;

impl Modeller<'_> {
    /// Leaving out an element of a tuple moves the others.
    pub(super) fn refuse_tuple_omission(&mut self, written: &Written<'_>, attributes: &Attributes) {
        let Some(predicate) = &attributes.skip_serializing_if else {
            return;
        };
        if written.form == Form::Tuple {
            let at = self.locate(written.around.scope.module, predicate.span);
            let title = "`serde(skip_serializing_if)` on a field without a name";
            let label = "where this is left out, the fields after it take its place";
            let help = "leave it out, or name the fields";
            let rule = Rule::UnsupportedAttribute;
            let mut refused = Obstruction::new(rule, at, title, label, help);
            refused.only = Some(Direction::Output);
            self.obstructions.push((written.around.owner, refused));
        }
    }

    /// `&'static` in an input: the bytes of a call do not live that long.
    pub(super) fn check_static(&mut self, resolved: &Resolved, owner: Owner, step: &Step) {
        if resolved.any(&|shape| {
            matches!(
                shape,
                Shape::Reference {
                    is_static: true,
                    ..
                }
            )
        }) {
            let mut refused = self.static_input(resolved);
            refused.step = Some(self.told(step));
            refused.only = Some(Direction::Input);
            self.obstructions.push((owner, refused));
        }
    }

    /// What an extractor is to find out must not come with the input.
    pub(super) fn check_extractor(
        &mut self,
        resolved: &Resolved,
        written: &Written<'_>,
        step: &Step,
    ) {
        let help = "leave it out, and take it as a parameter of its own, with `#[extract]`";
        let what = || self.told_field(&written.path());
        let Some(mut refused) = self.read_from_body(resolved, what, help) else {
            return;
        };
        refused.step = Some(self.told(step));
        refused.only = Some(Direction::Input);
        self.obstructions.push((written.around.owner, refused));
    }

    pub(crate) fn static_input(&self, resolved: &Resolved) -> Obstruction {
        let title = format!("`{}` cannot be an input", self.text(resolved.at));
        let label = "an input lives as long as the call, not for ever";
        let help = "leave out `'static` to borrow from the call, or use an owned type";
        Obstruction::new(Rule::StaticInput, resolved.at, title, label, help)
    }
}
