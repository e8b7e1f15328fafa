//! The folder that a case happens in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

pub(crate) struct World {
    disk: TempDir,
    folder: PathBuf,
}

impl World {
    /// A folder with copies of packages, standing in the first of them.
    pub(crate) fn new(packages: &[&str]) -> Self {
        let disk = tempfile::tempdir().unwrap();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages");
        for package in packages {
            copy(&from.join(package), &disk.path().join(package));
        }
        let folder = disk.path().join(packages.first().unwrap_or(&""));
        World { disk, folder }
    }

    /// Does what a line says; what comes back, as the case records it.
    pub(crate) fn answer(&mut self, command: &str, lines: &[&str]) -> String {
        let words: Vec<&str> = command.split_whitespace().collect();
        let variables = words.iter().take_while(|word| word.contains('='));
        let (variables, words) = words.split_at(variables.count());
        match words {
            ["tramline", arguments @ ..] => self.tramline(variables, arguments),
            ["git", arguments @ ..] => self.git(arguments),
            ["cd", path] => {
                self.folder = self.folder.join(path);
                String::new()
            }
            ["write", path] => {
                let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
                let path = self.folder.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
                String::new()
            }
            ["remove", path] => {
                let path = self.folder.join(path);
                if path.is_dir() {
                    fs::remove_dir_all(path).unwrap();
                } else {
                    fs::remove_file(path).unwrap();
                }
                String::new()
            }
            _ => panic!("what is `{command}`?"),
        }
    }

    fn tramline(&self, variables: &[&str], arguments: &[&str]) -> String {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tramline"));
        program.current_dir(&self.folder).args(arguments);
        for variable in [
            "NO_COLOR",
            "CARGO_TERM_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "CI",
        ] {
            program.env_remove(variable);
        }
        for variable in variables {
            let (name, value) = variable.split_once('=').unwrap();
            program.env(name, value);
        }
        let Output {
            status,
            stdout,
            stderr,
        } = program.output().unwrap();
        let code = status.code().unwrap();
        let (out, err) = (self.recorded('>', &stdout), self.recorded('!', &stderr));
        format!("{out}{err}= {code}\n")
    }

    fn git(&self, arguments: &[&str]) -> String {
        let mut git = Command::new("git");
        git.current_dir(&self.folder)
            .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
            .args([
                "-c",
                "commit.gpgsign=false",
                "-c",
                "init.defaultBranch=main",
            ])
            .args(arguments);
        let output = git.output().unwrap();
        // A merge is left to a person where it ends in a conflict.
        let merges = arguments.first() == Some(&"merge");
        assert!(output.status.success() || merges, "{output:?}");
        String::new()
    }

    /// What was printed, every line behind a sign.
    fn recorded(&self, sign: char, bytes: &[u8]) -> String {
        let root = self.disk.path().canonicalize().unwrap();
        let text = String::from_utf8_lossy(bytes).replace('\u{1b}', "␛");
        let text = text.replace(root.to_str().unwrap(), "[ROOT]");
        let text = text.replace('\\', "/");
        let lines = text.lines();
        let lines = lines.map(|line| format!("{}\n", format!("{sign} {line}").trim_end()));
        lines.collect()
    }
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
