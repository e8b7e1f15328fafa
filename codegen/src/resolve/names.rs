//! What a path names, as rustc sees it: declarations before globs, globs before the crates, the
//! crates before the prelude.
//!
//! Privacy is checked only where it decides what a glob brings in; everywhere else rustc has the
//! last word anyway.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::known;
use crate::scan::{ModuleId, Named, Sources, Use, Visibility};

/// The kinds of names that do not get in each other's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Namespace {
    Type,
    Value,
    Macro,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Entity {
    Local(Named),
    /// A path into a crate that is not scanned; `core` and `alloc` count as `std`.
    Foreign(Vec<String>),
}

/// Module, name, namespace, and the module that asks.
type Key = (ModuleId, String, Namespace, ModuleId);

/// How many imports may lead to one another before they are taken for a circle.
const LONGEST_CHAIN: usize = 32;

/// Looks names up, and remembers them.
pub(crate) struct Names<'a> {
    sources: &'a Sources,
    found: RefCell<HashMap<Key, Option<Entity>>>,
    /// What is being looked up: a glob or an import may lead back to itself.
    open: RefCell<HashSet<Key>>,
}

impl<'a> Names<'a> {
    pub(crate) fn new(sources: &'a Sources) -> Self {
        Names {
            sources,
            found: RefCell::default(),
            open: RefCell::default(),
        }
    }

    /// Where the names are declared.
    pub(crate) fn sources(&self) -> &'a Sources {
        self.sources
    }

    /// What `path` names in `module`.
    pub(crate) fn path(
        &self,
        module: ModuleId,
        absolute: bool,
        path: &[String],
        namespace: Namespace,
    ) -> Option<Entity> {
        let (first, mut rest) = path.split_first()?;
        let mut at = match first.as_str() {
            _ if absolute => self.krate(first),
            "crate" => local(self.sources.module(module).root),
            "self" => local(module),
            "super" => local(self.sources.module(module).parent?),
            _ => self.first(module, first, rest.is_empty(), namespace)?,
        };
        while let Some((next, after)) = rest.split_first() {
            let namespace = if after.is_empty() {
                namespace
            } else {
                Namespace::Type
            };
            at = self.below(at, next, module, namespace)?;
            rest = after;
        }
        Some(at)
    }

    /// What a path that leads nowhere would be called, beginning with its crate.
    pub(crate) fn full_path(&self, module: ModuleId, path: &[String]) -> Vec<String> {
        self.expanded(module, path, LONGEST_CHAIN)
    }

    fn expanded(&self, module: ModuleId, path: &[String], left: usize) -> Vec<String> {
        let (Some((name, around)), Some(left)) = (path.split_last(), left.checked_sub(1)) else {
            return path.to_vec();
        };
        let there = match around {
            [] => module,
            around => match self.path(module, false, around, Namespace::Type) {
                Some(Entity::Local(Named::Module(there))) => there,
                _ => return path.to_vec(),
            },
        };
        let here = self.sources.module(there);
        match here.uses.get(name).and_then(|uses| uses.first()) {
            Some(import) if import.absolute => import.path.clone(),
            Some(import) => self.expanded(there, &import.path, left),
            None => {
                let krate = &self.sources.packages[here.package.0].crate_name;
                let segments = [krate].into_iter().chain(&here.path).chain([name]);
                segments.cloned().collect()
            }
        }
    }

    /// The first segment of a path that does not say where it begins.
    fn first(
        &self,
        module: ModuleId,
        name: &str,
        only: bool,
        namespace: Namespace,
    ) -> Option<Entity> {
        let own = if only { namespace } else { Namespace::Type };
        if let Some(entity) = self.member(module, name, own, module) {
            return Some(entity);
        }
        if !only {
            // `Option::is_none` begins in the prelude, and no crate has such a name.
            let standard = known::prelude(name).filter(|_| self.package(name).is_none());
            return standard.map(foreign).or_else(|| Some(self.krate(name)));
        }
        match namespace {
            Namespace::Type => self.prelude(name),
            Namespace::Value | Namespace::Macro => None,
        }
    }

    /// A name nobody declared: of a scanned crate, or of the prelude.
    fn prelude(&self, name: &str) -> Option<Entity> {
        let standard = known::prelude(name).map(foreign);
        standard.or_else(|| self.package(name).map(local))
    }

    /// One segment further.
    fn below(
        &self,
        at: Entity,
        name: &str,
        from: ModuleId,
        namespace: Namespace,
    ) -> Option<Entity> {
        match at {
            Entity::Local(Named::Module(module)) if name == "super" => {
                self.sources.module(module).parent.map(local)
            }
            Entity::Local(Named::Module(module)) if name == "self" => Some(local(module)),
            Entity::Local(Named::Module(module)) => self.member(module, name, namespace, from),
            Entity::Local(_) => None,
            Entity::Foreign(mut path) => {
                path.push(name.to_owned());
                Some(Entity::Foreign(path))
            }
        }
    }

    /// The crate that an absolute path begins with.
    fn krate(&self, name: &str) -> Entity {
        if let Some(root) = self.package(name) {
            return local(root);
        }
        let name = match name {
            "core" | "alloc" => "std",
            other => other,
        };
        Entity::Foreign(vec![name.to_owned()])
    }

    fn package(&self, name: &str) -> Option<ModuleId> {
        let mut packages = self.sources.packages.iter();
        packages.find(|package| package.crate_name == name)?.root
    }

    /// What `name` is in `module`, as `from` sees it.
    fn member(
        &self,
        module: ModuleId,
        name: &str,
        namespace: Namespace,
        from: ModuleId,
    ) -> Option<Entity> {
        if let Some(declared) = self.declared(module, name, namespace) {
            return Some(declared);
        }
        let key = (module, name.to_owned(), namespace, from);
        if let Some(found) = self.found.borrow().get(&key) {
            return found.clone();
        }
        if !self.open.borrow_mut().insert(key.clone()) {
            return None;
        }
        let found = self.search(module, name, namespace, from);
        self.open.borrow_mut().remove(&key);
        // Inside a circle the answer may be incomplete.
        if self.open.borrow().is_empty() {
            self.found.borrow_mut().insert(key, found.clone());
        }
        found
    }

    /// Among the imports.
    fn search(
        &self,
        module: ModuleId,
        name: &str,
        namespace: Namespace,
        from: ModuleId,
    ) -> Option<Entity> {
        self.imported(module, name, namespace)
            .or_else(|| self.globbed(module, name, namespace, from))
    }

    fn declared(&self, module: ModuleId, name: &str, namespace: Namespace) -> Option<Entity> {
        let names = self.sources.module(module).names.get(name)?;
        let named = names
            .iter()
            .find(|named| namespace_of(**named) == namespace)?;
        Some(Entity::Local(*named))
    }

    fn imported(&self, module: ModuleId, name: &str, namespace: Namespace) -> Option<Entity> {
        let uses = self.sources.module(module).uses.get(name)?;
        uses.iter()
            .find_map(|import| self.target(module, import, namespace))
    }

    /// What an import leads to. A lone name that nobody declared is a crate.
    fn target(&self, module: ModuleId, import: &Use, namespace: Namespace) -> Option<Entity> {
        let found = self.path(module, import.absolute, &import.path, namespace);
        found.or_else(|| match import.path.as_slice() {
            [name] if namespace == Namespace::Type => Some(self.krate(name)),
            _ => None,
        })
    }

    fn globbed(
        &self,
        module: ModuleId,
        name: &str,
        namespace: Namespace,
        from: ModuleId,
    ) -> Option<Entity> {
        let globs = &self.sources.module(module).globs;
        let visible = globs
            .iter()
            .filter(|glob| self.is_visible(glob.visibility, from));
        visible
            .filter_map(|glob| self.target(module, glob, Namespace::Type))
            .find_map(|target| match target {
                Entity::Local(Named::Module(target)) => self
                    .is_exported(target, name, namespace, module)
                    .then(|| self.member(target, name, namespace, module))?,
                Entity::Local(_) => None,
                Entity::Foreign(mut path) => {
                    path.push(name.to_owned());
                    known::exists(&path).then_some(Entity::Foreign(path))
                }
            })
    }

    /// Whether a glob in `importer` brings in `name` of `module`: what is private there stays
    /// there. Names that come through further globs are judged by those.
    fn is_exported(
        &self,
        module: ModuleId,
        name: &str,
        namespace: Namespace,
        importer: ModuleId,
    ) -> bool {
        let there = self.sources.module(module);
        let mut own = there.names.get(name).into_iter().flatten();
        if let Some(named) = own.find(|named| namespace_of(**named) == namespace) {
            return self.is_visible(self.visibility(*named), importer);
        }
        match there.uses.get(name) {
            Some(uses) => uses
                .iter()
                .any(|import| self.is_visible(import.visibility, importer)),
            None => true,
        }
    }

    fn visibility(&self, named: Named) -> Visibility {
        match named {
            Named::Module(id) => self.sources.module(id).visibility,
            Named::Type(index) => self.sources.types[index].visibility,
            Named::Alias(index) => self.sources.aliases[index].visibility,
            Named::Constant(index) => self.sources.constants[index].visibility,
            Named::Trait => Visibility::Public,
        }
    }

    fn is_visible(&self, visibility: Visibility, from: ModuleId) -> bool {
        match visibility {
            Visibility::Public => true,
            Visibility::Within(scope) => self.sources.is_within(from, scope),
        }
    }
}

fn foreign(path: &str) -> Entity {
    Entity::Foreign(path.split("::").map(str::to_owned).collect())
}

fn local(module: ModuleId) -> Entity {
    Entity::Local(Named::Module(module))
}

fn namespace_of(named: Named) -> Namespace {
    match named {
        Named::Constant(_) => Namespace::Value,
        _ => Namespace::Type,
    }
}
