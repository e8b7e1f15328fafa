//! Types as they travel, and the Rust types they came from.

use super::{Api, Location, ModulePath, PackageId};

/// A type on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Type {
    Scalar(Scalar),
    String,
    /// `Vec<u8>`, `&[u8]`, `Box<[u8]>`, ….
    Bytes,
    Unit,
    Option(Box<Type>),
    List(Box<Type>),
    Set(Box<Type>),
    Map(Box<Type>, Box<Type>),
    Array(Box<Type>, u64),
    /// `[u8; N]`, written so: an array of a type parameter stays an array where that is `u8`.
    ByteArray(u64),
    /// Two elements or more, or one.
    Tuple(Vec<Type>),
    /// A struct or an enum, with the arguments for its type parameters.
    Named(DefinitionId, Vec<Type>),
    /// The nth type parameter of the definition this type stands in.
    Parameter(usize),
}

/// The types that have no parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Scalar {
    Bool,
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
    F32,
    F64,
    Char,
}

impl Scalar {
    /// The scalar as it travels, where the pointer-sized integers have 64 bits.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Scalar::Bool => "bool",
            Scalar::U8 => "u8",
            Scalar::U16 => "u16",
            Scalar::U32 => "u32",
            Scalar::U64 | Scalar::Usize => "u64",
            Scalar::U128 => "u128",
            Scalar::I8 => "i8",
            Scalar::I16 => "i16",
            Scalar::I32 => "i32",
            Scalar::I64 | Scalar::Isize => "i64",
            Scalar::I128 => "i128",
            Scalar::F32 => "f32",
            Scalar::F64 => "f64",
            Scalar::Char => "char",
        }
    }
}

/// Index into [`Api::definitions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct DefinitionId(pub(crate) usize);

/// A struct or an enum.
#[derive(Debug)]
pub(crate) struct Definition {
    /// The Rust name without `r#`.
    pub(crate) name: String,
    pub(crate) package: PackageId,
    pub(crate) module: ModulePath,
    /// The names of its type parameters.
    pub(crate) parameters: Vec<String>,
    /// How many lifetime parameters precede them.
    pub(crate) lifetimes: usize,
    /// Whether a type parameter carries a bound, so that not every argument will do.
    pub(crate) bounded: bool,
    pub(crate) docs: String,
    pub(crate) location: Location,
    /// Predicates of every `#[cfg]` on the modules around it.
    pub(crate) cfg: Vec<String>,
    pub(crate) body: Body,
    /// Where the type can be named by its path.
    pub(crate) reach: Reach,
    /// Where every field can be named; within `reach`. A `#[non_exhaustive]` type of another
    /// crate cannot be taken apart here: for it, the root of its own crate.
    pub(crate) fields_reach: Reach,
    /// Whether it derives `serde::Deserialize`.
    pub(crate) deserialize: bool,
    /// What serde calls it, for comparing with a trace; nothing where it is `transparent`.
    pub(crate) serde_name: Option<String>,
    /// With `#[derive(tramline::Wire)]`: the name of its proof's file without extension.
    pub(crate) wire_stem: Option<String>,
}

/// Where something private can be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    Everywhere,
    /// In this module of its own crate, and below.
    Within(ModulePath),
    /// By no path that the resolver knows.
    Nowhere,
}

/// What a definition holds.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// A struct with one unnamed field: travels as that field.
    Newtype(Box<Field>),
    Struct(Fields),
    Enum(Vec<Variant>),
}

/// One variant of an externally tagged enum.
#[derive(Clone, Debug)]
pub(crate) struct Variant {
    /// As serde writes it.
    pub(crate) name: String,
    pub(crate) rust_name: String,
    pub(crate) docs: String,
    /// A single unnamed field travels as itself.
    pub(crate) fields: Fields,
    pub(crate) location: Location,
}

/// The fields of a struct or of a variant.
#[derive(Clone, Debug)]
pub(crate) enum Fields {
    Unit,
    Tuple(Vec<Field>),
    Named(Vec<Field>),
}

/// One field.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// As serde writes it; the index for an unnamed one.
    pub(crate) name: String,
    /// As Rust names it, without `r#`; the index for an unnamed one.
    pub(crate) rust_name: String,
    pub(crate) docs: String,
    pub(crate) ty: Type,
    pub(crate) rust: RustType,
    pub(crate) location: Location,
}

/// A Rust type with every path resolved, for code that must name it anywhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum RustType {
    /// A type of the standard library or another well-known crate: `::std::vec::Vec`.
    Path(String, Vec<RustType>),
    Definition(DefinitionId, Vec<RustType>),
    Parameter(usize),
    /// `&T`
    Reference(Box<RustType>),
    Slice(Box<RustType>),
    Array(Box<RustType>, u64),
    Tuple(Vec<RustType>),
}

impl Type {
    /// The types that this one is written with: elements, keys and values, arguments.
    pub(crate) fn parts(&self) -> Vec<&Type> {
        match self {
            Type::Option(inner) | Type::List(inner) | Type::Set(inner) => vec![inner],
            Type::Array(inner, _) => vec![inner],
            Type::Map(key, value) => vec![key, value],
            Type::Tuple(parts) | Type::Named(_, parts) => parts.iter().collect(),
            Type::Scalar(_)
            | Type::String
            | Type::Bytes
            | Type::ByteArray(_)
            | Type::Unit
            | Type::Parameter(_) => Vec::new(),
        }
    }

    /// The type with `arguments` in place of the parameters.
    pub(crate) fn substitute(&self, arguments: &[Type]) -> Type {
        let boxed = |ty: &Type| Box::new(ty.substitute(arguments));
        let all = |types: &[Type]| types.iter().map(|ty| ty.substitute(arguments)).collect();
        match self {
            Type::Scalar(_) | Type::String | Type::Bytes | Type::ByteArray(_) | Type::Unit => {
                self.clone()
            }
            Type::Option(inner) => Type::Option(boxed(inner)),
            Type::List(inner) => Type::List(boxed(inner)),
            Type::Set(inner) => Type::Set(boxed(inner)),
            Type::Map(key, value) => Type::Map(boxed(key), boxed(value)),
            Type::Array(inner, length) => Type::Array(boxed(inner), *length),
            Type::Tuple(elements) => Type::Tuple(all(elements)),
            Type::Named(id, own) => Type::Named(*id, all(own)),
            // The resolver has counted the arguments.
            Type::Parameter(index) => arguments.get(*index).unwrap_or(self).clone(),
        }
    }
}

impl Fields {
    /// The fields in order, however they are named.
    pub(crate) fn as_slice(&self) -> &[Field] {
        match self {
            Fields::Unit => &[],
            Fields::Tuple(fields) | Fields::Named(fields) => fields,
        }
    }
}

impl Api {
    /// The definition behind an id.
    pub(crate) fn definition(&self, id: DefinitionId) -> &Definition {
        &self.definitions[id.0]
    }
}
