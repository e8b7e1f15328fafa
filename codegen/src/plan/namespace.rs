//! The namespace of an included package, read from its build script.

use std::fs;

use super::Unplannable;
use super::manifest::Manifest;
use crate::script;

/// The namespace of the package.
pub(super) fn read(manifest: &Manifest) -> Result<String, Unplannable> {
    let place = manifest.build_script();
    let package = &manifest.package;
    let text = fs::read_to_string(&place).map_err(|error| {
        Unplannable(format!(
            "`{package}` is included, but its build script `{}` cannot be read: {error}",
            place.display(),
        ))
    })?;
    let needed = |why: &str| {
        Unplannable(format!(
            "`{package}` is included, so its actions need a namespace: write \
             `.namespace(\"…\")` with a literal in `{}`{why}",
            place.display(),
        ))
    };
    match script::namespace(&text, &manifest.codegen_name()) {
        Ok(found) => found.ok_or_else(|| needed("")),
        Err(unread) => Err(needed(&format!(", where {}", unread.message))),
    }
}
