//! What is printed, and how: results on the standard output, progress and errors beside it, with
//! colours as cargo has them.

use std::fmt::Display;
use std::io::{Stderr, Stdout, Write as _};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use clap::ValueEnum;

/// When there are colours.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Colors {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

const VERB: Style = AnsiColor::BrightGreen.on_default().bold();
const WARNING: Style = AnsiColor::BrightYellow.on_default().bold();
const ERROR: Style = AnsiColor::BrightRed.on_default().bold();

/// The two streams. Nothing can be done about one that is closed, so writing never fails.
#[derive(Debug)]
pub(crate) struct Shell {
    out: AutoStream<Stdout>,
    err: AutoStream<Stderr>,
    quiet: bool,
}

impl Shell {
    pub(crate) fn new(colors: Colors, quiet: bool) -> Self {
        let choice = match colors {
            Colors::Auto => ColorChoice::Auto,
            Colors::Always => ColorChoice::Always,
            Colors::Never => ColorChoice::Never,
        };
        Shell {
            out: AutoStream::new(std::io::stdout(), choice),
            err: AutoStream::new(std::io::stderr(), choice),
            quiet,
        }
    }

    /// Part of the result, as it is.
    pub(crate) fn print(&mut self, text: impl Display) {
        let _ = write!(self.out, "{text}");
    }

    /// A line of the result.
    pub(crate) fn line(&mut self, text: impl Display) {
        let _ = writeln!(self.out, "{text}");
    }

    /// What has been done: a verb in cargo's column, then the rest.
    pub(crate) fn status(&mut self, verb: &str, rest: impl Display) {
        if !self.quiet {
            let _ = writeln!(self.err, "{VERB}{verb:>12}{VERB:#} {rest}");
        }
    }

    /// What may surprise someone later.
    pub(crate) fn warning(&mut self, text: impl Display) {
        if !self.quiet {
            let _ = writeln!(self.err, "{WARNING}warning{WARNING:#}: {text}");
        }
    }

    /// What went wrong, in a line.
    pub(crate) fn error(&mut self, text: impl Display) {
        let _ = writeln!(self.err, "{ERROR}error{ERROR:#}: {text}");
    }

    /// Errors that are written out already, apart from each other and from what follows.
    pub(crate) fn errors(&mut self, texts: &[String]) {
        for text in texts {
            let _ = writeln!(self.err, "{text}\n");
        }
    }

    /// Errors that nothing follows.
    pub(crate) fn last_errors(&mut self, texts: &[String]) {
        let _ = writeln!(self.err, "{}", texts.join("\n\n"));
    }
}
