//! The items the later stages ask for.

use std::rc::Rc;

use proc_macro2::Ident;
use syn::{Expr, ItemImpl, ItemType};

use super::facts::{WrittenFunction, WrittenType};
use super::sources::ModuleId;
use super::visibility::Visibility;

/// What a name in a module stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Named {
    Module(ModuleId),
    /// Index into [`Sources::types`](super::Sources::types).
    Type(usize),
    /// Index into [`Sources::aliases`](super::Sources::aliases).
    Alias(usize),
    /// Index into [`Sources::constants`](super::Sources::constants).
    Constant(usize),
    /// A trait: it takes the name, and nothing more is asked of it.
    Trait,
}

/// One name or glob of a `use` declaration, or of `extern crate`.
pub(crate) struct Use {
    /// With a leading `::`, or from `extern crate`.
    pub(crate) absolute: bool,
    /// What is imported, or for a glob what contains it.
    pub(crate) path: Vec<String>,
    pub(crate) visibility: Visibility,
}

/// A struct, an enum or a union.
pub(crate) struct TypeItem {
    pub(crate) module: ModuleId,
    pub(crate) visibility: Visibility,
    pub(crate) item: Rc<WrittenType>,
}

/// `type Name<…> = …;`
pub(crate) struct AliasItem {
    pub(crate) module: ModuleId,
    pub(crate) visibility: Visibility,
    pub(crate) item: ItemType,
}

/// `const NAME: … = …;`
pub(crate) struct Constant {
    pub(crate) module: ModuleId,
    pub(crate) visibility: Visibility,
    pub(crate) value: Expr,
}

/// A function under an attribute that may be ours.
pub(crate) struct FunctionItem {
    pub(crate) module: ModuleId,
    /// No stage reads its body.
    pub(crate) item: Rc<WrittenFunction>,
    /// With the type whose `impl` block it stands in.
    pub(crate) owner: Option<Ident>,
}

/// `impl Trait for Type` of a trait that may matter.
pub(crate) struct ImplItem {
    pub(crate) module: ModuleId,
    pub(crate) item: ItemImpl,
}
