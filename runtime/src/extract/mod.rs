//! What a function takes from the request instead of from the caller's input.

#[cfg(feature = "axum")]
mod axum;
mod cookies;
mod door;
mod extension;
mod headers;
mod peer;
mod request;
mod state;

#[cfg(feature = "axum")]
pub use self::axum::{Axum, AxumRejection};
pub use cookies::Cookies;
pub use door::Door;
pub use extension::Extension;
pub use peer::Peer;
pub use request::RequestParts;
pub use state::{FromRef, State};

use crate::error::ActionError;
use crate::rest::Authentication;

/// A value that a function takes from the request, with `#[extract]`.
///
/// Extractors run in the order of the parameters, before anything of the body is read: whoever may
/// not call at all does not get to send a megabyte first. What an extractor refuses is part of the
/// action's declared errors.
///
/// ```
/// use tramline::{ActionError, Extract, RequestParts};
///
/// #[derive(Debug, ActionError)]
/// enum AuthError {
///     /// Sign in first.
///     #[error(status = 401)]
///     SignedOut,
/// }
///
/// struct Token(String);
///
/// impl<S: Send + Sync> Extract<S> for Token {
///     type Rejection = AuthError;
///
///     async fn extract(request: &mut RequestParts, _state: &S) -> Result<Self, AuthError> {
///         let header = request.headers().get("authorization");
///         let token = header.and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
///         token.map(|token| Token(token.to_owned())).ok_or(AuthError::SignedOut)
///     }
/// }
/// ```
///
/// # Lending
///
/// A function that takes `#[extract] x: &T` or `&mut T` is lent the value, and
/// [`finish`](Extract::finish) runs after it: a transaction commits there. By then the reply
/// stands encoded but has not been sent. Where the function does not run to its end (a later
/// extractor or the decoder refuses, the caller goes away, it panics), the value is dropped without
/// `finish`, so whatever must be undone is undone by `Drop`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be extracted from a request with the state `{S}`",
    label = "does not implement `tramline::Extract<{S}>`",
    note = "an `#[extract]` parameter is a `State<T>` with `T: FromRef<{S}>`, one of tramline's extractors, or a type of yours that implements `Extract<S>`"
)]
pub trait Extract<S>: Sized + Send {
    /// What it refuses with; [`Infallible`](std::convert::Infallible) or
    /// [`Internal`](crate::Internal) where callers are told nothing.
    type Rejection: ActionError + Send;

    /// How it tells who makes the request, in the order of preference; nothing, for what does not
    /// ask that.
    ///
    /// Write it as a list of [`Authentication`]s: the build step reads it from the source, to
    /// describe and to guard the REST routes of every function that has the extractor.
    const AUTHENTICATION: &'static [Authentication] = &[];

    /// Takes the value from the request.
    ///
    /// # Errors
    ///
    /// What callers are told instead of a result.
    fn extract(
        request: &mut RequestParts,
        state: &S,
    ) -> impl Future<Output = Result<Self, Self::Rejection>> + Send;

    /// Ends the value that was lent to a function, knowing how that ended.
    ///
    /// By default nothing is done.
    ///
    /// # Errors
    ///
    /// After [`End::Success`], what callers are told instead of the result; after
    /// [`End::Failure`], an error that is only logged, because the caller already has one.
    fn finish(self, end: End) -> impl Future<Output = Result<(), Self::Rejection>> + Send {
        let _ = end;
        async { Ok(()) }
    }
}

/// How a function ended that an extracted value was lent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It returned a result, which is encoded and about to be sent.
    Success,
    /// It returned an error, or its result could not be encoded.
    Failure,
}
