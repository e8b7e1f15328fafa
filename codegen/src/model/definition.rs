//! Structs and enums, with what serde makes of their fields and variants.

use super::{Api, Both, Constraints, Direction, Location, ModulePath, PackageId, RustType, Type};

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
    /// The names of its type and const parameters.
    pub(crate) parameters: Vec<String>,
    /// Which of them are constants, with the type of each.
    pub(crate) constants: Vec<(usize, String)>,
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
    /// Whether it has fields beside those of its body: with `#[serde(transparent)]`, skipped ones
    /// and markers.
    pub(crate) more_fields: bool,
    /// Its generics as they are written, where a type parameter carries a bound.
    pub(crate) written: Option<WrittenGenerics>,
    /// The Rust types that serde reads it from and writes it as, where it does.
    pub(crate) proxies: Both<Option<RustType>>,
    /// Where it is, for people: "src/posts.rs:12".
    pub(crate) source: String,
    /// Whether it derives `serde::Serialize`.
    pub(crate) serialize: bool,
    /// Whether it derives `serde::Deserialize`.
    pub(crate) deserialize: bool,
    /// What serde calls it, for comparing with a trace; nothing where it is `transparent`.
    pub(crate) serde_name: Option<String>,
    /// With `#[derive(tramline::Wire)]`: the name of its proof's file without extension.
    pub(crate) wire_stem: Option<String>,
    /// JSON with members that it does not have is refused.
    pub(crate) deny_unknown_fields: bool,
    /// `#[serde(tag = "…")]` on a struct: a member that holds the struct's name. JSON alone.
    pub(crate) struct_tag: Option<String>,
    /// What TypeScript declares it as, where the build script says so.
    pub(crate) typescript: Option<String>,
    /// Whether garde holds its values against rules.
    pub(crate) validation: Validation,
}

/// Where the rules of a type come from, and how garde names its parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Validation {
    #[default]
    None,
    /// `derive(garde::Validate)`: parts have the names or numbers of fields.
    Derived,
    /// With `#[garde(transparent)]`: its one field is no part of its own.
    Transparent,
    /// By an implementation that is not read.
    ByHand,
}

/// Generics as text, for code that stands where they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrittenGenerics {
    /// `<'a, T: Display>`
    pub(crate) declared: String,
    /// `<'a, T>`
    pub(crate) used: String,
    /// `where T: Copy`
    pub(crate) clause: String,
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
    Enum(Enum),
    /// `#[serde(from = "…", into = "…")]`: travels as another type, whatever its own fields.
    Proxy(Type),
}

/// The variants of an enum, and how they are told apart.
#[derive(Clone, Debug)]
pub(crate) struct Enum {
    pub(crate) tagging: Tagging,
    /// In the order of declaration, those included that do not travel.
    pub(crate) variants: Vec<Variant>,
}

/// How the variant of an enum is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Tagging {
    External,
    /// `#[serde(tag = "…")]`
    Internal {
        tag: String,
    },
    /// `#[serde(tag = "…", content = "…")]`
    Adjacent {
        tag: String,
        content: String,
    },
    /// `#[serde(untagged)]`: not at all. JSON alone.
    Untagged,
}

/// One variant of an enum.
#[derive(Clone, Debug)]
pub(crate) struct Variant {
    /// As serde reads and writes it.
    pub(crate) names: Both<String>,
    /// What it reads as well.
    pub(crate) aliases: Vec<String>,
    pub(crate) rust_name: String,
    pub(crate) docs: String,
    /// A single unnamed field travels as itself.
    pub(crate) fields: Fields,
    pub(crate) location: Location,
    /// Its place in the declaration, which is its number on postcard.
    pub(crate) index: u32,
    /// Whether it exists in each direction.
    pub(crate) travels: Both<bool>,
    /// `#[serde(other)]`: what is read for a variant that is not known.
    pub(crate) other: bool,
    /// `#[serde(untagged)]` on the variant. JSON alone.
    pub(crate) untagged: bool,
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
    /// As serde reads and writes it; the index for an unnamed one.
    pub(crate) names: Both<String>,
    /// What it reads as well.
    pub(crate) aliases: Vec<String>,
    /// As Rust names it, without `r#`; the index for an unnamed one.
    pub(crate) rust_name: String,
    pub(crate) docs: String,
    pub(crate) ty: Type,
    pub(crate) rust: RustType,
    pub(crate) location: Location,
    /// Whether it exists in each direction.
    pub(crate) travels: Both<bool>,
    /// Whether the caller may leave it out.
    pub(crate) presence: Presence,
    /// `#[serde(skip_serializing_if = "…")]`
    pub(crate) omission: Omission,
    /// Whether an attribute says how it is read, in place of its type. In plain JSON such a field
    /// has to be there, be it an `Option` or not.
    pub(crate) converted: bool,
    /// `#[serde(flatten)]`: its fields stand beside it. JSON alone.
    pub(crate) flattened: bool,
    /// Whether its reader asks what comes next, which only a decoder with a shape can answer.
    pub(crate) asks: bool,
    /// Why what writes and reads it can travel as JSON alone.
    pub(crate) json: Option<&'static str>,
    /// What its value has to meet beyond its type.
    pub(crate) constraints: Constraints,
    /// A value to show in documents, as JSON text.
    pub(crate) example: Option<String>,
}

/// Whether a field may be left out of an input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Presence {
    /// It may not. (In JSON an `Option` may all the same.)
    #[default]
    Required,
    /// Its default is `None`, empty, zero or `false`, whose bytes a client can write by itself.
    Zero,
    /// Only Rust knows its default: on postcard a byte says whether the value follows.
    Flagged,
}

/// Whether serde may leave a field out of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Omission {
    #[default]
    Never,
    /// Where it is `None` or empty, which on postcard is one zero byte, and is written.
    WhenZero,
    /// Where a predicate says so that the build step does not know. JSON alone.
    Sometimes,
}

impl Body {
    /// What a newtype or a proxy travels as.
    pub(crate) fn content(&self) -> Option<&Type> {
        match self {
            Body::Newtype(field) => Some(&field.ty),
            Body::Proxy(ty) => Some(ty),
            Body::Struct(_) | Body::Enum(_) => None,
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

    /// The fields that exist in a direction, in order.
    pub(crate) fn travelling(&self, direction: Direction) -> impl Iterator<Item = &Field> {
        let fields = self.as_slice().iter();
        fields.filter(move |field| *field.travels.of(direction))
    }

    /// Whether they are one unnamed field, which travels as itself.
    pub(crate) fn is_newtype(&self) -> bool {
        matches!(self, Fields::Tuple(fields) if fields.len() == 1)
    }
}

impl Field {
    /// A field without any attribute.
    pub(crate) fn new(name: impl Into<String>, ty: Type, rust: RustType, at: Location) -> Self {
        let name = name.into();
        Field {
            names: Both::same(name.clone()),
            aliases: Vec::new(),
            rust_name: name,
            docs: String::new(),
            ty,
            rust,
            location: at,
            travels: Both::same(true),
            presence: Presence::Required,
            omission: Omission::Never,
            converted: false,
            flattened: false,
            asks: false,
            json: None,
            constraints: Constraints::default(),
            example: None,
        }
    }

    /// What serde calls it in a direction.
    pub(crate) fn name(&self, direction: Direction) -> &str {
        self.names.of(direction)
    }
}

impl Variant {
    /// A variant without any attribute.
    pub(crate) fn new(name: impl Into<String>, index: u32, fields: Fields, at: Location) -> Self {
        let name = name.into();
        Variant {
            names: Both::same(name.clone()),
            aliases: Vec::new(),
            rust_name: name,
            docs: String::new(),
            fields,
            location: at,
            index,
            travels: Both::same(true),
            other: false,
            untagged: false,
        }
    }

    /// What serde calls it in a direction.
    pub(crate) fn name(&self, direction: Direction) -> &str {
        self.names.of(direction)
    }
}

impl Enum {
    /// The variants that exist in a direction, in order.
    pub(crate) fn travelling(&self, direction: Direction) -> impl Iterator<Item = &Variant> {
        let variants = self.variants.iter();
        variants.filter(move |variant| *variant.travels.of(direction))
    }
}

impl Api {
    /// The definition behind an id.
    pub(crate) fn definition(&self, id: DefinitionId) -> &Definition {
        &self.definitions[id.0]
    }
}
