//! Items that stand in no file of the user's: a module of our own below one of theirs, from where
//! everything in that one can be named.

use std::path::PathBuf;
use std::rc::Rc;

use super::collect::Collector;
use super::piece::pieces;
use super::sources::{Module, ModuleId, SourceFile, Sources};
use super::visibility::Visibility;

/// Adds a module with the items of `text` below `parent`.
///
/// # Errors
///
/// When syn cannot parse the text.
pub(crate) fn annex(
    sources: &mut Sources,
    parent: ModuleId,
    name: &str,
    text: String,
) -> syn::Result<()> {
    let items = pieces(syn::parse_file(&text)?.items);
    let above = sources.module(parent);
    let mut path = above.path.clone();
    path.push(name.to_owned());
    let module = Module {
        package: above.package,
        root: above.root,
        parent: Some(parent),
        path,
        visibility: Visibility::Within(parent),
        file: sources.files.len(),
        stray: false,
        cfg: above.cfg.clone(),
        names: Default::default(),
        uses: Default::default(),
        globs: Vec::new(),
        docs: String::new(),
    };
    let shown = format!("{name}.rs");
    sources.files.push(SourceFile {
        path: PathBuf::new(),
        cited: shown.clone(),
        shown,
        text,
        cuts: Rc::default(),
        lines: Rc::default(),
    });
    let id = ModuleId(sources.modules.len());
    sources.modules.push(module);
    for item in items.iter() {
        Collector::new(sources, id).item(item);
    }
    Ok(())
}
