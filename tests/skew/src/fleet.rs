//! Which version a request is for.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use http::uri::PathAndQuery;
use http::{HeaderValue, Request, Response, StatusCode, Uri};
use hyper::body::Incoming;
use hyper_util::service::TowerToHyperService;
use tramline::{Body, Service};

use crate::{VERSIONS, site};

/// All of them.
pub(crate) struct Fleet {
    /// In the order of [`VERSIONS`].
    versions: [Version; 4],
    deployed: AtomicUsize,
}

/// A server, and how often its functions have run.
struct Version {
    service: Service,
    runs: fn() -> u64,
}

impl Fleet {
    pub(crate) fn new() -> Self {
        let version = |service, runs| Version { service, runs };
        Self {
            versions: [
                version(skew_before::service(), skew_before::runs::count),
                version(
                    skew_before_without_lock::service(),
                    skew_before_without_lock::runs::count,
                ),
                version(skew_after::service(), skew_after::runs::count),
                version(
                    skew_after_without_lock::service(),
                    skew_after_without_lock::runs::count,
                ),
            ],
            deployed: AtomicUsize::new(0),
        }
    }

    /// Puts a version at the root, if there is one of that name.
    pub(crate) fn deploy(&self, name: &str) -> Option<()> {
        let index = VERSIONS.iter().position(|version| *version == name)?;
        self.deployed.store(index, Ordering::SeqCst);
        Some(())
    }

    pub(crate) async fn answer(
        self: Arc<Self>,
        request: Request<Incoming>,
    ) -> Result<Response<Body>, Infallible> {
        let path = request.uri().path().to_owned();
        let (first, rest) = path[1..].split_once('/').unwrap_or((&path[1..], ""));
        let deployed = self.deployed.load(Ordering::SeqCst);
        if first == "rpc" {
            return call(&self.versions[deployed], request, 0).await;
        }
        if let Some(index) = VERSIONS.iter().position(|version| *version == first) {
            return call(&self.versions[index], request, 1 + first.len()).await;
        }
        Ok(match first {
            "deploy" => status(match self.deploy(rest) {
                Some(()) => StatusCode::OK,
                None => StatusCode::NOT_FOUND,
            }),
            _ => site::file(VERSIONS[deployed], &path),
        })
    }
}

/// Calls a version as if it were alone, without the first `prefix` bytes of the path.
async fn call(
    version: &Version,
    mut request: Request<Incoming>,
    prefix: usize,
) -> Result<Response<Body>, Infallible> {
    let target = request
        .uri()
        .path_and_query()
        .map_or("/", PathAndQuery::as_str);
    let Ok(target) = Uri::try_from(&target[prefix..]) else {
        return Ok(status(StatusCode::BAD_REQUEST));
    };
    *request.uri_mut() = target;
    let before = (version.runs)();
    let service = TowerToHyperService::new(version.service.clone());
    let mut response = hyper::service::Service::call(&service, request).await?;
    let runs = HeaderValue::from((version.runs)() - before);
    response.headers_mut().insert("x-runs", runs);
    Ok(response)
}

/// An answer without a body.
pub(crate) fn status(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}
