//! How requests leave the process.

#[cfg(feature = "client")]
mod client;
#[cfg(feature = "client")]
mod resolve;

use std::fmt;
use std::pin::Pin;

use bytes::Bytes;
use http::{Request, Response};
use tramline::{Body, BoxError};

#[cfg(feature = "client")]
pub use client::HttpTransport;

/// What a [`Transport`] returns: the answer, as soon as its head is there.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Response<Body>, BoxError>> + Send + 'a>>;

/// Carries a request to an endpoint.
///
/// The default is `HttpTransport`, with the feature `client`. One of your own can go through
/// a proxy, or answer in tests. It must not follow redirects, and it decides which addresses may be
/// called.
///
/// Deadlines, and how much of an answer is read, are the sender's business: it drops what takes too
/// long.
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`, whose URL is whole.
    fn send(&self, request: Request<Bytes>) -> Answer<'_>;
}

impl fmt::Debug for dyn Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transport")
    }
}
