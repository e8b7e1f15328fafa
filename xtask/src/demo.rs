//! `cargo xtask demo`: the example guestbook, kept in the target folder from one start to the next.

use std::fs;
use std::process::Command;

use crate::report::note;
use crate::run::{Failure, cargo, run};
use crate::workspace;

pub(crate) fn demo() -> Result<(), Failure> {
    note("Building the guestbook. The first time takes a minute: SQLite comes as source.");
    run(cargo()
        .current_dir(workspace::root())
        .args(["build", "--package", "quickstart"]))?;

    let target = workspace::target(&workspace::metadata()?)?;
    let folder = target.join("demo");
    let database = folder.join("guestbook.sqlite3");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    note(format_args!(
        "Its entries are kept in {}.",
        database.display()
    ));
    note("Ctrl-C closes it.\n");
    let binary = target.join("debug").join("quickstart");
    serve(Command::new(binary).arg("--database").arg(database))
}

/// Becomes the server, so that Ctrl-C and the exit code are its own.
#[cfg(unix)]
fn serve(server: &mut Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt as _;

    let error = server.exec();
    Err(format!("cannot start the guestbook: {error}"))
}

#[cfg(not(unix))]
fn serve(server: &mut Command) -> Result<(), Failure> {
    run(server)
}
