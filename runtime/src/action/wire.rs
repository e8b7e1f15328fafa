//! How an action's values travel.

use crate::wire::shape::Shape;

/// What code that is not generic has to know of an action's types, in its row.
///
/// With [`Encoding::Json`] the shapes are not looked at: give [`Shape::Unit`] and no errors.
#[derive(Clone, Copy, Debug)]
pub struct Wire {
    /// What the caller sends; several parameters are a struct of their names, none are a unit.
    pub input: &'static Shape,
    /// What the function returns.
    pub result: &'static Shape,
    /// What each error carries, by its code: as the payload of an enum's variant would be. A code
    /// that carries nothing has no entry.
    pub errors: &'static [(&'static str, &'static Shape)],
    /// What Rust encodes and decodes.
    pub encoding: Encoding,
}

/// What an action's values are to Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// postcard. A client that asks for JSON gets what its bytes say, losslessly, by their shape.
    Postcard,
    /// What serde_json makes of them, for types that postcard cannot carry.
    Json,
}
