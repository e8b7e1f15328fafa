//! What a field travels as, where an attribute puts something in place of its type.

use syn::spanned::Spanned as _;
use syn::{Attribute, Meta};

use super::modeller::{Modeller, Obstruction};
use super::serde::nested;
use super::shape::Resolved;
use super::types::Scope;
use super::wire::{Result, Wire};
use crate::diagnostics::Rule;

/// serde's options for a field that name functions or a module to write and read it.
pub(crate) const OPTIONS: &[&str] = &["with", "serialize_with", "deserialize_with"];

impl Modeller<'_> {
    /// What a field is on the wire: its type, unless an attribute says otherwise.
    pub(crate) fn field_wire(
        &mut self,
        field: &syn::Field,
        resolved: &Resolved,
        scope: &Scope,
    ) -> Result<Wire> {
        match converter(&field.attrs) {
            Some(option) => Err(Box::new(self.unknown_converter(&option, scope))),
            None => self.wire(resolved),
        }
    }

    fn unknown_converter(&self, option: &Meta, scope: &Scope) -> Obstruction {
        let name = option.path().get_ident().map(ToString::to_string);
        let title = format!("`serde({})` is not supported", name.unwrap_or_default());
        let label = "tramline does not follow this attribute";
        let help =
            "leave it out, and let the field be what is sent, such as a number or a `String`";
        let at = self.locate(scope.module, option.span());
        Obstruction::new(Rule::UnsupportedAttribute, at, title, label, help)
    }
}

/// The first option that has serde write or read the field by other means than its type.
fn converter(attributes: &[Attribute]) -> Option<Meta> {
    let serde = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"));
    let mut options = serde.flat_map(|attribute| nested(&attribute.meta));
    options.find(|option| OPTIONS.iter().any(|name| option.path().is_ident(name)))
}
