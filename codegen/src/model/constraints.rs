//! What a value has to meet beyond its type, as validation says and documents show.

/// The bounds of one value; what is `None` is not bounded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Constraints {
    /// Characters of a string, at least.
    pub(crate) min_length: Option<u64>,
    /// Characters of a string, at most.
    pub(crate) max_length: Option<u64>,
    /// A number in JSON's notation, itself allowed.
    pub(crate) minimum: Option<String>,
    /// A number in JSON's notation, itself allowed.
    pub(crate) maximum: Option<String>,
    /// Elements of a list, at least.
    pub(crate) min_items: Option<u64>,
    /// Elements of a list, at most.
    pub(crate) max_items: Option<u64>,
    /// A regular expression that a string matches somewhere.
    pub(crate) pattern: Option<String>,
    /// A format by its name in JSON Schema: `email`, `uri`, `ipv4`.
    pub(crate) format: Option<&'static str>,
}
