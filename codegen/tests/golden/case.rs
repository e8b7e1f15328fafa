//! The folders of `tests/golden`.

use std::fs;
use std::path::{Path, PathBuf};

/// A case: a package, and those below its `crates` folder.
pub(crate) struct Case {
    pub(crate) packages: Vec<Package>,
}

/// A package as it stands in the repository.
pub(crate) struct Package {
    /// Where its recorded files are.
    pub(crate) folder: PathBuf,
    /// Below the workspace.
    pub(crate) place: PathBuf,
    pub(crate) name: String,
    /// Paths below `src`, with their text.
    pub(crate) sources: Vec<(PathBuf, String)>,
    /// `build.rs`; nothing for a package of types alone.
    pub(crate) build_script: Option<String>,
    /// `tramline.lock`, where there is one.
    pub(crate) lock: Option<String>,
    /// What follows in its manifest.
    pub(crate) dependencies: String,
}

/// In a case's folder, but no source.
const NOT_SOURCES: &[&str] = &["build.rs", "dispatcher.rs", "actions.rs", "crates"];

const USUAL_BUILD_SCRIPT: &str = "fn main() {
    tramline_codegen::Builder::new().typescript(\"client\").build();
}
";

impl Case {
    pub(crate) fn all() -> Vec<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
        folders(&root)
            .iter()
            .map(|folder| Self::read(folder))
            .collect()
    }

    fn read(folder: &Path) -> Self {
        let name = name(folder);
        let mut main = Package::read(folder, format!("golden-{name}"), name.clone().into());
        main.build_script.get_or_insert(USUAL_BUILD_SCRIPT.into());
        let mut packages = vec![main];
        for folder in folders(&folder.join("crates")) {
            let place = Path::new(&name).join("crates").join(self::name(&folder));
            packages.push(Package::read(&folder, self::name(&folder), place));
        }
        Self { packages }
    }
}

impl Package {
    fn read(folder: &Path, name: String, place: PathBuf) -> Self {
        let mut sources = Vec::new();
        collect(folder, Path::new(""), &mut sources);
        Self {
            sources,
            build_script: fs::read_to_string(folder.join("build.rs")).ok(),
            lock: fs::read_to_string(folder.join("tramline.lock")).ok(),
            dependencies: fs::read_to_string(folder.join("dependencies.toml")).unwrap_or_default(),
            folder: folder.to_owned(),
            place,
            name,
        }
    }
}

fn collect(folder: &Path, below: &Path, sources: &mut Vec<(PathBuf, String)>) {
    for path in entries(&folder.join(below)) {
        let file = name(&path);
        let top = below.as_os_str().is_empty();
        if top && NOT_SOURCES.contains(&&*file) {
            continue;
        }
        if path.is_dir() {
            collect(folder, &below.join(file), sources);
        } else if file.ends_with(".rs") {
            let file = if top && file == "input.rs" {
                "lib.rs"
            } else {
                &file
            };
            sources.push((below.join(file), fs::read_to_string(&path).unwrap()));
        }
    }
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let mut folders = entries(folder);
    folders.retain(|path| path.is_dir());
    folders
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut entries: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}
