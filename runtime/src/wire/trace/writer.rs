//! The `Serializer` that follows a value along the shape it should have, and notes where serde
//! writes something else.

use serde::Serialize;
use serde::ser::Serializer;

use super::compound::{FieldsWriter, PairsWriter, RowWriter};
use super::describe::{describe, tuple};
use super::elements::Parts;
use super::error::{Result, Stop};
use super::reader::BYTE;
use super::session::Session;
use super::text;
use crate::wire::shape::{Enum, Shape, Tagging, Variant};

/// Takes one value.
pub(super) struct Writer<'a> {
    pub(super) session: &'a mut Session,
    /// Named by nothing.
    pub(super) shape: &'static Shape,
}

impl<'a> Writer<'a> {
    pub(super) fn new(session: &'a mut Session, shape: &'static Shape) -> Self {
        let shape = session.enter(shape);
        Self { session, shape }
    }

    /// The same for types whose bytes are something else to people.
    fn bytes(self) -> Self {
        match self.shape {
            Shape::Text(text) => Self::new(self.session, text::layout(*text)),
            _ => self,
        }
    }

    fn disagrees<T>(self, serde: impl Into<String>) -> Result<T> {
        Err(self.session.note(describe(self.shape), serde))
    }

    /// Notes a default that is not what its bytes are taken to be.
    fn check_zero(&mut self, is_zero: bool) {
        if !is_zero && self.session.expects_zero() {
            self.session.note(
                "a default that is zero, empty, `false` or `None`",
                "another default",
            );
        }
    }

    fn row(self, length: usize) -> Result<RowWriter<'a>> {
        let it = self.bytes();
        let parts = match it.shape {
            Shape::Tuple(parts) => Parts::Each(parts),
            Shape::Array(element, length) => Parts::Same(element, *length),
            Shape::FixedBytes(length) => Parts::Same(&BYTE, *length),
            _ => return it.disagrees(tuple(length)),
        };
        if parts.len() != length {
            return it.disagrees(tuple(length));
        }
        Ok(RowWriter::new(it.session, parts))
    }

    /// The variant that serde writes by this number and name.
    fn variant(
        self,
        index: u32,
        name: &'static str,
    ) -> Result<(&'a mut Session, &'static Variant)> {
        let it = self.bytes();
        let found = || format!("the variant {name:?} with the number {index}");
        let body = match it.shape {
            Shape::Enum(body) if body.tagging == Tagging::External => body,
            _ => return it.disagrees(found()),
        };
        match numbered(body, index, name) {
            Some(variant) => Ok((it.session, variant)),
            None => it.disagrees(found()),
        }
    }

    /// What a variant holds, which serde describes so.
    fn payload<T>(
        self,
        (index, name): (u32, &'static str),
        serde: String,
        write: impl FnOnce(Writer<'a>) -> Result<T>,
    ) -> Result<T> {
        let (session, variant) = self.variant(index, name)?;
        match &variant.payload {
            Some(payload) => write(Writer::new(session, payload)),
            None => Err(session.note(format!("{name:?}, which holds nothing"), serde)),
        }
    }
}

/// The variant of this number and name.
pub(super) fn numbered(body: &'static Enum, index: u32, name: &str) -> Option<&'static Variant> {
    let mut variants = body.variants.iter();
    variants.find(|variant| variant.index == index && variant.name == name)
}

macro_rules! plain {
    ($($serialize:ident $type:ty, $shape:ident $text:literal $zero:expr;)*) => {$(
        fn $serialize(mut self, value: $type) -> Result<()> {
            let is_zero: fn($type) -> bool = $zero;
            match self.shape {
                Shape::$shape => {
                    self.check_zero(is_zero(value));
                    Ok(())
                }
                _ => self.disagrees($text),
            }
        }
    )*};
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = Stop;
    type SerializeSeq = RowWriter<'a>;
    type SerializeTuple = RowWriter<'a>;
    type SerializeTupleStruct = RowWriter<'a>;
    type SerializeTupleVariant = RowWriter<'a>;
    type SerializeMap = PairsWriter<'a>;
    type SerializeStruct = FieldsWriter<'a>;
    type SerializeStructVariant = FieldsWriter<'a>;

    fn is_human_readable(&self) -> bool {
        false
    }

    plain! {
        serialize_bool bool, Bool "bool" |it| !it;
        serialize_u8 u8, U8 "u8" |it| it == 0;
        serialize_u16 u16, U16 "u16" |it| it == 0;
        serialize_u32 u32, U32 "u32" |it| it == 0;
        serialize_u64 u64, U64 "u64" |it| it == 0;
        serialize_u128 u128, U128 "u128" |it| it == 0;
        serialize_i8 i8, I8 "i8" |it| it == 0;
        serialize_i16 i16, I16 "i16" |it| it == 0;
        serialize_i32 i32, I32 "i32" |it| it == 0;
        serialize_i64 i64, I64 "i64" |it| it == 0;
        serialize_f32 f32, F32 "f32" |it| it.to_bits() == 0;
        serialize_f64 f64, F64 "f64" |it| it.to_bits() == 0;
        serialize_char char, Char "char" |it| it == '\0';
        serialize_str &str, String "a string" str::is_empty;
    }

    fn serialize_i128(mut self, value: i128) -> Result<()> {
        match self.shape {
            // As it is read.
            Shape::I64 | Shape::I128 => {
                self.check_zero(value == 0);
                Ok(())
            }
            _ => self.disagrees("i128"),
        }
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<()> {
        let mut it = self.bytes();
        match it.shape {
            Shape::Bytes => {
                it.check_zero(value.is_empty());
                Ok(())
            }
            _ => it.disagrees("bytes"),
        }
    }

    fn serialize_none(self) -> Result<()> {
        match self.shape {
            Shape::Option(_) => Ok(()),
            _ => self.disagrees("an option"),
        }
    }

    fn serialize_some<T: Serialize + ?Sized>(mut self, value: &T) -> Result<()> {
        match self.shape {
            Shape::Option(content) => {
                self.check_zero(false);
                value.serialize(Writer::new(self.session, content))
            }
            _ => self.disagrees("an option"),
        }
    }

    fn serialize_unit(self) -> Result<()> {
        match self.shape {
            Shape::Unit => Ok(()),
            _ => self.disagrees("a unit"),
        }
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<()> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, index: u32, name: &'static str) -> Result<()> {
        let (session, variant) = self.variant(index, name)?;
        match &variant.payload {
            None => Ok(()),
            Some(payload) => {
                let serde = format!("{name:?}, which holds nothing");
                Err(session.note(describe(payload), serde))
            }
        }
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        index: u32,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        self.payload((index, name), "a value".to_owned(), |it| {
            value.serialize(it)
        })
    }

    fn serialize_seq(mut self, length: Option<usize>) -> Result<RowWriter<'a>> {
        let element: &'static Shape = match self.shape {
            Shape::List(element) | Shape::Set(element) => element,
            Shape::Bytes => &BYTE,
            _ => return self.disagrees("a list"),
        };
        self.check_zero(length == Some(0));
        Ok(RowWriter::new(
            self.session,
            Parts::List(element, usize::MAX),
        ))
    }

    fn serialize_tuple(self, len: usize) -> Result<RowWriter<'a>> {
        self.row(len)
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<RowWriter<'a>> {
        self.row(len)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        index: u32,
        name: &'static str,
        len: usize,
    ) -> Result<RowWriter<'a>> {
        self.payload((index, name), tuple(len), |it| it.row(len))
    }

    fn serialize_map(mut self, length: Option<usize>) -> Result<PairsWriter<'a>> {
        match self.shape {
            Shape::Map(key, value) => {
                self.check_zero(length == Some(0));
                Ok(PairsWriter::new(self.session, key, value))
            }
            _ => self.disagrees("a map"),
        }
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<FieldsWriter<'a>> {
        match self.shape {
            Shape::Struct(body) => Ok(FieldsWriter::structure(self.session, body)),
            Shape::Enum(body) if body.tagging != Tagging::External => {
                Ok(FieldsWriter::tagged(self.session, body))
            }
            _ => self.disagrees(format!("the struct {name:?}")),
        }
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        index: u32,
        name: &'static str,
        _: usize,
    ) -> Result<FieldsWriter<'a>> {
        let named = || "named values".to_owned();
        self.payload((index, name), named(), |it| match it.shape {
            Shape::Struct(body) => Ok(FieldsWriter::structure(it.session, body)),
            _ => it.disagrees(named()),
        })
    }
}
