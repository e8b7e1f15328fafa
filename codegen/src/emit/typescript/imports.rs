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
    local: BTreeMap<Symbol, String>,
    modules: BTreeMap<String, Module>,
}

/// What is imported from one module: local names by exported names.
#[derive(Debug, Default)]
struct Module {
    types: BTreeSet<(String, String)>,
    values: BTreeSet<(String, String)>,
}

impl<'a> Imports<'a> {
    /// No imports yet, into a file whose own names are in `scope`.
    pub(super) fn new(sources: Sources<'a>, here: FileId, scope: Scope) -> Self {
        Imports {
            sources,
            here,
            scope,
            local: BTreeMap::new(),
            modules: BTreeMap::new(),
        }
    }

    /// The local name of something used as a type.
    pub(super) fn ty(&mut self, symbol: &Symbol) -> String {
        self.name(symbol, |module| &mut module.types)
    }

    /// The local name of something used as a value.
    pub(super) fn value(&mut self, symbol: &Symbol) -> String {
        self.name(symbol, |module| &mut module.values)
    }

    fn name(
        &mut self,
        symbol: &Symbol,
        side: fn(&mut Module) -> &mut BTreeSet<(String, String)>,
    ) -> String {
        let (module, exported) = match symbol {
            Symbol::Global(name) => return (*name).to_owned(),
            Symbol::Item(file, name) if *file == self.here => return name.clone(),
            Symbol::Item(file, name) => (self.specifier(*file), name.as_str()),
            Symbol::Runtime(name) => (self.runtime(), *name),
        };
        let scope = &mut self.scope;
        let local = self.local.entry(symbol.clone());
        let local = local.or_insert_with(|| scope.claim(exported)).clone();
        let module = self.modules.entry(module).or_default();
        side(module).insert((exported.to_owned(), local.clone()));
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

    /// The import declarations, sorted.
    pub(super) fn print(&self) -> String {
        let mut text = String::new();
        for (specifier, module) in &self.modules {
            declaration("import type", &module.types, specifier, &mut text);
            declaration("import", &module.values, specifier, &mut text);
        }
        text
    }
}

fn declaration(
    keyword: &str,
    names: &BTreeSet<(String, String)>,
    specifier: &str,
    text: &mut String,
) {
    if names.is_empty() {
        return;
    }
    let names: Vec<String> = names
        .iter()
        .map(|(exported, local)| match exported == local {
            true => local.clone(),
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
