//! `cargo xtask bench`: what the generated codecs cost, beside JSON.

use std::process::Command;

use crate::run::{Failure, cargo, run};
use crate::{tools, workspace};

pub(crate) fn bench() -> Result<(), Failure> {
    let root = workspace::root();
    tools::node(root)?;
    let chromium = tools::chromium()?;
    run(cargo()
        .current_dir(root)
        .args(["build", "--quiet", "--package", "bench"]))?;
    run(Command::new("node").arg(root.join("bench/codecs.mjs")))?;
    run(Command::new("node")
        .arg(root.join("bench/chromium.mjs"))
        .env("CHROMIUM", chromium))
}
