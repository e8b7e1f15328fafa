//! A case: what is said and done, and what comes back.

use std::fmt::Write as _;

use crate::world::World;

/// The lines of a case that a person writes.
pub(crate) struct Conversation<'text> {
    /// Comments, and the packages.
    head: Vec<&'text str>,
    packages: Vec<&'text str>,
    turns: Vec<Turn<'text>>,
}

/// A comment before a command, the command, and lines for it.
#[derive(Default)]
struct Turn<'text> {
    comments: Vec<&'text str>,
    command: &'text str,
    lines: Vec<&'text str>,
}

impl<'text> Conversation<'text> {
    pub(crate) fn parse(text: &'text str) -> Self {
        let (mut head, mut packages, mut turns) = (Vec::new(), Vec::new(), Vec::new());
        let mut comments = Vec::new();
        for line in text.lines() {
            if let Some(names) = line.strip_prefix("packages:") {
                head.append(&mut comments);
                packages = names.split_whitespace().collect();
            } else if line.starts_with('#') {
                comments.push(line);
            } else if let Some(command) = line.strip_prefix("$ ") {
                turns.push(Turn {
                    comments: std::mem::take(&mut comments),
                    command,
                    lines: Vec::new(),
                });
            } else if let (Some(line), Some(turn)) = (line.strip_prefix('+'), turns.last_mut()) {
                turn.lines.push(line.strip_prefix(' ').unwrap_or(line));
            }
        }
        Conversation {
            head,
            packages,
            turns,
        }
    }

    /// Everything with the answers that come back now.
    pub(crate) fn hold(&self) -> String {
        let mut world = World::new(&self.packages);
        let mut text = String::new();
        for line in &self.head {
            writeln!(text, "{line}").unwrap();
        }
        writeln!(text, "packages: {}", self.packages.join(" ")).unwrap();
        for turn in &self.turns {
            text.push('\n');
            for line in &turn.comments {
                writeln!(text, "{line}").unwrap();
            }
            writeln!(text, "$ {}", turn.command).unwrap();
            for line in &turn.lines {
                writeln!(text, "{}", format!("+ {line}").trim_end()).unwrap();
            }
            text += &world.answer(turn.command, &turn.lines);
        }
        text
    }
}
