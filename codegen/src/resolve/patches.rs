//! `tramline::Patch`: a field that may be left out or `null`, and where it can stand.
//!
//! It travels as an `Option` whose absence only Rust has a default for.

use super::fields::{Form, Written};
use super::known::Known;
use super::modeller::{Modeller, Obstruction};
use super::presence::ContainerDefault;
use super::serde::{Attributes, Defaulted};
use super::shape::{Refusal, Resolved, Shape};
use super::steps::Step;
use super::wire::{Result, Wire};
use crate::diagnostics::Rule;
use crate::model::{Direction, RustType, Type};

impl Modeller<'_> {
    /// What a field that is a patch is on the wire.
    pub(super) fn patched(
        &mut self,
        resolved: &Resolved,
        path: &str,
        arguments: &[Resolved],
    ) -> Result<Wire> {
        let Some(inner) = arguments.first() else {
            let refusal = Refusal::new("`Patch` without its type argument", "write it out");
            return Err(Box::new(self.unsupported(resolved, refusal)));
        };
        let inner = self.wire(inner)?;
        if matches!(inner.ty, Type::Option(_) | Type::Unit) {
            let help = "name the type alone: `Patch::Null` says that there is no value";
            let refusal = Refusal::new("a `Patch` of what may itself be `null`", help);
            return Err(Box::new(self.unsupported(resolved, refusal)));
        }
        Ok(Wire::new(
            Type::Option(Box::new(inner.ty)),
            RustType::Path(format!("::{path}"), vec![inner.rust]),
        ))
    }

    /// A patch where nothing could be left out, or is sent.
    pub(super) fn check_patch(
        &mut self,
        resolved: &Resolved,
        written: &Written<'_>,
        attributes: &Attributes,
        step: &Step,
    ) {
        if !matches!(resolved.shape, Shape::Known(Known::Patch, ..)) {
            return;
        }
        let is_defaulted = attributes.default != Defaulted::No
            || written.around.default != ContainerDefault::Missing;
        if written.form != Form::Named || attributes.flatten {
            self.misplaced(
                (resolved, written, step),
                "this can be neither left out nor `null`",
                "make it a field with a name",
                None,
            );
        } else if !is_defaulted {
            self.misplaced(
                (resolved, written, step),
                "a caller who leaves this out would be refused",
                "add `#[serde(default)]`, which makes it `Patch::Absent`",
                Some(Direction::Input),
            );
        }
        self.misplaced(
            (resolved, written, step),
            "a result has nothing that it leaves alone",
            "use an `Option` in the result, or a type of its own for it",
            Some(Direction::Output),
        );
    }

    fn misplaced(
        &mut self,
        (resolved, written, step): (&Resolved, &Written<'_>, &Step),
        label: &str,
        help: &str,
        only: Option<Direction>,
    ) {
        let title = format!("`{}` cannot stand here", self.text(resolved.at));
        let rule = Rule::UnsupportedType;
        let mut refused = Obstruction::new(rule, resolved.at, title, label, help);
        refused.step = Some(self.told(step));
        refused.only = only;
        self.obstructions.push((written.around.owner, refused));
    }
}
