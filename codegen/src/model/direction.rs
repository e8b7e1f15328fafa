//! Which way a value goes.

/// Which way a value goes. serde may read a type otherwise than it writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Direction {
    /// From the client: what `Deserialize` reads.
    Input,
    /// To the client: what `Serialize` writes.
    Output,
}

/// Something for each direction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Both<T> {
    pub(crate) input: T,
    pub(crate) output: T,
}

impl<T> Both<T> {
    pub(crate) fn of(&self, direction: Direction) -> &T {
        match direction {
            Direction::Input => &self.input,
            Direction::Output => &self.output,
        }
    }
}

impl<T: Clone> Both<T> {
    /// The same for both.
    pub(crate) fn same(value: T) -> Self {
        Both {
            input: value.clone(),
            output: value,
        }
    }
}
