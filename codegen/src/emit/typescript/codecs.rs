//! The codecs of one file: those of its own types, and of the lists, maps and tuples that they are
//! made of.

use std::collections::{BTreeMap, VecDeque};

use super::catalog::Catalog;
use super::names::Scope;
use super::primitives::{primitive, typed_array};
use super::tree::{FileId, Function, Symbol};
use super::words;
use crate::model::{Direction, Type};

/// Gathers the helper functions that codecs ask for while they are written.
#[derive(Debug)]
pub(super) struct Codecs<'c, 'a> {
    pub(super) catalog: &'c Catalog<'a>,
    file: FileId,
    scope: Scope,
    names: BTreeMap<(Direction, Type), Symbol>,
    pending: VecDeque<(Direction, Type, Symbol)>,
}

impl<'c, 'a> Codecs<'c, 'a> {
    /// No helpers yet.
    pub(super) fn new(catalog: &'c Catalog<'a>, file: FileId) -> Self {
        Codecs {
            catalog,
            file,
            scope: catalog.scope(file),
            names: BTreeMap::new(),
            pending: VecDeque::new(),
        }
    }

    /// Every name in use, helpers included.
    pub(super) fn into_scope(self) -> Scope {
        self.scope
    }

    /// The function that reads a value of this type, or writes one.
    pub(super) fn codec(&mut self, direction: Direction, ty: &Type) -> Symbol {
        let [read, write] = match (ty, primitive(ty)) {
            (Type::Named(id, arguments), _) => {
                let names = &self.catalog.codecs;
                return names.postcard(&(*id, arguments.clone()), direction).clone();
            }
            (_, Some(primitive)) => [primitive.read, primitive.write],
            (Type::Unit, _) => ["readUnit", "writeUnit"],
            (Type::TypedArray(scalar), _) => match typed_array(*scalar) {
                Some([_, read, write]) => [read, write],
                None => {
                    return self.helper(direction, &Type::List(Box::new(Type::Scalar(*scalar))));
                }
            },
            (ty, _) => return self.helper(direction, ty),
        };
        Symbol::Runtime(match direction {
            Direction::Output => read,
            Direction::Input => write,
        })
    }

    /// The function that reads a value of this type.
    pub(super) fn reader(&mut self, ty: &Type) -> Symbol {
        self.codec(Direction::Output, ty)
    }

    /// The function that writes a value of this type.
    pub(super) fn writer(&mut self, ty: &Type) -> Symbol {
        self.codec(Direction::Input, ty)
    }

    /// The helpers that have been asked for since the last call, and those that they ask for.
    pub(super) fn helpers(&mut self) -> Vec<Function> {
        let mut functions = Vec::new();
        while let Some((direction, ty, name)) = self.pending.pop_front() {
            functions.push(match direction {
                Direction::Output => self.read_helper(name.name(), &ty),
                Direction::Input => self.write_helper(name.name(), &ty),
            });
        }
        functions
    }

    fn helper(&mut self, direction: Direction, ty: &Type) -> Symbol {
        if let Some(known) = self.names.get(&(direction, ty.clone())) {
            return known.clone();
        }
        let verb = match direction {
            Direction::Output => "read",
            Direction::Input => "write",
        };
        let wanted = format!("{verb}{}", words::ty(self.catalog, ty, direction));
        let name = Symbol::Item(self.file, self.scope.claim(&wanted));
        self.names.insert((direction, ty.clone()), name.clone());
        self.pending
            .push_back((direction, ty.clone(), name.clone()));
        name
    }
}
