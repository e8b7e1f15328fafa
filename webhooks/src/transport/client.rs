//! The transport over TCP and TLS.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use http_body_util::Full;
use hyper_rustls::{ConfigBuilderExt as _, HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::ClientConfig;
use rustls::crypto::ring;
use tramline::Body;

use super::resolve::{Checked, NotPublic};
use super::{Answer, Transport};
use crate::address;
use crate::destination;

/// HTTP/1.1 over TLS, to addresses of the public internet alone.
///
/// Names are resolved by the operating system, and what they lead to is checked before anything
/// connects: private, loopback, link-local and other special addresses are refused, also where they
/// are inside of one of IPv6. Redirects are not followed, and no proxy is taken from the
/// environment. Certificates are checked against Mozilla's list of authorities.
pub struct HttpTransport {
    client: Client<Connector, Full<Bytes>>,
    config: ClientConfig,
    private: bool,
}

type Connector = HttpsConnector<HttpConnector<Checked>>;

/// For how long a connection waits for another request.
const IDLE: Duration = Duration::from_secs(30);

impl HttpTransport {
    /// A transport that trusts the authorities that Mozilla does.
    pub fn new() -> Self {
        let config = ClientConfig::builder_with_provider(ring::default_provider().into())
            .with_safe_default_protocol_versions()
            // Fails only for a provider without cipher suites for these versions; ring has some.
            .expect("TLS 1.2 and 1.3 are supported")
            .with_webpki_roots()
            .with_no_client_auth();
        Self::with_tls(config)
    }

    /// A transport with settings of TLS of your own, for example to trust another authority.
    pub fn with_tls(config: ClientConfig) -> Self {
        Self::build(config, false)
    }

    /// Whether any address may be called, those inside your own networks included. Not allowed by
    /// default.
    ///
    /// Only for where whoever registers endpoints may be trusted with that.
    #[must_use]
    pub fn allow_private_addresses(self, allow: bool) -> Self {
        Self::build(self.config, allow)
    }

    fn build(config: ClientConfig, private: bool) -> Self {
        let mut tcp = HttpConnector::new_with_resolver(Checked::new(private));
        // Schemes are the business of the connector around it.
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(config.clone())
            .https_or_http()
            .enable_http1()
            .wrap_connector(tcp);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .build(connector);
        Self {
            client,
            config,
            private,
        }
    }
}

impl Default for HttpTransport {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for HttpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpTransport")
            .field("private", &self.private)
            .finish_non_exhaustive()
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: Request<Bytes>) -> Answer<'_> {
        Box::pin(async move {
            // Nobody resolves what is an address already.
            let literal = destination::literal(request.uri());
            if literal.is_some_and(|address| !self.private && !address::is_public(address)) {
                return Err(NotPublic.into());
            }
            let answer = self.client.request(request.map(Full::new)).await?;
            Ok(answer.map(Body::new))
        })
    }
}
