//! Named values, as visitors take them.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::describe::structure_of;
use super::elements::{Elements, Parts};
use super::error::{Result, Stop};
use super::names::{self, Names};
use super::reader::Reader;
use super::session::Session;
use crate::wire::shape::{Enum, Shape, Struct};

/// A struct whose names serde gives.
pub(super) fn structure<V: Visitor<'static>>(
    session: &mut Session,
    body: &'static Struct,
    names: Names,
    visitor: V,
) -> Result<V::Value> {
    let expected = names::of_fields(body.fields);
    if !names::agree(names, &expected) {
        let read = format!("a struct with {}", names::listed(&expected));
        return Err(session.note(read, structure_of(names)));
    }
    if let Some(omitted) = session.choices.omission(body) {
        let members = members(body, Some(omitted));
        return visitor.visit_map(Members::new(session, members));
    }
    visitor.visit_seq(Elements::new(session, Parts::Fields(body.fields)))
}

/// The fields of a struct by name, but for one.
pub(super) fn members(body: &'static Struct, omitted: Option<usize>) -> Vec<Member> {
    let fields = body.fields.iter().enumerate();
    fields
        .filter(|(index, _)| Some(*index) != omitted)
        .map(|(_, field)| (field.name, Entry::Shape(&field.shape)))
        .collect()
}

/// A variant as the members that its enum is tagged with.
pub(super) fn tagged<V: Visitor<'static>>(
    session: &mut Session,
    body: &'static Enum,
    index: usize,
    members: Vec<Member>,
    visitor: V,
) -> Result<V::Value> {
    session.choices.go_in(body);
    let step = format!("::{}", body.variants[index].name);
    let value = session.within(step, |session| {
        visitor.visit_map(Members::new(session, members))
    })?;
    session.choices.come_out();
    Ok(value)
}

pub(super) type Member = (&'static str, Entry);

/// What a name stands for.
pub(super) enum Entry {
    Shape(&'static Shape),
    /// What is beside an adjacent tag, of which serde may ask what it is.
    Content(&'static Shape),
    /// A variant by its name, as an internal tag has it.
    Name(&'static str),
    /// A variant by its number, as an adjacent tag has it.
    Tag(&'static Enum, usize),
}

pub(super) struct Members<'a> {
    session: &'a mut Session,
    members: std::vec::IntoIter<Member>,
    value: Option<Member>,
}

impl<'a> Members<'a> {
    pub(super) fn new(session: &'a mut Session, members: Vec<Member>) -> Self {
        Self {
            session,
            members: members.into_iter(),
            value: None,
        }
    }
}

impl MapAccess<'static> for Members<'_> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'static>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        self.value = self.members.next();
        let key = |(name, _): &Member| seed.deserialize(BorrowedStrDeserializer::new(name));
        self.value.as_ref().map(key).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'static>>(&mut self, seed: V) -> Result<V::Value> {
        let (name, entry) = self.value.take().ok_or(Stop::Refused)?;
        let step = format!(".{name}");
        self.session.within(step, |session| match entry {
            Entry::Shape(shape) => seed.deserialize(Reader::new(session, shape)),
            Entry::Content(shape) => seed.deserialize(Reader {
                may_ask: true,
                ..Reader::new(session, shape)
            }),
            Entry::Name(name) => seed.deserialize(BorrowedStrDeserializer::new(name)),
            Entry::Tag(body, index) => seed.deserialize(Tag {
                session,
                body,
                index,
            }),
        })
    }
}

/// The tag of an adjacently tagged enum, which serde reads as an enum of units.
struct Tag<'a> {
    session: &'a mut Session,
    body: &'static Enum,
    index: usize,
}

impl Deserializer<'static> for Tag<'_> {
    type Error = Stop;

    fn deserialize_enum<V: Visitor<'static>>(
        self,
        _: &'static str,
        variants: Names,
        visitor: V,
    ) -> Result<V::Value> {
        let expected = names::of_variants(self.body.variants);
        if !names::agree(variants, &expected) {
            let found = super::error::list(variants);
            return Err(self.session.note(names::listed(&expected), found));
        }
        let number = self.body.variants[self.index].index;
        visitor.visit_enum(IntoDeserializer::<Stop>::into_deserializer(number))
    }

    fn deserialize_any<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_borrowed_str(self.body.variants[self.index].name)
    }

    forward_to_deserialize_any! {
        <V: Visitor<'static>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
