//! Attributes of types, and what they put in the way.

use syn::Data;

use super::fields::only;
use super::modeller::{Modeller, Obstruction, Owner};
use super::serde::{self, Attributes, Obstacle, ObstacleKind, Place};
use super::types::Scope;
use crate::diagnostics::Rule;
use crate::model::{Both, Direction};
use crate::scan::{ModuleId, TypeItem, plain_name};

impl Modeller<'_> {
    /// A struct whose tag serde writes otherwise than a client would have to.
    pub(super) fn refuse_tag(&mut self, item: &TypeItem, attributes: &Attributes, owner: Owner) {
        let is_struct = matches!(item.item.data, Data::Struct(_));
        let (label, help, only) = match attributes.rename {
            _ if !is_struct || attributes.tag.is_none() => return,
            _ if attributes.deny_unknown_fields => (
                "serde writes the tag, and refuses it as unknown when it reads",
                "leave out `deny_unknown_fields`",
                Some(Direction::Input),
            ),
            Both {
                ref input,
                ref output,
            } if input != output => (
                "its tag holds its name, which differs between reading and writing",
                "give serializing and deserializing the same name",
                None,
            ),
            _ => return,
        };
        let at = self.locate(item.module, item.item.ident.span());
        let title = format!("`serde(tag)` on `{}` is not supported", item.item.ident);
        let rule = Rule::UnsupportedAttribute;
        let mut refused = Obstruction::new(rule, at, title, label, help);
        refused.only = only;
        self.obstructions.push((owner, refused));
    }

    /// What neither derives nor attributes make right.
    pub(super) fn check_container(&mut self, index: usize, item: &TypeItem, owner: Owner) {
        let name = plain_name(&item.item.ident);
        let at = self.locate(item.module, item.item.ident.span());
        let mut refuse = |title: String, label: &str, help: &str, only: Option<Direction>| {
            let mut refused = Obstruction::new(Rule::UnsupportedType, at, title, label, help);
            refused.only = only;
            self.obstructions.push((owner, refused));
        };
        let cannot = || format!("`{name}` cannot cross the wire");
        if let Data::Union(_) = item.item.data {
            refuse(cannot(), "this is a union", "use an enum", None);
        }
        let by_hand = self.by_hand.get(&index).cloned().unwrap_or_default();
        if by_hand != Both::same(false) || self.derives(index).other_serde {
            let help = "derive `Serialize` and `Deserialize`, or say what it travels as with `Builder::foreign`";
            let label = "its implementations of serde's traits are not the derived ones";
            let title = format!("tramline cannot tell how `{name}` is written");
            let only = if self.derives(index).other_serde {
                None
            } else {
                only(&by_hand)
            };
            let mut refused = Obstruction::new(Rule::UnsupportedType, at, title, label, help);
            refused.only = only;
            self.obstructions.push((owner, refused));
        }
    }

    /// Reads serde's attributes.
    pub(crate) fn attributes(
        &self,
        attributes: &[syn::Attribute],
        place: Place,
        scope: &Scope,
    ) -> (Attributes, Vec<Obstacle>) {
        let goes_with = |predicate: &str| {
            let own = scope.own;
            own.is_some_and(|index| self.derives(index).go_with(predicate))
        };
        serde::read(attributes, place, &goes_with)
    }

    /// Records an attribute that stands in the way.
    pub(crate) fn obstruct(
        &mut self,
        obstacle: &Obstacle,
        module: ModuleId,
        owner: Owner,
        only: Option<Direction>,
    ) {
        let at = self.locate(module, obstacle.span);
        let attribute = &obstacle.attribute;
        let (rule, title, label) = match obstacle.kind {
            ObstacleKind::Serde => (
                Rule::UnsupportedAttribute,
                format!("`{attribute}` is not supported"),
                "tramline does not follow this attribute",
            ),
            ObstacleKind::Cfg => (
                Rule::CfgOnWireType,
                format!("`{attribute}` on a type that crosses the wire"),
                "what crosses the wire would depend on the configuration",
            ),
        };
        let mut refused = Obstruction::new(rule, at, title, label, obstacle.help.as_str());
        refused.only = only;
        self.obstructions.push((owner, refused));
    }
}
