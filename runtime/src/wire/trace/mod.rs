//! What serde does with a type, found out by running its `Deserialize` on nothing.
//!
//! The build step reads source text, so it can be wrong about a type: a macro, a hand-written
//! `Deserialize` or an attribute may say otherwise. A generated test traces every type with the
//! recorder in this module and compares. It sees what the compiler cannot show elsewhere: private
//! fields, serde's names, the order of both.
//!
//! # The text of a trace
//!
//! One line for every struct and enum met, under the name that serde was given for it:
//!
//! ```text
//! struct Marker
//! struct Post { "id": u64, "title": string }
//! struct Empty {}
//! struct Pair(u32, string)
//! newtype PostId(u64)
//! enum Kind { "A", "B"(u32), "C"(u8, u8), "D" { "x": bool }, "E" {} }
//! ```
//!
//! A newtype is a tuple struct of one field. Type parameters are not shown: `Page<Post>` and
//! `Page<User>` are two lines for `Page`. In place of a type stands what serde makes of it:
//!
//! | serde | text |
//! |---|---|
//! | scalars | `bool`, `u8` … `u128`, `i8` … `i128`, `f32`, `f64`, `char`; `usize` is `u64`, `isize` is `i64` |
//! | `String`, `&str`, `Box<str>`, … | `string` |
//! | `()` | `()` |
//! | `Option<T>` | `Option<T>` |
//! | lists and sets | `[T]` |
//! | bytes, owned or borrowed | `[u8]` |
//! | tuples | `(A, B)`, `(A,)` |
//! | arrays | as tuples: `(u8, u8, u8)` |
//! | maps | `{K: V}` |
//! | structs and enums | their name |
//! | `Box<T>`, `Arc<T>`, `Cow<'_, T>` | as `T` |

mod access;
mod choice;
mod compare;
mod graph;
mod recorder;
mod shape;
mod text;

#[cfg(test)]
mod tests;

use serde::Deserialize;

use self::graph::Graph;
use self::recorder::Recorder;
use self::shape::Shape;
use self::text::{Line, Writer};

pub use self::compare::assert_traces;

/// The structs and enums that decoding one type involves.
#[derive(Debug)]
pub struct Trace {
    graph: Graph,
}

/// Traces `T`, whose borrows are of static data.
pub fn trace<T: Deserialize<'static>>() -> Trace {
    let mut graph = Graph::default();
    // A value shows one variant of every enum it holds; another run shows the next ones.
    loop {
        let before = graph.progress();
        graph.rewind();
        let mut shape = Shape::Unknown;
        let result = T::deserialize(Recorder::root(&mut graph, &mut shape));
        // A type may refuse the values made up for it. What was seen before that is still true,
        // and the next run goes round the place.
        drop(result);
        if graph.progress() == before {
            return Trace { graph };
        }
    }
}

impl Trace {
    /// One line for each struct and enum, sorted by name.
    ///
    /// Left out are those that could not be followed to their end, because a type refused the
    /// values made up for it, and those with aliases, which only a comparison can tell from names.
    pub fn definitions(&self) -> Vec<String> {
        let lines = self.lines(&[]).into_iter();
        lines.map(|line| line.text).collect()
    }

    fn lines(&self, expected: &[&str]) -> Vec<Line> {
        Writer::new(&self.graph, expected).lines()
    }
}
