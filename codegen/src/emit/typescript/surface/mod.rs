//! What the code of a frontend sees of a client, as data: the functions and types that it imports,
//! with every type followed down to TypeScript's own.
//!
//! It is made from the declarations that the printer prints, so it says what they say. Who compares
//! two of them knows whether code that was written for one still compiles with the other.

mod build;
mod show;
#[cfg(test)]
mod tests;
mod views;

use std::collections::BTreeMap;

pub(crate) use self::views::Views;

/// Everything that a client offers to import.
#[derive(Debug, Default)]
pub(crate) struct Surface {
    /// By the name of the action.
    pub(crate) functions: BTreeMap<String, Function>,
    /// By file and name: the types beside them.
    pub(crate) types: BTreeMap<(String, String), Exported>,
    pub(crate) views: Views,
}

/// The function that calls an action.
#[derive(Debug)]
pub(crate) struct Function {
    /// Without extension.
    pub(crate) file: String,
    pub(crate) name: String,
    pub(crate) input: ViewId,
    pub(crate) result: ViewId,
    /// The union of what it declares.
    pub(crate) errors: ViewId,
}

/// A type that can be imported.
#[derive(Debug, Default)]
pub(crate) struct Exported {
    pub(crate) parameters: usize,
    /// Whether a function of the same name makes its values.
    pub(crate) constructor: bool,
}

/// Index into [`Views`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ViewId(usize);

/// A type without type parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum View {
    /// What has no parts: `number`, `Date`, or a text from the build script.
    Word(String),
    /// A string literal.
    Literal(String),
    /// A declared type with its arguments, and what it stands for. Without a name, a type that may
    /// contain itself.
    Named {
        name: String,
        arguments: Vec<ViewId>,
        body: Option<ViewId>,
    },
    /// A newtype that is told apart by its name.
    Brand(ViewId, String),
    /// `Map<K, V>`, `Set<T>`, `Uint8Array<ArrayBuffer>`
    Generic(&'static str, Vec<ViewId>),
    Array(ViewId),
    Tuple(Vec<ViewId>),
    Object(Vec<Member>),
    /// `T | null`, `T | undefined`
    Nullable {
        inner: ViewId,
        null: bool,
        undefined: bool,
    },
    /// The variants of an enum, or of an error.
    Union(Vec<ViewId>),
    Intersection(Vec<ViewId>),
    /// `null extends T ? [T] : T`
    Wrapped(ViewId),
    /// A declared error: its code and its data.
    Declared(String, ViewId),
}

/// A property.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) optional: bool,
    pub(crate) ty: ViewId,
}
