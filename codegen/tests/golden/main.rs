//! Every folder of `tests/golden` is a package. Cargo builds them all in one run, as a user's cargo
//! would: their build scripts run, what those generate is compiled and the generated tests run. Then
//! the generated files are compared with those in the folder, and with what the command line generates.
//! `UPDATE_EXPECT=1` records them anew.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

mod case;
mod command_line;
mod compare;
mod workspace;

use case::Case;
use workspace::Workspace;

#[test]
fn generated_files_are_as_recorded_and_compile() {
    let cases = Case::all();
    assert!(!cases.is_empty(), "tests/golden holds no case");
    let workspace = Workspace::write(&cases);
    let outcome = workspace.test();
    let mut differences = Vec::new();
    for package in cases.iter().flat_map(|case| &case.packages) {
        let Some(out) = outcome.out_dirs.get(&workspace.folder(package)) else {
            // A package without a build script generates nothing.
            continue;
        };
        let client = workspace.folder(package).join("client");
        differences.extend(compare::package(package, out, &client));
        differences.extend(command_line::compare(&workspace.folder(package)));
    }
    assert!(outcome.passed, "cargo failed:\n{}", outcome.output);
    assert!(
        differences.is_empty(),
        "{}\nIf this is as it should be: UPDATE_EXPECT=1 cargo test -p tramline-codegen --test golden",
        differences.join("\n"),
    );
}
