#![doc = include_str!("../README.md")]
#![expect(
    clippy::needless_doctest_main,
    reason = "a build script is a program, and shown as one"
)]

mod arguments;
mod commands;
mod shell;
mod table;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};
use shell::Shell;

/// Does what the arguments of the process ask for.
#[doc(hidden)]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let mut shell = Shell::new(arguments.colors(), arguments.quiet);
    let outcome = match &arguments.command {
        Command::Generate(package) => commands::generate::run(package, &mut shell),
        Command::Check(package) => commands::check::run(package, &mut shell),
        Command::Watch(package) => commands::watch::run(package, &mut shell),
        Command::Diff { diff, package } => commands::diff::run(diff, package, &mut shell),
        Command::List { list, package } => commands::list::run(list, package, &mut shell),
        Command::Lock { check, package } => commands::lock::run(*check, package, &mut shell),
        Command::Model { pass, package } => commands::model::run(package, *pass, &mut shell),
    };
    outcome.into()
}
