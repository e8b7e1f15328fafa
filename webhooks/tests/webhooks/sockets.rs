//! The transport over real sockets: addresses, redirects, endless answers, TLS.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use rustls::pki_types::PrivateKeyDer;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tramline::Body;
use tramline_webhooks::{Attempt, DeliveryLog, Endpoint, HttpTransport, Registered, Sender};

use crate::support::{UPDATED, states};

/// A server on a loopback address, which answers by the path.
struct Server {
    address: SocketAddr,
    connections: Arc<AtomicUsize>,
    requests: Arc<AtomicUsize>,
}

impl Server {
    async fn start() -> Self {
        Self::with(None).await
    }

    async fn with(tls: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            connections: Arc::default(),
            requests: Arc::default(),
        };
        let (connections, requests) = (server.connections.clone(), server.requests.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                connections.fetch_add(1, Ordering::SeqCst);
                let (tls, requests) = (tls.clone(), requests.clone());
                tokio::spawn(async move {
                    let service = service_fn(move |request| answer(request, requests.clone()));
                    let server = hyper::server::conn::http1::Builder::new();
                    match tls {
                        None => drop(server.serve_connection(TokioIo::new(stream), service).await),
                        Some(tls) => {
                            if let Ok(stream) = tls.accept(stream).await {
                                let stream = TokioIo::new(stream);
                                drop(server.serve_connection(stream, service).await);
                            }
                        }
                    }
                });
            }
        });
        server
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn counts(&self) -> (usize, usize) {
        let read = |count: &AtomicUsize| count.load(Ordering::SeqCst);
        (read(&self.connections), read(&self.requests))
    }
}

async fn answer(
    request: Request<Incoming>,
    requests: Arc<AtomicUsize>,
) -> Result<Response<Body>, Infallible> {
    requests.fetch_add(1, Ordering::SeqCst);
    let path = request.uri().path().to_owned();
    let body = request.into_body().collect().await.unwrap().to_bytes();
    let mut response = Response::new(Body::empty());
    match path.as_str() {
        "/echo" => *response.body_mut() = Body::from(body),
        "/redirect" => {
            *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
            response
                .headers_mut()
                .insert("location", "/echo".parse().unwrap());
        }
        "/endless" => *response.body_mut() = Body::new(Endless),
        _ => *response.status_mut() = StatusCode::NOT_FOUND,
    }
    Ok(response)
}

/// As many bytes as anybody takes.
struct Endless;

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, Infallible>>> {
        let piece = Bytes::from_static(&[b'x'; 16 * 1024]);
        std::task::Poll::Ready(Some(Ok(http_body::Frame::data(piece))))
    }
}

fn open() -> Sender {
    let log = DeliveryLog::in_memory().unwrap();
    let builder = Sender::builder(log)
        .allow_http(true)
        .allow_private_addresses(true);
    builder.build()
}

/// Sends one event there; its state and the attempt.
async fn send(sender: &Sender, url: &str) -> (&'static str, Attempt) {
    let Registered { id, .. } = sender.register(Endpoint::new(url)).await.unwrap();
    sender.send(&UPDATED).await.unwrap();
    sender.deliver_due().await.unwrap();
    let delivery = sender.deliveries(&id, None, 1).await.unwrap()[0].id;
    let attempt = sender.attempts(delivery).await.unwrap().remove(0);
    let state = states(sender, &id).await[0];
    sender.remove(&id).await.unwrap();
    (state, attempt)
}

#[tokio::test]
async fn an_event_arrives() {
    let server = Server::start().await;
    let sender = open();
    let (state, attempt) = send(&sender, &server.url("/echo")).await;
    assert_eq!((state, attempt.status), ("delivered", Some(StatusCode::OK)));
    assert!(attempt.answer.starts_with("{\"type\":\"product.updated\","));
    // A second one takes the same connection.
    send(&sender, &server.url("/echo")).await;
    assert_eq!(server.counts(), (1, 2));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let server = Server::start().await;
    let (state, attempt) = send(&open(), &server.url("/redirect")).await;
    let redirect = Some(StatusCode::TEMPORARY_REDIRECT);
    assert_eq!((state, attempt.status), ("pending", redirect));
    assert_eq!(server.counts().1, 1);
}

#[tokio::test]
async fn an_answer_without_end_is_an_answer() {
    let server = Server::start().await;
    let (state, attempt) = send(&open(), &server.url("/endless")).await;
    assert_eq!((state, attempt.answer.len()), ("delivered", 1024));
}

#[tokio::test]
async fn nobody_there_is_a_failure() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    drop(listener);
    let (state, attempt) = send(&open(), &url).await;
    assert_eq!((state, attempt.status), ("pending", None));
    let failure = attempt.failure.unwrap();
    assert!(failure.contains("refused"), "{failure}");
    // Whoever reads this learns no address.
    assert!(!failure.contains("127.0.0.1"), "{failure}");
}

#[tokio::test]
async fn private_addresses_are_not_even_connected_to() {
    let server = Server::start().await;
    let port = server.address.port();
    let sender = || {
        Sender::builder(DeliveryLog::in_memory().unwrap())
            .allow_http(true)
            .build()
    };
    for host in ["127.0.0.1", "[::ffff:127.0.0.1]"] {
        let endpoint = Endpoint::new(format!("http://{host}:{port}/echo"));
        assert!(sender().register(endpoint).await.unwrap_err().is_url());
    }
    // What these mean, only the resolver knows; the last are the same address in other spellings.
    for host in ["localhost", "127.1", "2130706433", "0x7f000001"] {
        let (state, attempt) = send(&sender(), &format!("http://{host}:{port}/echo")).await;
        assert_eq!((state, attempt.status), ("pending", None), "{host}");
        assert!(
            attempt.failure.unwrap().contains("the public internet"),
            "{host}"
        );
    }
    assert_eq!(server.counts(), (0, 0));
}

#[tokio::test]
async fn a_transport_checks_addresses_itself() {
    use tramline_webhooks::Transport as _;

    let server = Server::start().await;
    let request = || {
        Request::post(server.url("/echo"))
            .body(Bytes::new())
            .unwrap()
    };
    let error = HttpTransport::new().send(request()).await.unwrap_err();
    assert!(error.to_string().contains("the public internet"), "{error}");
    let allowed = HttpTransport::new().allow_private_addresses(true);
    assert_eq!(allowed.send(request()).await.unwrap().status(), 200);
}

#[tokio::test]
async fn certificates_are_checked() {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let server = Server::with(Some(TlsAcceptor::from(Arc::new(config)))).await;
    let url = format!("https://localhost:{}/echo", server.address.port());

    let strangers = open();
    let (state, attempt) = send(&strangers, &url).await;
    assert_eq!((state, attempt.status), ("pending", None));
    assert!(attempt.failure.unwrap().contains("certificate"));

    let mut roots = rustls::RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let transport = HttpTransport::with_tls(config).allow_private_addresses(true);
    let friends = Sender::with_transport(DeliveryLog::in_memory().unwrap(), transport).build();
    let (state, attempt) = send(&friends, &url).await;
    assert_eq!((state, attempt.status), ("delivered", Some(StatusCode::OK)));
}
