//! The arguments, as clap reads them.

use std::env;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use tramline_codegen::command::{Pass, Selection, day};

use crate::commands;
use crate::commands::list::Format;
use crate::shell::Colors;

const EXIT_CODES: &str = "\
Exit codes:
  0  everything is as it should be
  1  the answer is no: something is stale, missing or breaking, or an action cannot be served
  2  there is no answer: wrong arguments, a package or a source that cannot be read, a full disk";

/// Generates, checks and watches the clients of a package that uses tramline, and lists what it
/// exposes. Nothing is compiled: settings are read from the text of the build script.
#[derive(Debug, Parser)]
#[command(name = "tramline", version, after_help = EXIT_CODES, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Whether output has colours; CARGO_TERM_COLOR and NO_COLOR are heeded
    #[arg(long, global = true, value_enum, value_name = "WHEN")]
    color: Option<Colors>,
    /// Print results and errors alone
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Arguments {
    /// What is asked for here, else in cargo's variable.
    pub(crate) fn colors(&self) -> Colors {
        let cargo = || Colors::from_str(&env::var("CARGO_TERM_COLOR").ok()?, true).ok();
        self.color.or_else(cargo).unwrap_or_default()
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the clients, as the build script does
    #[command(after_help = EXIT_CODES)]
    Generate(Package),
    /// Fail where the clients are not what `generate` would write; nothing is written
    #[command(after_help = EXIT_CODES)]
    Check(Package),
    /// Write the clients whenever a source changes, until Ctrl-C
    #[command(after_help = EXIT_CODES)]
    Watch(Package),
    /// Show what changes for callers and frontends, since a lock file or a commit
    #[command(after_help = EXIT_CODES)]
    Diff {
        #[command(flatten)]
        diff: DiffOptions,
        #[command(flatten)]
        package: Package,
    },
    /// List everything that is exposed, with its path, wire, extractors and errors
    #[command(after_help = EXIT_CODES)]
    List {
        #[command(flatten)]
        list: ListOptions,
        #[command(flatten)]
        package: Package,
    },
    /// Bring `tramline.lock` up to date: what callers of every version were promised
    #[command(after_help = EXIT_CODES)]
    Lock {
        /// Write nothing, and fail where it is out of date or missing
        #[arg(long)]
        check: bool,
        #[command(flatten)]
        package: Package,
    },
    /// Show what the build step understood, after one of its passes
    #[command(after_help = EXIT_CODES)]
    Model {
        /// After which
        #[arg(long, value_parser = pass, default_value = "identify", value_name = PASSES)]
        pass: Pass,
        #[command(flatten)]
        package: Package,
    },
}

/// What is compared, and how that is told.
#[derive(Args, Debug)]
pub(crate) struct DiffOptions {
    /// A `tramline.lock`, or a commit as git calls it
    ///
    /// A file is meant where there is one of that name, here or in the package's folder: such as
    /// `main.lock`, from `git show origin/main:tramline.lock > main.lock`. Of a commit, such as
    /// `origin/main` or `v1.2`, the sources are read, which tell more: how clients have numbers and
    /// moments, and what frontends import.
    #[arg(long, value_name = "FILE|COMMIT")]
    pub(crate) against: String,
    /// How findings are written
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: commands::diff::Format,
    /// What makes the command fail
    #[arg(long, value_enum, default_value_t, value_name = "LEVEL")]
    pub(crate) fail_on: commands::diff::Level,
    /// What day it is, for routes that may be gone from their sunset on
    ///
    /// Without it, `SOURCE_DATE_EPOCH` says so, or the clock.
    #[arg(long, value_parser = day, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<i64>,
}

/// What is listed, and how.
#[derive(Args, Debug)]
pub(crate) struct ListOptions {
    /// Only actions without an extractor that can turn the caller away
    ///
    /// An extractor can do so if its `Rejection` declares errors, or if its source is not read, as
    /// of another crate's and of axum's. `State`, `Extension`, `HeaderMap`, `Cookies` and `Peer`
    /// never do, nor does one whose `Rejection` is `Infallible`, `Internal` or an error without
    /// declared variants.
    #[arg(long)]
    pub(crate) unguarded: bool,
    /// How the list is written
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
}

/// Which package: the one around the current folder, where nothing is said.
#[derive(Args, Debug)]
pub(crate) struct Package {
    /// A folder of the package
    #[arg(conflicts_with = "manifest_path")]
    path: Option<PathBuf>,
    /// The package's `Cargo.toml`
    #[arg(long, value_name = "FILE")]
    manifest_path: Option<PathBuf>,
    /// The package's name, in a workspace with several
    #[arg(short, long, value_name = "NAME")]
    package: Option<String>,
}

impl Package {
    pub(crate) fn selection(&self) -> Selection {
        Selection {
            folder: self.path.clone(),
            manifest_path: self.manifest_path.clone(),
            package: self.package.clone(),
        }
    }
}

const PASSES: &str = "scan|resolve|check|identify";

fn pass(name: &str) -> Result<Pass, String> {
    let found = Pass::ALL.iter().find(|(known, _)| *known == name);
    found
        .map(|(_, pass)| *pass)
        .ok_or_else(|| format!("the passes are {PASSES}"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::{Arguments, PASSES, Pass};

    #[test]
    fn the_definition_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_pass_is_named() {
        let names: Vec<&str> = Pass::ALL.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.join("|"), PASSES);
    }
}
