//! Enums whose variants are told by a tag.

use serde::{Deserialize, Serialize};

tramline::include_actions!();

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Shape {
    Circle {
        radius: f64,
    },
    Rectangle(Rectangle),
    #[serde(alias = "dot")]
    Point,
    /// Holds itself, and other enums.
    Group {
        shapes: Vec<Shape>,
        fill: Fill,
    },
    #[serde(skip)]
    Hidden,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Rectangle {
    pub width: f64,
    #[serde(default = "one")]
    pub height: f64,
}

fn one() -> f64 {
    1.0
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "with")]
pub enum Fill {
    None,
    Color(u8, u8, u8),
    Pattern { name: String },
    Shape(Box<Shape>),
}

/// What it does not know is the last.
#[derive(Debug, Serialize, Deserialize)]
pub enum Level {
    Low,
    High(u8),
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "op")]
pub enum Change<T> {
    Set {
        value: T,
    },
    Clear,
    #[serde(other)]
    Unknown,
}

#[tramline::action]
pub async fn draw(shape: Shape) -> Shape {
    shape
}

#[tramline::action]
pub async fn fill(fill: Fill, level: Level) -> Result<(Fill, Level), Refused> {
    Ok((fill, level))
}

#[tramline::action]
pub async fn change(changes: Vec<Change<u64>>) -> Vec<Change<u64>> {
    changes
}

/// Needs no shape: what goes out is told as it is.
#[tramline::query]
pub async fn gallery() -> Vec<Shape> {
    Vec::new()
}

#[derive(Debug, tramline::ActionError)]
pub enum Refused {
    Wrong { fill: Fill },
}
