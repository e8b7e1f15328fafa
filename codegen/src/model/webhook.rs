//! The door of a webhook: one path, to which a third party posts what it has signed.

use super::Location;

/// Where a webhook answers, and by whose keys.
#[derive(Clone, Debug)]
pub(crate) struct WebhookRoute {
    /// All of it: `/hooks/payments`.
    pub(crate) path: String,
    /// The type of the receiver as the user wrote it, for code beside the function.
    pub(crate) receiver: String,
    /// The attribute.
    pub(crate) location: Location,
}
