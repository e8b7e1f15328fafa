//! Walks the module tree of a package.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use syn::ItemMod;

use super::attributes::{cfgs, docs, paths, plain_name};
use super::collect::Collector;
use super::items::Named;
use super::parsed::Parsed;
use super::piece::Piece;
use super::place::Place;
use super::reader::Reader;
use super::sources::{MissingModule, Module, ModuleId, ScannedPackage, SourceFile, Sources};
use super::visibility::Visibility;
use crate::model::{PackageId, PackageRole};
use crate::plan::PackagePlan;

/// Why there are no items in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closed {
    /// There is no such file.
    Absent,
    /// It cannot be parsed, or is being read already.
    Unusable,
}

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
        let (file, items) = self.open(entry).ok()?;
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
            docs: docs_at_head(&self.sources.files[file].text),
        });
        self.items(&items, id, &Place::of_owner(entry));
        self.open.pop();
        Some(id)
    }

    /// Reads and parses a file; the caller takes it off the list of open files.
    fn open(&mut self, path: &Path) -> Result<(usize, Rc<[Piece]>), Closed> {
        if self.open.iter().any(|open| open == path) {
            return Err(Closed::Unusable);
        }
        let text = self.reader.read(path).ok_or(Closed::Absent)?;
        self.watch(path);
        let text = text
            .strip_prefix('\u{feff}')
            .map(str::to_owned)
            .unwrap_or(text);
        let Some(Parsed { items, cuts, lines }) = self.reader.parse(path, &text) else {
            self.sources.unparsable.push(path.to_path_buf());
            return Err(Closed::Unusable);
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
            lines,
        });
        self.open.push(path.to_path_buf());
        Ok((self.sources.files.len() - 1, items))
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

    fn items(&mut self, items: &[Piece], module: ModuleId, place: &Place) {
        for item in items {
            match item {
                Piece::Module(item, inside) => self.module(item, inside.as_deref(), module, place),
                other => Collector::new(&mut self.sources, module).item(other),
            }
        }
    }

    fn module(
        &mut self,
        item: &ItemMod,
        inside: Option<&[Piece]>,
        parent: ModuleId,
        place: &Place,
    ) {
        let name = plain_name(&item.ident);
        let (certain, conditional) = paths(&item.attrs);
        if let Some(items) = inside {
            let file = self.sources.module(parent).file;
            let id = self.declare(item, parent, file);
            let path = certain.first().or(conditional.first());
            self.items(items, id, &place.inline(&name, path.map(String::as_str)));
            return;
        }
        let mut candidates: Vec<_> = certain.iter().map(|path| place.at_path(path)).collect();
        if candidates.is_empty() {
            candidates.extend(conditional.iter().map(|path| place.at_path(path)));
            candidates.extend(place.candidates(&name));
        }
        let mut found = false;
        for (path, place) in &candidates {
            let opened = self.open(path);
            found |= !matches!(opened, Err(Closed::Absent));
            if let Ok((file, items)) = opened {
                let id = self.declare(item, parent, file);
                self.items(&items, id, place);
                self.open.pop();
            }
        }
        if !found {
            self.missing(item, parent, &candidates);
        }
    }

    /// Notes a module that rustc is sure to miss.
    fn missing(&mut self, item: &ItemMod, parent: ModuleId, candidates: &[(PathBuf, Place)]) {
        let above = &self.sources.modules[parent.0];
        let conditional = item.attrs.iter().any(|attribute| {
            let path = attribute.path();
            path.is_ident("cfg") || path.is_ident("cfg_attr")
        });
        if above.stray || conditional || !above.cfg.is_empty() {
            return;
        }
        let candidates = candidates.iter();
        let candidates = candidates.map(|(path, _)| shown(path, &self.folder));
        let module = MissingModule {
            name: plain_name(&item.ident),
            location: self.sources.locate(parent, item.ident.span()),
            candidates: candidates.collect(),
        };
        self.sources.missing.push(module);
    }

    fn declare(&mut self, item: &ItemMod, parent: ModuleId, file: usize) -> ModuleId {
        let id = ModuleId(self.sources.modules.len());
        let name = plain_name(&item.ident);
        let visibility = Visibility::of(&item.vis, parent, &self.sources);
        let above = self.sources.module(parent);
        let mut path = above.path.clone();
        path.push(name.clone());
        let mut docs = docs(&item.attrs);
        if file != above.file {
            docs = format!("{docs}\n\n{}", docs_at_head(&self.sources.files[file].text));
        }
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
            docs: docs.trim().to_owned(),
        };
        self.sources.modules.push(module);
        let names = &mut self.sources.modules[parent.0].names;
        names.entry(name).or_default().push(Named::Module(id));
        id
    }
}

/// The lines `//!` that a file begins with, behind blank ones.
fn docs_at_head(text: &str) -> String {
    let lines = text
        .lines()
        .map(str::trim)
        .skip_while(|line| line.is_empty());
    let lines = lines.map_while(|line| line.strip_prefix("//!"));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// The path as diagnostics and headers show it.
fn shown(path: &Path, folder: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts = below.iter().map(|part| part.to_string_lossy());
    let joined = parts.collect::<Vec<_>>().join("/");
    joined.replace("//", "/")
}
