//! `cargo xtask fuzz`: each target for a while, on any toolchain.
//!
//! cargo-fuzz wants a nightly compiler for the address sanitizer, which finds nothing where `unsafe`
//! is forbidden. The coverage that guides the fuzzer is an ordinary code generation option, so we
//! set that, link libFuzzer, which a crate brings along, and need nothing else but a C++ compiler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::report::{heading, note};
use crate::run::{Failure, cargo, output, run};
use crate::workspace;

/// What `fuzz/Cargo.toml` builds.
pub(crate) const TARGETS: &[&str] = &["decode", "shaped", "json", "transcode", "scan", "edit"];

const SECONDS: u32 = 60;

/// As cargo-fuzz sets them.
const COVERAGE: &[&str] = &[
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// What is asked for.
struct Wanted<'a> {
    seconds: u32,
    targets: Vec<&'a str>,
}

pub(crate) fn fuzz(arguments: &[String]) -> Result<(), Failure> {
    let wanted = read(arguments)?;
    let host = host()?;
    heading("building the fuzz targets");
    let target = workspace::target(&workspace::metadata()?)?.join("fuzz");
    build(&host, &target)?;
    for name in &wanted.targets {
        let seconds = wanted.seconds;
        heading(format_args!("{name}, {seconds} s"));
        let program = target.join(&host).join("release").join(name);
        fuzz_one(name, &program, &target, seconds)?;
    }
    let number = wanted.targets.len();
    note(format_args!("{number} targets found nothing."));
    Ok(())
}

fn read(arguments: &[String]) -> Result<Wanted<'_>, Failure> {
    let mut wanted = Wanted {
        seconds: SECONDS,
        targets: Vec::new(),
    };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        if argument == "--seconds" {
            let seconds = arguments.next().and_then(|seconds| seconds.parse().ok());
            wanted.seconds = seconds.ok_or("--seconds takes a number")?;
        } else if TARGETS.contains(&argument.as_str()) {
            wanted.targets.push(argument);
        } else {
            let known = TARGETS.join(", ");
            return Err(format!("there is no target {argument}, only {known}"));
        }
    }
    if wanted.targets.is_empty() {
        wanted.targets = TARGETS.to_vec();
    }
    Ok(wanted)
}

/// The platform of this compiler. Naming it keeps the flags from build scripts and macros.
fn host() -> Result<String, Failure> {
    let version = output(Command::new("rustc").arg("-vV"))?;
    let mut lines = version.lines();
    let host = lines.find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| "rustc does not say what platform it is for".to_owned())
}

fn build(host: &str, target: &Path) -> Result<(), Failure> {
    let built = run(cargo()
        .current_dir(workspace::root().join("fuzz"))
        .env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\u{1f}"))
        .args(["build", "--release", "--locked", "--target", host])
        .arg("--target-dir")
        .arg(target));
    built.map_err(|failure| format!("{failure}\nlibFuzzer needs a C++ compiler (Debian: g++)."))
}

/// What the fuzzer finds worth keeping stays below the target folder, for the next run.
fn fuzz_one(name: &str, program: &Path, target: &Path, seconds: u32) -> Result<(), Failure> {
    let folder = |kind: &str| -> Result<PathBuf, Failure> {
        let folder = target.join(kind).join(name);
        let made = fs::create_dir_all(&folder);
        made.map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(folder)
    };
    let (corpus, seeds, found) = (folder("corpus")?, folder("seeds")?, folder("found")?);
    let fuzzed = run(Command::new(program)
        .env("TRAMLINE_SEEDS", &seeds)
        .args([&corpus, &seeds])
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-artifact_prefix={}/", found.display()))
        // A second is an eternity for any of them; a build script may use half a gibibyte.
        .args(["-timeout=10", "-rss_limit_mb=2048", "-max_len=4096"])
        .args(["-verbosity=0", "-print_final_stats=1"]));
    fuzzed.map_err(|failure| {
        let found = found.display();
        format!("{failure}\nWhat it stumbled over is in {found}.")
    })
}
