//! Readers: from bytes to values.

use super::codecs::Codecs;
use super::demand::Instance;
use super::fields::{Payload, system_time};
use super::minimum::minimum_size;
use super::primitives::primitive;
use super::received::received;
use super::tree::{Expr, Function, Statement, Symbol, TypeExpr};
use super::types::{self, LONGEST_TUPLE, Nullable, Place, nullable};
use crate::model::{Body, Direction, Field, Fields, Type};

/// The reader of a struct or an enum.
pub(super) fn reader(codecs: &mut Codecs<'_, '_>, instance: &Instance) -> Function {
    let (id, arguments) = instance;
    let catalog = codecs.catalog;
    let definition = catalog.api.definition(*id);
    let returns = codecs.received(&Type::Named(*id, arguments.clone()));
    let body = match &definition.body {
        Body::Newtype(field) => {
            let represented = types::represented(catalog.api, &field.ty);
            let value = codecs.read(&represented.substitute(arguments));
            let value = match types::is_brand(catalog.api, field) || definition.typescript.is_some()
            {
                true => Expr::As(Box::new(value), returns.clone()),
                false => value,
            };
            vec![Statement::Return(value)]
        }
        Body::Proxy(ty) => vec![Statement::Return(codecs.read(&ty.substitute(arguments)))],
        Body::Struct(fields) => vec![Statement::Return(codecs.read_fields(fields, arguments))],
        Body::Enum(body) => codecs.read_variants(&definition.name, body, arguments),
    };
    Function {
        docs: String::new(),
        exported: true,
        name: catalog
            .codecs
            .postcard(instance, Direction::Output)
            .name()
            .to_owned(),
        generics: Vec::new(),
        parameter: None,
        returns,
        body,
    }
}

impl Codecs<'_, '_> {
    /// An expression that reads a value.
    pub(super) fn read(&mut self, ty: &Type) -> Expr {
        match ty {
            Type::Unit => Expr::text("null"),
            Type::Option(some) => {
                let value = self.read(some);
                let value = match nullable(self.catalog.api, some) {
                    Nullable::Yes => Expr::List(vec![value]),
                    Nullable::No | Nullable::Depends => value,
                };
                let present = Expr::runtime("readBool", Vec::new());
                Expr::Choice(
                    Box::new(present),
                    Box::new(value),
                    Box::new(Expr::text("null")),
                )
            }
            Type::Tuple(elements) => {
                Expr::List(elements.iter().map(|element| self.read(element)).collect())
            }
            Type::ByteArray(length) => {
                Expr::runtime("readFixedBytes", vec![Expr::text(length.to_string())])
            }
            // As it travels: a struct.
            Type::Timestamp(..) if primitive(ty).is_none() => self.read_fields(&system_time(), &[]),
            Type::Array(element, length) if *length <= LONGEST_TUPLE => {
                Expr::List((0..*length).map(|_| self.read_element(element)).collect())
            }
            ty => Expr::Call(self.reader(ty), Vec::new()),
        }
    }

    /// An array in an array is read by a function of its own, lest expressions grow without end.
    fn read_element(&mut self, element: &Type) -> Expr {
        match element {
            Type::Array(..) => Expr::Call(self.reader(element), Vec::new()),
            element => self.read(element),
        }
    }

    /// The value of a struct.
    pub(super) fn read_fields(&mut self, fields: &Fields, arguments: &[Type]) -> Expr {
        match fields {
            Fields::Unit => Expr::text("null"),
            Fields::Tuple(_) => {
                let travelling = fields.travelling(Direction::Output);
                let read = |field: &Field| self.read(&field.ty.substitute(arguments));
                Expr::List(travelling.map(read).collect())
            }
            Fields::Named(_) => Expr::object(self.read_properties(fields, arguments)),
        }
    }

    /// The properties of a struct.
    pub(super) fn read_properties(
        &mut self,
        fields: &Fields,
        arguments: &[Type],
    ) -> Vec<(String, Expr)> {
        let travelling = fields.travelling(Direction::Output);
        let property = |field: &Field| {
            let value = self.read(&field.ty.substitute(arguments));
            (field.name(Direction::Output).to_owned(), value)
        };
        travelling.map(property).collect()
    }

    /// What a variant carries.
    pub(super) fn read_payload(&mut self, payload: Payload<'_>, arguments: &[Type]) -> Expr {
        match payload {
            Payload::Nothing => Expr::text("null"),
            Payload::Value(ty) => self.read(&ty.substitute(arguments)),
            Payload::Fields(fields) => self.read_fields(fields, arguments),
        }
    }

    /// The reader of a type that has no name.
    pub(super) fn read_helper(&mut self, name: &str, ty: &Type) -> Function {
        let body = match ty {
            Type::List(element) => self.read_list(element),
            Type::Set(element) => self.read_set(element),
            Type::Map(key, value) => self.read_map(key, value),
            Type::Array(element, length) if *length > LONGEST_TUPLE => {
                self.read_array(element, *length)
            }
            ty => vec![Statement::Return(self.read(ty))],
        };
        Function {
            docs: String::new(),
            exported: false,
            name: name.to_owned(),
            generics: Vec::new(),
            parameter: None,
            returns: self.received(ty),
            body,
        }
    }

    pub(super) fn received(&self, ty: &Type) -> TypeExpr {
        received(self.catalog.ty(ty, Place::concrete(Direction::Output)))
    }

    fn read_list(&mut self, element: &Type) -> Vec<Statement> {
        let mut statements = vec![self.length(&[element])];
        statements.extend(self.fill("length", element));
        statements
    }

    fn read_array(&mut self, element: &Type, length: u64) -> Vec<Statement> {
        self.fill(&length.to_string(), element)
    }

    /// A list of `length` elements.
    fn fill(&mut self, length: &str, element: &Type) -> Vec<Statement> {
        let types = vec![self.received(element)];
        let list = Expr::New("Array", types, vec![Expr::text(length)]);
        let element = self.read(element);
        vec![
            Statement::Const("list", list),
            Statement::Repeat {
                length: length.to_owned(),
                body: vec![Statement::Assign("list[index]", element)],
            },
            Statement::Return(Expr::text("list")),
        ]
    }

    fn read_set(&mut self, element: &Type) -> Vec<Statement> {
        let types = vec![self.received(element)];
        let value = self.read(element);
        self.collect(
            "set",
            "Set",
            types,
            &[element],
            Expr::Method("set.add", vec![value]),
        )
    }

    fn read_map(&mut self, key: &Type, value: &Type) -> Vec<Statement> {
        let types = vec![self.received(key), self.received(value)];
        let entry = vec![self.read(key), self.read(value)];
        self.collect(
            "map",
            "Map",
            types,
            &[key, value],
            Expr::Method("map.set", entry),
        )
    }

    fn collect(
        &mut self,
        local: &'static str,
        class: &'static str,
        types: Vec<TypeExpr>,
        parts: &[&Type],
        add: Expr,
    ) -> Vec<Statement> {
        vec![
            self.length(parts),
            Statement::Const(local, Expr::New(class, types, Vec::new())),
            Statement::Repeat {
                length: "length".to_owned(),
                body: vec![Statement::Expr(add)],
            },
            Statement::Return(Expr::text(local)),
        ]
    }

    /// `const length = readLength(…);`
    fn length(&self, parts: &[&Type]) -> Statement {
        let sizes = parts
            .iter()
            .map(|part| minimum_size(self.catalog.api, part));
        let size = sizes.fold(0, u64::saturating_add).to_string();
        let read = Expr::Call(Symbol::Runtime("readLength"), vec![Expr::text(size)]);
        Statement::Const("length", read)
    }
}
