//! What serde writes as the tag of an enum: the variant's name, or with an adjacent tag a unit
//! variant.

use std::fmt;

use serde::Serialize;
use serde::ser::{Impossible, Serializer};

use super::error::{Result, Stop};
use super::writer::numbered;
use crate::wire::shape::{Enum, Tagging, Variant};

/// Takes the tag.
pub(super) struct Told;

/// What it is.
pub(super) enum Tag {
    Name(String),
    Variant(u32, &'static str),
}

impl Tag {
    /// The variant that it means.
    pub(super) fn among(&self, body: &'static Enum) -> Option<&'static Variant> {
        match (self, body.tagging) {
            (Self::Name(name), Tagging::Internal { .. }) => {
                body.variants.iter().find(|variant| variant.name == name)
            }
            (Self::Variant(index, name), Tagging::Adjacent { .. }) => numbered(body, *index, name),
            _ => None,
        }
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => write!(f, "{name:?}"),
            Self::Variant(index, name) => write!(f, "{name:?} with the number {index}"),
        }
    }
}

macro_rules! refused {
    ($($serialize:ident $type:ty;)*) => {$(
        fn $serialize(self, _: $type) -> Result<Tag> {
            Err(Stop::Refused)
        }
    )*};
}

impl Serializer for Told {
    type Ok = Tag;
    type Error = Stop;
    type SerializeSeq = Impossible<Tag, Stop>;
    type SerializeTuple = Impossible<Tag, Stop>;
    type SerializeTupleStruct = Impossible<Tag, Stop>;
    type SerializeTupleVariant = Impossible<Tag, Stop>;
    type SerializeMap = Impossible<Tag, Stop>;
    type SerializeStruct = Impossible<Tag, Stop>;
    type SerializeStructVariant = Impossible<Tag, Stop>;

    fn serialize_str(self, name: &str) -> Result<Tag> {
        Ok(Tag::Name(name.to_owned()))
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        index: u32,
        name: &'static str,
    ) -> Result<Tag> {
        Ok(Tag::Variant(index, name))
    }

    refused! {
        serialize_bool bool;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_f32 f32;
        serialize_f64 f64;
        serialize_char char;
        serialize_bytes &[u8];
        serialize_unit_struct &'static str;
    }

    fn serialize_none(self) -> Result<Tag> {
        Err(Stop::Refused)
    }

    fn serialize_unit(self) -> Result<Tag> {
        Err(Stop::Refused)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<Tag> {
        Err(Stop::Refused)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: &T,
    ) -> Result<Tag> {
        Err(Stop::Refused)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Tag> {
        Err(Stop::Refused)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq> {
        Err(Stop::Refused)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple> {
        Err(Stop::Refused)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct> {
        Err(Stop::Refused)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant> {
        Err(Stop::Refused)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap> {
        Err(Stop::Refused)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct> {
        Err(Stop::Refused)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant> {
        Err(Stop::Refused)
    }
}
