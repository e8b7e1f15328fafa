//! What the router knows of a request.

use super::Route;

/// The route that a request took, and what its path says.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) route: &'static Route,
    /// The values in the path, decoded, in order.
    pub(crate) values: Box<[String]>,
}
