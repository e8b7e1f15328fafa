//! Every name of the client, decided before anything is written, so that files can refer to each
//! other.

mod codecs;
mod naming;

use std::collections::BTreeMap;

pub(super) use self::codecs::CodecNames;
use super::layout::Layout;
use super::names::Scope;
use super::tree::{FileId, Symbol, TypeExpr};
use crate::model::{Action, Api, DefinitionId, Direction, Encoding, ErrorId};

/// The names of the client.
#[derive(Debug)]
pub(super) struct Catalog<'a> {
    pub(super) api: &'a Api,
    pub(super) layout: Layout,
    pub(super) actions: Vec<NamedAction<'a>>,
    pub(super) codecs: CodecNames,
    /// One symbol for both directions, or one for each.
    definitions: BTreeMap<(DefinitionId, Direction), NamedDefinition>,
    errors: BTreeMap<ErrorId, ErrorNames>,
    scopes: Vec<Scope>,
}

/// An action and what it is called here.
#[derive(Debug)]
pub(super) struct NamedAction<'a> {
    pub(super) action: &'a Action,
    pub(super) file: FileId,
    pub(super) function: String,
    /// For wire parameters that are the fields of one object.
    pub(super) input: Option<InputNames>,
    /// The error types of its union.
    pub(super) errors: Vec<ErrorId>,
    /// The reader of a union of several.
    pub(super) error_reader: Option<Symbol>,
}

/// What the input of an action is called here.
#[derive(Clone, Debug)]
pub(super) struct InputNames {
    pub(super) ty: Symbol,
    /// Where it travels as postcard.
    pub(super) writer: Option<Symbol>,
    pub(super) json: Symbol,
}

/// What an error type is called here.
#[derive(Clone, Debug)]
pub(super) struct ErrorNames {
    pub(super) ty: Symbol,
    /// Where it travels as postcard.
    pub(super) reader: Option<Symbol>,
    lossless: Option<Symbol>,
    plain: Option<Symbol>,
}

/// What a definition is called in one direction, or in both.
#[derive(Clone, Debug)]
struct NamedDefinition {
    symbol: Symbol,
    parameters: Vec<String>,
    used: Vec<bool>,
}

/// One declaration of a definition.
#[derive(Clone, Copy, Debug)]
pub(super) struct Declaration {
    pub(super) id: DefinitionId,
    /// Either, where both look alike.
    pub(super) direction: Direction,
    /// Whether no input holds it.
    pub(super) received: bool,
}

impl ErrorNames {
    /// The function that returns the codecs of its codes.
    pub(super) fn json(&self, encoding: Encoding) -> Option<&Symbol> {
        match encoding {
            Encoding::Postcard => self.lossless.as_ref(),
            Encoding::Json => self.plain.as_ref(),
        }
    }
}

impl<'a> Catalog<'a> {
    /// The TypeScript declaration of a definition.
    pub(super) fn definition(&self, id: DefinitionId, direction: Direction) -> &Symbol {
        &self.named(id, direction).symbol
    }

    /// Which type parameters the declaration has.
    pub(super) fn used_parameters(&self, id: DefinitionId, direction: Direction) -> &[bool] {
        &self.named(id, direction).used
    }

    /// What the type parameters are called in the declaration.
    pub(super) fn parameters(&self, id: DefinitionId, direction: Direction) -> &[String] {
        &self.named(id, direction).parameters
    }

    fn named(&self, id: DefinitionId, direction: Direction) -> &NamedDefinition {
        &self.definitions[&(id, direction)]
    }

    /// The declarations of a file, as their source has them, what is received before what is sent.
    pub(super) fn declarations_of(&self, file: FileId) -> Vec<Declaration> {
        let mut found = Vec::new();
        let definitions = self.definitions.iter();
        let here = definitions.filter(|(_, named)| named.symbol.file() == Some(file));
        for ((id, direction), named) in here {
            let input = self.definitions.get(&(*id, Direction::Input));
            let shared = input.is_some_and(|input| input.symbol == named.symbol);
            if *direction == Direction::Output && shared {
                continue;
            }
            found.push(Declaration {
                id: *id,
                direction: *direction,
                received: *direction == Direction::Output,
            });
        }
        found.sort_by_key(|one| {
            let location = self.api.definition(one.id).location;
            (location, one.id, std::cmp::Reverse(one.direction))
        });
        found
    }

    /// The definitions of a file, as their source has them.
    pub(super) fn definitions_of(&self, file: FileId) -> Vec<DefinitionId> {
        let declarations = self.declarations_of(file).into_iter();
        let mut ids: Vec<DefinitionId> = declarations.map(|one| one.id).collect();
        ids.dedup();
        ids
    }

    /// The error types of a file, as its source has them.
    pub(super) fn errors_of(&self, file: FileId) -> Vec<ErrorId> {
        let here = self
            .errors
            .iter()
            .filter(|(_, one)| one.ty.file() == Some(file));
        let mut ids: Vec<ErrorId> = here.map(|(id, _)| *id).collect();
        ids.sort_by_key(|id| self.api.errors[id.0].location);
        ids
    }

    /// The actions of a file, as its source has them.
    pub(super) fn actions_of(&self, file: FileId) -> Vec<&NamedAction<'a>> {
        let mut here: Vec<_> = self.actions.iter().filter(|one| one.file == file).collect();
        here.sort_by_key(|one| one.action.location);
        here
    }

    /// An error type that has a code to declare.
    pub(super) fn error(&self, id: ErrorId) -> Option<&ErrorNames> {
        self.errors.get(&id)
    }

    /// The union of several error types.
    pub(super) fn error_union(&self, errors: &[ErrorId]) -> TypeExpr {
        let names = errors.iter().filter_map(|id| self.error(*id));
        TypeExpr::union(names.map(|names| TypeExpr::Name(names.ty.clone(), Vec::new())))
    }

    /// The names in use in a file.
    pub(super) fn scope(&self, file: FileId) -> Scope {
        self.scopes[file.0].clone()
    }
}
