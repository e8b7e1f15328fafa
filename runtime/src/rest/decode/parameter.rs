//! The value of a parameter: a text that may stand for something else.

use std::marker::PhantomData;

use serde::de::value::SeqDeserializer;
use serde::de::{Deserializer, Error, IntoDeserializer, Unexpected, Visitor};

use crate::rest::{Form, Parameter};

/// One text.
#[derive(Clone, Copy)]
pub(super) struct Single<'de> {
    text: &'de str,
    form: Form,
}

/// As many texts as there are.
#[derive(Clone, Copy)]
pub(super) struct Several<'de> {
    texts: &'de [String],
    parameter: &'static Parameter,
}

/// Either, for an error type.
pub(super) struct Reading<T, E> {
    value: T,
    error: PhantomData<E>,
}

impl<'de> Single<'de> {
    pub(super) fn new(text: &'de str, form: Form) -> Self {
        Self { text, form }
    }

    /// Whether the text is what it is said to stand for.
    pub(super) fn is_in_form(self) -> bool {
        match self.form {
            Form::Text => true,
            Form::Integer => {
                integer::<i128>(self.text).is_some() || integer::<u128>(self.text).is_some()
            }
            Form::Number => number(self.text).is_some(),
            Form::Boolean => boolean(self.text).is_some(),
        }
    }
}

impl<'de> Several<'de> {
    pub(super) fn new(texts: &'de [String], parameter: &'static Parameter) -> Self {
        Self { texts, parameter }
    }
}

impl<T, E> Reading<T, E> {
    fn new(value: T) -> Self {
        let error = PhantomData;
        Self { value, error }
    }
}

impl<'de, E: Error> IntoDeserializer<'de, E> for Single<'de> {
    type Deserializer = Reading<Self, E>;

    fn into_deserializer(self) -> Reading<Self, E> {
        Reading::new(self)
    }
}

impl<'de, E: Error> IntoDeserializer<'de, E> for Several<'de> {
    type Deserializer = Reading<Self, E>;

    fn into_deserializer(self) -> Reading<Self, E> {
        Reading::new(self)
    }
}

/// Digits, and a minus where the type has one.
fn integer<T: std::str::FromStr>(text: &str) -> Option<T> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// As JSON has it, or nearly so.
fn number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|byte| b"0123456789+-.eE".contains(&byte));
    let number: f64 = plain.then(|| text.parse().ok()).flatten()?;
    number.is_finite().then_some(number)
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// `deserialize_x` of whole numbers.
macro_rules! integers {
    ($($deserialize:ident $visit:ident $ty:ty;)*) => {$(
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            match integer::<$ty>(self.value.text) {
                Some(value) => visitor.$visit(value),
                None => visitor.visit_borrowed_str(self.value.text),
            }
        }
    )*};
}

/// `deserialize_x` of texts.
macro_rules! texts {
    ($($deserialize:ident)*) => {$(
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            visitor.visit_borrowed_str(self.value.text)
        }
    )*};
}

impl<'de, E: Error> Deserializer<'de> for Reading<Single<'de>, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.value.form {
            Form::Text => visitor.visit_borrowed_str(self.value.text),
            Form::Integer if self.value.text.starts_with('-') => self.deserialize_i64(visitor),
            Form::Integer => self.deserialize_u64(visitor),
            Form::Number => self.deserialize_f64(visitor),
            Form::Boolean => self.deserialize_bool(visitor),
        }
    }

    integers! {
        deserialize_u8 visit_u64 u64;
        deserialize_u16 visit_u64 u64;
        deserialize_u32 visit_u64 u64;
        deserialize_u64 visit_u64 u64;
        deserialize_i8 visit_i64 i64;
        deserialize_i16 visit_i64 i64;
        deserialize_i32 visit_i64 i64;
        deserialize_i64 visit_i64 i64;
        deserialize_u128 visit_u128 u128;
        deserialize_i128 visit_i128 i128;
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match number(self.value.text) {
            Some(value) => visitor.visit_f64(value),
            None => visitor.visit_borrowed_str(self.value.text),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match boolean(self.value.text) {
            Some(value) => visitor.visit_bool(value),
            None => visitor.visit_borrowed_str(self.value.text),
        }
    }

    texts! {
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf
        deserialize_identifier
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_enum(self.value.text.into_deserializer())
    }

    serde::forward_to_deserialize_any! {
        unit unit_struct seq tuple tuple_struct map struct ignored_any
    }
}

impl<'de, E: Error> Deserializer<'de> for Reading<Several<'de>, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let Several { texts, parameter } = self.value;
        if !parameter.repeated {
            return Err(E::invalid_type(Unexpected::Seq, &"a single value"));
        }
        let values = texts.iter().map(|text| Single::new(text, parameter.form));
        visitor.visit_seq(SeqDeserializer::new(values))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.value.texts {
            [] => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
