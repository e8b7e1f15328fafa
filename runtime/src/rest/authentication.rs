//! How a caller shows who it is.

/// One way in which a request says who makes it, as an extractor declares it in
/// [`Extract::AUTHENTICATION`](crate::Extract::AUTHENTICATION).
///
/// What a REST route takes decides how it is guarded: a browser sends cookies along with requests
/// that its user knows nothing of, tokens and keys only where a program puts them. A route that
/// takes a token or a key does not see the cookies of a request that carries one.
///
/// ```
/// use tramline::{ActionError, Authentication, Extract, RequestParts};
///
/// #[derive(Debug, ActionError)]
/// enum AuthError {
///     /// Show a token.
///     #[error(status = 401)]
///     Unknown,
/// }
///
/// struct Partner(String);
///
/// impl<S: Send + Sync> Extract<S> for Partner {
///     type Rejection = AuthError;
///     const AUTHENTICATION: &'static [Authentication] =
///         &[Authentication::Bearer, Authentication::ApiKey("x-api-key")];
///
///     async fn extract(request: &mut RequestParts, _state: &S) -> Result<Self, AuthError> {
///         let key = request.bearer_token().or_else(|| request.api_key("x-api-key"));
///         key.map(|key| Self(key.to_owned())).ok_or(AuthError::Unknown)
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Authentication {
    /// By the cookie of this name.
    Cookie(&'static str),
    /// By a bearer token in `Authorization` (RFC 6750).
    Bearer,
    /// By a key in the header of this name, in lower case.
    ApiKey(&'static str),
}
