//! When a change is over: editors write a file in several steps, and version control many files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::folders::{Folders, Happened, How};

/// After so long without a further change, it is over.
const QUIET: Duration = Duration::from_millis(5);

/// A file that is being written is waited for, but not for ever: not every system tells that it was
/// closed.
const LONGEST: Duration = Duration::from_millis(200);

/// Waits until something changes that matters, and is complete; when it began.
pub(super) fn wait(
    folders: &mut Folders,
    concerns: impl Fn(&Path) -> bool,
) -> notify::Result<Instant> {
    let mut burst = loop {
        if let Some(happened) = folders.next(None)?
            && let Some(burst) = Burst::begin(&happened, &concerns)
        {
            break burst;
        }
    };
    while let Some(time) = burst.patience() {
        match folders.next(Some(time))? {
            Some(happened) => burst.go_on(&happened, &concerns),
            None if burst.is_complete() => break,
            None => {}
        }
    }
    Ok(burst.began)
}

/// A change in several steps.
struct Burst {
    began: Instant,
    last: Instant,
    /// Files that were written to and not closed.
    open: BTreeSet<PathBuf>,
}

impl Burst {
    fn begin(happened: &Happened, concerns: &impl Fn(&Path) -> bool) -> Option<Self> {
        let matters =
            happened.how == How::Anything || happened.paths.iter().any(|path| concerns(path));
        matters.then(|| {
            let now = Instant::now();
            let mut burst = Burst {
                began: now,
                last: now,
                open: BTreeSet::new(),
            };
            burst.go_on(happened, concerns);
            burst
        })
    }

    fn go_on(&mut self, happened: &Happened, concerns: &impl Fn(&Path) -> bool) {
        for path in happened.paths.iter().filter(|path| concerns(path)) {
            self.last = Instant::now();
            match happened.how {
                How::Written if cfg!(target_os = "linux") => {
                    self.open.insert(path.clone());
                }
                _ => {
                    self.open.remove(path);
                }
            }
        }
    }

    fn is_complete(&self) -> bool {
        self.open.is_empty() && self.last.elapsed() >= QUIET
    }

    /// How long to wait for more; none where it has taken too long already.
    fn patience(&self) -> Option<Duration> {
        let rest = LONGEST.checked_sub(self.began.elapsed())?;
        let quiet = QUIET.saturating_sub(self.last.elapsed());
        Some(if self.open.is_empty() {
            quiet.min(rest)
        } else {
            rest
        })
    }
}
