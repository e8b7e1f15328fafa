//! Walks the module tree of a package.

use std::path::{Path, PathBuf};

use syn::{Item, ItemMod};

use super::attributes::{cfgs, paths, plain_name};
use super::collect::Collector;
use super::items::Named;
use super::place::Place;
use super::reader::Reader;
use super::skim::{Cuts, skim};
use super::sources::{Module, ModuleId, ScannedPackage, SourceFile, Sources};
use super::visibility::Visibility;
use crate::model::{PackageId, PackageRole};
use crate::plan::PackagePlan;

/// A walk over the files of all packages.
pub(super) struct Walk<'a> {
    reader: &'a dyn Reader,
    sources: Sources,
    /// The package being read.
    package: PackageId,
    folder: PathBuf,
    stray: bool,
    /// The files around the one being read: a `#[path]` may close a circle.
    open: Vec<PathBuf>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(reader: &'a dyn Reader) -> Self {
        Walk {
            reader,
            sources: Sources::default(),
            package: PackageId(0),
            folder: PathBuf::new(),
            stray: false,
            open: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> Sources {
        self.sources
    }

    /// Reads one package, and its other targets if it is the one being built.
    pub(super) fn package(&mut self, plan: &PackagePlan, role: PackageRole) {
        self.package = PackageId(self.sources.packages.len());
        self.folder.clone_from(&plan.folder);
        self.sources.packages.push(ScannedPackage {
            crate_name: plan.crate_name.clone(),
            namespace: plan.namespace.clone(),
            role,
            linked: plan.linked,
            root: None,
        });
        self.stray = false;
        let root = self.entry(&plan.entry);
        self.sources.packages[self.package.0].root = root;
        if role == PackageRole::Root {
            self.stray = true;
            for target in &plan.other_targets {
                self.entry(target);
            }
        }
    }

    fn entry(&mut self, entry: &Path) -> Option<ModuleId> {
        if let Some(folder) = entry.parent() {
            self.sources.watched.insert(folder.to_path_buf());
        }
        let (file, items) = self.open(entry)?;
        let id = ModuleId(self.sources.modules.len());
        self.sources.modules.push(Module {
            package: self.package,
            root: id,
            parent: None,
            path: Vec::new(),
            visibility: Visibility::Public,
            file,
            stray: self.stray,
            cfg: Vec::new(),
            names: Default::default(),
            uses: Default::default(),
            globs: Vec::new(),
        });
        self.items(items, id, &Place::of_owner(entry));
        self.open.pop();
        Some(id)
    }

    /// Reads and parses a file; the caller takes it off the list of open files.
    fn open(&mut self, path: &Path) -> Option<(usize, Vec<Item>)> {
        if self.open.iter().any(|open| open == path) {
            return None;
        }
        let text = self.reader.read(path)?;
        self.watch(path);
        let text = text
            .strip_prefix('\u{feff}')
            .map(str::to_owned)
            .unwrap_or(text);
        let Some((items, cuts)) = parse(&text) else {
            self.sources.unparsable.push(path.to_path_buf());
            return None;
        };
        let shown = shown(path, &self.folder);
        let cited = match self.package {
            PackageId(0) => shown.clone(),
            other => format!("{}/{shown}", self.sources.packages[other.0].crate_name),
        };
        self.sources.files.push(SourceFile {
            path: path.to_path_buf(),
            shown,
            cited,
            text,
            cuts,
        });
        self.open.push(path.to_path_buf());
        Some((self.sources.files.len() - 1, items))
    }

    fn watch(&mut self, path: &Path) {
        if !self
            .sources
            .watched
            .iter()
            .any(|watched| path.starts_with(watched))
        {
            self.sources.watched.insert(path.to_path_buf());
        }
    }

    fn items(&mut self, items: Vec<Item>, module: ModuleId, place: &Place) {
        for item in items {
            match item {
                Item::Mod(item) => self.module(item, module, place),
                other => Collector::new(&mut self.sources, module).item(other),
            }
        }
    }

    fn module(&mut self, mut item: ItemMod, parent: ModuleId, place: &Place) {
        let name = plain_name(&item.ident);
        let (certain, conditional) = paths(&item.attrs);
        if let Some((_, items)) = item.content.take() {
            let file = self.sources.module(parent).file;
            let id = self.declare(&item, parent, file);
            let path = certain.first().or(conditional.first());
            self.items(items, id, &place.inline(&name, path.map(String::as_str)));
            return;
        }
        let mut candidates: Vec<_> = certain.iter().map(|path| place.at_path(path)).collect();
        if candidates.is_empty() {
            candidates.extend(conditional.iter().map(|path| place.at_path(path)));
            candidates.extend(place.candidates(&name));
        }
        for (path, place) in candidates {
            if let Some((file, items)) = self.open(&path) {
                let id = self.declare(&item, parent, file);
                self.items(items, id, &place);
                self.open.pop();
            }
        }
    }

    fn declare(&mut self, item: &ItemMod, parent: ModuleId, file: usize) -> ModuleId {
        let id = ModuleId(self.sources.modules.len());
        let name = plain_name(&item.ident);
        let visibility = Visibility::of(&item.vis, parent, &self.sources);
        let above = self.sources.module(parent);
        let mut path = above.path.clone();
        path.push(name.clone());
        let mut cfg = above.cfg.clone();
        cfg.extend(cfgs(&item.attrs));
        let module = Module {
            package: self.package,
            root: above.root,
            parent: Some(parent),
            path,
            visibility,
            file,
            stray: self.stray,
            cfg,
            names: Default::default(),
            uses: Default::default(),
            globs: Vec::new(),
        };
        self.sources.modules.push(module);
        let names = &mut self.sources.modules[parent.0].names;
        names.entry(name).or_default().push(Named::Module(id));
        id
    }
}

/// The items of a file, from what is left of it without the bodies of functions. What finds those
/// may be wrong about a text, and then the whole text decides.
fn parse(text: &str) -> Option<(Vec<Item>, Cuts)> {
    let skimmed = skim(text);
    match syn::parse_file(&skimmed.text) {
        Ok(file) => Some((file.items, skimmed.cuts)),
        Err(_) => {
            let file = syn::parse_file(text).ok()?;
            Some((file.items, Cuts::default()))
        }
    }
}

/// The path as diagnostics and headers show it.
fn shown(path: &Path, folder: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts = below.iter().map(|part| part.to_string_lossy());
    let joined = parts.collect::<Vec<_>>().join("/");
    joined.replace("//", "/")
}
