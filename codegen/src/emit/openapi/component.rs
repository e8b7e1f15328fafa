//! What a document describes once, under a name, and refers to elsewhere.

use crate::model::{DefinitionId, Direction, ErrorId, Type};

/// A schema with a name of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Component {
    /// A struct or an enum, with the arguments for its type parameters.
    Type(DefinitionId, Vec<Type>),
    /// The nth variant of an enum whose variants are objects with a tag.
    Variant(DefinitionId, Vec<Type>, usize),
    /// The nth variant of an error type, as a problem.
    Error(ErrorId, usize),
    /// The body that is put together of the parameters of an action, for one of its routes.
    Body { action: usize, route: usize },
    /// What every answer without success is.
    Problem,
    /// What says which parts of an input are at fault.
    InvalidInput,
}

/// What a schema is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// What is sent to the server.
    Input,
    /// What is received from it.
    Output,
    /// Both: what is received, where all that may be `null` may as well be left out, since that is
    /// so for what is sent.
    Shared,
}

impl Side {
    /// Which way a value goes.
    pub(super) fn direction(self) -> Direction {
        match self {
            Side::Input => Direction::Input,
            Side::Output | Side::Shared => Direction::Output,
        }
    }
}

/// Names a component, for the direction that it is mentioned in.
pub(super) type Refer<'a> = &'a dyn Fn(&Component, Direction) -> String;
