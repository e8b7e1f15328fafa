//! Small packages for tests, in memory.
//!
//! `src/lib.rs` is the package being built, called `app`; `blog/src/lib.rs` is an included package
//! with the namespace `blog`; `types/shapes/src/lib.rs` one whose types are used; `src/main.rs`
//! and files in `examples/` are other targets.

use std::path::{Path, PathBuf};

use crate::check::check;
use crate::choices::Choices;
use crate::diagnostics::Diagnostics;
use crate::emit::Refused;
use crate::encoding::choose;
use crate::model::Api;
use crate::plan::{PackagePlan, Plan};
use crate::resolve::resolve;
pub(crate) use crate::scan::Files;
use crate::scan::{Sources, scan_with};

/// What the front half of the build step makes of some files.
pub(crate) struct Front {
    pub(crate) sources: Sources,
    pub(crate) api: Api,
    pub(crate) diagnostics: Diagnostics,
}

impl Files {
    pub(crate) fn plan(&self) -> Plan {
        let mut included = Vec::new();
        let mut types = Vec::new();
        for entry in self.0.keys().filter(|path| path.ends_with("src/lib.rs")) {
            let folder = entry
                .ancestors()
                .nth(2)
                .map(Path::to_path_buf)
                .unwrap_or_default();
            let Some(name) = folder.file_name() else {
                continue;
            };
            let name = name.to_string_lossy().into_owned();
            if folder.starts_with("types") {
                types.push(package(&folder, &name, None, entry.clone()));
            } else {
                included.push(package(&folder, &name, Some(&name), entry.clone()));
            }
        }
        let mut root = package(Path::new(""), "app", None, PathBuf::from("src/lib.rs"));
        let is_target =
            |path: &&PathBuf| path.starts_with("examples") || path.ends_with("src/main.rs");
        root.other_targets = self.0.keys().filter(is_target).cloned().collect();
        Plan {
            root,
            included,
            types,
            about: Default::default(),
        }
    }

    pub(crate) fn read(&self) -> Front {
        self.read_with(&Choices::default())
    }

    pub(crate) fn read_with(&self, choices: &Choices) -> Front {
        let sources = scan_with(&self.plan(), self);
        let mut diagnostics = Diagnostics::default();
        let mut api = resolve(&sources, choices, &mut diagnostics);
        choose(&mut api, &mut diagnostics);
        check(&api, &mut diagnostics);
        Front {
            sources,
            api,
            diagnostics,
        }
    }
}

impl Front {
    pub(crate) fn refused(&self) -> Vec<Refused> {
        self.diagnostics.render(&self.sources)
    }

    /// Every diagnostic as text.
    pub(crate) fn rendered(&self) -> String {
        let texts: Vec<_> = self
            .refused()
            .into_iter()
            .map(|refused| refused.text)
            .collect();
        texts.join("\n\n")
    }
}

fn package(folder: &Path, name: &str, namespace: Option<&str>, entry: PathBuf) -> PackagePlan {
    PackagePlan {
        folder: folder.to_path_buf(),
        crate_name: name.to_owned(),
        linked: true,
        namespace: namespace.map(str::to_owned),
        entry,
        other_targets: Vec::new(),
    }
}
