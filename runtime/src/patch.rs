//! A field of a change: left alone, cleared, or set.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a caller says of one field of something that changes: nothing, `null`, or a value.
///
/// It stands in the fields of an input, with `#[serde(default)]`. In TypeScript such a field is
/// `name?: string | null`, in JSON it is what RFC 7396 (merge patch) says.
///
/// ```
/// use serde::Deserialize;
/// use tramline::Patch;
///
/// #[derive(Deserialize)]
/// struct ProductChange {
///     #[serde(default)]
///     name: Patch<String>,
///     #[serde(default)]
///     note: Patch<String>,
/// }
///
/// struct Product {
///     name: String,
///     note: Option<String>,
/// }
///
/// let mut product = Product { name: "Lamp".into(), note: Some("the last one".into()) };
/// let change: ProductChange = serde_json::from_str(r#"{ "note": null }"#).unwrap();
///
/// change.name.apply_or_default(&mut product.name);
/// change.note.apply(&mut product.note);
/// assert_eq!(product.name, "Lamp");
/// assert_eq!(product.note, None);
/// ```
///
/// Where it is written, add `skip_serializing_if = "Patch::is_absent"`: without it what is absent is
/// written as `null`, and that would clear the field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// The caller has left it out: nothing changes.
    #[default]
    Absent,
    /// `null`: there is to be no value any more.
    Null,
    /// This is to be the value.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether the caller has left it out.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the caller has said `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The new value, if there is to be one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Changes a field that may be empty.
    ///
    /// ```
    /// use tramline::Patch;
    ///
    /// let mut note = Some("old");
    /// Patch::Absent.apply(&mut note);
    /// assert_eq!(note, Some("old"));
    /// Patch::Value("new").apply(&mut note);
    /// assert_eq!(note, Some("new"));
    /// Patch::Null.apply(&mut note);
    /// assert_eq!(note, None);
    /// ```
    pub fn apply(self, field: &mut Option<T>) {
        match self {
            Self::Absent => {}
            Self::Null => *field = None,
            Self::Value(value) => *field = Some(value),
        }
    }

    /// Changes a field that always has a value: `null` sets it back to the default of its type.
    ///
    /// Where there is no such default, refuse what [`is_null`](Self::is_null).
    pub fn apply_or_default(self, field: &mut T)
    where
        T: Default,
    {
        match self {
            Self::Absent => {}
            Self::Null => *field = T::default(),
            Self::Value(value) => *field = value,
        }
    }

    /// The same about another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(change(value)),
        }
    }

    /// The same, lent.
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(value),
        }
    }
}

/// Sets the value.
impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// What `UPDATE … SET` wants: nothing where it is absent, and `Some(None)` for `null`.
impl<T> From<Patch<T>> for Option<Option<T>> {
    fn from(patch: Patch<T>) -> Self {
        match patch {
            Patch::Absent => None,
            Patch::Null => Some(None),
            Patch::Value(value) => Some(Some(value)),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Where it is absent, serde takes the default and does not come here.
        Option::deserialize(deserializer).map(|value| value.map_or(Self::Null, Self::Value))
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::Patch;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Change {
        #[serde(default, skip_serializing_if = "Patch::is_absent")]
        price: Patch<u32>,
    }

    #[test]
    fn json_tells_the_three_apart() {
        let check = |json: &str, price: Patch<u32>| {
            let change = Change { price };
            assert_eq!(serde_json::to_string(&change).unwrap(), json);
            assert_eq!(serde_json::from_str::<Change>(json).unwrap(), change);
        };
        check("{}", Patch::Absent);
        check(r#"{"price":null}"#, Patch::Null);
        check(r#"{"price":7}"#, Patch::Value(7));
    }

    #[test]
    fn a_patch_is_an_option_of_what_is_to_be() {
        let double = |patch: Patch<u8>| Option::<Option<u8>>::from(patch);
        assert_eq!(double(Patch::Absent), None);
        assert_eq!(double(Patch::Null), Some(None));
        assert_eq!(double(7.into()), Some(Some(7)));
        assert_eq!(Patch::Value(7).map(|value| value + 1).value(), Some(&8));
        assert!(Patch::<u8>::default().as_ref().is_absent());
        let mut price = 7;
        Patch::Absent.apply_or_default(&mut price);
        assert_eq!(price, 7);
        Patch::Null.apply_or_default(&mut price);
        assert_eq!(price, 0);
    }
}
