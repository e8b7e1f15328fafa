//! The `Deserializer` that makes values up and notes what it was asked for.

use serde::de::{Deserializer, Visitor};

use super::access::{Elements, Entries, Variant};
use super::graph::{Graph, Key};
use super::shape::{Fields, Names, Node, Shape};
use crate::wire::error::{DecodeError, Reason, Result};

/// Answers for one value.
pub(super) struct Recorder<'a> {
    pub(super) graph: &'a mut Graph,
    /// Where to note what the value is.
    shape: &'a mut Shape,
    /// How much deeper it may go: a type can contain itself with nothing in between.
    levels: usize,
}

const LEVELS: usize = 128;

impl<'a> Recorder<'a> {
    pub(super) fn root(graph: &'a mut Graph, shape: &'a mut Shape) -> Self {
        Self {
            graph,
            shape,
            levels: LEVELS,
        }
    }

    /// Answers for a part of this value.
    pub(super) fn part<'b>(&'b mut self, shape: &'b mut Shape) -> Result<Recorder<'b>> {
        Ok(Recorder {
            graph: self.graph,
            shape,
            levels: self.levels.checked_sub(1).ok_or(Reason::Depth)?,
        })
    }

    fn meet<V: Visitor<'static>>(&mut self, name: Option<&'static str>) -> Key {
        let key = self.graph.meet::<V>(name);
        *self.shape = Shape::Node(key);
        key
    }

    /// Lets `visitor` read a row of `length` elements.
    pub(super) fn row<V: Visitor<'static>>(
        &mut self,
        length: usize,
        visitor: V,
    ) -> Result<(V::Value, Vec<Shape>)> {
        let mut elements = Elements::new(self, length);
        let value = visitor.visit_seq(&mut elements)?;
        Ok((value, elements.shapes))
    }
}

/// `deserialize_x` noting a type without parts and answering with a value of it. Most types that
/// check their values take these rather than zeros.
macro_rules! plain {
    ($($deserialize:ident $text:literal $visit:ident($value:expr))*) => {$(
        fn $deserialize<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
            *self.shape = Shape::Plain($text);
            visitor.$visit($value)
        }
    )*};
}

impl Deserializer<'static> for Recorder<'_> {
    type Error = DecodeError;

    fn is_human_readable(&self) -> bool {
        false
    }

    plain! {
        deserialize_bool "bool" visit_bool(true)
        deserialize_u8 "u8" visit_u8(1)
        deserialize_u16 "u16" visit_u16(1)
        deserialize_u32 "u32" visit_u32(1)
        deserialize_u64 "u64" visit_u64(1)
        deserialize_u128 "u128" visit_u128(1)
        deserialize_i8 "i8" visit_i8(1)
        deserialize_i16 "i16" visit_i16(1)
        deserialize_i32 "i32" visit_i32(1)
        deserialize_i64 "i64" visit_i64(1)
        deserialize_i128 "i128" visit_i128(1)
        deserialize_f32 "f32" visit_f32(1.0)
        deserialize_f64 "f64" visit_f64(1.0)
        deserialize_char "char" visit_char('a')
        deserialize_str "string" visit_borrowed_str("a")
        deserialize_string "string" visit_borrowed_str("a")
        deserialize_bytes "[u8]" visit_borrowed_bytes(b"a")
        deserialize_byte_buf "[u8]" visit_borrowed_bytes(b"a")
    }

    fn deserialize_unit<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        *self.shape = Shape::Plain("()");
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'static>>(
        mut self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        let key = self.meet::<V>(Some(name));
        self.graph.record(key, Node::Struct(Fields::Unit));
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'static>>(
        mut self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        let key = self.meet::<V>(Some(name));
        let mut inner = Shape::Unknown;
        let value = visitor.visit_newtype_struct(self.part(&mut inner)?)?;
        self.graph.record(key, Node::Struct(Fields::Newtype(inner)));
        Ok(value)
    }

    fn deserialize_option<V: Visitor<'static>>(mut self, visitor: V) -> Result<V::Value> {
        let key = self.meet::<V>(None);
        if !self.graph.worth_opening(key) {
            return visitor.visit_none();
        }
        self.graph.open(key);
        let mut inner = Shape::Unknown;
        let value = visitor.visit_some(self.part(&mut inner)?)?;
        self.graph.close(key);
        self.graph.record(key, Node::Option(inner));
        Ok(value)
    }

    fn deserialize_seq<V: Visitor<'static>>(mut self, visitor: V) -> Result<V::Value> {
        let key = self.meet::<V>(None);
        if !self.graph.worth_opening(key) {
            return visitor.visit_seq(&mut Elements::new(&mut self, 0));
        }
        self.graph.open(key);
        let (value, shapes) = self.row(1, visitor)?;
        self.graph.close(key);
        if let [element] = shapes[..] {
            self.graph.record(key, Node::Sequence(element));
        }
        Ok(value)
    }

    fn deserialize_map<V: Visitor<'static>>(mut self, visitor: V) -> Result<V::Value> {
        let key = self.meet::<V>(None);
        if !self.graph.worth_opening(key) {
            return visitor.visit_map(&mut Entries::none(&mut self));
        }
        self.graph.open(key);
        let mut entries = Entries::one(&mut self);
        let value = visitor.visit_map(&mut entries)?;
        let node = Node::Map(entries.key, entries.value);
        self.graph.close(key);
        self.graph.record(key, node);
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'static>>(
        mut self,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        let key = self.meet::<V>(None);
        let (value, shapes) = self.row(len, visitor)?;
        self.graph.record(key, Node::Tuple(shapes));
        Ok(value)
    }

    fn deserialize_tuple_struct<V: Visitor<'static>>(
        mut self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        let key = self.meet::<V>(Some(name));
        let (value, shapes) = self.row(len, visitor)?;
        self.graph.record(key, Node::Struct(Fields::Tuple(shapes)));
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'static>>(
        mut self,
        name: &'static str,
        fields: Names,
        visitor: V,
    ) -> Result<V::Value> {
        let key = self.meet::<V>(Some(name));
        let (value, shapes) = self.row(fields.len(), visitor)?;
        let fields = Fields::Named(fields, shapes);
        self.graph.record(key, Node::Struct(fields));
        Ok(value)
    }

    fn deserialize_enum<V: Visitor<'static>>(
        self,
        name: &'static str,
        variants: Names,
        visitor: V,
    ) -> Result<V::Value> {
        let key = self.graph.meet_enum::<V>(name, variants);
        *self.shape = Shape::Node(key);
        let index = self.graph.choose_variant(key).ok_or(Reason::Value)?;
        self.graph.try_variant(key, index);
        let entered = self.graph.open(key);
        let mut recorder = self;
        let value = visitor.visit_enum(Variant::new(&mut recorder, key, index))?;
        if entered {
            recorder.graph.close(key);
        }
        Ok(value)
    }

    fn deserialize_any<V: Visitor<'static>>(self, _: V) -> Result<V::Value> {
        Err(Reason::NotSelfDescribing.into())
    }

    fn deserialize_identifier<V: Visitor<'static>>(self, _: V) -> Result<V::Value> {
        Err(Reason::NotSelfDescribing.into())
    }

    fn deserialize_ignored_any<V: Visitor<'static>>(self, _: V) -> Result<V::Value> {
        Err(Reason::NotSelfDescribing.into())
    }
}
