//! The parts of what a `Writer` takes.

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::describe::structure_of;
use super::elements::Parts;
use super::error::{Result, Stop};
use super::session::Session;
use super::tag::Told;
use super::writer::Writer;
use crate::wire::shape::{Enum, Field, Shape, Struct, Tagging};

/// Unnamed values, one after the other.
pub(super) struct RowWriter<'a> {
    session: &'a mut Session,
    parts: Parts,
    next: usize,
}

impl<'a> RowWriter<'a> {
    pub(super) fn new(session: &'a mut Session, parts: Parts) -> Self {
        let next = 0;
        Self {
            session,
            parts,
            next,
        }
    }

    fn write<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        let Some((shape, step)) = self.parts.get(self.next) else {
            let read = super::describe::tuple(self.parts.len());
            return Err(self.session.note(read, "more elements"));
        };
        self.next += 1;
        self.session
            .within(step, |session| value.serialize(Writer::new(session, shape)))
    }
}

macro_rules! rows {
    ($($trait:ident $method:ident)*) => {$(
        impl $trait for RowWriter<'_> {
            type Ok = ();
            type Error = Stop;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
                self.write(value)
            }

            fn end(self) -> Result<()> {
                Ok(())
            }
        }
    )*};
}

rows! {
    SerializeSeq serialize_element
    SerializeTuple serialize_element
    SerializeTupleStruct serialize_field
    SerializeTupleVariant serialize_field
}

/// Keys and values.
pub(super) struct PairsWriter<'a> {
    session: &'a mut Session,
    key: &'static Shape,
    value: &'static Shape,
}

impl<'a> PairsWriter<'a> {
    pub(super) fn new(
        session: &'a mut Session,
        key: &'static Shape,
        value: &'static Shape,
    ) -> Self {
        Self {
            session,
            key,
            value,
        }
    }
}

impl SerializeMap for PairsWriter<'_> {
    type Ok = ();
    type Error = Stop;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        let shape = self.key;
        self.session.within("{key}".to_owned(), |session| {
            key.serialize(Writer::new(session, shape))
        })
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        let shape = self.value;
        self.session.within("{}".to_owned(), |session| {
            value.serialize(Writer::new(session, shape))
        })
    }

    fn end(self) -> Result<()> {
        Ok(())
    }
}

/// Named values: of a struct, or of an enum that is tagged by one of them.
pub(super) struct FieldsWriter<'a> {
    session: &'a mut Session,
    state: State,
}

enum State {
    /// The tag comes next.
    Tag(&'static Enum),
    Fields {
        fields: &'static [Field],
        next: usize,
    },
    /// What an adjacently tagged variant holds comes next, or the end.
    Content(&'static str, Option<&'static Shape>),
}

impl<'a> FieldsWriter<'a> {
    pub(super) fn structure(session: &'a mut Session, body: &'static Struct) -> Self {
        let state = fields(body.fields);
        Self { session, state }
    }

    pub(super) fn tagged(session: &'a mut Session, body: &'static Enum) -> Self {
        let state = State::Tag(body);
        Self { session, state }
    }

    fn write<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
        match self.state {
            State::Tag(body) => {
                self.state = self.tag(body, name, value)?;
                Ok(())
            }
            State::Content(content, shape) => match shape {
                Some(shape) if content == name => {
                    self.state = State::Content(content, None);
                    self.session.within(format!(".{name}"), |session| {
                        value.serialize(Writer::new(session, shape))
                    })
                }
                _ => Err(self.session.note("nothing more", format!("{name:?}"))),
            },
            State::Fields { .. } => {
                let shape = self.field(name)?;
                self.session.within(format!(".{name}"), |session| {
                    value.serialize(Writer::new(session, shape))
                })
            }
        }
    }

    fn tag<T: Serialize + ?Sized>(
        &mut self,
        body: &'static Enum,
        name: &'static str,
        value: &T,
    ) -> Result<State> {
        let (Tagging::Internal { tag } | Tagging::Adjacent { tag, .. }) = body.tagging else {
            return Err(Stop::Refused);
        };
        if tag != name {
            let read = format!("the tag {tag:?}");
            return Err(self.session.note(read, format!("{name:?}")));
        }
        let told = value.serialize(Told)?;
        let Some(variant) = told.among(body) else {
            let names: Vec<&str> = body.variants.iter().map(|it| it.name).collect();
            let read = format!("one of {}", super::error::list(&names));
            return Err(self.session.note(read, told.to_string()));
        };
        let payload = variant.payload.as_ref();
        Ok(match body.tagging {
            Tagging::Adjacent { content, .. } => State::Content(content, payload),
            _ => match payload.map(|payload| self.session.enter(payload)) {
                Some(Shape::Struct(body)) => fields(body.fields),
                _ => fields(&[]),
            },
        })
    }

    /// The shape of the next field, which has to have this name.
    fn field(&mut self, name: &'static str) -> Result<&'static Shape> {
        let State::Fields { fields, next } = &mut self.state else {
            return Err(Stop::Refused);
        };
        let expected = fields.get(*next);
        *next += 1;
        match expected {
            Some(field) if field.name == name => Ok(&field.shape),
            _ => {
                let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
                let serde = match expected {
                    Some(field) => format!("{name:?} in place of {:?}", field.name),
                    None => format!("{name:?} besides"),
                };
                Err(self.session.note(structure_of(&names), serde))
            }
        }
    }

    /// A field that is left out, where an empty value takes its place.
    fn skip(&mut self, name: &'static str) -> Result<()> {
        let shape = self.field(name)?;
        self.session
            .within(format!(".{name}"), |session| match session.enter(shape) {
                Shape::Option(_)
                | Shape::List(_)
                | Shape::Set(_)
                | Shape::Map(..)
                | Shape::String
                | Shape::Bytes => Ok(()),
                shape => {
                    let read = super::describe::describe(shape);
                    Err(session.note(read, "nothing, now and then"))
                }
            })
    }

    fn finish(self) -> Result<()> {
        match self.state {
            State::Fields { fields, next } if next < fields.len() => {
                let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
                let serde = format!("no {:?}", names[next]);
                Err(self.session.note(structure_of(&names), serde))
            }
            State::Content(content, Some(_)) => {
                let read = format!("what the variant holds, as {content:?}");
                Err(self.session.note(read, "the tag alone"))
            }
            State::Tag(_) => Err(self.session.note("a tag", "nothing")),
            State::Fields { .. } | State::Content(..) => Ok(()),
        }
    }
}

fn fields(fields: &'static [Field]) -> State {
    State::Fields { fields, next: 0 }
}

macro_rules! named {
    ($($trait:ident)*) => {$(
        impl $trait for FieldsWriter<'_> {
            type Ok = ();
            type Error = Stop;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<()> {
                self.write(name, value)
            }

            fn skip_field(&mut self, name: &'static str) -> Result<()> {
                self.skip(name)
            }

            fn end(self) -> Result<()> {
                self.finish()
            }
        }
    )*};
}

named! { SerializeStruct SerializeStructVariant }
