//! What the tests need beside Rust, installed where it is missing and may be.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::report::note;
use crate::run::{Failure, output, run};

const OLDEST_NODE: u32 = 20;
/// What Chromium and its relatives are called.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Sees to Node and to the npm packages of the workspace.
pub(crate) fn node(root: &Path) -> Result<(), Failure> {
    let version = output(Command::new("node").arg("--version"))
        .map_err(|_| format!("Node is not installed. Install Node {OLDEST_NODE} or newer."))?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    if major.and_then(|major| major.parse().ok()) < Some(OLDEST_NODE) {
        return Err(format!("Node {OLDEST_NODE} is needed, this is {version}"));
    }
    // npm leaves a copy of the lock file behind, so its age tells whether an install is due.
    let installed = changed(&root.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(&root.join("package-lock.json")) {
        return Ok(());
    }
    note("Installing the npm packages.");
    run(npm(root).args(["ci", "--no-audit", "--no-fund"]))
}

/// npm, in the workspace.
pub(crate) fn npm(root: &Path) -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(root);
    npm
}

/// The browser that the tests drive: what `CHROMIUM` names, or else one that is installed, or else
/// Debian's, installed now.
pub(crate) fn chromium() -> Result<PathBuf, Failure> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    if let Some(installed) = installed_browser() {
        return Ok(installed);
    }
    install_chromium()?;
    installed_browser().ok_or_else(|| "chromium was installed but is nowhere on the path".into())
}

/// A Python that has the packages which `requirements.txt` in `folder` names, in the versions that
/// `constraints.txt` beside it fixes: an environment of its own below `target`.
pub(crate) fn python(folder: &Path, target: &Path) -> Result<PathBuf, Failure> {
    let environment = target.join("python");
    let python = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = python.join("python");
    let stamp = environment.join("installed");
    let constraints = folder.join("constraints.txt");
    if changed(&stamp).is_some() && changed(&stamp) >= changed(&constraints) {
        return Ok(python);
    }
    note("Installing the Python packages.");
    let make = |()| {
        run(Command::new("python3")
            .args(["-m", "venv"])
            .arg(&environment))
    };
    make(()).or_else(|_| install("python3-venv").and_then(make))?;
    run(Command::new(&python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .arg("--requirement")
        .arg(folder.join("requirements.txt"))
        .arg("--constraint")
        .arg(constraints))?;
    fs::write(&stamp, "").map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(python)
}

fn installed_browser() -> Option<PathBuf> {
    BROWSERS.iter().find_map(|name| on_path(name))
}

fn install_chromium() -> Result<(), Failure> {
    install("chromium").map_err(|failure| {
        format!("{failure} Or say where it is in the environment variable CHROMIUM.")
    })
}

/// Installs one of Debian's packages, where that is possible.
fn install(package: &str) -> Result<(), Failure> {
    let root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root || on_path("apt-get").is_none() {
        return Err(format!(
            "{package} is needed. Install it (Debian: apt-get install {package})."
        ));
    }
    note(format_args!("Installing {package} from Debian's packages."));
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(arguments);
        run(&mut apt)
    };
    apt(&["update", "-qq"])?;
    apt(&[
        "install",
        "-qq",
        "--yes",
        "--no-install-recommends",
        package,
    ])
}

fn on_path(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|file| file.modified()).ok()
}
