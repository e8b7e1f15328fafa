//! How long `tramline watch` takes from a save to the written client.

mod package;

use std::fs;
use std::io::{BufRead as _, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::report::{heading, note};
use crate::run::{Failure, cargo, run};
use crate::workspace;
use package::{ACTIONS, MODULES};

const SAVES: usize = 40;

/// How often the client is looked at, and so how exact the figure is.
const LOOK: Duration = Duration::from_millis(1);

pub(crate) fn watch() -> Result<(), Failure> {
    heading(format_args!(
        "tramline watch: {} actions in {MODULES} modules",
        MODULES * ACTIONS
    ));
    let root = workspace::root();
    run(cargo().current_dir(root).args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "tramline-cli",
    ]))?;
    let target = workspace::target(&workspace::metadata()?)?;
    let folder = target.join("bench-watch");
    package::write(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let program = target.join("release/tramline");

    let whole = generate(&program, &folder)?;
    let mut saves = saves(&program, &folder)?;
    saves.sort();
    let median = saves[saves.len() / 2];
    note(format_args!(
        "from a save to the client     {} (of {SAVES}: {} to {})",
        shown(median),
        shown(saves[0]),
        shown(saves[saves.len() - 1]),
    ));
    note(format_args!(
        "tramline generate, all of it  {} ({:.1} times as long)",
        shown(whole),
        whole.as_secs_f64() / median.as_secs_f64(),
    ));
    Ok(())
}

fn shown(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// The time of a whole process that writes all of the client.
fn generate(program: &Path, folder: &Path) -> Result<Duration, Failure> {
    let begun = Instant::now();
    run(Command::new(program)
        .args(["generate", "--quiet"])
        .current_dir(folder))?;
    Ok(begun.elapsed())
}

/// The times of saves, in different modules one after the other.
fn saves(program: &Path, folder: &Path) -> Result<Vec<Duration>, Failure> {
    let mut watching = Watching::begin(program, folder)?;
    let times = (0..SAVES).map(|round| watching.save(folder, round));
    let times = times.collect();
    // It ends only when it is told to.
    let _ = watching.child.kill();
    let _ = watching.child.wait();
    times
}

/// The program, and what it says.
struct Watching {
    child: Child,
    said: Lines<BufReader<ChildStderr>>,
}

impl Watching {
    /// Starts the program, and waits until it watches.
    fn begin(program: &Path, folder: &Path) -> Result<Self, Failure> {
        let mut child = Command::new(program)
            .arg("watch")
            .current_dir(folder)
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("cannot start {}: {error}", program.display()))?;
        let stderr = child.stderr.take().ok_or("it has no standard error")?;
        let said = BufReader::new(stderr).lines();
        let mut watching = Watching { child, said };
        watching.wait_for("Watching")?;
        Ok(watching)
    }

    /// Saves a module with another field, and waits for the client to have it. The time ends when a
    /// reader of the file would see it; the next save has to wait until the program is done.
    fn save(&mut self, folder: &Path, round: usize) -> Result<Duration, Failure> {
        let module = round * 7 % MODULES;
        let field = format!("round_{round}");
        let source = folder.join(format!("src/module{module}.rs"));
        let client = folder.join(format!("web/api/module{module}.ts"));
        let text = package::module(&field);
        let begun = Instant::now();
        fs::write(&source, text).map_err(|error| format!("{}: {error}", source.display()))?;
        wait_until(&client, &field, begun)?;
        let took = begun.elapsed();
        self.wait_for("Generated")?;
        Ok(took)
    }

    /// Waits until the program says so.
    fn wait_for(&mut self, word: &str) -> Result<(), Failure> {
        let mut lines = self.said.by_ref().map_while(Result::ok);
        match lines.any(|line| line.contains(word)) {
            true => Ok(()),
            false => Err("tramline watch ended".to_owned()),
        }
    }
}

fn wait_until(client: &Path, field: &str, begun: Instant) -> Result<(), Failure> {
    loop {
        if fs::read_to_string(client).is_ok_and(|text| text.contains(field)) {
            return Ok(());
        }
        if begun.elapsed() > Duration::from_secs(30) {
            return Err(format!("{} does not change", client.display()));
        }
        thread::sleep(LOOK);
    }
}
