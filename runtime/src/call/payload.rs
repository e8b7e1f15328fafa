//! What an error carries, on postcard and in plain JSON.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// The fields of an error's variant as nested pairs, `(&a, (&b, ()))`: they are on postcard what
/// one tuple would be, and have no longest form.
pub trait Payload: Serialize {
    /// How many there are.
    const COUNT: usize;

    /// The first of them alone.
    #[doc(hidden)]
    fn first<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// Adds them to an array.
    #[doc(hidden)]
    fn append<L: SerializeSeq>(&self, list: &mut L) -> Result<(), L::Error>;

    /// Adds them to an object, each under its name.
    #[doc(hidden)]
    fn insert<M: SerializeMap>(&self, names: &[&str], object: &mut M) -> Result<(), M::Error>;
}

impl Payload for () {
    const COUNT: usize = 0;

    fn first<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }

    fn append<L: SerializeSeq>(&self, _: &mut L) -> Result<(), L::Error> {
        Ok(())
    }

    fn insert<M: SerializeMap>(&self, _: &[&str], _: &mut M) -> Result<(), M::Error> {
        Ok(())
    }
}

impl<A: Serialize, R: Payload> Payload for (&A, R) {
    const COUNT: usize = 1 + R::COUNT;

    fn first<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }

    fn append<L: SerializeSeq>(&self, list: &mut L) -> Result<(), L::Error> {
        list.serialize_element(self.0)?;
        self.1.append(list)
    }

    fn insert<M: SerializeMap>(&self, names: &[&str], object: &mut M) -> Result<(), M::Error> {
        if let [name, names @ ..] = names {
            object.serialize_entry(name, self.0)?;
            self.1.insert(names, object)?;
        }
        Ok(())
    }
}

/// A declared error in plain JSON: `{"code": …, "data": …}`, where the data is an object of named
/// fields, a single unnamed one itself, an array of several, and absent where there are none.
pub(super) struct Plain<'a, P> {
    pub(super) code: &'static str,
    pub(super) names: &'static [&'static str],
    pub(super) fields: &'a P,
}

impl<P: Payload> Serialize for Plain<'_, P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("code", self.code)?;
        if P::COUNT > 0 {
            object.serialize_entry("data", &Data(self.names, self.fields))?;
        }
        object.end()
    }
}

/// What an error carries, of which these are the names.
pub(super) struct Data<'a, P>(pub(super) &'static [&'static str], pub(super) &'a P);

impl<P: Payload> Serialize for Data<'_, P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(names, fields) = *self;
        if !names.is_empty() {
            let mut object = serializer.serialize_map(Some(P::COUNT))?;
            fields.insert(names, &mut object)?;
            return object.end();
        }
        if P::COUNT == 1 {
            return fields.first(serializer);
        }
        let mut list = serializer.serialize_seq(Some(P::COUNT))?;
        fields.append(&mut list)?;
        list.end()
    }
}
