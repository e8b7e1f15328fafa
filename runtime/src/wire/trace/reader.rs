//! The `Deserializer` that makes values up by their shape, and notes where serde asks for something
//! else.

use serde::de::{Deserializer, Visitor};

use super::any::may_be_asked_for;
use super::describe::{describe, structure_of, tuple};
use super::elements::{Elements, Pairs, Parts};
use super::error::{Result, Stop, list};
use super::leaf::{BYTES, CHARACTERS, TEXTS, numbers};
use super::members::{Entry, structure, tagged};
use super::names::{self, Names};
use super::session::Session;
use super::text;
use super::variant::VariantReader;
use crate::wire::shape::{Enum, Shape, Tagging};

/// Answers for one value.
pub(super) struct Reader<'a> {
    pub(super) session: &'a mut Session,
    /// Named by nothing.
    pub(super) shape: &'static Shape,
    /// Whether serde may read it without saying what it expects.
    pub(super) may_ask: bool,
}

pub(super) static BYTE: Shape = Shape::U8;

impl<'a> Reader<'a> {
    pub(super) fn new(session: &'a mut Session, shape: &'static Shape) -> Self {
        let shape = session.enter(shape);
        let may_ask = session.buffers > 0 || may_be_asked_for(shape);
        Self {
            session,
            shape,
            may_ask,
        }
    }

    /// The same for types whose bytes are something else to people.
    fn bytes(self) -> Self {
        match self.shape {
            Shape::Text(text) => Self::new(self.session, text::layout(*text)),
            _ => self,
        }
    }

    pub(super) fn disagrees<T>(self, serde: impl Into<String>) -> Result<T> {
        Err(self.session.note(describe(self.shape), serde))
    }

    /// A value for a type without parts.
    pub(super) fn made_up<T: Copy>(&mut self, values: &[T]) -> Result<T> {
        self.session.value(values).ok_or(Stop::Refused)
    }

    fn row<V: Visitor<'static>>(self, length: usize, visitor: V) -> Result<V::Value> {
        let parts = match self.shape {
            Shape::Tuple(parts) => Parts::Each(parts),
            Shape::Array(element, length) => Parts::Same(element, *length),
            Shape::FixedBytes(length) => Parts::Same(&BYTE, *length),
            _ => return self.disagrees(tuple(length)),
        };
        if parts.len() != length {
            return self.disagrees(tuple(length));
        }
        visitor.visit_seq(Elements::new(self.session, parts))
    }

    /// The tag and the content of an adjacently tagged enum.
    fn beside<V: Visitor<'static>>(
        self,
        body: &'static Enum,
        names: Names,
        visitor: V,
    ) -> Result<V::Value> {
        let Tagging::Adjacent { tag, content } = body.tagging else {
            return self.disagrees(structure_of(names));
        };
        if names != [tag, content] {
            return self.disagrees(structure_of(names));
        }
        let index = self.session.choices.choose(body).ok_or(Stop::Refused)?;
        let payload = body.variants[index].payload.as_ref();
        let tag = (tag, Entry::Tag(body, index));
        let content = payload.map(|payload| (content, Entry::Content(payload)));
        let members = [tag].into_iter().chain(content).collect();
        tagged(self.session, body, index, members, visitor)
    }
}

/// `deserialize_x` answering with a value of a type without parts.
macro_rules! plain {
    ($($deserialize:ident $shape:ident $text:literal $visit:ident($values:expr))*) => {$(
        fn $deserialize<V: Visitor<'static>>(mut self, visitor: V) -> Result<V::Value> {
            match self.shape {
                Shape::$shape => visitor.$visit(self.made_up($values)?),
                _ => self.disagrees($text),
            }
        }
    )*};
}

impl Deserializer<'static> for Reader<'_> {
    type Error = Stop;

    fn is_human_readable(&self) -> bool {
        false
    }

    plain! {
        deserialize_bool Bool "bool" visit_bool(&[true, false])
        deserialize_u8 U8 "u8" visit_u8(numbers!(u8))
        deserialize_u16 U16 "u16" visit_u16(numbers!(u16))
        deserialize_u32 U32 "u32" visit_u32(numbers!(u32))
        deserialize_u64 U64 "u64" visit_u64(numbers!(u64))
        deserialize_u128 U128 "u128" visit_u128(numbers!(u128))
        deserialize_i8 I8 "i8" visit_i8(numbers!(i8))
        deserialize_i16 I16 "i16" visit_i16(numbers!(i16))
        deserialize_i32 I32 "i32" visit_i32(numbers!(i32))
        deserialize_i64 I64 "i64" visit_i64(numbers!(i64))
        deserialize_f32 F32 "f32" visit_f32(numbers!(f32))
        deserialize_f64 F64 "f64" visit_f64(numbers!(f64))
        deserialize_char Char "char" visit_char(CHARACTERS)
        deserialize_str String "a string" visit_borrowed_str(TEXTS)
    }

    /// Some write moments as 128 bits. The bytes are those of 64, as long as these are enough: for
    /// nanoseconds, until the year 2262.
    fn deserialize_i128<V: Visitor<'static>>(mut self, visitor: V) -> Result<V::Value> {
        match self.shape {
            Shape::I64 | Shape::I128 => visitor.visit_i128(self.made_up(numbers!(i128))?),
            _ => self.disagrees("i128"),
        }
    }

    fn deserialize_string<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        let mut reader = self.bytes();
        match reader.shape {
            Shape::Bytes => match visitor.visit_borrowed_bytes(reader.made_up(BYTES)?) {
                // How many bytes there are is the type's own affair.
                Err(Stop::Length(_)) => Err(Stop::Refused),
                result => result,
            },
            _ => reader.disagrees("bytes"),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_unit<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        match self.shape {
            Shape::Unit => visitor.visit_unit(),
            _ => self.disagrees("a unit"),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'static>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'static>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        // A newtype can hold itself and nothing else.
        let shape = self.shape;
        self.session.within(String::new(), |session| {
            visitor.visit_newtype_struct(Reader::new(session, shape))
        })
    }

    fn deserialize_option<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        let Shape::Option(content) = self.shape else {
            return self.disagrees("an option");
        };
        if !self.session.choices.opens(content) {
            return visitor.visit_none();
        }
        self.session.within(String::new(), |session| {
            visitor.visit_some(Reader::new(session, content))
        })
    }

    fn deserialize_seq<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        let element: &'static Shape = match self.shape {
            Shape::List(element) | Shape::Set(element) => element,
            Shape::Bytes => &BYTE,
            _ => return self.disagrees("a list"),
        };
        let length = usize::from(self.session.choices.opens(element));
        visitor.visit_seq(Elements::new(self.session, Parts::List(element, length)))
    }

    fn deserialize_map<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        match self.shape {
            Shape::Map(key, value) => {
                let key_opens = self.session.choices.opens(key);
                let opens = self.session.choices.opens(value) || key_opens;
                visitor.visit_map(Pairs::new(self.session, key, value, opens))
            }
            _ => self.disagrees("a map"),
        }
    }

    fn deserialize_tuple<V: Visitor<'static>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.bytes().row(len, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'static>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.row(len, visitor)
    }

    fn deserialize_struct<V: Visitor<'static>>(
        self,
        _: &'static str,
        fields: Names,
        visitor: V,
    ) -> Result<V::Value> {
        match self.shape {
            Shape::Struct(body) => structure(self.session, body, fields, visitor),
            Shape::Enum(body) => self.beside(body, fields, visitor),
            _ => self.disagrees(structure_of(fields)),
        }
    }

    fn deserialize_enum<V: Visitor<'static>>(
        self,
        _: &'static str,
        variants: Names,
        visitor: V,
    ) -> Result<V::Value> {
        let reader = self.bytes();
        let found = || format!("an enum with {}", list(variants));
        let Shape::Enum(body) = reader.shape else {
            return reader.disagrees(found());
        };
        if body.tagging != Tagging::External {
            return reader.disagrees(found());
        }
        let expected = names::of_variants(body.variants);
        if !names::agree(variants, &expected) {
            let read = format!("an enum with {}", names::listed(&expected));
            return Err(reader.session.note(read, found()));
        }
        let index = reader.session.choices.choose(body).ok_or(Stop::Refused)?;
        reader.session.choices.go_in(body);
        let value = visitor.visit_enum(VariantReader {
            session: &mut *reader.session,
            variant: &body.variants[index],
        })?;
        reader.session.choices.come_out();
        Ok(value)
    }

    fn deserialize_any<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        self.any(visitor)
    }

    fn deserialize_identifier<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        self.any(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        self.any(visitor)
    }
}
