//! The other end of the connection.

use std::net::SocketAddr;

use super::{Extract, RequestParts};
use crate::error::Internal;

/// The address of the other end of the connection, which behind a proxy is the proxy's.
///
/// A service does not see connections, so the server says: it inserts a `Peer` or a `SocketAddr`
/// into the extensions of every request. Where it has not, a function that asks for the peer
/// answers `internal`, and the log says why. No header plays a part.
///
/// ```
/// use tramline::{Body, Peer};
///
/// let mut request = tramline::http::Request::new(Body::empty());
/// request.extensions_mut().insert(Peer(([127, 0, 0, 1], 50_123).into()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Peer(pub SocketAddr);

impl<S: Send + Sync> Extract<S> for Peer {
    type Rejection = Internal;

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, Internal> {
        let extensions = request.extensions();
        extensions
            .get::<Peer>()
            .copied()
            .or_else(|| extensions.get::<SocketAddr>().copied().map(Peer))
            .ok_or_else(|| Internal::new("the server put no `Peer` into the request's extensions"))
    }
}
