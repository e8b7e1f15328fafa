//! From postcard's format to JSON.

use std::fmt::{Display, Write as _};

use super::quote::quote;
use super::{base64, number, unnamed};
use crate::wire::budget::{Budget, Limits};
use crate::wire::decoder::only_char;
use crate::wire::error::{Reason, Result};
use crate::wire::reader::{Reader, Signed, Unsigned};
use crate::wire::shape::Shape;
use crate::wire::text;

/// Prints what bytes say.
pub(super) struct Printer<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) text: String,
    /// For depth, and for what takes no bytes: all else is as long as the input allows.
    pub(super) budget: Budget,
}

impl<'a> Printer<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            reader: Reader::new(bytes),
            text: String::with_capacity(bytes.len().saturating_mul(2)),
            budget: Budget::new(Limits::DEFAULT),
        }
    }

    pub(super) fn finish(self) -> Result<Vec<u8>> {
        match self.reader.remaining() {
            0 => Ok(self.text.into_bytes()),
            _ => Err(Reason::Trailing.into()),
        }
    }

    pub(super) fn value(&mut self, shape: &'static Shape) -> Result<()> {
        match unnamed(shape)? {
            Shape::Bool => match self.reader.flag(Reason::Bool)? {
                true => self.text.push_str("true"),
                false => self.text.push_str("false"),
            },
            Shape::U8 => self.plain(|reader| reader.byte())?,
            Shape::U16 => self.plain(Reader::varint::<u16>)?,
            Shape::U32 => self.plain(Reader::varint::<u32>)?,
            Shape::U64 => self.quoted(Reader::varint::<u64>)?,
            Shape::U128 => self.quoted(Reader::varint::<u128>)?,
            Shape::I8 => self.plain(|reader| reader.byte().map(u8::cast_signed))?,
            Shape::I16 => self.plain(signed::<i16>)?,
            Shape::I32 => self.plain(signed::<i32>)?,
            Shape::I64 => self.quoted(signed::<i64>)?,
            Shape::I128 => self.quoted(signed::<i128>)?,
            Shape::F32 => {
                let value = f32::from_le_bytes(self.reader.array()?);
                number::print_float(value.into(), &mut self.text);
            }
            Shape::F64 => {
                let value = f64::from_le_bytes(self.reader.array()?);
                number::print_float(value, &mut self.text);
            }
            Shape::Char => {
                let value = self.str()?;
                only_char(value)?;
                quote(value, &mut self.text);
            }
            Shape::String => {
                let value = self.str()?;
                quote(value, &mut self.text);
            }
            Shape::Text(kind) => {
                let value = text::read(*kind, &mut self.reader)?;
                quote(&value, &mut self.text);
            }
            Shape::Bytes => {
                let length = self.reader.length()?;
                self.bytes(length)?;
            }
            Shape::FixedBytes(length) => self.bytes(*length)?,
            Shape::Unit => self.text.push_str("null"),
            Shape::Option(inner) => self.option(inner)?,
            Shape::List(element) | Shape::Set(element) => {
                let count = self.reader.length()?;
                self.repeated(element, count)?;
            }
            Shape::Array(element, count) => self.repeated(element, *count)?,
            Shape::Tuple(shapes) => self.tuple(shapes)?,
            Shape::Map(key, value) => self.map(key, value)?,
            Shape::Struct(shape) => self.object(|object| object.fields(shape))?,
            Shape::Enum(shape) => self.variant(shape)?,
            Shape::Named(_) => return Err(Reason::Depth.into()),
        }
        Ok(())
    }

    fn plain<T: Display>(&mut self, read: impl FnOnce(&mut Reader<'a>) -> Result<T>) -> Result<()> {
        let value = read(&mut self.reader)?;
        // Writing to a string does not fail.
        let _ = write!(self.text, "{value}");
        Ok(())
    }

    fn quoted<T: Display>(
        &mut self,
        read: impl FnOnce(&mut Reader<'a>) -> Result<T>,
    ) -> Result<()> {
        let value = read(&mut self.reader)?;
        let _ = write!(self.text, "\"{value}\"");
        Ok(())
    }

    pub(super) fn str(&mut self) -> Result<&'a str> {
        let length = self.reader.length()?;
        let bytes = self.reader.bytes(length)?;
        str::from_utf8(bytes).map_err(|_| Reason::Utf8.into())
    }

    fn bytes(&mut self, length: usize) -> Result<()> {
        let bytes = self.reader.bytes(length)?;
        self.text.push('"');
        base64::encode(bytes, &mut self.text);
        self.text.push('"');
        Ok(())
    }
}

fn signed<T: Signed>(reader: &mut Reader<'_>) -> Result<T>
where
    T::Zigzag: Unsigned,
{
    reader.varint().map(T::from_zigzag)
}
