//! `tramline watch` on a package that is edited while it runs.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

mod watched;

use std::fs;

use watched::Watched;

#[test]
fn a_change_is_generated_and_told() {
    let watched = Watched::begin("guestbook");
    let lib = watched.read("src/lib.rs");
    watched.write("src/lib.rs", &lib.replace("ping", "pong"));
    watched.expect("   Generated web/api/index.ts in [N] ms, since src/lib.rs changed");
    assert!(
        watched
            .read("web/api/index.ts")
            .contains("export const pong")
    );
    // The body of a function is no business of the client's.
    let entries = watched.read("src/entries.rs");
    watched.write("src/entries.rs", &entries.replace("todo!()", "panic!()"));
    watched.expect("   Unchanged in [N] ms, since src/entries.rs changed");
}

#[test]
fn what_is_written_sets_off_nothing() {
    let watched = Watched::begin("guestbook");
    // The same content, what nobody reads, and the clients themselves.
    let lib = watched.read("src/lib.rs");
    watched.write("src/lib.rs", &lib);
    watched.write("src/notes.txt", "x");
    watched.write("src/unused.rs", "fn");
    watched.write("web/api/index.ts", "// edited");
    // So this is the first line that comes.
    watched.write("src/lib.rs", &lib.replace("ping", "pong"));
    watched.expect("   Generated web/api/index.ts in [N] ms, since src/lib.rs changed");
}

#[test]
fn files_come_and_go() {
    let watched = Watched::begin("guestbook");
    let lib = watched.read("src/lib.rs");
    watched.write("src/lib.rs", &format!("mod more;\n{lib}"));
    watched.expect("error: there is no file for module `more`");
    watched.expect_after(
        "error: the clients of `guestbook` stay as they were, because of the error above",
    );
    // In a folder that was not there.
    watched.write("src/more/mod.rs", "#[tramline::query] async fn more() {}");
    watched.expect("   Generated web/api/more.ts in [N] ms, since src/more/mod.rs changed");
    fs::remove_dir_all(watched.path("src/more")).unwrap();
    watched.expect("error: there is no file for module `more`");
    watched.expect_after(
        "error: the clients of `guestbook` stay as they were, because of the error above",
    );
    watched.write("src/more/mod.rs", "#[tramline::query] async fn less() {}");
    watched.expect("   Generated web/api/more.ts in [N] ms, since src/more/mod.rs changed");
    // As editors do it: another file takes the name.
    watched.write("src/more/mod.rs~", "#[tramline::query] async fn again() {}");
    fs::rename(
        watched.path("src/more/mod.rs~"),
        watched.path("src/more/mod.rs"),
    )
    .unwrap();
    watched.expect("   Generated web/api/more.ts in [N] ms, since src/more/mod.rs changed");
    assert!(
        watched
            .read("web/api/more.ts")
            .contains("export const again")
    );
}

#[test]
fn errors_are_shown_and_it_goes_on() {
    let watched = Watched::begin("guestbook");
    let lib = watched.read("src/lib.rs");
    let client = watched.read("web/api/index.ts");
    watched.write("src/lib.rs", &lib.replace("async fn", "async fn {"));
    watched.expect("error: this file cannot be parsed");
    watched.expect_after(
        "error: the clients of `guestbook` stay as they were, because of the error above",
    );
    watched.write("src/lib.rs", &lib.replace("async fn", "fn"));
    watched.expect("error: `ping` is not async");
    watched.expect_after(
        "error: the clients of `guestbook` stay as they were, because of the error above",
    );
    assert_eq!(watched.read("web/api/index.ts"), client);
    watched.write("src/lib.rs", &lib);
    watched.expect("   Unchanged in [N] ms, since src/lib.rs changed");
}

#[test]
fn settings_are_read_anew() {
    let watched = Watched::begin("guestbook");
    let script = watched.read("build.rs");
    watched.write("build.rs", &script.replace("\"web/api\"", "FOLDER"));
    watched.expect("error: what `typescript` is given is known only when the build script runs");
    watched.expect_after(
        "error: the clients of `guestbook` stay as they were, because of the error above",
    );
    watched.write("build.rs", &script.replace("web/api", "client"));
    watched.expect("   Generated 4 files in [N] ms, since build.rs changed");
    assert_eq!(
        watched.read("client/user.ts"),
        watched.read("web/api/user.ts")
    );
}

#[test]
fn without_a_package_there_is_nothing_to_watch() {
    let disk = tempfile::tempdir().unwrap();
    let mut program = watched::program();
    let output = program.current_dir(disk.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}
