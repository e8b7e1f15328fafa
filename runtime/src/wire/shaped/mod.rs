//! Decoding along a shape.
//!
//! Bytes in postcard's format carry no names, and some types cannot be read without: enums with an
//! internal or adjacent tag, structs that leave a field to its default, and what asks for whatever
//! there is. The deserializer here knows the shape of every value from the root on. A type that says
//! what it wants is answered as by the plain decoder, from the same bytes. A type that asks is
//! answered as JSON would answer: structs are maps, variants are names, addresses are text.
//!
//! serde keeps the fields of an internally tagged enum in a buffer until it has seen the tag, and
//! makes the value from the buffer, out of our sight. What that value will take is paid for by the
//! size that its shape suggests, which leaves out what never travels: skipped fields.

mod any;
mod deserializer;
mod external;
mod members;
mod parts;
mod size;
mod variants;

use super::decoder::Decoder;
use super::error::{Reason, Result};
use super::shape::{Field, Presence, Shape};

pub(super) use self::size::Sizes;

/// A value that is next in the input, and its shape.
pub(super) struct Shaped<'a, 'de> {
    decoder: &'a mut Decoder<'de>,
    shape: &'static Shape,
    /// Whether a byte before it says that it is there, which to serde is an option.
    flagged: bool,
}

impl<'a, 'de> Shaped<'a, 'de> {
    #[inline]
    pub(super) const fn new(decoder: &'a mut Decoder<'de>, shape: &'static Shape) -> Self {
        Self {
            decoder,
            shape,
            flagged: false,
        }
    }

    /// The shape behind its names.
    #[inline]
    fn shape(&self) -> Result<&'static Shape> {
        if self.flagged {
            return Err(Reason::Shape.into());
        }
        self.shape.unnamed().ok_or_else(|| Reason::Depth.into())
    }

    /// Makes something of the size that the shape suggests, one level down.
    fn nested<T>(self, make: impl FnOnce(&mut Decoder<'de>) -> Result<T>) -> Result<T> {
        let size = self.decoder.sizes.of(self.shape).max(size_of::<T>());
        self.decoder.budget.charge(size)?;
        let levels = self.decoder.budget.enter_sized(size)?;
        let value = make(self.decoder)?;
        self.decoder.budget.leave(levels);
        Ok(value)
    }
}

/// Whether the value of `field` follows: of some a byte says so.
#[inline]
fn is_present(field: &Field, decoder: &mut Decoder<'_>) -> Result<bool> {
    match field.presence {
        Presence::Flagged => decoder.reader.flag(Reason::Option),
        Presence::Required | Presence::Zero => Ok(true),
    }
}
