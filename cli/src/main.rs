//! The program `tramline`.

use std::process::ExitCode;

fn main() -> ExitCode {
    tramline_cli::run()
}
