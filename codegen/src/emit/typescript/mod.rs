//! The TypeScript client.

use super::GeneratedFile;
use crate::model::Api;

/// How the client is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct TypeScript {
    /// `.js` and `.d.ts` in place of `.ts`.
    pub(crate) javascript: bool,
    /// The npm package to import in place of `_runtime` beside the files.
    pub(crate) package: Option<String>,
    /// What ends the path of a relative import: `.js`, `.ts` or nothing. Without one, what suits
    /// the form.
    pub(crate) import_suffix: Option<String>,
}

/// Every file of the client.
pub(crate) fn emit(api: &Api, options: &TypeScript) -> Vec<GeneratedFile> {
    let _ = (api, options);
    Vec::new()
}
