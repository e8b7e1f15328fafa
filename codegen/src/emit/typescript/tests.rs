//! Small APIs by hand, and the clients that come of them.
//!
//! `tests/typescript` compiles, bundles and runs the recorded files.

mod build;
mod fixtures;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::{TypeScript, emit};
use crate::model::Api;

#[test]
fn clients_are_as_recorded() {
    let fixtures: [(&str, Api); 8] = [
        ("directions", fixtures::directions()),
        ("errors", fixtures::errors()),
        ("foreign", fixtures::foreign()),
        ("modules", fixtures::modules()),
        ("names", fixtures::names()),
        ("plain", fixtures::plain()),
        ("tagged", fixtures::tagged()),
        ("types", fixtures::types()),
    ];
    for (name, api) in fixtures {
        let folder = expected().join(name);
        let found = files(&api);
        if env::var_os("UPDATE_EXPECT").is_some() {
            record(&folder, &found);
        }
        assert_eq!(
            recorded(&folder),
            found,
            "with UPDATE_EXPECT=1 the new files are recorded"
        );
    }
}

#[test]
fn the_runtime_stands_beside_or_in_a_package() {
    let api = fixtures::errors();
    let table = [
        (false, None, None, vec!["_runtime.ts"], "./_runtime"),
        (
            false,
            None,
            Some(".js"),
            vec!["_runtime.ts"],
            "./_runtime.js",
        ),
        (
            false,
            None,
            Some(".ts"),
            vec!["_runtime.ts"],
            "./_runtime.ts",
        ),
        (
            true,
            None,
            None,
            vec!["_runtime.js", "_runtime.d.ts"],
            "./_runtime.js",
        ),
        (
            true,
            None,
            Some(".ts"),
            vec!["_runtime.js", "_runtime.d.ts"],
            "./_runtime.js",
        ),
        (
            true,
            None,
            Some(""),
            vec!["_runtime.js", "_runtime.d.ts"],
            "./_runtime",
        ),
        (false, Some("tramline"), Some(".js"), vec![], "tramline"),
    ];
    for (javascript, package, suffix, runtime, specifier) in table {
        let options = TypeScript {
            javascript,
            package: package.map(str::to_owned),
            import_suffix: suffix.map(str::to_owned),
        };
        let files = emit(&api, &options);
        let (own, beside): (Vec<_>, Vec<_>) = files
            .iter()
            .partition(|file| !file.path.contains("_runtime"));
        let beside: Vec<&str> = beside.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(beside, runtime);
        assert!(
            own[0].text.contains(&format!("from \"{specifier}\";")),
            "{options:?}"
        );
    }
}

#[test]
fn the_order_of_the_model_does_not_matter() {
    let mut api = fixtures::modules();
    let before = files(&api);
    api.actions.reverse();
    // Within one module, the source's order counts, and here nothing has a place in a source.
    let paths = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&before), paths(&files(&api)));
}

/// The files of both forms, without the runtime.
fn files(api: &Api) -> BTreeMap<String, String> {
    let form = |javascript| {
        let options = TypeScript {
            javascript,
            ..TypeScript::default()
        };
        let folder = if javascript { "js" } else { "ts" };
        let own = emit(api, &options).into_iter();
        let own = own.filter(|file| !file.path.starts_with("_runtime."));
        own.map(move |file| (format!("{folder}/{}", file.path), file.text))
    };
    form(false).chain(form(true)).collect()
}

fn expected() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/emit/typescript/tests/expected")
}

fn record(folder: &Path, files: &BTreeMap<String, String>) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn recorded(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
            files.insert(name.replace('\\', "/"), fs::read_to_string(&path).unwrap());
        }
    }
    files
}
