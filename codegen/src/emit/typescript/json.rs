//! Codecs for JSON: for lossless JSON, which every action on postcard speaks as well, and for what
//! serde_json writes of types that postcard cannot carry.
//!
//! A named type has a function that returns its codec, put together from what the runtime has. So
//! nothing happens before a codec is needed, types may contain themselves, and bundlers drop what
//! no action refers to.

mod errors;
mod structs;
mod variants;

pub(super) use self::errors::{argument as errors_argument, codes};
use super::catalog::{Catalog, InputNames};
use super::demand::Instance;
use super::names::is_inherited;
use super::primitives::{primitive, typed_array};
use super::received::received;
use super::tree::{Expr, Function, Statement, Symbol, TypeExpr};
use super::types::{self, Nullable, Place, nullable, represented};
use crate::model::{Body, Definition, Direction, Encoding, Fields, InputField, Scalar, Type};

/// Writes codecs of one form for one direction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Json<'c, 'a> {
    catalog: &'c Catalog<'a>,
    encoding: Encoding,
    direction: Direction,
}

/// The function that returns the codec of a struct or an enum.
pub(super) fn codec(
    catalog: &Catalog<'_>,
    encoding: Encoding,
    instance: &Instance,
    direction: Direction,
) -> Function {
    let (id, arguments) = instance;
    let json = Json::new(catalog, encoding, direction);
    let ty = catalog.ty(
        &Type::Named(*id, arguments.clone()),
        Place::concrete(direction),
    );
    let returns = codec_type(received(ty));
    let definition = catalog.api.definition(*id);
    let value = json.definition(definition, arguments);
    let value = match &definition.body {
        Body::Newtype(field)
            if types::is_brand(catalog.api, field) || definition.typescript.is_some() =>
        {
            Expr::As(Box::new(value), returns.clone())
        }
        _ => value,
    };
    let name = catalog.codecs.json(encoding, instance, direction);
    function(name, returns, value)
}

/// The same for an action's wire parameters.
pub(super) fn input_codec(
    catalog: &Catalog<'_>,
    encoding: Encoding,
    names: &InputNames,
    fields: &[InputField],
) -> Function {
    let json = Json::new(catalog, encoding, Direction::Input);
    let fields = fields.iter();
    let fields =
        fields.map(|field| structs::entry(&field.name, json.codec(&field.ty), field.optional));
    let value = Expr::runtime("jsonStruct", vec![Expr::List(fields.collect())]);
    function(&names.json, codec_type(names.ty.clone().into()), value)
}

/// `name: 0` for a variant or a code that carries nothing.
fn nothing(name: &str) -> Expr {
    let zero = Expr::text("0");
    match is_inherited(name) {
        // The compiler looks at what every object inherits, and takes 0 for any number.
        true => Expr::As(Box::new(zero), TypeExpr::Keyword("0")),
        false => zero,
    }
}

fn codec_type(ty: TypeExpr) -> TypeExpr {
    TypeExpr::Name(Symbol::Runtime("JsonCodec"), vec![ty])
}

fn function(name: &Symbol, returns: TypeExpr, value: Expr) -> Function {
    Function {
        docs: String::new(),
        exported: true,
        name: name.name().to_owned(),
        generics: Vec::new(),
        parameter: None,
        returns,
        body: vec![Statement::Return(value)],
    }
}

impl<'c, 'a> Json<'c, 'a> {
    /// For the values of actions of an encoding that go one way.
    pub(super) fn new(catalog: &'c Catalog<'a>, encoding: Encoding, direction: Direction) -> Self {
        Json {
            catalog,
            encoding,
            direction,
        }
    }

    /// The codec of a type, as an argument that costs nothing before it is used.
    pub(super) fn argument(self, ty: &Type) -> Expr {
        match self.codec(ty) {
            symbol @ Expr::Symbol(_) => symbol,
            made => Expr::Arrow(Box::new(made)),
        }
    }

    fn definition(self, definition: &Definition, arguments: &[Type]) -> Expr {
        match &definition.body {
            Body::Newtype(field) => {
                let content = represented(self.catalog.api, &field.ty);
                self.made(&content.substitute(arguments))
            }
            Body::Proxy(ty) => self.made(&ty.substitute(arguments)),
            Body::Struct(fields) => self.structure(definition, fields, arguments),
            Body::Enum(body) => self.variants(body, arguments),
        }
    }

    /// The codec of a type itself, where the function that returns it will not do.
    fn made(self, ty: &Type) -> Expr {
        match self.codec(ty) {
            Expr::Symbol(function @ Symbol::Item(..)) => Expr::Call(function, Vec::new()),
            codec => codec,
        }
    }

    /// The codec of a type, or the function that returns it.
    fn codec(self, ty: &Type) -> Expr {
        if let Some(primitive) = primitive(ty) {
            return Expr::Symbol(primitive.json(self.encoding));
        }
        let length = |length: &u64| Expr::text(length.to_string());
        match ty {
            Type::Named(id, arguments) => {
                let instance = (*id, arguments.clone());
                let names = &self.catalog.codecs;
                Expr::Symbol(names.json(self.encoding, &instance, self.direction).clone())
            }
            Type::ByteArray(bytes) => Expr::runtime(
                self.either("jsonFixedBytes", "plainFixedBytes"),
                vec![length(bytes)],
            ),
            Type::TypedArray(scalar) => self.typed_array(*scalar),
            Type::Option(some) => {
                let combinator = match nullable(self.catalog.api, some) {
                    Nullable::Yes => self.either("jsonNested", "plainNested"),
                    Nullable::No | Nullable::Depends => "jsonOption",
                };
                Expr::runtime(combinator, vec![self.codec(some)])
            }
            Type::List(element) => Expr::runtime("jsonList", vec![self.codec(element)]),
            Type::Set(element) => Expr::runtime("jsonSet", vec![self.codec(element)]),
            Type::Array(element, count) => {
                Expr::runtime("jsonArray", vec![self.codec(element), length(count)])
            }
            Type::Map(key, value) => self.map(key, value),
            Type::Tuple(elements) => self.tuple(elements.iter()),
            Type::Special(_) => Expr::Symbol(Symbol::Runtime("plainValue")),
            Type::Timestamp(..) => self.fields(&super::fields::system_time(), &[]),
            // What is left holds nothing; parameters have been replaced.
            _ => Expr::Symbol(Symbol::Runtime("jsonUnit")),
        }
    }

    fn either(self, lossless: &'static str, plain: &'static str) -> &'static str {
        match self.encoding {
            Encoding::Postcard => lossless,
            Encoding::Json => plain,
        }
    }

    fn tuple<'t>(self, elements: impl Iterator<Item = &'t Type>) -> Expr {
        let elements = elements.map(|element| self.codec(element)).collect();
        Expr::runtime("jsonTuple", vec![Expr::List(elements)])
    }

    fn typed_array(self, scalar: Scalar) -> Expr {
        let element = self.codec(&Type::Scalar(scalar));
        match typed_array(scalar) {
            Some([class, ..]) => Expr::runtime("jsonTyped", vec![Expr::text(class), element]),
            None => Expr::runtime("jsonList", vec![element]),
        }
    }

    /// An object where the keys travel as text, which in plain JSON they always do.
    fn map(self, key: &Type, value: &Type) -> Expr {
        let [key_codec, value_codec] = [key, value].map(|ty| self.codec(ty));
        match (self.encoding, self.is_text(key)) {
            (Encoding::Json, _) => Expr::runtime("plainMap", vec![key_codec, value_codec]),
            (Encoding::Postcard, false) => Expr::runtime("jsonMap", vec![key_codec, value_codec]),
            (Encoding::Postcard, true) => match represented(self.catalog.api, key) {
                Type::String => Expr::runtime("jsonRecord", vec![value_codec]),
                _ => Expr::runtime("jsonRecord", vec![value_codec, key_codec]),
            },
        }
    }

    /// Whether postcard has nothing but a string for a key.
    fn is_text(self, key: &Type) -> bool {
        use crate::model::{Special, Timestamp};
        matches!(
            represented(self.catalog.api, key),
            Type::String | Type::Special(Special::Decimal) | Type::Timestamp(Timestamp::Rfc3339, _)
        )
    }

    /// The value of a struct or a variant.
    fn fields(self, fields: &Fields, arguments: &[Type]) -> Expr {
        match fields {
            Fields::Unit => Expr::Symbol(Symbol::Runtime("jsonUnit")),
            Fields::Tuple(_) => {
                let types = fields.travelling(self.direction).map(|field| &field.ty);
                let types: Vec<Type> = types.map(|ty| ty.substitute(arguments)).collect();
                self.tuple(types.iter())
            }
            Fields::Named(_) => self.named_fields(fields, arguments),
        }
    }
}
