//! The page: plain files, and the headers that keep it from being misused.

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// Read where they are, so that an edit shows on reload.
const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/web");

const HEADERS: [(HeaderName, &str); 6] = [
    // Scripts, styles and calls come from here or not at all; pictures may be made in the page.
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
         img-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    // A page is never older than the server that it calls.
    (header::CACHE_CONTROL, "no-cache"),
];

/// The files of the page.
pub(crate) fn pages() -> Router {
    let files = Router::new().fallback_service(ServeDir::new(FILES));
    HEADERS.into_iter().fold(files, |files, (name, value)| {
        let value = HeaderValue::from_static(value);
        files.layer(SetResponseHeaderLayer::if_not_present(name, value))
    })
}
