//! Writers: from values to bytes.

use super::codecs::Codecs;
use super::demand::Instance;
use super::names::{is_inherited, member, quote};
use super::tree::{Arm, Expr, Function, Parameter, Statement, Symbol, TypeExpr};
use super::types::{self, LONGEST_TUPLE, Nullable, nullable};
use crate::model::{Body, Direction, Fields, InputField, Type, Variant};

/// The writer of a struct or an enum.
pub(super) fn writer(codecs: &mut Codecs<'_, '_>, instance: &Instance) -> Function {
    let (id, arguments) = instance;
    let catalog = codecs.catalog;
    let definition = catalog.api.definition(*id);
    let body = match &definition.body {
        Body::Newtype(field) => {
            let represented = types::represented(catalog.api, &field.ty.substitute(arguments));
            codecs.write(&represented, "value")
        }
        Body::Proxy(ty) => codecs.write(&ty.substitute(arguments), "value"),
        Body::Struct(fields) => codecs.write_fields(fields, arguments, "value"),
        Body::Enum(body) => {
            let name = quote(&definition.name);
            codecs.write_variants(&name, &body.variants, arguments)
        }
    };
    let ty = catalog.ty(&Type::Named(*id, arguments.clone()), &[]);
    function(catalog.writers[instance].name(), true, ty, body)
}

/// The writer of an action's wire parameters.
pub(super) fn input_writer(
    codecs: &mut Codecs<'_, '_>,
    name: &Symbol,
    ty: &Symbol,
    fields: &[InputField],
) -> Function {
    let mut body = Vec::new();
    for field in fields {
        let place = member("value", &field.name);
        let value = codecs.write(&field.ty, &place);
        if field.optional {
            body.push(option(
                format!("{place} === undefined"),
                &place,
                "undefined",
                value,
            ));
        } else {
            body.extend(value);
        }
    }
    function(name.name(), true, ty.clone().into(), body)
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
fn option(absent: String, place: &str, none: &str, value: Vec<Statement>) -> Statement {
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
                let value = match nullable(self.catalog.api, some) {
                    Nullable::Yes => self.write(some, &format!("{place}[0]")),
                    Nullable::No | Nullable::Depends => self.write(some, place),
                };
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

    fn write_fields(&mut self, fields: &Fields, arguments: &[Type], place: &str) -> Vec<Statement> {
        let named = matches!(fields, Fields::Named(_));
        let mut statements = Vec::new();
        for (index, field) in fields.as_slice().iter().enumerate() {
            let place = match named {
                true => member(place, field.name(Direction::Input)),
                false => format!("{place}[{index}]"),
            };
            statements.extend(self.write(&field.ty.substitute(arguments), &place));
        }
        statements
    }

    /// Text for the variants without fields, an object with one property for the others.
    fn write_variants(
        &mut self,
        name: &str,
        variants: &[Variant],
        arguments: &[Type],
    ) -> Vec<Statement> {
        let invalid = || {
            let arguments = vec![Expr::text(name), Expr::text("value")];
            vec![Statement::runtime("invalidValue", arguments)]
        };
        let (units, objects): (Vec<_>, Vec<_>) = variants
            .iter()
            .enumerate()
            .partition(|(_, variant)| matches!(variant.fields, Fields::Unit));
        let mut chain = invalid();
        for (index, variant) in objects.into_iter().rev() {
            chain = vec![Statement::If {
                condition: is_variant(variant.name(Direction::Input)),
                then: self.write_variant(index, variant, arguments),
                otherwise: chain,
            }];
        }
        if units.is_empty() {
            return chain;
        }
        let arms = units.into_iter().map(|(index, variant)| Arm {
            labels: vec![quote(variant.name(Direction::Input))],
            body: vec![variant_index(index)],
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

    fn write_variant(
        &mut self,
        index: usize,
        variant: &Variant,
        arguments: &[Type],
    ) -> Vec<Statement> {
        let mut statements = vec![variant_index(index)];
        let inherited = is_inherited(variant.name(Direction::Input));
        if inherited {
            // Nothing narrows the union here: every member of it has such a property.
            let payload = self.catalog.concrete_payload(&variant.fields, arguments);
            let own = TypeExpr::property(variant.name(Direction::Input), payload);
            let cast = Expr::As(Box::new(Expr::text("value")), own);
            statements.push(Statement::Const("own", cast));
        }
        let place = member(
            if inherited { "own" } else { "value" },
            variant.name(Direction::Input),
        );
        statements.extend(match &variant.fields {
            Fields::Tuple(fields) if fields.len() == 1 => {
                self.write(&fields[0].ty.substitute(arguments), &place)
            }
            fields => self.write_fields(fields, arguments, &place),
        });
        statements
    }

    /// The writer of a type that has no name.
    pub(super) fn write_helper(&mut self, name: &str, ty: &Type) -> Function {
        let body = match ty {
            Type::List(element) => {
                let each = self.write_each("value", "element", element);
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
                body.extend(self.write_each("value", "element", element));
                body
            }
            ty => self.write(ty, "value"),
        };
        function(name, false, self.catalog.ty(ty, &[]), body)
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

/// Own properties only: what every object inherits is no variant.
fn is_variant(name: &str) -> String {
    match is_inherited(name) {
        true => format!("Object.hasOwn(value, {})", quote(name)),
        false => format!("{} in value", quote(name)),
    }
}

fn variant_index(index: usize) -> Statement {
    Statement::runtime("writeVariant", vec![Expr::text(index.to_string())])
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
