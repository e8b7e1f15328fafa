//! What has parts, from postcard's format to JSON.

use super::print::Printer;
use super::quote::quote;
use super::unnamed;
use crate::wire::error::{Reason, Result};
use crate::wire::shape::{Enum, Presence, Shape, Struct, Tagging, Variant};

/// What an element costs that takes no bytes.
const NOTHING: usize = 64;

impl Printer<'_> {
    /// What may itself be `null` stands in brackets.
    pub(super) fn option(&mut self, inner: &'static Shape) -> Result<()> {
        match (self.reader.flag(Reason::Option)?, inner.is_nullable()) {
            (false, _) => self.text.push_str("null"),
            (true, false) => self.value(inner)?,
            (true, true) => self.repeated(inner, 1)?,
        }
        Ok(())
    }

    pub(super) fn repeated(&mut self, element: &'static Shape, count: usize) -> Result<()> {
        self.list(|list| {
            for index in 0..count {
                let remaining = list.reader.remaining();
                list.comma(index == 0);
                list.value(element)?;
                if list.reader.remaining() == remaining {
                    list.budget.charge(NOTHING)?;
                }
            }
            Ok(())
        })
    }

    pub(super) fn tuple(&mut self, shapes: &'static [Shape]) -> Result<()> {
        self.list(|list| {
            for (index, shape) in shapes.iter().enumerate() {
                list.comma(index == 0);
                list.value(shape)?;
            }
            Ok(())
        })
    }

    pub(super) fn map(&mut self, key: &'static Shape, value: &'static Shape) -> Result<()> {
        let count = self.reader.length()?;
        match unnamed(key)? {
            Shape::String => self.object(|object| {
                for index in 0..count {
                    let name = object.str()?;
                    object.comma(index == 0);
                    object.name(name);
                    object.value(value)?;
                }
                Ok(())
            }),
            key => self.list(|list| {
                for index in 0..count {
                    let remaining = list.reader.remaining();
                    list.comma(index == 0);
                    list.list(|pair| {
                        pair.value(key)?;
                        pair.comma(false);
                        pair.value(value)
                    })?;
                    if list.reader.remaining() == remaining {
                        list.budget.charge(NOTHING)?;
                    }
                }
                Ok(())
            }),
        }
    }

    /// The members of an open object.
    pub(super) fn fields(&mut self, shape: &'static Struct) -> Result<()> {
        for field in shape.fields {
            if field.presence == Presence::Flagged && !self.reader.flag(Reason::Option)? {
                continue;
            }
            self.comma(self.text.ends_with('{'));
            self.name(field.name);
            self.value(&field.shape)?;
        }
        Ok(())
    }

    pub(super) fn variant(&mut self, shape: &'static Enum) -> Result<()> {
        match shape.tagging {
            Tagging::External => {
                let variant = self.by_index(shape)?;
                match &variant.payload {
                    None => quote(variant.name, &mut self.text),
                    Some(payload) => self.object(|object| {
                        object.name(variant.name);
                        object.value(payload)
                    })?,
                }
                Ok(())
            }
            Tagging::Adjacent { tag, content } => {
                let variant = self.by_index(shape)?;
                self.object(|object| {
                    object.name(tag);
                    quote(variant.name, &mut object.text);
                    let Some(payload) = &variant.payload else {
                        return Ok(());
                    };
                    object.comma(false);
                    object.name(content);
                    object.value(payload)
                })
            }
            Tagging::Internal { tag } => {
                let name = self.str()?;
                let variant = shape.by_name(name).ok_or(Reason::Value)?;
                self.object(|object| {
                    object.name(tag);
                    quote(variant.name, &mut object.text);
                    let Some(payload) = &variant.payload else {
                        return Ok(());
                    };
                    match unnamed(payload)? {
                        Shape::Struct(shape) => object.fields(shape),
                        _ => Err(Reason::Shape.into()),
                    }
                })
            }
        }
    }

    fn by_index(&mut self, shape: &'static Enum) -> Result<&'static Variant> {
        let index = self.reader.varint()?;
        shape.by_index(index).ok_or_else(|| Reason::Value.into())
    }

    /// Prints an object with what `print` puts into it, one level down.
    pub(super) fn object(&mut self, print: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        self.enclosed('{', '}', print)
    }

    fn list(&mut self, print: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        self.enclosed('[', ']', print)
    }

    fn enclosed(
        &mut self,
        open: char,
        close: char,
        print: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        let levels = self.budget.enter_sized(0)?;
        self.text.push(open);
        print(self)?;
        self.text.push(close);
        self.budget.leave(levels);
        Ok(())
    }

    fn comma(&mut self, is_first: bool) {
        if !is_first {
            self.text.push(',');
        }
    }

    fn name(&mut self, name: &str) {
        quote(name, &mut self.text);
        self.text.push(':');
    }
}
