//! The codecs of one file: those of its own types, and of the lists, maps and tuples that they are
//! made of.

use std::collections::{BTreeMap, VecDeque};

use super::catalog::Catalog;
use super::names::Scope;
use super::tree::{FileId, Function, Symbol};
use super::words;
use crate::model::{Scalar, Type};

/// Which way a codec goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    Read,
    Write,
}

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

    /// The function that reads a value of this type.
    pub(super) fn reader(&mut self, ty: &Type) -> Symbol {
        match ty {
            Type::Named(id, arguments) => self.catalog.readers[&(*id, arguments.clone())].clone(),
            ty => self.codec(Direction::Read, ty),
        }
    }

    /// The function that writes a value of this type.
    pub(super) fn writer(&mut self, ty: &Type) -> Symbol {
        match ty {
            Type::Named(id, arguments) => self.catalog.writers[&(*id, arguments.clone())].clone(),
            ty => self.codec(Direction::Write, ty),
        }
    }

    /// The helpers that have been asked for since the last call, and those that they ask for.
    pub(super) fn helpers(&mut self) -> Vec<Function> {
        let mut functions = Vec::new();
        while let Some((direction, ty, name)) = self.pending.pop_front() {
            functions.push(match direction {
                Direction::Read => self.read_helper(name.name(), &ty),
                Direction::Write => self.write_helper(name.name(), &ty),
            });
        }
        functions
    }

    fn codec(&mut self, direction: Direction, ty: &Type) -> Symbol {
        let [read, write] = match ty {
            Type::Scalar(scalar) => scalar_codec(*scalar),
            Type::String => ["readString", "writeString"],
            Type::Bytes => ["readBytes", "writeBytes"],
            Type::Unit => ["readUnit", "writeUnit"],
            ty => return self.helper(direction, ty),
        };
        Symbol::Runtime(match direction {
            Direction::Read => read,
            Direction::Write => write,
        })
    }

    fn helper(&mut self, direction: Direction, ty: &Type) -> Symbol {
        if let Some(known) = self.names.get(&(direction, ty.clone())) {
            return known.clone();
        }
        let verb = match direction {
            Direction::Read => "read",
            Direction::Write => "write",
        };
        let wanted = format!("{verb}{}", words::ty(self.catalog, ty));
        let name = Symbol::Item(self.file, self.scope.claim(&wanted));
        self.names.insert((direction, ty.clone()), name.clone());
        self.pending
            .push_back((direction, ty.clone(), name.clone()));
        name
    }
}

/// The runtime's reader and writer.
pub(super) fn scalar_codec(scalar: Scalar) -> [&'static str; 2] {
    match scalar {
        Scalar::Bool => ["readBool", "writeBool"],
        Scalar::U8 => ["readU8", "writeU8"],
        Scalar::U16 => ["readU16", "writeU16"],
        Scalar::U32 => ["readU32", "writeU32"],
        Scalar::U64 | Scalar::Usize => ["readU64", "writeU64"],
        Scalar::U128 => ["readU128", "writeU128"],
        Scalar::I8 => ["readI8", "writeI8"],
        Scalar::I16 => ["readI16", "writeI16"],
        Scalar::I32 => ["readI32", "writeI32"],
        Scalar::I64 | Scalar::Isize => ["readI64", "writeI64"],
        Scalar::I128 => ["readI128", "writeI128"],
        Scalar::F32 => ["readF32", "writeF32"],
        Scalar::F64 => ["readF64", "writeF64"],
        Scalar::Char => ["readChar", "writeChar"],
    }
}
