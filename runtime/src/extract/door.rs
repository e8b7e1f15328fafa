//! How a request came in.

/// The kind of route that led to an action.
///
/// ```
/// use tramline::{Door, RequestParts};
///
/// fn is_from_our_pages(request: &RequestParts) -> bool {
///     request.door() == Door::Rpc
/// }
/// # let _ = is_from_our_pages;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Door {
    /// A generated client.
    Rpc,
    /// A route of REST.
    Rest,
    /// A third party that signs what it sends.
    Webhook,
}
