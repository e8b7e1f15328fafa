//! The runtime that stands beside a client's files: made from `client-ts` and embedded here, so
//! that nothing need be installed.

use super::TypeScript;
use crate::emit::GeneratedFile;

const TYPESCRIPT: &str = include_str!("runtime/_runtime.ts");
const JAVASCRIPT: &str = include_str!("runtime/_runtime.js");
const DECLARATIONS: &str = include_str!("runtime/_runtime.d.ts");

/// The files of the runtime; none where it is imported from a package.
pub(super) fn files(options: &TypeScript) -> Vec<GeneratedFile> {
    let files: &[(&str, &str)] = match (&options.package, options.javascript) {
        (Some(_), _) => &[],
        (None, false) => &[("_runtime.ts", TYPESCRIPT)],
        (None, true) => &[("_runtime.js", JAVASCRIPT), ("_runtime.d.ts", DECLARATIONS)],
    };
    let file = |(path, text): &(&str, &str)| GeneratedFile {
        path: (*path).to_owned(),
        text: (*text).to_owned(),
    };
    files.iter().map(file).collect()
}
