//! `tramline list`

mod json;
mod text;

use clap::ValueEnum;
use tramline_codegen::command::Listed;

use super::{Outcome, failed, open};
use crate::arguments::{ListOptions, Package};
use crate::shell::Shell;

/// How the list is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A table for people
    #[default]
    Text,
    /// JSON for programs
    Json,
}

pub(crate) fn run(list: &ListOptions, package: &Package, shell: &mut Shell) -> Outcome {
    let project = match open(package, shell) {
        Ok(project) => project,
        Err(outcome) => return outcome,
    };
    let name = project.name();
    let listing = match project.list() {
        Ok(listing) => listing,
        Err(failure) => {
            let consequence = format!("what `{name}` exposes cannot be listed");
            return failed(&failure, Some(&consequence), shell);
        }
    };
    let actions = listing.actions.iter();
    let shown: Vec<&Listed> = actions
        .filter(|action| !list.unguarded || !action.is_guarded())
        .collect();
    match list.format {
        Format::Json => shell.print(json::list(name, &shown)),
        Format::Text => shell.print(text::list(&shown)),
    }
    Outcome::Fine
}
