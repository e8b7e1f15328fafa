//! The [`Api`]: what the scanner and the resolver found, as plain data with source locations.
//!
//! Every later stage reads this and nothing else. It knows nothing of syn, of files or of any
//! target language.

mod about;
mod constraints;
mod definition;
mod direction;
pub(crate) mod fingerprint;
mod rest;
mod types;
mod webhook;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use about::About;
pub(crate) use constraints::Constraints;
pub(crate) use definition::{
    Body, Definition, DefinitionId, Enum, Field, Fields, Omission, Presence, Reach, Tagging,
    Validation, Variant, WrittenGenerics,
};
pub(crate) use direction::{Both, Direction};
pub(crate) use fingerprint::identify;
pub(crate) use rest::{
    Authentication, BodyMember, Deprecation, Event, Form, Method, ParameterPlace, Route, RouteBody,
    RouteParameter, Segment, Spread, Success,
};
pub(crate) use types::{Presentation, RustType, Scalar, Special, Timestamp, Type};
pub(crate) use webhook::WebhookRoute;

use tramline_syntax::digest;

/// What begins the last paragraph of the documentation of something deprecated, as rustdoc shows it.
pub(crate) const DEPRECATED: &str = "**Deprecated**";

/// Everything the build step knows about the functions of one or several crates.
#[derive(Debug, Default)]
pub(crate) struct Api {
    /// The package being built first, then the included ones and those named by `types_from`.
    pub(crate) packages: Vec<Package>,
    /// Sorted by name.
    pub(crate) actions: Vec<Action>,
    /// Struct and enum definitions, each once, generic ones uninstantiated.
    pub(crate) definitions: Vec<Definition>,
    /// Types that implement `ActionError`.
    pub(crate) errors: Vec<ErrorType>,
    /// Types that derive `WebhookEvent`, sorted by version and name.
    pub(crate) events: Vec<Event>,
    /// What the modules say of themselves that are documented.
    pub(crate) modules: BTreeMap<(PackageId, ModulePath), String>,
    /// Whether anything in the sources may be deprecated.
    pub(crate) deprecates: bool,
}

/// Index into [`Api::packages`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct PackageId(pub(crate) usize);

/// Index into [`Api::errors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ErrorId(pub(crate) usize);

/// A crate whose source was scanned.
#[derive(Debug)]
pub(crate) struct Package {
    /// The name Rust code uses, with underscores.
    pub(crate) crate_name: String,
    /// What precedes every action's name, from `Builder::namespace`.
    pub(crate) namespace: Option<String>,
    /// What this package is to the build.
    pub(crate) role: PackageRole,
    /// Whether the root package can name it: itself, or a crate it depends on unconditionally.
    pub(crate) linked: bool,
}

/// What a package contributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PackageRole {
    /// The package whose build script runs: its dispatcher is generated.
    Root,
    /// A feature crate named by `include`: its actions join the clients.
    Included,
    /// A crate named by `types_from`: only its types are used.
    Types,
}

/// A place in a source file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Location {
    /// Index into the source table of the scan.
    pub(crate) file: usize,
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
}

/// A module of a package: `["posts", "admin"]`, empty for the root.
pub(crate) type ModulePath = Vec<String>;

/// Whether a function may change state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `#[action]`: POST only.
    Action,
    /// `#[query]`: a safe read, GET when its input is small.
    Query,
}

/// One annotated function.
#[derive(Debug)]
pub(crate) struct Action {
    /// `[namespace.]module.path.function`, or what `name = "…"` pinned.
    pub(crate) name: String,
    /// 48 bits of the digest of `name`.
    pub(crate) id: u64,
    /// 48 bits of the digest of `schema`.
    pub(crate) fingerprint: u64,
    /// The canonical text of input, result and errors.
    pub(crate) schema: String,
    pub(crate) kind: Kind,
    pub(crate) package: PackageId,
    pub(crate) module: ModulePath,
    /// The Rust name, without `r#`.
    pub(crate) function: String,
    /// The name of its generated file without extension, from `tramline_syntax::stem`.
    pub(crate) stem: String,
    /// Predicates of every `#[cfg]` on the function and the modules around it.
    pub(crate) cfg: Vec<String>,
    /// Markdown, lines joined with `\n`, one leading space of each removed.
    pub(crate) docs: String,
    /// The function's name in its source.
    pub(crate) location: Location,
    /// Path of the source file below the package's folder, with forward slashes.
    pub(crate) source: String,
    /// In the order of the signature.
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) input: Input,
    pub(crate) output: Output,
    /// The whole names that it had before, from `renamed_from`.
    pub(crate) renamed_from: Vec<String>,
    /// Why callers of its past versions are given up, from `breaking`.
    pub(crate) breaking: Option<String>,
    /// `body_limit = …` in bytes.
    pub(crate) body_limit: Option<u64>,
    /// `label(key = "value")`, for layers to read.
    pub(crate) labels: Vec<(String, String)>,
    /// What its input and its results travel as.
    pub(crate) encoding: Encoding,
    /// Why that is JSON, a line for each reason.
    pub(crate) json_reasons: Vec<String>,
    /// Whether its input can be decoded only with its shape at hand.
    pub(crate) shaped: bool,
    /// Where it answers to REST, in the order of the source.
    pub(crate) routes: Vec<Route>,
    /// Whether the generated client calls it; if not, its routes are its only doors.
    pub(crate) rpc: bool,
    /// `Cache-Control` of its answers to REST, as declared.
    pub(crate) cache: Option<String>,
    /// What its extractors accept of a caller, in order, each once.
    pub(crate) authentication: Vec<Authentication>,
    pub(crate) success: Success,
    /// Where third parties post to it, if that is how it is called; then they alone do.
    pub(crate) webhook: Option<WebhookRoute>,
}

impl Action {
    /// The digests of its former names, in the order of the source.
    pub(crate) fn former_ids(&self) -> impl Iterator<Item = u64> {
        self.renamed_from.iter().map(|name| digest::bits48(name))
    }
}

/// What an action's values travel as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Encoding {
    /// postcard, and lossless JSON where a client asks for it.
    #[default]
    Postcard,
    /// What serde_json makes of them, for types that postcard cannot carry.
    Json,
}

/// One parameter of an annotated function.
#[derive(Debug)]
pub(crate) struct Parameter {
    /// The Rust name without `r#`; for a pattern, `argument0`, `argument1`, ….
    pub(crate) name: String,
    pub(crate) role: ParameterRole,
    /// The type as the user wrote it, every named lifetime replaced by `'_`; without the
    /// outer `&` where it is lent.
    pub(crate) written: String,
    /// Where its type has rules of garde: what JSON calls otherwise than garde does, as ways in Rust
    /// with JSON Pointers.
    pub(crate) renames: Option<Vec<(String, String)>>,
}

/// Where a parameter's value comes from.
#[derive(Debug)]
pub(crate) enum ParameterRole {
    /// `#[extract]`: from the request.
    Extract(Lending, Refuses),
    /// From the body; `default` is the expression of `#[wire(default = …)]`.
    Wire { default: Option<String> },
}

/// What an extractor can refuse a caller with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refuses {
    /// Nothing that is up to the caller: one of tramline's own, or one that declares no errors.
    Nothing,
    /// What this type declares.
    Declared(ErrorId),
    /// Its source is not read: it belongs to another crate, or to axum.
    Unknown,
}

/// How an extracted value is handed to the function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lending {
    /// `T`
    Moved,
    /// `&T`: lent, then finished.
    Shared,
    /// `&mut T`: lent, then finished.
    Mutable,
}

/// What the caller sends.
#[derive(Debug)]
pub(crate) enum Input {
    /// Nothing: an empty body.
    None,
    /// The one wire parameter is a struct with named fields: it is the input.
    Struct(Type),
    /// The wire parameters are the fields of one object.
    Fields(Vec<InputField>),
}

/// One wire parameter as a field of the input.
#[derive(Debug)]
pub(crate) struct InputField {
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) rust: RustType,
    /// With `#[wire(default = …)]`: an `Option` on the wire, and the caller may leave it out.
    pub(crate) optional: bool,
    /// Its type in the source.
    pub(crate) location: Location,
    /// What its value has to meet beyond its type.
    pub(crate) constraints: Constraints,
    /// A value to show in documents, as JSON text.
    pub(crate) example: Option<String>,
    /// What it is where the caller leaves it out, as JSON text, if it is written as a literal.
    pub(crate) default: Option<String>,
}

impl InputField {
    /// One without any attribute.
    pub(crate) fn new(name: impl Into<String>, ty: Type, rust: RustType) -> Self {
        InputField {
            name: name.into(),
            ty,
            rust,
            optional: false,
            location: Location::default(),
            constraints: Constraints::default(),
            example: None,
            default: None,
        }
    }
}

/// What comes back.
#[derive(Debug)]
pub(crate) struct Output {
    pub(crate) shape: OutputShape,
    pub(crate) ok: Type,
    /// The closed union: what the extractors refuse, in order, then the function's own error.
    pub(crate) errors: Vec<ErrorId>,
    /// The return type as written with every lifetime replaced by `'static`, where it is a
    /// `Result`.
    pub(crate) written: Option<String>,
}

/// The resolved kind of a return type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutputShape {
    /// `T`
    Value,
    /// `Result<T, E>`
    Result,
    /// `Reply<T>`, `Created<T>`, `Accepted<T>`
    Reply,
    /// `Result<Reply<T>, E>` and so on
    ResultReply,
}

/// A type that derives `ActionError`.
#[derive(Debug)]
pub(crate) struct ErrorType {
    pub(crate) name: String,
    pub(crate) package: PackageId,
    pub(crate) module: ModulePath,
    pub(crate) docs: String,
    pub(crate) location: Location,
    /// Predicates of every `#[cfg]` on the modules around it.
    pub(crate) cfg: Vec<String>,
    /// Where the type can be named by its path.
    pub(crate) reach: Reach,
    pub(crate) variants: Vec<ErrorVariant>,
}

/// One variant of an error type, in declaration order. `rust_name` is without `r#`.
#[derive(Debug)]
pub(crate) enum ErrorVariant {
    /// Reaches the client: `code`, then the fields.
    Declared {
        rust_name: String,
        code: String,
        status: u16,
        docs: String,
        fields: Fields,
        location: Location,
    },
    /// `#[error(internal)]`: redacted.
    Internal { rust_name: String },
    /// `#[error(flatten)]`: the variants of another error type.
    Flatten { rust_name: String, error: ErrorId },
}

impl Api {
    /// The functions that generated clients call, and that a lock speaks of.
    pub(crate) fn called(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(|action| action.rpc)
    }

    /// The codes that callers can see of these errors, with their status, flattened ones included.
    pub(crate) fn codes(&self, errors: &[ErrorId]) -> BTreeSet<(&str, u16)> {
        let mut codes = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut next: Vec<ErrorId> = errors.to_vec();
        while let Some(id) = next.pop() {
            if !seen.insert(id) {
                continue;
            }
            for variant in &self.errors[id.0].variants {
                match variant {
                    ErrorVariant::Declared { code, status, .. } => {
                        codes.insert((code.as_str(), *status));
                    }
                    ErrorVariant::Flatten { error, .. } => next.push(*error),
                    ErrorVariant::Internal { .. } => {}
                }
            }
        }
        codes
    }
}
