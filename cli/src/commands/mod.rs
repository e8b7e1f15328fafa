//! One file for each command, and how they end.

pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod generate;
pub(crate) mod list;
pub(crate) mod lock;
pub(crate) mod model;
pub(crate) mod watch;

use std::process::ExitCode;

use tramline_codegen::command::{Failure, Project, Verdict};

use crate::arguments::Package;
use crate::shell::Shell;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Fine,
    No,
    Broken,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => ExitCode::SUCCESS,
            Outcome::No => ExitCode::from(1),
            Outcome::Broken => ExitCode::from(2),
        }
    }
}

/// The package that a command is about, unless that cannot be known.
fn open(package: &Package, shell: &mut Shell) -> Result<Project, Outcome> {
    let project =
        Project::open(&package.selection()).map_err(|failure| failed(&failure, None, shell))?;
    if let Some(other) = project.other_version() {
        let name = project.name();
        let own = env!("CARGO_PKG_VERSION");
        shell.warning(format_args!(
            "`{name}` builds with tramline-codegen {other}, and this is tramline {own}: what is \
             generated may differ; `cargo install tramline-cli@{other}` installs the same"
        ));
    }
    Ok(project)
}

/// Prints what stopped a command, and at last what that means for what it was to do.
fn failed(failure: &Failure, consequence: Option<&str>, shell: &mut Shell) -> Outcome {
    match consequence {
        Some(consequence) => {
            shell.errors(&failure.errors);
            shell.error(format_args!("{consequence}, because of {}", those(failure)));
        }
        None => shell.last_errors(&failure.errors),
    }
    match failure.verdict {
        Verdict::No => Outcome::No,
        Verdict::Broken => Outcome::Broken,
    }
}

fn those(failure: &Failure) -> String {
    match failure.errors.len() {
        1 => "the error above".to_owned(),
        count => format!("the {count} errors above"),
    }
}

/// `1 file`, `2 files`
fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
