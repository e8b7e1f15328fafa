//! The files of a version's site, as they lie in the folders below.

use std::fs;
use std::path::Path;

use http::{HeaderValue, Response, StatusCode, header};
use tramline::Body;

use crate::fleet::status;

/// The file at a path of the site that comes with a version.
pub(crate) fn file(version: &str, path: &str) -> Response<Body> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let version = version.split('-').next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let file = match path {
        "/" => root.join("page/index.html"),
        _ if path.starts_with("/client/") => root.join(version).join("client").join(name),
        _ => root.join("page").join(name),
    };
    let Ok(bytes) = fs::read(&file) else {
        return status(StatusCode::NOT_FOUND);
    };
    let kind = match file.extension().and_then(|extension| extension.to_str()) {
        Some("js") => "text/javascript",
        _ => "text/html; charset=utf-8",
    };
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    // A page that is loaded anew is the one of the version that is deployed.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
