//! The sources of a commit, in a folder of their own.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::folder::TemporaryFolder;
use super::git::{Entry, Git, GitError};
use crate::lock;

/// How often a link may lead to another one.
const LINKS: usize = 8;

/// What was written.
#[derive(Debug)]
pub(crate) struct Export {
    folder: TemporaryFolder,
    prefix: String,
}

/// Why nothing was.
#[derive(Debug)]
pub(crate) enum ExportError {
    Git(GitError),
    Disk(io::Error),
}

impl Export {
    /// Writes the Rust sources, manifests and locks of the whole repository around `package`, as they are
    /// in a commit: what the package includes lies beside it.
    pub(crate) fn of(package: &Path, revision: &str) -> Result<Self, ExportError> {
        let git = Git::at(package);
        let prefix = git.prefix().map_err(ExportError::Git)?;
        let commit = git.commit(revision).map_err(ExportError::Git)?;
        let all = git.files(&commit).map_err(ExportError::Git)?;
        let wanted: Vec<&Entry> = all.iter().filter(|entry| is_source(&entry.path)).collect();
        let objects: Vec<&str> = wanted.iter().map(|entry| entry.object.as_str()).collect();
        let contents = git.contents(&objects).map_err(ExportError::Git)?;
        let files: HashMap<&str, (bool, Vec<u8>)> = wanted
            .iter()
            .zip(contents)
            .map(|(entry, content)| (entry.path.as_str(), (entry.link, content)))
            .collect();
        let folder = TemporaryFolder::new().map_err(ExportError::Disk)?;
        for path in files.keys() {
            if let Some(content) = follow(&files, path) {
                folder.write(path, content).map_err(ExportError::Disk)?;
            }
        }
        Ok(Export { folder, prefix })
    }

    /// The folder of the package; nothing where that commit does not have it.
    pub(crate) fn package(&self) -> Option<PathBuf> {
        let package = self.folder.path().join(&self.prefix);
        package.join("Cargo.toml").is_file().then_some(package)
    }

    /// The folder of the whole repository, as messages must not show it.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }
}

/// The root of the repository around a folder; the folder itself where there is none.
pub(crate) fn repository(folder: &Path) -> PathBuf {
    let prefix = Git::at(folder).prefix().unwrap_or_default();
    let above = Path::new(&prefix).components().count();
    folder.ancestors().nth(above).unwrap_or(folder).to_owned()
}

fn is_source(path: &str) -> bool {
    let safe = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let name = path.rsplit('/').next().unwrap_or(path);
    safe && (name.ends_with(".rs") || name == "Cargo.toml" || name == lock::FILE)
}

/// The content of a file, or of the one that it links to within the repository.
fn follow<'a>(files: &'a HashMap<&str, (bool, Vec<u8>)>, path: &str) -> Option<&'a [u8]> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match files.get(path.as_str())? {
            (false, content) => return Some(content),
            (true, target) => path = target_of(&path, str::from_utf8(target).ok()?)?,
        }
    }
    None
}

/// Where a link at `path` leads.
fn target_of(path: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    (!target.starts_with('/')).then(|| parts.join("/"))
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ExportError::Git(error) => error.fmt(f),
            ExportError::Disk(error) => write!(f, "the sources cannot be written: {error}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_source, target_of};

    #[test]
    fn only_what_the_build_step_reads_is_written() {
        let table = [
            ("src/lib.rs", true),
            ("Cargo.toml", true),
            ("crates/blog/Cargo.toml", true),
            ("build.rs", true),
            ("app/tramline.lock", true),
            ("My-Cargo.toml", false),
            ("web/src/api/posts.ts", false),
            ("../outside.rs", false),
            ("/etc/passwd.rs", false),
        ];
        for (path, expect) in table {
            assert_eq!(is_source(path), expect, "{path}");
        }
    }

    #[test]
    fn links_stay_within_the_repository() {
        let table = [
            (
                "a/src/model.rs",
                "../../shared/model.rs",
                Some("shared/model.rs"),
            ),
            ("model.rs", "./src/model.rs", Some("src/model.rs")),
            ("model.rs", "../model.rs", None),
            ("model.rs", "/etc/model.rs", None),
        ];
        for (path, target, expect) in table {
            assert_eq!(
                target_of(path, target).as_deref(),
                expect,
                "{path} -> {target}"
            );
        }
    }
}
