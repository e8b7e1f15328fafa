//! Rows of values and maps, as visitors take them.

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::error::{Result, Stop};
use super::reader::Reader;
use super::session::Session;
use crate::wire::shape::{Field, Shape};

/// What a row is made of.
#[derive(Clone, Copy)]
pub(super) enum Parts {
    Each(&'static [Shape]),
    Fields(&'static [Field]),
    Same(&'static Shape, usize),
    List(&'static Shape, usize),
}

impl Parts {
    pub(super) fn len(self) -> usize {
        match self {
            Self::Each(parts) => parts.len(),
            Self::Fields(fields) => fields.len(),
            Self::Same(_, length) | Self::List(_, length) => length,
        }
    }

    /// The shape at `index`, and the step that leads to it.
    pub(super) fn get(self, index: usize) -> Option<(&'static Shape, String)> {
        match self {
            Self::Each(parts) => Some((parts.get(index)?, format!(".{index}"))),
            Self::Fields(fields) => {
                let field = fields.get(index)?;
                Some((&field.shape, format!(".{}", field.name)))
            }
            Self::Same(shape, length) => (index < length).then(|| (shape, format!("[{index}]"))),
            Self::List(shape, length) => (index < length).then(|| (shape, "[]".to_owned())),
        }
    }
}

/// A row of values.
pub(super) struct Elements<'a> {
    session: &'a mut Session,
    parts: Parts,
    next: usize,
}

impl<'a> Elements<'a> {
    pub(super) fn new(session: &'a mut Session, parts: Parts) -> Self {
        let next = 0;
        Self {
            session,
            parts,
            next,
        }
    }
}

impl SeqAccess<'static> for Elements<'_> {
    type Error = Stop;

    fn next_element_seed<T: DeserializeSeed<'static>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>> {
        let Some((shape, step)) = self.parts.get(self.next) else {
            return Ok(None);
        };
        self.next += 1;
        self.session
            .within(step, |session| {
                seed.deserialize(Reader::new(session, shape))
            })
            .map(Some)
    }
}

/// A map of one entry, or of none.
pub(super) struct Pairs<'a> {
    session: &'a mut Session,
    key: &'static Shape,
    value: &'static Shape,
    remaining: usize,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(
        session: &'a mut Session,
        key: &'static Shape,
        value: &'static Shape,
        opens: bool,
    ) -> Self {
        Self {
            session,
            key,
            value,
            remaining: usize::from(opens),
        }
    }
}

impl MapAccess<'static> for Pairs<'_> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'static>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some(remaining) = self.remaining.checked_sub(1) else {
            return Ok(None);
        };
        self.remaining = remaining;
        let key = self.key;
        self.session
            .within("{key}".to_owned(), |session| {
                seed.deserialize(Reader::new(session, key))
            })
            .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'static>>(&mut self, seed: V) -> Result<V::Value> {
        let value = self.value;
        self.session.within("{}".to_owned(), |session| {
            seed.deserialize(Reader::new(session, value))
        })
    }
}
