//! What the code of a frontend sees of two clients, side by side.
//!
//! Everything is decided from what TypeScript shows, whatever Rust and the wire make of it: `u32`
//! and `u64` are `number` and `bigint`, and `u8` and `u32` are one.

mod exports;
mod findings;
mod path;

mod variants;
mod walk;

use self::exports::{moved, types};
pub(crate) use self::findings::{of_action, of_types};
pub(crate) use self::path::{Path, Step};
use self::walk::{Change, Walk};
use crate::emit::typescript::surface::{Function, Surface, ViewId};
use crate::model::Direction;

/// A function of a client, among the types of that client.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Side<'a> {
    surface: &'a Surface,
    function: &'a Function,
}

impl<'a> Side<'a> {
    /// The function of an action.
    pub(crate) fn new(surface: &'a Surface, action: &str) -> Option<Self> {
        let function = surface.functions.get(action)?;
        Some(Side { surface, function })
    }
}

/// What has to change where a function's input is made.
fn input(old: Side<'_>, new: Side<'_>) -> Vec<Change> {
    compare(Direction::Input, old, new, |function| function.input)
}

/// What has to change where its result is used.
fn result(old: Side<'_>, new: Side<'_>) -> Vec<Change> {
    compare(Direction::Output, old, new, |function| function.result)
}

/// What has to change where its errors are told apart. The first step of each path is a code.
fn errors(old: Side<'_>, new: Side<'_>) -> Vec<Change> {
    compare(Direction::Output, old, new, |function| function.errors)
}

fn compare(
    direction: Direction,
    old: Side<'_>,
    new: Side<'_>,
    part: fn(&Function) -> ViewId,
) -> Vec<Change> {
    let mut walk = Walk::new(direction, &old.surface.views, &new.surface.views);
    walk.compare(part(old.function), part(new.function));
    walk.found
}
