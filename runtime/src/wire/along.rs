//! What the parts of a list or map are read along.

use serde::Deserializer;

use super::decoder::Decoder;
use super::error::DecodeError;
use super::shape::Shape;
use super::shaped::Shaped;

/// Turns a decoder into the deserializer of the next part.
pub(super) trait Along: Copy {
    type Reading<'a, 'de: 'a>: Deserializer<'de, Error = DecodeError>;

    fn reading<'a, 'de>(self, decoder: &'a mut Decoder<'de>) -> Self::Reading<'a, 'de>;
}

/// Along nothing: the type knows what comes next.
#[derive(Clone, Copy)]
pub(super) struct Plainly;

impl Along for Plainly {
    type Reading<'a, 'de: 'a> = &'a mut Decoder<'de>;

    #[inline]
    fn reading<'a, 'de>(self, decoder: &'a mut Decoder<'de>) -> Self::Reading<'a, 'de> {
        decoder
    }
}

impl Along for &'static Shape {
    type Reading<'a, 'de: 'a> = Shaped<'a, 'de>;

    #[inline]
    fn reading<'a, 'de>(self, decoder: &'a mut Decoder<'de>) -> Shaped<'a, 'de> {
        Shaped::new(decoder, self)
    }
}
