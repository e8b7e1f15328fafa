//! The names that a file takes from elsewhere, gathered while it is printed, so that only what is
//! used is imported.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::Layout;
use super::names::Scope;
use super::tree::{FileId, Symbol};

/// Where the client's files and the runtime are found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sources<'a> {
    pub(super) layout: &'a Layout,
    /// An npm package in place of the `_runtime` beside the files.
    pub(super) package: Option<&'a str>,
    /// What ends a relative path.
    pub(super) suffix: &'a str,
}

/// The imports of one file.
#[derive(Debug)]
pub(super) struct Imports<'a> {
    sources: Sources<'a>,
    here: FileId,
    /// What the file declares, and the local names of what it imports.
    scope: Scope,
    imported: BTreeMap<Symbol, Imported>,
}

/// Something from another module.
#[derive(Debug)]
struct Imported {
    /// What it is called here.
    local: String,
    is_type: bool,
    is_value: bool,
}

/// What is imported from one module: local names by exported names.
#[derive(Debug, Default)]
struct Module<'s> {
    types: BTreeSet<(&'s str, &'s str)>,
    values: BTreeSet<(&'s str, &'s str)>,
}

impl<'a> Imports<'a> {
    /// No imports yet, into a file whose own names are in `scope`.
    pub(super) fn new(sources: Sources<'a>, here: FileId, scope: Scope) -> Self {
        Imports {
            sources,
            here,
            scope,
            imported: BTreeMap::new(),
        }
    }

    /// The local name of something used as a type.
    pub(super) fn ty(&mut self, symbol: &Symbol) -> String {
        self.name(symbol, |imported| imported.is_type = true)
    }

    /// The local name of something used as a value.
    pub(super) fn value(&mut self, symbol: &Symbol) -> String {
        self.name(symbol, |imported| imported.is_value = true)
    }

    fn name(&mut self, symbol: &Symbol, used: fn(&mut Imported)) -> String {
        match symbol {
            Symbol::Global(name) => return (*name).to_owned(),
            Symbol::Item(file, name) if *file == self.here => return name.clone(),
            Symbol::Item(..) | Symbol::Runtime(_) => {}
        }
        if let Some(imported) = self.imported.get_mut(symbol) {
            used(imported);
            return imported.local.clone();
        }
        let local = self.scope.claim(symbol.name());
        let mut imported = Imported {
            local: local.clone(),
            is_type: false,
            is_value: false,
        };
        used(&mut imported);
        self.imported.insert(symbol.clone(), imported);
        local
    }

    fn specifier(&self, file: FileId) -> String {
        self.sources.layout.specifier(self.here, file) + self.sources.suffix
    }

    fn runtime(&self) -> String {
        match self.sources.package {
            Some(package) => package.to_owned(),
            None => self.sources.layout.runtime_specifier(self.here) + self.sources.suffix,
        }
    }

    fn modules(&self) -> BTreeMap<String, Module<'_>> {
        let mut modules: BTreeMap<String, Module<'_>> = BTreeMap::new();
        for (symbol, imported) in &self.imported {
            let specifier = match symbol {
                Symbol::Item(file, _) => self.specifier(*file),
                Symbol::Runtime(_) => self.runtime(),
                Symbol::Global(_) => continue,
            };
            let module = modules.entry(specifier).or_default();
            let names = (symbol.name(), imported.local.as_str());
            if imported.is_type {
                module.types.insert(names);
            }
            if imported.is_value {
                module.values.insert(names);
            }
        }
        modules
    }

    /// The import declarations, sorted.
    pub(super) fn print(&self) -> String {
        let mut text = String::new();
        for (specifier, module) in &self.modules() {
            declaration("import type", &module.types, specifier, &mut text);
            declaration("import", &module.values, specifier, &mut text);
        }
        text
    }
}

fn declaration(keyword: &str, names: &BTreeSet<(&str, &str)>, specifier: &str, text: &mut String) {
    if names.is_empty() {
        return;
    }
    let names: Vec<String> = names
        .iter()
        .map(|(exported, local)| match exported == local {
            true => (*local).to_owned(),
            false => format!("{exported} as {local}"),
        })
        .collect();
    let line = format!(
        "{keyword} {{ {} }} from \"{specifier}\";\n",
        names.join(", ")
    );
    if line.len() <= super::printer::WIDTH + 1 {
        text.push_str(&line);
    } else {
        let names = names.join(",\n  ");
        text.push_str(&format!(
            "{keyword} {{\n  {names},\n}} from \"{specifier}\";\n"
        ));
    }
}
