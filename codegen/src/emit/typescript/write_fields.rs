//! Writers of fields, and of what stands for those that the caller leaves out.

use super::codecs::Codecs;
use super::names::{is_inherited, member, quote};
use super::primitives::{primitive, typed_array};
use super::tree::{Expr, Statement};
use super::types::Place;
use super::writers::option;
use crate::model::{Direction, Field, Fields, Presence, Type};

impl Codecs<'_, '_> {
    /// The fields of the value at `place`.
    pub(super) fn write_fields(
        &mut self,
        fields: &Fields,
        arguments: &[Type],
        place: &str,
    ) -> Vec<Statement> {
        let named = matches!(fields, Fields::Named(_));
        let mut statements = Vec::new();
        let travelling = fields.travelling(Direction::Input);
        for (index, field) in travelling.enumerate() {
            let ty = field.ty.substitute(arguments);
            statements.extend(match named {
                true => self.write_property(field, &ty, place),
                false => self.write_tuple_field(field, &ty, &format!("{place}[{index}]")),
            });
        }
        statements
    }

    /// An element of a tuple is always there.
    fn write_tuple_field(&mut self, field: &Field, ty: &Type, place: &str) -> Vec<Statement> {
        let mut statements = Vec::new();
        if field.presence == Presence::Flagged {
            statements.push(Statement::runtime("writeBool", vec![Expr::text("true")]));
        }
        statements.extend(self.write_declared(&field.ty, ty, place));
        statements
    }

    /// A value whose declaration may have a list where the type has an array: one as long as a
    /// parameter of its definition says.
    pub(super) fn write_declared(
        &mut self,
        declared: &Type,
        ty: &Type,
        place: &str,
    ) -> Vec<Statement> {
        if !has_parameter_length(declared) || matches!(ty, Type::ByteArray(_)) {
            return self.write(ty, place);
        }
        let exact = self.catalog.ty(ty, Place::concrete(Direction::Input));
        let value = Expr::As(Box::new(Expr::text(place)), exact);
        vec![Statement::Expr(Expr::Call(self.writer(ty), vec![value]))]
    }

    /// A property, or what stands for one that is left out.
    fn write_property(&mut self, field: &Field, ty: &Type, object: &str) -> Vec<Statement> {
        let name = field.name(Direction::Input);
        let place = member(object, name);
        match field.presence {
            Presence::Required => self.write_declared(&field.ty, ty, &place),
            Presence::Zero => self.write_or_zero(field, ty, object),
            Presence::Flagged => {
                let value = self.write_declared(&field.ty, ty, &place);
                vec![option(is_absent(object, name), &place, "undefined", value)]
            }
        }
    }

    /// The value, or the one whose bytes are zero.
    fn write_or_zero(&mut self, field: &Field, ty: &Type, object: &str) -> Vec<Statement> {
        let name = field.name(Direction::Input);
        let place = member(object, name);
        let simple = !is_inherited(name) && !has_parameter_length(&field.ty);
        match (ty, zero(ty)) {
            (Type::Option(some), _) if simple => {
                let value = self.write_some(some, &place);
                vec![option(format!("{place} == null"), &place, "null", value)]
            }
            (ty, Some(zero)) if simple => {
                let value = Expr::text(format!("{place} ?? {zero}"));
                vec![Statement::Expr(Expr::Call(self.writer(ty), vec![value]))]
            }
            (ty, zero) => {
                let none = match ty {
                    Type::Option(_) => Statement::runtime("writeBool", vec![Expr::text("false")]),
                    ty => Statement::Expr(Expr::Call(
                        self.writer(ty),
                        vec![Expr::text(zero.unwrap_or_else(|| "undefined".to_owned()))],
                    )),
                };
                vec![Statement::If {
                    condition: is_absent(object, name),
                    then: vec![none],
                    otherwise: self.write_declared(&field.ty, ty, &place),
                }]
            }
        }
    }
}

/// Whether an array in it is as long as a parameter says. What is a type of its own, is declared by
/// itself.
pub(super) fn has_parameter_length(ty: &Type) -> bool {
    match ty {
        Type::ParameterArray(..) => true,
        Type::Named(..) => false,
        ty => ty.parts().into_iter().any(has_parameter_length),
    }
}

/// Whether a property is left out. What every object inherits is none.
pub(super) fn is_absent(object: &str, name: &str) -> String {
    let absent = format!("{} === undefined", member(object, name));
    match is_inherited(name) {
        true => format!("!Object.hasOwn({object}, {}) || {absent}", quote(name)),
        false => absent,
    }
}

/// The value whose bytes are zero, for the types that have a writer of their own.
pub(super) fn zero(ty: &Type) -> Option<String> {
    let text = match ty {
        Type::List(_) => "[]",
        Type::Set(_) => "new Set()",
        Type::Map(..) => "new Map()",
        Type::Bytes => "new Uint8Array()",
        Type::TypedArray(scalar) => {
            return typed_array(*scalar).map(|[class, ..]| format!("new {class}()"));
        }
        ty => match primitive(ty)?.ty {
            "boolean" => "false",
            "number" => "0",
            "bigint" => "0n",
            "string" => "\"\"",
            _ => return None,
        },
    };
    Some(text.to_owned())
}
