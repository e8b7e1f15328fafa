//! What the scan found.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::rc::Rc;

use proc_macro2::Span;

use super::items::{AliasItem, Constant, FunctionItem, ImplItem, Named, TypeItem, Use};
use super::lines::Lines;
use super::skim::Cuts;
use super::visibility::Visibility;
use crate::model::{Location, ModulePath, PackageId, PackageRole};

/// Everything the scan found, in tables that refer to each other by index.
#[derive(Default)]
pub(crate) struct Sources {
    pub(crate) files: Vec<SourceFile>,
    pub(crate) packages: Vec<ScannedPackage>,
    pub(crate) modules: Vec<Module>,
    pub(crate) types: Vec<TypeItem>,
    pub(crate) aliases: Vec<AliasItem>,
    pub(crate) constants: Vec<Constant>,
    pub(crate) functions: Vec<FunctionItem>,
    pub(crate) impls: Vec<ImplItem>,
    /// Files that syn cannot parse, which are left to rustc to explain.
    pub(crate) unparsable: Vec<PathBuf>,
    /// Modules without a file, whatever is configured.
    pub(crate) missing: Vec<MissingModule>,
    /// What cargo is to watch: the source folder of every package, and files outside them.
    pub(crate) watched: BTreeSet<PathBuf>,
}

/// A file that was read.
pub(crate) struct SourceFile {
    /// Where it was read from; empty for what stands in no file.
    pub(crate) path: PathBuf,
    /// Below its package's folder where it lies there, with forward slashes.
    pub(crate) shown: String,
    /// The same, under the name of its crate where that is not the one being built.
    pub(crate) cited: String,
    pub(crate) text: String,
    /// What was not parsed.
    pub(super) cuts: Rc<Cuts>,
    pub(super) lines: Rc<Lines>,
}

/// A package that was read.
pub(crate) struct ScannedPackage {
    pub(crate) crate_name: String,
    pub(crate) namespace: Option<String>,
    pub(crate) role: PackageRole,
    /// Whether the root package can name it.
    pub(crate) linked: bool,
    /// Its root module; none where the entry could not be read.
    pub(crate) root: Option<ModuleId>,
}

/// `mod name;` without its file.
#[derive(Debug)]
pub(crate) struct MissingModule {
    pub(crate) name: String,
    /// The name in the declaration.
    pub(crate) location: Location,
    /// The files it may have, as diagnostics show them.
    pub(crate) candidates: Vec<String>,
}

/// Index into [`Sources::modules`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ModuleId(pub(crate) usize);

/// A module with the names in it.
pub(crate) struct Module {
    pub(crate) package: PackageId,
    /// Of its own target: what `crate` means here.
    pub(crate) root: ModuleId,
    pub(crate) parent: Option<ModuleId>,
    pub(crate) path: ModulePath,
    pub(crate) visibility: Visibility,
    pub(crate) file: usize,
    /// Whether it belongs to a target other than the one whose actions are served.
    pub(crate) stray: bool,
    /// Predicates of every `#[cfg]` from the root down to here.
    pub(crate) cfg: Vec<String>,
    /// What is declared here; a name may occur once per `cfg`.
    pub(crate) names: HashMap<String, Vec<Named>>,
    pub(crate) uses: HashMap<String, Vec<Use>>,
    pub(crate) globs: Vec<Use>,
    /// What stands before its `mod` and at the head of its file.
    pub(crate) docs: String,
}

impl Sources {
    pub(crate) fn module(&self, id: ModuleId) -> &Module {
        &self.modules[id.0]
    }

    /// Whether `inner` is `outer` or lies below it.
    pub(crate) fn is_within(&self, inner: ModuleId, outer: ModuleId) -> bool {
        let mut next = Some(inner);
        while let Some(id) = next {
            if id == outer {
                return true;
            }
            next = self.module(id).parent;
        }
        false
    }

    /// The place of `span` in the file of `module`.
    pub(crate) fn locate(&self, module: ModuleId, span: Span) -> Location {
        let file = self.module(module).file;
        let (range, cuts) = (span.byte_range(), &self.files[file].cuts);
        Location {
            file,
            start: cuts.start(range.start),
            end: cuts.end(range.end),
        }
    }

    /// File and line of a span, for people: "src/posts.rs:12".
    pub(crate) fn cite(&self, module: ModuleId, span: Span) -> String {
        let location = self.locate(module, span);
        format!("{}:{}", self.cited(location), self.line(location))
    }

    /// The file of a location, for people.
    pub(crate) fn cited(&self, location: Location) -> &str {
        &self.files[location.file].cited
    }

    /// The line in which a location begins.
    pub(crate) fn line(&self, location: Location) -> usize {
        let file = &self.files[location.file];
        file.lines.number(&file.text, location.start)
    }
}
