//! `include_actions!()`: the table at the root of the crate.

use proc_macro2::{Span, TokenStream};

use crate::generated::{self, Folder, Generated};

const PATH: &str = "tramline/actions.rs";

const NO_BUILD_SCRIPT: &str = "this crate has no build script, which would generate the table of \
its actions

help: add `tramline-codegen` to [build-dependencies], and a `build.rs` beside Cargo.toml:

    fn main() {
        tramline_codegen::Builder::new().typescript(\"web/src/api\").build();
    }";

const MISSING: &str = "the build script has generated no table of actions

help: call `tramline_codegen::Builder::new()…build()` in `build.rs`; where it does, look for a file \
that does not parse";

/// Expands `include_actions!()`.
pub(crate) fn expand(folder: &Folder) -> TokenStream {
    let here = Span::call_site();
    match folder.look_up(PATH) {
        Generated::NoBuildScript => generated::error(here, NO_BUILD_SCRIPT),
        Generated::Missing => generated::error(here, MISSING),
        Generated::Refused(diagnostics) => generated::at(here, diagnostics),
        Generated::Ready => generated::include(PATH),
    }
}

#[cfg(test)]
mod tests {
    use super::{PATH, expand};
    use crate::generated::Folder;

    #[test]
    fn the_table_is_included_or_its_absence_explained() {
        let none = expand(&Folder::none()).to_string();
        assert!(none.contains("has no build script"), "{none}");

        let folder = tempfile::tempdir().unwrap();
        let missing = expand(&Folder::at(folder.path())).to_string();
        assert!(missing.contains("has generated no table"), "{missing}");

        std::fs::create_dir(folder.path().join("tramline")).unwrap();
        std::fs::write(folder.path().join(PATH), "// @generated\n").unwrap();
        let ready = expand(&Folder::at(folder.path())).to_string();
        assert!(ready.contains("\"/tramline/actions.rs\""), "{ready}");
    }
}
