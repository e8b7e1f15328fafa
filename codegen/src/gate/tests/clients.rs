//! What the gate says about the code of frontends, recorded for the TypeScript compiler to judge:
//! `tests/typescript/gate.test.js` compiles it. `UPDATE_EXPECT=1` records it anew.
//!
//! For each change the declarations of the clients before and after, and a file that gives inputs of
//! before to functions of now, and results and errors of now to what expects those of before. Where
//! the gate says that it does not compile, the compiler has to say so too, and nowhere else.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use super::cases::CASES;
use super::safe::SAFE;
use super::{Past, found, read};
use crate::compatibility::{Category, Part};
use crate::emit::typescript::surface::{Function, Surface};
use crate::emit::typescript::{TypeScript, emit};
use crate::gate::finding::Finding;
use crate::gate::rules;
use crate::model::Api;

const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/src/gate/tests/expected/clients.txt"
);

#[test]
fn clients_are_as_recorded() {
    let cases = CASES.iter().map(|case| (case.old, case.new));
    let mut text = String::new();
    for (number, (old, new)) in cases.chain(SAFE.iter().copied()).enumerate() {
        record(&mut text, &format!("{number:02}"), old, new);
    }
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(Path::new(FILE).parent().unwrap()).unwrap();
        fs::write(FILE, &text).unwrap();
    }
    assert!(fs::read_to_string(FILE).unwrap_or_default() == text);
}

fn record(text: &mut String, name: &str, old: &str, new: &str) {
    let apis = [("old", read(old).api), ("new", read(new).api)];
    for (side, api) in &apis {
        for (path, declarations) in declarations(api) {
            write!(text, "//- {name}/{side}/{path}\n{declarations}").unwrap();
        }
    }
    let [was, is] = apis.map(|(_, api)| Surface::of(&api));
    let findings = found(old, new, Past::Sources);
    writeln!(text, "//- {name}/check.ts\n{HEAD}").unwrap();
    for (at, (action, function)) in was.functions.iter().enumerate() {
        if let Some(now) = is.functions.get(action) {
            check(text, at, (function, now), &about(&findings, action));
        }
    }
}

fn declarations(api: &Api) -> Vec<(String, String)> {
    let options = TypeScript {
        javascript: true,
        package: Some("tramline".to_owned()),
        import_suffix: None,
    };
    let files = emit(api, &options).into_iter();
    let files = files.filter(|file| file.path.ends_with(".d.ts"));
    files.map(|file| (file.path, file.text)).collect()
}

const HEAD: &str = r#"import type { Action } from "tramline";
type Errors<F> = F extends Action<never, unknown, infer E> ? E : never;
declare function some<T>(): T;"#;

fn check(text: &mut String, at: usize, (was, is): (&Function, &Function), about: &[&Finding]) {
    let import = |side: &str, one: &Function| {
        format!(
            "import type {{ {} as {side}{at} }} from \"./{side}/{}.js\";\n",
            one.name, one.file
        )
    };
    *text += &import("old", was);
    *text += &import("new", is);
    let (old, new) = (format!("typeof old{at}"), format!("typeof new{at}"));
    let lines = [
        (
            Part::Input,
            format!("((_: Parameters<{new}>[0]) => {{}})(some<Parameters<{old}>[0]>());"),
        ),
        (
            Part::Result,
            format!(
                "((_: Awaited<ReturnType<{old}>>) => {{}})(some<Awaited<ReturnType<{new}>>>());"
            ),
        ),
        (
            Part::Error(String::new()),
            format!("((_: Errors<{old}>) => {{}})(some<Errors<{new}>>());"),
        ),
    ];
    for (part, line) in lines {
        let rules: Vec<&str> = about
            .iter()
            .filter(|one| std::mem::discriminant(&one.part) == std::mem::discriminant(&part))
            .map(|one| one.rule)
            .collect();
        if !rules.is_empty() {
            writeln!(text, "// @ts-expect-error: {}", rules.join(", ")).unwrap();
        }
        writeln!(text, "{line}").unwrap();
    }
}

/// The findings about what may be assigned to what. A property or a member that is gone is no matter
/// of that, but of code that names it.
fn about<'f>(findings: &'f [Finding], action: &str) -> Vec<&'f Finding> {
    let named = [
        &rules::INPUT_PROPERTY_REMOVED,
        &rules::RESULT_MEMBER_REMOVED,
        &rules::ERROR_CODE_REMOVED,
    ];
    let mut about: Vec<&Finding> = findings.iter().collect();
    about.retain(|one| one.category == Category::Source && one.action == action);
    about.retain(|one| named.iter().all(|rule| rule.name != one.rule));
    about
}
