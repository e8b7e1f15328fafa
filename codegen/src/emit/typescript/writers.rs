//! Writers: from values to bytes.

use super::catalog::InputNames;
use super::codecs::Codecs;
use super::demand::Instance;
use super::fields::system_time;
use super::names::{member, quote};
use super::primitives::primitive;
use super::tree::{Expr, Function, Parameter, Statement, TypeExpr};
use super::types::{self, LONGEST_TUPLE, Nullable, Place, nullable};
use super::write_fields::is_absent;
use crate::model::{Body, Direction, InputField, Type};

/// The writer of a struct or an enum.
pub(super) fn writer(codecs: &mut Codecs<'_, '_>, instance: &Instance) -> Function {
    let (id, arguments) = instance;
    let catalog = codecs.catalog;
    let definition = catalog.api.definition(*id);
    let body = match &definition.body {
        Body::Newtype(field) => {
            let represented = types::represented(catalog.api, &field.ty);
            let ty = represented.substitute(arguments);
            codecs.write_declared(&represented, &ty, "value")
        }
        Body::Proxy(ty) => codecs.write(&ty.substitute(arguments), "value"),
        Body::Struct(fields) => codecs.write_fields(fields, arguments, "value"),
        Body::Enum(body) => {
            let name = quote(&definition.name);
            codecs.write_variants(&name, body, arguments)
        }
    };
    let ty = catalog.ty(
        &Type::Named(*id, arguments.clone()),
        Place::concrete(Direction::Input),
    );
    let name = catalog.codecs.postcard(instance, Direction::Input);
    function(name.name(), true, ty, body)
}

/// The writer of an action's wire parameters, where they travel as postcard.
pub(super) fn input_writer(
    codecs: &mut Codecs<'_, '_>,
    names: &InputNames,
    fields: &[InputField],
) -> Option<Function> {
    let writer = names.writer.as_ref()?;
    let mut body = Vec::new();
    for field in fields {
        let place = member("value", &field.name);
        let value = codecs.write(&field.ty, &place);
        if field.optional {
            body.push(option(
                is_absent("value", &field.name),
                &place,
                "undefined",
                value,
            ));
        } else {
            body.extend(value);
        }
    }
    Some(function(writer.name(), true, names.ty.clone().into(), body))
}

fn function(name: &str, exported: bool, ty: TypeExpr, body: Vec<Statement>) -> Function {
    // Compilers object to parameters that are never looked at, unless an underscore precedes them.
    let parameter = if body.is_empty() { "_value" } else { "value" };
    Function {
        docs: String::new(),
        exported,
        name: name.to_owned(),
        generics: Vec::new(),
        parameter: Some(Parameter {
            name: parameter,
            ty,
        }),
        returns: TypeExpr::Keyword("void"),
        body,
    }
}

/// One byte for whether a value follows, and the value.
pub(super) fn option(absent: String, place: &str, none: &str, value: Vec<Statement>) -> Statement {
    let flag = |text: String| Statement::runtime("writeBool", vec![Expr::Text(text)]);
    if value.is_empty() {
        return flag(format!("{place} !== {none}"));
    }
    let mut present = vec![flag("true".to_owned())];
    present.extend(value);
    Statement::If {
        condition: absent,
        then: vec![flag("false".to_owned())],
        otherwise: present,
    }
}

impl Codecs<'_, '_> {
    /// Statements that write the value at `place`, a local or a path below one.
    pub(super) fn write(&mut self, ty: &Type, place: &str) -> Vec<Statement> {
        match ty {
            Type::Unit => Vec::new(),
            Type::Option(some) => {
                let value = self.write_some(some, place);
                vec![option(format!("{place} === null"), place, "null", value)]
            }
            Type::Tuple(elements) => elements
                .iter()
                .enumerate()
                .flat_map(|(index, element)| self.write(element, &format!("{place}[{index}]")))
                .collect(),
            Type::ByteArray(length) => {
                let arguments = vec![Expr::text(place), Expr::text(length.to_string())];
                vec![Statement::runtime("writeFixedBytes", arguments)]
            }
            // As it travels: a struct.
            Type::Timestamp(..) if primitive(ty).is_none() => {
                self.write_fields(&system_time(), &[], place)
            }
            Type::Array(element, length) if *length <= LONGEST_TUPLE => (0..*length)
                .flat_map(|index| self.write_element(element, &format!("{place}[{index}]")))
                .collect(),
            ty => vec![Statement::Expr(Expr::Call(
                self.writer(ty),
                vec![Expr::text(place)],
            ))],
        }
    }

    /// An array in an array is written by a function of its own, lest code grow without end.
    fn write_element(&mut self, element: &Type, place: &str) -> Vec<Statement> {
        match element {
            Type::Array(..) => {
                let call = Expr::Call(self.writer(element), vec![Expr::text(place)]);
                vec![Statement::Expr(call)]
            }
            element => self.write(element, place),
        }
    }

    /// What an option holds.
    pub(super) fn write_some(&mut self, some: &Type, place: &str) -> Vec<Statement> {
        match nullable(self.catalog.api, some) {
            Nullable::Yes => self.write(some, &format!("{place}[0]")),
            Nullable::No | Nullable::Depends => self.write(some, place),
        }
    }

    /// The writer of a type that has no name.
    pub(super) fn write_helper(&mut self, name: &str, ty: &Type) -> Function {
        let body = match ty {
            Type::List(element) => {
                let each = self.write_elements(element);
                sized("value.length", each)
            }
            Type::Set(element) => {
                let each = self.write_each("value", "element", element);
                sized("value.size", each)
            }
            Type::Map(key, value) => {
                let entries = self.write_entries(key, value);
                sized("value.size", entries)
            }
            Type::Array(element, length) if *length > LONGEST_TUPLE => {
                let mut body = vec![check_length(*length)];
                body.extend(self.write_elements(element));
                body
            }
            Type::Array(_, length) => {
                let mut body = vec![check_length(*length)];
                body.extend(self.write(ty, "value"));
                body
            }
            ty => self.write(ty, "value"),
        };
        let sent = self.catalog.ty(ty, Place::concrete(Direction::Input));
        function(name, false, sent, body)
    }

    /// By index, which engines run twice as fast as `for … of`.
    fn write_elements(&mut self, element: &Type) -> Option<Statement> {
        let body = self.write(element, "element");
        let sent = self.catalog.ty(element, Place::concrete(Direction::Input));
        let each = Expr::As(Box::new(Expr::text("value[index]")), sent);
        (!body.is_empty()).then(|| Statement::Repeat {
            length: "value.length".to_owned(),
            body: std::iter::once(Statement::Const("element", each))
                .chain(body)
                .collect(),
        })
    }

    fn write_each(
        &mut self,
        iterable: &str,
        binding: &'static str,
        element: &Type,
    ) -> Option<Statement> {
        let body = self.write(element, binding);
        (!body.is_empty()).then(|| Statement::Each {
            binding,
            iterable: iterable.to_owned(),
            body,
        })
    }

    fn write_entries(&mut self, key: &Type, value: &Type) -> Option<Statement> {
        let keys = self.write(key, "key");
        let values = self.write(value, "element");
        if values.is_empty() {
            return self.write_each("value.keys()", "key", key);
        }
        if keys.is_empty() {
            return self.write_each("value.values()", "element", value);
        }
        Some(Statement::Each {
            binding: "[key, element]",
            iterable: "value".to_owned(),
            body: keys.into_iter().chain(values).collect(),
        })
    }
}

fn sized(count: &str, each: Option<Statement>) -> Vec<Statement> {
    let length = Statement::runtime("writeLength", vec![Expr::text(count)]);
    std::iter::once(length).chain(each).collect()
}

fn check_length(length: u64) -> Statement {
    let expected = quote(&format!("array of {length}"));
    let arguments = vec![Expr::text(expected), Expr::text("value")];
    Statement::If {
        condition: format!("value.length !== {length}"),
        then: vec![Statement::runtime("invalidValue", arguments)],
        otherwise: Vec::new(),
    }
}
