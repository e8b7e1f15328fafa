//! What is written element by element.

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::error::EncodeError;
use super::serializer::Encoder;
use crate::wire::writer::Writer;

/// Elements, entries or fields, one after the other.
pub(super) struct Compound<'a>(pub(super) &'a mut Writer);

impl Compound<'_> {
    #[inline]
    fn write<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        value.serialize(Encoder(self.0))
    }

    /// Whoever skips a field holds what reads back from a zero: `None`, or something empty. The
    /// build step knows by which predicates.
    #[inline]
    fn skip(&mut self) {
        self.0.byte(0);
    }
}

/// One trait after the other, with the method that writes a part.
macro_rules! compounds {
    ($($compound:ident { $($write:ident($($key:ident)?)),* $(; $skip:ident)? })*) => {$(
        impl $compound for Compound<'_> {
            type Ok = ();
            type Error = EncodeError;

            $(
                #[inline]
                fn $write<T: Serialize + ?Sized>(
                    &mut self,
                    $($key: &'static str,)?
                    value: &T,
                ) -> Result<(), EncodeError> {
                    $(let _ = $key;)?
                    self.write(value)
                }
            )*

            $(
                #[inline]
                fn $skip(&mut self, _key: &'static str) -> Result<(), EncodeError> {
                    self.skip();
                    Ok(())
                }
            )?

            #[inline]
            fn end(self) -> Result<(), EncodeError> {
                Ok(())
            }
        }
    )*};
}

compounds! {
    SerializeSeq { serialize_element() }
    SerializeTuple { serialize_element() }
    SerializeTupleStruct { serialize_field() }
    SerializeTupleVariant { serialize_field() }
    SerializeMap { serialize_key(), serialize_value() }
    SerializeStruct { serialize_field(key); skip_field }
    SerializeStructVariant { serialize_field(key); skip_field }
}
