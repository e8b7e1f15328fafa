//! Which names of a writer are read as which of a reader.

/// Pairs of a writer's and a reader's members, by their places.
pub(super) struct Meetings {
    writers: usize,
    readers: usize,
    /// In the order of the writer's members.
    pub(super) pairs: Vec<(usize, usize)>,
}

impl Meetings {
    /// All that `meet`.
    pub(super) fn new(writers: usize, readers: usize, meet: impl Fn(usize, usize) -> bool) -> Self {
        let all = (0..writers).flat_map(|writer| (0..readers).map(move |reader| (writer, reader)));
        Meetings {
            writers,
            readers,
            pairs: all
                .filter(|(writer, reader)| meet(*writer, *reader))
                .collect(),
        }
    }

    /// The writer's members that nobody reads.
    pub(super) fn unread(&self) -> impl Iterator<Item = usize> {
        (0..self.writers).filter(|writer| self.pairs.iter().all(|(other, _)| other != writer))
    }

    /// The reader's members that nobody writes.
    pub(super) fn unwritten(&self) -> impl Iterator<Item = usize> {
        (0..self.readers).filter(|reader| self.pairs.iter().all(|(_, other)| other != reader))
    }

    /// Whether those that meet come in the same order.
    pub(super) fn are_in_order(&self) -> bool {
        self.pairs.is_sorted_by_key(|(_, reader)| *reader)
    }

    /// The pairs whose reader's member reads another one, too.
    pub(super) fn merged(&self) -> impl Iterator<Item = (usize, usize)> {
        let merges = |(writer, reader): (usize, usize)| {
            let mut others = self.pairs.iter();
            others.any(|(w, r)| *w != writer && *r == reader)
        };
        self.pairs.iter().copied().filter(move |pair| merges(*pair))
    }

    /// The pairs whose writer's member is read by another one, too.
    pub(super) fn split(&self) -> impl Iterator<Item = (usize, usize)> {
        let splits = |(writer, reader): (usize, usize)| {
            let mut others = self.pairs.iter();
            others.any(|(w, r)| *w == writer && *r != reader)
        };
        self.pairs.iter().copied().filter(move |pair| splits(*pair))
    }
}
