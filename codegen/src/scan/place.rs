//! Where the file of a module lies: the rules of the Rust reference on source file names.

use std::path::{Path, PathBuf};

/// The place that module declarations are relative to.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Where files of child modules lie.
    children: PathBuf,
    /// What `#[path]` is relative to.
    paths: PathBuf,
}

impl Place {
    /// Inside an entry file, a `mod.rs`, or a file named by `#[path]`.
    pub(super) fn of_owner(file: &Path) -> Self {
        let folder = folder(file);
        Place {
            children: folder.clone(),
            paths: folder,
        }
    }

    /// Inside `posts.rs`, whose children lie in `posts/`.
    fn of_named(file: &Path, name: &str) -> Self {
        let folder = folder(file);
        Place {
            children: folder.join(name),
            paths: folder,
        }
    }

    /// Inside `mod name { … }`, perhaps under a `#[path]`.
    pub(super) fn inline(&self, name: &str, path: Option<&str>) -> Self {
        let children = match path {
            Some(path) => self.paths.join(path),
            None => self.children.join(name),
        };
        Place {
            paths: children.clone(),
            children,
        }
    }

    /// The file of `#[path = "…"] mod name;`, and the place inside it.
    pub(super) fn at_path(&self, path: &str) -> (PathBuf, Place) {
        let file = self.paths.join(path);
        let place = Place::of_owner(&file);
        (file, place)
    }

    /// The two files that `mod name;` may mean, and the place inside each.
    pub(super) fn candidates(&self, name: &str) -> [(PathBuf, Place); 2] {
        let beside = self.children.join(format!("{name}.rs"));
        let inside = self.children.join(name).join("mod.rs");
        let beside_place = Place::of_named(&beside, name);
        let inside_place = Place::of_owner(&inside);
        [(beside, beside_place), (inside, inside_place)]
    }
}

fn folder(file: &Path) -> PathBuf {
    file.parent().map(Path::to_path_buf).unwrap_or_default()
}
