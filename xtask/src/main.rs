//! The tasks of the workspace: `cargo xtask demo`, `test`, `bench`, `fuzz` and `miri`.

mod bench;
mod demo;
mod fuzz;
mod miri;
mod msrv;
mod report;
mod run;
mod steps;
mod test;
mod tools;
mod workspace;

use std::env;
use std::process::ExitCode;

use run::Failure;

const USAGE: &str = "\
usage: cargo xtask demo           serve the example guestbook; needs nothing but Rust
       cargo xtask test           run every test, installing what is missing; needs Node too
       cargo xtask test STEP…     run these steps alone
       cargo xtask test --list    name the steps
       cargo xtask bench          measure codecs beside JSON, and `tramline watch`; needs Node and Chromium too
       cargo xtask bench PART     measure one of them: codecs or watch, which needs nothing but Rust
       cargo xtask fuzz [--seconds N] [TARGET…]
                                  fuzz decoders and scanner, a minute each; needs a C++ compiler
       cargo xtask miri           run the codecs' tests under miri; needs a nightly Rust with miri";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report::problem(&failure);
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Failure> {
    match arguments {
        [task] if task == "demo" => demo::demo(),
        [task, rest @ ..] if task == "test" => test::test(rest),
        [task] if task == "bench" => bench::bench(None),
        [task, part] if task == "bench" => bench::bench(Some(part)),
        [task, rest @ ..] if task == "fuzz" => fuzz::fuzz(rest),
        [task] if task == "miri" => miri::miri(),
        _ => Err(USAGE.into()),
    }
}
