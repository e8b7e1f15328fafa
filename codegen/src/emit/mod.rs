//! From the model to text. Nothing here sees syn's view of the user's source, and nothing touches
//! the disk.

pub(crate) mod rust;
pub(crate) mod typescript;

/// A file to be written by the driver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GeneratedFile {
    /// Below the folder of its kind, with forward slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// A rendered diagnostic, on its way into a `compile_error!`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// The stem of the action whose file carries it; without one, the root file does.
    pub(crate) stem: Option<String>,
    /// Plain text, without colours.
    pub(crate) text: String,
}
