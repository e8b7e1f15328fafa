//! Structs with named fields.

use super::Json;
use crate::emit::typescript::declarations::wire_name;
use crate::emit::typescript::differences::is_optional;
use crate::emit::typescript::fields::merges;
use crate::emit::typescript::names::quote;
use crate::emit::typescript::tree::Expr;
use crate::emit::typescript::write_fields::zero;
use crate::model::{Definition, Encoding, Field, Fields, Omission, Type};

/// `["name", codec]`, with a 1 where the property may be `undefined`.
pub(super) fn entry(name: &str, codec: Expr, optional: bool) -> Expr {
    let mut entry = vec![Expr::text(quote(name)), codec];
    if optional {
        entry.push(Expr::text("1"));
    }
    Expr::List(entry)
}

impl Json<'_, '_> {
    /// A struct; with `#[serde(tag = "…")]` it is the only variant of a tagged enum.
    pub(super) fn structure(
        self,
        definition: &Definition,
        fields: &Fields,
        arguments: &[Type],
    ) -> Expr {
        let codec = self.fields(fields, arguments);
        match (&definition.struct_tag, fields) {
            (Some(tag), Fields::Named(_)) => {
                let only = Expr::object([(wire_name(definition).to_owned(), codec)]);
                Expr::runtime("jsonTagged", vec![Expr::text(quote(tag)), only])
            }
            _ => codec,
        }
    }

    pub(super) fn named_fields(self, fields: &Fields, arguments: &[Type]) -> Expr {
        let travelling = fields.travelling(self.direction);
        let (flattened, own): (Vec<&Field>, Vec<&Field>) =
            travelling.partition(|field| field.flattened);
        let own = own.into_iter().map(|field| self.field(field, arguments));
        let own = Expr::List(own.collect());
        if flattened.is_empty() {
            return Expr::runtime("jsonStruct", vec![own]);
        }
        let flattened = flattened
            .into_iter()
            .map(|one| self.flattened(one, arguments));
        let flattened = Expr::List(flattened.collect());
        let options = Expr::object([("flatten".to_owned(), flattened)]);
        Expr::runtime("plainStruct", vec![own, options])
    }

    fn field(self, field: &Field, arguments: &[Type]) -> Expr {
        let name = field.name(self.direction);
        let ty = field.ty.substitute(arguments);
        let mut codec = self.codec(&ty);
        // A missing `null` is understood anyway.
        let empty = match (self.encoding, field.omission) {
            (Encoding::Json, Omission::WhenZero) => zero(&ty),
            _ => None,
        };
        if let Some(empty) = empty {
            let empty = Expr::Arrow(Box::new(Expr::text(empty)));
            codec = Expr::runtime("plainEmpty", vec![codec, empty]);
        }
        entry(name, codec, is_optional(field, self.direction))
    }

    /// A codec whose members stand among the others, or a property and such a codec.
    fn flattened(self, field: &Field, arguments: &[Type]) -> Expr {
        let codec = self.codec(&field.ty.substitute(arguments));
        match merges(self.catalog.api, field) {
            true => codec,
            false => entry(field.name(self.direction), codec, false),
        }
    }
}
