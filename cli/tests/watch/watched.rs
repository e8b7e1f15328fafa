//! The program at work on a copy of a package.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

/// Longer than a machine with much to do takes.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Watched {
    disk: TempDir,
    child: Child,
    lines: Receiver<String>,
}

pub(crate) fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tramline"));
    program.args(["watch", "--color", "never"]);
    program
}

impl Watched {
    /// Waits until the first clients are written and the sources are watched.
    pub(crate) fn begin(package: &str) -> Self {
        let disk = tempfile::tempdir().unwrap();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages");
        copy(&from.join(package), disk.path());
        let mut program = program();
        let program = program.current_dir(disk.path()).stderr(Stdio::piped());
        let mut child = program.spawn().unwrap();
        let (sender, lines) = channel();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                // Once the test is over, nobody listens.
                let _ = sender.send(line);
            }
        });
        let watched = Watched { disk, child, lines };
        watched.expect("   Generated 4 files in [N] ms");
        watched.expect(&format!("    Watching the sources of `{package}`"));
        watched
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.disk.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Takes the next line, which has to be this one.
    #[track_caller]
    pub(crate) fn expect(&self, line: &str) {
        assert_eq!(self.next(), line);
    }

    /// Takes lines up to this one.
    #[track_caller]
    pub(crate) fn expect_after(&self, line: &str) {
        while self.next() != line {}
    }

    #[track_caller]
    fn next(&self) -> String {
        without_time(&self.lines.recv_timeout(PATIENCE).unwrap())
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `[N] ms` for any number of milliseconds.
fn without_time(line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let is_time = |index: usize| {
        let next = words.get(index + 1);
        next.is_some_and(|next| next.trim_end_matches(',') == "ms")
    };
    let words = words.iter().enumerate();
    let words: Vec<&str> = words
        .map(|(index, word)| if is_time(index) { "[N]" } else { word })
        .collect();
    words.join(" ")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}
