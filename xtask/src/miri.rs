//! `cargo xtask miri`: the tests of everything that reads or writes bytes, under miri.
//!
//! Our code forbids `unsafe`. What runs here is the `unsafe` of what it calls with untrusted bytes:
//! serde, the collections, the text functions of the standard library. The tests know that they run
//! here and are smaller then.

use std::process::Command;

use crate::report::note;
use crate::run::{Failure, output, run};
use crate::workspace;

pub(crate) fn miri() -> Result<(), Failure> {
    install()?;
    run(nightly(&["miri", "test"])
        .current_dir(workspace::root())
        // Threads are given stacks, and properties look for their files.
        .env("MIRIFLAGS", "-Zmiri-disable-isolation")
        .args(["--package", "tramline", "--lib", "--", "wire::"]))
}

fn install() -> Result<(), Failure> {
    if let Ok(version) = output(&mut nightly(&["miri", "--version"])) {
        note(version.trim());
        return Ok(());
    }
    note("Installing miri beside the nightly Rust.");
    let added = run(Command::new("rustup")
        .args(["component", "add", "--toolchain", "nightly"])
        .args(["miri", "rust-src"]));
    added.map_err(|failure| {
        format!(
            "{failure}\nmiri comes with a nightly Rust alone: \
             rustup toolchain install nightly --component miri,rust-src"
        )
    })
}

fn nightly(arguments: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.arg("+nightly").args(arguments);
    cargo
}
