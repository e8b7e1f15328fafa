//! The TypeScript client.
//!
//! Three steps: the [`catalog`](catalog::Catalog) decides what is needed and what it is called,
//! small functions build a [`tree`] of each file, and the [`printer`] turns a tree into text. Only
//! the printer knows whether the result is TypeScript or JavaScript.

mod actions;
mod catalog;
mod codecs;
mod declarations;
mod demand;
mod differences;
mod errors;
mod fields;
mod imports;
mod jsdoc;
mod json;
mod kept;
mod layout;
mod minimum;
mod names;
mod primitives;
mod printer;
mod read_variants;
mod readers;
mod received;
mod runtime;
pub(crate) mod surface;
#[cfg(test)]
mod tests;
mod tree;
mod type_expr;
mod types;
mod variants;
mod words;
mod write_fields;
mod write_variants;
mod writers;

use self::catalog::Catalog;
use self::codecs::Codecs;
use self::imports::{Imports, Sources};
pub(crate) use self::kept::Kept;
use self::names::Scope;
pub(crate) use self::names::{camel_case, pascal_case};
use self::printer::Rendering;
use self::tree::{FileId, Item};
pub(crate) use self::types::LONGEST_TUPLE;
pub(crate) use self::variants::INNER;
use super::GeneratedFile;
use crate::model::{Api, Direction, Encoding, Input};
use crate::parallel;

const ENCODINGS: [Encoding; 2] = [Encoding::Postcard, Encoding::Json];

/// How the client is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TypeScript {
    /// `.js` and `.d.ts` in place of `.ts`.
    pub(crate) javascript: bool,
    /// The npm package to import in place of `_runtime` beside the files.
    pub(crate) package: Option<String>,
    /// What ends the path of a relative import: `.js`, `.ts` or nothing. Without one, what suits
    /// the form.
    pub(crate) import_suffix: Option<String>,
}

/// The client: a file for each Rust module, and the runtime beside them.
pub(crate) fn emit(api: &Api, options: &TypeScript) -> Vec<GeneratedFile> {
    let catalog = Catalog::new(api);
    let own: Vec<FileId> = catalog.layout.files().collect();
    let printed = parallel::map(&own, |file| {
        print(&catalog, *file, &Tree::new(&catalog, *file), options)
    });
    let mut files = runtime::files(options);
    files.extend(printed.into_iter().flatten());
    files
}

/// The same for whoever does it again and again.
pub(crate) fn emit_again(api: &Api, options: &TypeScript, kept: &mut Kept) -> Vec<GeneratedFile> {
    let catalog = Catalog::new(api);
    let own: Vec<FileId> = catalog.layout.files().collect();
    kept.forget_unless(&catalog.layout, options);
    let printed = parallel::map(&own, |file| {
        let tree = Tree::new(&catalog, *file);
        match kept.printed(*file, &tree) {
            Some(printed) => (printed.to_vec(), None),
            None => (print(&catalog, *file, &tree, options), Some(tree)),
        }
    });
    let mut files = runtime::files(options);
    for (file, (printed, new)) in own.into_iter().zip(printed) {
        if let Some(tree) = new {
            kept.keep(file, tree, printed.clone());
        }
        files.extend(printed);
    }
    files
}

/// What a file says, and the names in use in it.
#[derive(Debug, PartialEq, Eq)]
struct Tree {
    items: Vec<Item>,
    scope: Scope,
}

impl Tree {
    fn new(catalog: &Catalog<'_>, file: FileId) -> Self {
        let mut codecs = Codecs::new(catalog, file);
        let items = items(&mut codecs, file);
        let scope = codecs.into_scope();
        Tree { items, scope }
    }
}

fn print(
    catalog: &Catalog<'_>,
    file: FileId,
    tree: &Tree,
    options: &TypeScript,
) -> Vec<GeneratedFile> {
    let sources = Sources {
        layout: &catalog.layout,
        package: options.package.as_deref(),
        suffix: options.suffix(),
    };
    let renderings: &[_] = match options.javascript {
        true => &[
            (Rendering::JavaScript, "js"),
            (Rendering::Declarations, "d.ts"),
        ],
        false => &[(Rendering::TypeScript, "ts")],
    };
    let render = |(rendering, extension): &(Rendering, &str)| GeneratedFile {
        path: format!("{}.{extension}", catalog.layout.path(file)),
        text: printer::print(
            &tree.items,
            *rendering,
            Imports::new(sources, file, tree.scope.clone()),
        ),
    };
    renderings.iter().map(render).collect()
}

/// What a reader of the file looks for first stands first: types, actions, then codecs.
fn items(codecs: &mut Codecs<'_, '_>, file: FileId) -> Vec<Item> {
    let mut items = shown_items(codecs, file);
    items.extend(codec_items(codecs, file));
    items
}

/// What users import: types with the constructors of brands, and actions.
fn shown_items(codecs: &mut Codecs<'_, '_>, file: FileId) -> Vec<Item> {
    let catalog = codecs.catalog;
    let mut items = Vec::new();
    for declaration in catalog.declarations_of(file) {
        items.extend(declarations::definition(catalog, declaration));
    }
    for id in catalog.errors_of(file) {
        items.push(errors::declaration(catalog, id));
    }
    let actions = catalog.actions_of(file);
    for named in &actions {
        if let (Some(names), Input::Fields(fields)) = (&named.input, &named.action.input) {
            items.push(declarations::input(catalog, &names.ty, fields));
        }
    }
    for named in &actions {
        items.push(actions::action(codecs, named));
    }
    items
}

/// Every codec, each followed by the helpers that it is the first to use.
fn codec_items(codecs: &mut Codecs<'_, '_>, file: FileId) -> Vec<Item> {
    let catalog = codecs.catalog;
    let mut functions = codecs.helpers();
    for named in catalog.actions_of(file) {
        if let (Some(names), Input::Fields(fields)) = (&named.input, &named.action.input) {
            functions.extend(writers::input_writer(codecs, names, fields));
            functions.extend(codecs.helpers());
            let encoding = named.action.encoding;
            functions.push(json::input_codec(catalog, encoding, names, fields));
        }
        functions.extend(codecs.helpers());
    }
    for id in catalog.definitions_of(file) {
        for instance in catalog.codecs.postcard_of(id, Direction::Input) {
            functions.push(writers::writer(codecs, instance));
            functions.extend(codecs.helpers());
        }
        for instance in catalog.codecs.postcard_of(id, Direction::Output) {
            functions.push(readers::reader(codecs, instance));
            functions.extend(codecs.helpers());
        }
        for encoding in ENCODINGS {
            for (instance, direction) in catalog.codecs.json_of(encoding, id) {
                functions.push(json::codec(catalog, encoding, instance, direction));
            }
        }
    }
    for id in catalog.errors_of(file) {
        functions.extend(errors::reader(codecs, id));
        functions.extend(codecs.helpers());
        functions.extend(
            ENCODINGS
                .iter()
                .filter_map(|one| json::codes(catalog, *one, id)),
        );
    }
    for named in catalog.actions_of(file) {
        if let Some(reader) = &named.error_reader {
            functions.push(errors::union_reader(codecs, reader, &named.errors));
        }
    }
    functions.into_iter().map(Item::Function).collect()
}

impl TypeScript {
    fn suffix(&self) -> &str {
        match self.import_suffix.as_deref() {
            // There is no `.ts` to import beside `.js` and `.d.ts`.
            None | Some(".ts") if self.javascript => ".js",
            None => "",
            Some(suffix) => suffix,
        }
    }
}
