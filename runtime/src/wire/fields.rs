//! The input of a function with several parameters.

use serde::{Deserialize, Deserializer};

/// The wire parameters of a function, one after the other: a tuple under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fields<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Fields<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}
