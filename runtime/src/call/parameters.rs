//! The input of a function with several parameters, where it is plain JSON: an object.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::Error as Missing;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

/// The parameters of a function as nested pairs, `(A, (B, ()))`, which have no longest form.
///
/// No type is derived for each function: one visitor fills the places, by a list of names.
pub trait Parameters<'de>: Sized {
    /// A place for each parameter, empty until it is read.
    #[doc(hidden)]
    type Places: Default;

    /// Reads the value of the parameter with this index into its place.
    #[doc(hidden)]
    fn read<M: MapAccess<'de>>(
        places: &mut Self::Places,
        index: usize,
        object: &mut M,
    ) -> Result<(), M::Error>;

    /// What the places hold, where all that is not an `Option` has been read.
    #[doc(hidden)]
    fn finish<E: Error>(places: Self::Places, names: &'static [&'static str]) -> Result<Self, E>;
}

impl<'de> Parameters<'de> for () {
    type Places = ();

    fn read<M: MapAccess<'de>>((): &mut (), _: usize, object: &mut M) -> Result<(), M::Error> {
        object.next_value::<IgnoredAny>().map(drop)
    }

    fn finish<E: Error>((): (), _: &'static [&'static str]) -> Result<Self, E> {
        Ok(())
    }
}

impl<'de, A: Deserialize<'de>, R: Parameters<'de>> Parameters<'de> for (A, R) {
    type Places = (Option<A>, R::Places);

    fn read<M: MapAccess<'de>>(
        (first, rest): &mut Self::Places,
        index: usize,
        object: &mut M,
    ) -> Result<(), M::Error> {
        if let Some(index) = index.checked_sub(1) {
            return R::read(rest, index, object);
        }
        if first.replace(object.next_value()?).is_some() {
            return Err(M::Error::custom("a parameter is given twice"));
        }
        Ok(())
    }

    fn finish<E: Error>(
        (first, rest): Self::Places,
        names: &'static [&'static str],
    ) -> Result<Self, E> {
        let (name, names) = names.split_first().unwrap_or((&"", &[]));
        let first = match first {
            Some(first) => first,
            None => A::deserialize(Absent).map_err(|_| E::missing_field(name))?,
        };
        Ok((first, R::finish(rest, names)?))
    }
}

/// Reads an object whose members are the parameters with these names.
pub(super) struct ByName<T> {
    names: &'static [&'static str],
    parameters: PhantomData<T>,
}

impl<T> ByName<T> {
    pub(super) const fn new(names: &'static [&'static str]) -> Self {
        Self {
            names,
            parameters: PhantomData,
        }
    }
}

impl<'de, T: Parameters<'de>> DeserializeSeed<'de> for ByName<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, T: Parameters<'de>> Visitor<'de> for ByName<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut object: M) -> Result<T, M::Error> {
        let mut places = T::Places::default();
        while let Some(index) = object.next_key_seed(Name(self.names))? {
            T::read(&mut places, index, &mut object)?;
        }
        T::finish(places, self.names)
    }
}

/// Reads the name of a parameter as its index; that of none as one that no parameter has.
struct Name(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        let index = self.0.iter().position(|known| *known == name);
        Ok(index.unwrap_or(self.0.len()))
    }
}

/// What stands where nothing was sent: `None` to an `Option`, and an error to all else.
struct Absent;

impl<'de> Deserializer<'de> for Absent {
    type Error = Missing;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Missing> {
        Err(Missing::custom("absent"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Missing> {
        visitor.visit_none()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
