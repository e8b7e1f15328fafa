//! Writers of enums.

use super::codecs::Codecs;
use super::fields::{Payload, substituted};
use super::names::{is_inherited, member, quote};
use super::tree::{Arm, Expr, Property, Statement, TypeExpr};
use super::types::Place;
use super::variants::Inner;
use crate::model::{Direction, Enum, Tagging, Type, Variant};

impl Codecs<'_, '_> {
    /// The body of an enum's writer.
    pub(super) fn write_variants(
        &mut self,
        name: &str,
        body: &Enum,
        arguments: &[Type],
    ) -> Vec<Statement> {
        let invalid = || {
            let arguments = vec![Expr::text(name), Expr::text("value")];
            vec![Statement::runtime("invalidValue", arguments)]
        };
        match &body.tagging {
            // A union without members has no tag to look at.
            _ if body.travelling(Direction::Input).next().is_none() => invalid(),
            Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => {
                let variants = body.travelling(Direction::Input);
                let arm = |variant: &Variant| Arm {
                    labels: vec![quote(variant.name(Direction::Input))],
                    body: self.write_tagged(&body.tagging, variant, arguments),
                };
                vec![Statement::Switch {
                    subject: member("value", tag),
                    arms: variants.map(arm).collect(),
                    otherwise: invalid(),
                }]
            }
            Tagging::External | Tagging::Untagged => self.write_named(body, arguments, invalid),
        }
    }

    /// Text for the variants without fields, an object with one property for the others.
    fn write_named(
        &mut self,
        body: &Enum,
        arguments: &[Type],
        invalid: impl Fn() -> Vec<Statement>,
    ) -> Vec<Statement> {
        let variants = body.travelling(Direction::Input);
        let is_unit = |variant: &&Variant| {
            let payload = Payload::of(&variant.fields, Direction::Input);
            matches!(payload, Payload::Nothing)
        };
        let (units, objects): (Vec<_>, Vec<_>) = variants.partition(is_unit);
        let mut chain = invalid();
        for variant in objects.into_iter().rev() {
            chain = vec![Statement::If {
                condition: is_variant(variant.name(Direction::Input)),
                then: self.write_variant(variant, arguments),
                otherwise: chain,
            }];
        }
        if units.is_empty() {
            return chain;
        }
        let arms = units.into_iter().map(|variant| Arm {
            labels: vec![quote(variant.name(Direction::Input))],
            body: vec![variant_index(variant)],
        });
        let switch = Statement::Switch {
            subject: "value".to_owned(),
            arms: arms.collect(),
            otherwise: invalid(),
        };
        if !matches!(chain.as_slice(), [Statement::If { .. }]) {
            return vec![switch];
        }
        vec![Statement::If {
            condition: "typeof value === \"string\"".to_owned(),
            then: vec![switch],
            otherwise: chain,
        }]
    }

    fn write_variant(&mut self, variant: &Variant, arguments: &[Type]) -> Vec<Statement> {
        let name = variant.name(Direction::Input);
        let payload = Payload::of(&variant.fields, Direction::Input);
        let mut statements = vec![variant_index(variant)];
        let inherited = is_inherited(name);
        let place = member(if inherited { "own" } else { "value" }, name);
        let payload = self.write_payload(payload, arguments, &place);
        if inherited && !payload.is_empty() {
            // Nothing narrows the union here: every member of it has such a property.
            let fields = substituted(&variant.fields, arguments);
            let own = Payload::of(&fields, Direction::Input);
            let own = self.catalog.payload(own, Place::concrete(Direction::Input));
            let own = TypeExpr::Object(vec![Property::required(name, own)]);
            let cast = Expr::As(Box::new(Expr::text("value")), own);
            statements.push(Statement::Const("own", cast));
        }
        statements.extend(payload);
        statements
    }

    /// The index or the tag, and what the variant carries.
    fn write_tagged(
        &mut self,
        tagging: &Tagging,
        variant: &Variant,
        arguments: &[Type],
    ) -> Vec<Statement> {
        let payload = Payload::of(&variant.fields, Direction::Input);
        let (tag, place) = match tagging {
            Tagging::Adjacent { content, .. } => (variant_index(variant), member("value", content)),
            _ => {
                let name = Expr::text(quote(variant.name(Direction::Input)));
                let tag = Statement::runtime("writeString", vec![name]);
                (tag, "value".to_owned())
            }
        };
        let payload = match (tagging, payload) {
            (Tagging::Internal { .. }, Payload::Value(ty))
                if Inner::of(self.catalog.api, ty, Direction::Input) == Inner::Nothing =>
            {
                Vec::new()
            }
            (_, payload) => self.write_payload(payload, arguments, &place),
        };
        std::iter::once(tag).chain(payload).collect()
    }

    fn write_payload(
        &mut self,
        payload: Payload<'_>,
        arguments: &[Type],
        place: &str,
    ) -> Vec<Statement> {
        match payload {
            Payload::Nothing => Vec::new(),
            Payload::Value(ty) => self.write_declared(ty, &ty.substitute(arguments), place),
            Payload::Fields(fields) => self.write_fields(fields, arguments, place),
        }
    }
}

/// Own properties only: what every object inherits is no variant.
fn is_variant(name: &str) -> String {
    match is_inherited(name) {
        true => format!("Object.hasOwn(value, {})", quote(name)),
        false => format!("{} in value", quote(name)),
    }
}

fn variant_index(variant: &Variant) -> Statement {
    Statement::runtime("writeVariant", vec![Expr::text(variant.index.to_string())])
}
