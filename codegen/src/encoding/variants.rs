//! What the tags of enums mean for the two wires.

use super::attempts::contains_itself;
use super::content::{Beside, bare, beside_tag};
use super::finding::Carries;
use super::graph::{Found, Graph, Spot};
use super::rules::Inside;
use crate::model::{Body, Definition, DefinitionId, Direction, Enum, Tagging, Type, Variant};

impl Graph<'_> {
    /// What is found in an enum.
    pub(super) fn enumeration(
        &mut self,
        inside: Inside<'_>,
        definition: &Definition,
        body: &Enum,
        found: &mut Found,
    ) {
        let is_input = inside.direction == Direction::Input;
        let mut buffers = false;
        match &body.tagging {
            Tagging::External => {}
            Tagging::Adjacent { .. } => found.shaped |= is_input,
            Tagging::Internal { .. } => {
                found.shaped |= is_input;
                buffers = true;
            }
            Tagging::Untagged => {
                found.json.push(format!("`{}` has no tag", definition.name));
                buffers = true;
            }
        }
        for variant in body.travelling(inside.direction).filter(|one| one.untagged) {
            let name = format!("{}::{}", definition.name, variant.rust_name);
            found.json.push(format!("variant `{name}` has no tag"));
            buffers = true;
        }
        for variant in body.travelling(inside.direction) {
            let inside = Inside {
                buffered: inside.buffered || (buffers && is_input),
                owner: &format!("{}::{}", definition.name, variant.rust_name),
                ..inside
            };
            if let Tagging::Internal { tag } = &body.tagging
                && !variant.untagged
            {
                self.tagged(inside, variant, tag, found);
            }
            self.fields(inside, &variant.fields, found);
        }
    }

    /// An enum whose variants serde has to try, level for level.
    pub(super) fn attempts(&self, inside: Inside<'_>, id: DefinitionId, found: &mut Found) {
        let definition = self.api.definition(id);
        let Body::Enum(body) = &definition.body else {
            return;
        };
        let mut variants = body.travelling(Direction::Input);
        let tries = body.tagging == Tagging::Untagged || variants.any(|variant| variant.untagged);
        if inside.direction == Direction::Input && tries && contains_itself(self.api, id) {
            let name = format!("`{}`", definition.name);
            let spot = Spot {
                direction: inside.direction,
                buffered: inside.buffered,
                at: definition.location,
                name: &name,
            };
            found.refuse(
                Carries::Neither,
                spot,
                "serde tries its variants in turn, with a copy of all that is inside, and it \
                 contains itself: a few bytes could take all time and memory",
                "give the enum a tag, or take a `serde_json::Value`",
            );
        }
    }

    /// A variant with an internal tag: what it holds stands beside the tag.
    fn tagged(&self, inside: Inside<'_>, variant: &Variant, tag: &str, found: &mut Found) {
        let mut fields = variant.fields.travelling(inside.direction);
        let Some(field) = fields.next().filter(|_| variant.fields.is_newtype()) else {
            return;
        };
        let ty = field.ty.substitute(inside.arguments);
        let name = format!("`{}`", inside.owner);
        let spot = Spot {
            direction: inside.direction,
            buffered: inside.buffered,
            at: field.location,
            name: &name,
        };
        match beside_tag(self.api, &ty) {
            Beside::Fields if self.has_field(&ty, tag, inside.direction) => found.refuse(
                Carries::Neither,
                spot,
                "a field of this struct has the name of the tag",
                "rename the field or the tag",
            ),
            Beside::Fields => {}
            Beside::Members => found.json.push(format!(
                "{name} holds something other than a struct beside its tag"
            )),
            Beside::Nothing => found.refuse(
                Carries::Neither,
                spot,
                "this would stand beside the tag, and serde can put only the members of a struct \
                 or a map there",
                "give the field a name, as in `{ value: … }`, or give the enum a `content` as well",
            ),
        }
    }

    fn has_field(&self, ty: &Type, name: &str, direction: Direction) -> bool {
        let Type::Named(id, _) = bare(self.api, ty) else {
            return false;
        };
        match &self.api.definition(id).body {
            Body::Struct(fields) => {
                let mut fields = fields.travelling(direction);
                fields.any(|field| field.name(direction) == name)
            }
            _ => false,
        }
    }
}
