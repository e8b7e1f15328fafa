//! What a build script says.

use crate::emit::typescript::TypeScript;
use std::path::PathBuf;

/// The settings of the build step.
#[derive(Clone, Debug, Default)]
#[must_use = "nothing happens before `build`"]
pub struct Builder {
    pub(crate) root: Option<PathBuf>,
    pub(crate) namespace: Option<String>,
    pub(crate) include: Vec<PathBuf>,
    pub(crate) types_from: Vec<PathBuf>,
    /// The folder of the `.ts` files.
    pub(crate) typescript: Option<PathBuf>,
    /// The folder of the `.js` and `.d.ts` files.
    pub(crate) javascript: Option<PathBuf>,
    pub(crate) options: TypeScript,
}

impl Builder {
    /// Settings under which a package without clients is built.
    pub fn new() -> Self {
        Self::default()
    }
}
