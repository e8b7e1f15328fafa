//! `cargo xtask bench`: what the generated codecs cost, beside JSON, and how long a save takes to reach
//! the client.

mod watch;

use std::process::Command;

use crate::run::{Failure, cargo, run};
use crate::{tools, workspace};

/// One part of the measurements by its name, else all.
pub(crate) fn bench(part: Option<&str>) -> Result<(), Failure> {
    match part {
        None => codecs().and_then(|()| watch::watch()),
        Some("codecs") => codecs(),
        Some("watch") => watch::watch(),
        Some(part) => Err(format!(
            "There is no part {part}: `codecs` and `watch` are measured"
        )),
    }
}

fn codecs() -> Result<(), Failure> {
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
