//! A small API by hand, and the text that comes of it.

mod build;
mod cases;

use super::{TypeScript, emit};
use crate::emit::GeneratedFile;
use crate::model::Api;

/// The files of a client in which the runtime comes from a package, so that only ours are there.
fn files(api: &Api, javascript: bool) -> Vec<GeneratedFile> {
    let options = TypeScript {
        javascript,
        package: Some("tramline".to_owned()),
        import_suffix: None,
    };
    emit(api, &options)
}

/// Every file behind a line with its path.
fn client(api: &Api, javascript: bool) -> String {
    let text = |file: GeneratedFile| format!("==> {} <==\n{}\n", file.path, file.text);
    files(api, javascript).into_iter().map(text).collect()
}

/// The text of the only file, without its header.
fn body(api: &Api) -> String {
    let mut files = files(api, false);
    assert_eq!(files.len(), 1, "one module, one file");
    let text = files.remove(0).text;
    let (_, body) = text.split_once("/* eslint-disable */\n\n").unwrap();
    body.to_owned()
}
