//! Readers of enums.

use super::codecs::Codecs;
use super::fields::Payload;
use super::names::quote;
use super::tree::{Arm, Entry, Expr, Statement};
use super::variants::Inner;
use crate::model::{Direction, Enum, Tagging, Type, Variant};

impl Codecs<'_, '_> {
    /// The body of an enum's reader: by the number of the variant, or by its name where that is its
    /// tag.
    pub(super) fn read_variants(
        &mut self,
        name: &str,
        body: &Enum,
        arguments: &[Type],
    ) -> Vec<Statement> {
        let read = match body.tagging {
            Tagging::Internal { .. } => "readString",
            Tagging::External | Tagging::Adjacent { .. } | Tagging::Untagged => "readVariant",
        };
        let arm = |variant: &Variant| Arm {
            labels: vec![label(&body.tagging, variant)],
            body: vec![Statement::Return(self.read_variant(
                &body.tagging,
                variant,
                arguments,
            ))],
        };
        let arms = body.travelling(Direction::Output).map(arm).collect();
        let unknown = vec![Expr::text("variant"), Expr::text(quote(name))];
        let unknown = Statement::Return(Expr::runtime("unknownVariant", unknown));
        vec![
            Statement::Const("variant", Expr::runtime(read, Vec::new())),
            Statement::Switch {
                subject: "variant".to_owned(),
                arms,
                otherwise: vec![unknown],
            },
        ]
    }

    fn read_variant(&mut self, tagging: &Tagging, variant: &Variant, arguments: &[Type]) -> Expr {
        let name = variant.name(Direction::Output);
        let payload = Payload::of(&variant.fields, Direction::Output);
        let tagged = |tag: &String| (tag.clone(), Expr::text(quote(name)));
        match (tagging, payload) {
            (Tagging::External | Tagging::Untagged, Payload::Nothing) => Expr::text(quote(name)),
            (Tagging::External | Tagging::Untagged, payload) => {
                Expr::object([(name.to_owned(), self.read_payload(payload, arguments))])
            }
            (Tagging::Adjacent { tag, .. }, Payload::Nothing) => Expr::object([tagged(tag)]),
            (Tagging::Adjacent { tag, content }, payload) => {
                let payload = self.read_payload(payload, arguments);
                Expr::object([tagged(tag), (content.clone(), payload)])
            }
            (Tagging::Internal { tag }, payload) => {
                self.read_tagged(tagged(tag), payload, arguments)
            }
        }
    }

    /// The tag, and beside it what the variant carries.
    fn read_tagged(
        &mut self,
        tag: (String, Expr),
        payload: Payload<'_>,
        arguments: &[Type],
    ) -> Expr {
        let mut entries = vec![Entry::Property(tag.0, tag.1)];
        match payload {
            Payload::Nothing => {}
            Payload::Fields(fields) => {
                let properties = self.read_properties(fields, arguments).into_iter();
                entries.extend(properties.map(|(name, value)| Entry::Property(name, value)));
            }
            Payload::Value(ty)
                if Inner::of(self.catalog.api, ty, Direction::Output) == Inner::Nothing => {}
            Payload::Value(ty) => entries.push(Entry::Spread(self.read(&ty.substitute(arguments)))),
        }
        Expr::Object(entries)
    }
}

/// What tells a variant on the wire.
fn label(tagging: &Tagging, variant: &Variant) -> String {
    match tagging {
        Tagging::Internal { .. } => quote(variant.name(Direction::Output)),
        Tagging::External | Tagging::Adjacent { .. } | Tagging::Untagged => {
            variant.index.to_string()
        }
    }
}
