//! Where in an input, a result or an error something lies.

use std::fmt;

/// One step into a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    /// A member of an object.
    Field(String),
    /// A variant of an enum.
    Variant(String),
    /// An element of a list or a set.
    Element,
    /// An element of a tuple.
    Index(usize),
    /// The keys of a map.
    Key,
    /// The values of a map.
    Value,
}

/// The way from the whole to a part: `posts[].author.name`, `shape::Circle.radius`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Path(pub(crate) Vec<Step>);

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            let dot = if place == 0 { "" } else { "." };
            match step {
                Step::Field(name) => write!(f, "{dot}{name}")?,
                Step::Index(index) => write!(f, "{dot}{index}")?,
                Step::Variant(name) => write!(f, "::{name}")?,
                Step::Element | Step::Value => f.write_str("[]")?,
                Step::Key => f.write_str("[key]")?,
            }
        }
        Ok(())
    }
}
