//! `tramline watch`

mod burst;
mod folders;

use std::path::Path;
use std::time::Instant;

use tramline_codegen::command::{Generated, Round, Session};

use super::{Outcome, counted, failed};
use crate::arguments::Package;
use crate::shell::Shell;
use folders::Folders;

pub(crate) fn run(package: &Package, shell: &mut Shell) -> Outcome {
    let mut session = match Session::begin(&package.selection()) {
        Ok(session) => session,
        Err(failure) => return failed(&failure, None, shell),
    };
    let watched = Folders::new().and_then(|folders| follow(&mut session, folders, shell));
    match watched {
        Ok(never) => match never {},
        Err(error) => {
            shell.error(format_args!("the sources cannot be watched: {error}"));
            Outcome::Broken
        }
    }
}

/// What there is no value of.
enum Never {}

/// Generates whenever a source changes, until the process ends.
fn follow(session: &mut Session, mut folders: Folders, shell: &mut Shell) -> notify::Result<Never> {
    let mut since = Instant::now();
    let mut first = true;
    loop {
        if let Some(round) = session.generate() {
            tell(session, &round, since, shell);
        }
        // What is new may have changed before it was watched.
        if folders.follow(&session.folders())? {
            continue;
        }
        if first {
            let name = session.name();
            shell.status("Watching", format_args!("the sources of `{name}`"));
            first = false;
        }
        since = burst::wait(&mut folders, |path| session.concerns(path))?;
    }
}

fn tell(session: &Session, round: &Round, since: Instant, shell: &mut Shell) {
    match &round.outcome {
        Ok(generated) => {
            let why = why(&round.changed);
            let took = since.elapsed().as_millis();
            match what(generated) {
                Some(what) => shell.status("Generated", format_args!("{what} in {took} ms{why}")),
                None => shell.status("Unchanged", format_args!("in {took} ms{why}")),
            }
        }
        Err(failure) => {
            let consequence = format!("the clients of `{}` stay as they were", session.name());
            failed(failure, Some(&consequence), shell);
        }
    }
}

/// What was written: a file, or how many.
fn what(generated: &Generated) -> Option<String> {
    let clients = generated.clients.iter();
    let touched = clients.flat_map(|client| client.written.iter().chain(&client.removed));
    let touched: Vec<_> = touched.collect();
    match touched.as_slice() {
        [] => None,
        [one] => Some(one.display().to_string()),
        all => Some(counted(all.len(), "file")),
    }
}

/// `, since src/posts.rs and 2 files more changed`
fn why(changed: &[impl AsRef<Path>]) -> String {
    let Some((first, more)) = changed.split_first() else {
        return String::new();
    };
    let first = first.as_ref().display();
    match more.len() {
        0 => format!(", since {first} changed"),
        count => format!(
            ", since {first} and {} more changed",
            counted(count, "file")
        ),
    }
}
