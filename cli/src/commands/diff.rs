//! `tramline diff`

use clap::ValueEnum;
use tramline_codegen::command::{DiffFormat, FailOn};

use super::{Outcome, counted, failed, open};
use crate::arguments::{DiffOptions, Package};
use crate::shell::Shell;

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// As rustc shows errors
    #[default]
    Text,
    /// An object of JSON in a line for each
    Json,
    /// Workflow commands, which GitHub shows beside the lines of a pull request
    Github,
}

/// What makes the command fail: each level fails on all that those below it fail on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    /// Code of a frontend has to change, or any of the following
    Source,
    /// The fingerprint changes, which without a lock refuses open clients, or any of the following
    Wire,
    /// Open clients are refused even where there is a lock, or the following
    #[default]
    Json,
    /// Routes change for those who use them
    Rest,
    /// Nothing
    None,
}

pub(crate) fn run(options: &DiffOptions, package: &Package, shell: &mut Shell) -> Outcome {
    let project = match open(package, shell) {
        Ok(project) => project,
        Err(outcome) => return outcome,
    };
    let (format, fail_on) = (options.format.into(), options.fail_on.into());
    let diffed = match project.diff(&options.against, format, fail_on, options.today) {
        Ok(diffed) => diffed,
        Err(failure) => {
            let name = project.name();
            let consequence = format!("`{name}` cannot be compared with `{}`", options.against);
            return failed(&failure, Some(&consequence), shell);
        }
    };
    shell.print(&diffed.text);
    for warning in &diffed.warnings {
        shell.warning(warning);
    }
    let (name, summary) = (project.name(), &diffed.summary);
    shell.status("Compared", format_args!("`{name}` {summary}"));
    match diffed.failing {
        0 => Outcome::Fine,
        count => {
            let findings = counted(count, "finding");
            shell.error(format_args!("{findings} in `{name}` may not pass"));
            Outcome::No
        }
    }
}

impl From<Format> for DiffFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Text => DiffFormat::Text,
            Format::Json => DiffFormat::Json,
            Format::Github => DiffFormat::Github,
        }
    }
}

impl From<Level> for FailOn {
    fn from(level: Level) -> Self {
        match level {
            Level::Source => FailOn::Source,
            Level::Wire => FailOn::Wire,
            Level::Json => FailOn::Json,
            Level::Rest => FailOn::Rest,
            Level::None => FailOn::None,
        }
    }
}
