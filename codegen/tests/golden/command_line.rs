//! What the command line makes of a package that cargo has built: the same clients, byte for byte.

use std::path::Path;

use tramline_codegen::command::{Project, Selection};

/// Where the clients that the build script wrote are not those of the command line.
pub(crate) fn compare(folder: &Path) -> Vec<String> {
    let selection = Selection {
        folder: Some(folder.to_owned()),
        ..Selection::default()
    };
    match Project::open(&selection).and_then(|project| project.check()) {
        Ok(checked) => {
            let differences = checked.differences.into_iter();
            let told = differences.map(|one| {
                let path = folder.join(one.path);
                format!("{}: {} to the command line", path.display(), one.drift)
            });
            told.collect()
        }
        Err(failure) => failure.errors,
    }
}
