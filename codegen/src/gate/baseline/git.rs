//! The user's own git, asked for what it keeps. It is only read.

use std::ffi::OsStr;
use std::fmt;
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

/// Why git does not say what was asked.
#[derive(Debug)]
pub(crate) enum GitError {
    /// There is no git, or it cannot be started.
    Missing(io::Error),
    /// The folder is in no repository.
    NoRepository,
    /// Nothing is called this.
    NoSuchRevision(String),
    /// What git itself says.
    Failed(String),
}

/// A file of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The name of its content.
    pub(super) object: String,
    /// From the root of the repository, with forward slashes.
    pub(super) path: String,
    /// Whether its content is the path of another file.
    pub(super) link: bool,
}

/// Git, as seen from a folder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Git<'a> {
    folder: &'a Path,
}

impl<'a> Git<'a> {
    /// The repository around a folder.
    pub(super) fn at(folder: &'a Path) -> Self {
        Git { folder }
    }

    /// The folder itself, from the root of the repository: empty, or with a slash at its end.
    pub(super) fn prefix(self) -> Result<String, GitError> {
        let output = self.run(&["rev-parse", "--show-prefix"])?;
        if !output.status.success() {
            return Err(GitError::NoRepository);
        }
        let text = String::from_utf8_lossy(&output.stdout);
        Ok(text.trim_end_matches(['\r', '\n']).to_owned())
    }

    /// The commit that a branch, a tag or an abbreviation stands for.
    pub(super) fn commit(self, revision: &str) -> Result<String, GitError> {
        let wanted = format!("{revision}^{{commit}}");
        let output = self.run(&[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &wanted,
        ])?;
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        match output.status.success() && !text.is_empty() {
            true => Ok(text),
            false => Err(GitError::NoSuchRevision(revision.to_owned())),
        }
    }

    /// Every file of a commit. What belongs to another repository is none.
    pub(super) fn files(self, commit: &str) -> Result<Vec<Entry>, GitError> {
        let output = self.run(&["ls-tree", "-r", "-z", "--full-tree", commit])?;
        if !output.status.success() {
            return Err(failed(&output));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        Ok(text.split('\0').filter_map(entry).collect())
    }

    /// The contents of objects, in their order.
    pub(super) fn contents(self, objects: &[&str]) -> Result<Vec<Vec<u8>>, GitError> {
        let mut child = self
            .command(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(GitError::Missing)?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let names: String = objects.iter().map(|name| format!("{name}\n")).collect();
        let mut bytes = Vec::new();
        // Git answers while it is still being asked, and stops where nobody listens.
        let read = thread::scope(|scope| {
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(names.as_bytes())));
            stdout.map(|mut stdout| stdout.read_to_end(&mut bytes))
        });
        let ended = child.wait();
        let whole = matches!(read, Some(Ok(_))) && ended.is_ok_and(|status| status.success());
        let contents = whole.then(|| split(&bytes, objects.len())).flatten();
        contents.ok_or_else(|| GitError::Failed("`git cat-file` ended early".to_owned()))
    }

    fn run(self, arguments: &[&str]) -> Result<Output, GitError> {
        self.command(arguments).output().map_err(GitError::Missing)
    }

    /// Within a hook, git says where its repository is, relative to another folder than this.
    fn command(self, arguments: &[&str]) -> Command {
        let mut command = Command::new(OsStr::new("git"));
        command
            .current_dir(self.folder)
            .env_remove("GIT_DIR")
            .env_remove("GIT_WORK_TREE")
            .env_remove("GIT_INDEX_FILE")
            .args(arguments);
        command
    }
}

fn failed(output: &Output) -> GitError {
    let text = String::from_utf8_lossy(&output.stderr);
    GitError::Failed(text.trim().to_owned())
}

/// A line of `git ls-tree`: `100644 blob 257cc56…\tsrc/lib.rs`.
fn entry(line: &str) -> Option<Entry> {
    let (facts, path) = line.split_once('\t')?;
    let mut facts = facts.split(' ');
    let (mode, kind, object) = (facts.next()?, facts.next()?, facts.next()?);
    (kind == "blob").then(|| Entry {
        object: object.to_owned(),
        path: path.to_owned(),
        link: mode == "120000",
    })
}

/// What `git cat-file --batch` prints: `257cc56… blob 12\n`, twelve bytes, a line feed, and so on.
fn split(mut bytes: &[u8], count: usize) -> Option<Vec<Vec<u8>>> {
    let mut contents = Vec::new();
    for _ in 0..count {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let head = str::from_utf8(&bytes[..end]).ok()?;
        let length: usize = head.rsplit(' ').next()?.parse().ok()?;
        let start = end + 1;
        contents.push(bytes.get(start..start + length)?.to_vec());
        bytes = bytes.get(start + length + 1..)?;
    }
    Some(contents)
}

impl fmt::Display for GitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GitError::Missing(error) => write!(f, "git cannot be started: {error}"),
            GitError::NoRepository => f.write_str("this folder is in no git repository"),
            GitError::NoSuchRevision(revision) => write!(
                f,
                "`{revision}` is neither a file nor a commit that git knows here; in a shallow \
                 clone, `git fetch` it first"
            ),
            GitError::Failed(why) => write!(f, "git failed: {why}"),
        }
    }
}
