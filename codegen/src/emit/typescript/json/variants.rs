//! Enums, by the way that their variants are told.

use super::{Json, nothing};
use crate::emit::typescript::fields::Payload;
use crate::emit::typescript::names::quote;
use crate::emit::typescript::tree::{Expr, Symbol};
use crate::emit::typescript::variants::{INNER, Inner};
use crate::model::{Enum, Tagging, Type, Variant};

impl Json<'_, '_> {
    /// An enum; variants that are not told at all come after the others.
    pub(super) fn variants(self, body: &Enum, arguments: &[Type]) -> Expr {
        let travelling = body.travelling(self.direction);
        let (untagged, tagged): (Vec<&Variant>, Vec<&Variant>) =
            travelling.partition(|one| one.untagged || body.tagging == Tagging::Untagged);
        let mut choices = Vec::new();
        if body.tagging != Tagging::Untagged {
            choices.push(self.tagged(&body.tagging, &tagged, arguments));
        }
        if untagged.is_empty() && choices.len() == 1 {
            return choices.remove(0);
        }
        choices.extend(untagged.iter().map(|one| self.untagged(one, arguments)));
        let tagged = tagged.iter().chain(&untagged);
        let names = tagged.map(|one| Expr::text(quote(one.name(self.direction))));
        let names = Expr::List(names.collect());
        Expr::runtime("plainUntagged", vec![Expr::List(choices), names])
    }

    fn tagged(self, tagging: &Tagging, variants: &[&Variant], arguments: &[Type]) -> Expr {
        let entries = variants.iter().map(|variant| {
            let name = variant.name(self.direction).to_owned();
            (name, self.payload(tagging, variant, arguments))
        });
        let entries = Expr::object(entries);
        let text = |text: &String| Expr::text(quote(text));
        match tagging {
            Tagging::External | Tagging::Untagged => Expr::runtime("jsonEnum", vec![entries]),
            Tagging::Internal { tag } => Expr::runtime("jsonTagged", vec![text(tag), entries]),
            Tagging::Adjacent { tag, content } => {
                Expr::runtime("jsonAdjacent", vec![text(tag), text(content), entries])
            }
        }
    }

    /// What a variant holds; 0 for nothing.
    fn payload(self, tagging: &Tagging, variant: &Variant, arguments: &[Type]) -> Expr {
        let internal = matches!(tagging, Tagging::Internal { .. });
        match Payload::of(&variant.fields, self.direction) {
            Payload::Nothing => nothing(variant.name(self.direction)),
            Payload::Fields(fields) => self.fields(fields, arguments),
            Payload::Value(ty) if internal => {
                self.inner(variant.name(self.direction), ty, arguments)
            }
            Payload::Value(ty) => self.codec(&ty.substitute(arguments)),
        }
    }

    /// What stands beside an internal tag.
    fn inner(self, name: &str, ty: &Type, arguments: &[Type]) -> Expr {
        let codec = || self.codec(&ty.substitute(arguments));
        match Inner::of(self.catalog.api, ty, self.direction) {
            Inner::Nothing => nothing(name),
            Inner::Members => codec(),
            Inner::Value => {
                let value = Expr::List(vec![Expr::text(quote(INNER)), codec()]);
                let flatten = Expr::List(vec![value]);
                let options = Expr::object([("flatten".to_owned(), flatten)]);
                Expr::runtime("plainStruct", vec![Expr::List(Vec::new()), options])
            }
        }
    }

    fn untagged(self, variant: &Variant, arguments: &[Type]) -> Expr {
        match Payload::of(&variant.fields, self.direction) {
            Payload::Nothing => Expr::Symbol(Symbol::Runtime("jsonUnit")),
            Payload::Value(ty) => self.codec(&ty.substitute(arguments)),
            Payload::Fields(fields) => self.fields(fields, arguments),
        }
    }
}
