//! `tramline`: the build step from a command line.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program talks to a person"
)]

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use tramline_codegen::show::{Pass, model};

const USAGE: &str = "\
usage: tramline model [--pass scan|resolve|check|identify] [PATH]

Shows what the build step knows about the package in PATH, or in this folder, after a pass; after
the last one if none is named.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<String, String> {
    let mut arguments = arguments.iter().map(String::as_str);
    if arguments.next() != Some("model") {
        return Err(USAGE.to_owned());
    }
    let (mut pass, mut folder) = (Pass::Identify, PathBuf::from("."));
    while let Some(argument) = arguments.next() {
        if argument == "--pass" {
            pass = named(arguments.next().unwrap_or_default())?;
        } else if argument.starts_with('-') {
            return Err(USAGE.to_owned());
        } else {
            folder = PathBuf::from(argument);
        }
    }
    model(&folder, pass)
}

fn named(pass: &str) -> Result<Pass, String> {
    let found = Pass::ALL.iter().find(|(name, _)| *name == pass);
    let found = found.map(|(_, pass)| *pass);
    found.ok_or_else(|| format!("there is no pass `{pass}`\n\n{USAGE}"))
}
