//! The shop, on a socket.

use std::net::SocketAddr;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tramline::Service;

/// Starts to serve, for as long as the runtime lives.
pub(crate) async fn start() -> SocketAddr {
    let service = Service::builder(rest_tests::actions(()))
        .body_limit(2000)
        .cors_origins(["https://partner.example"])
        .build();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let service = TowerToHyperService::new(service.clone());
            tokio::spawn(async move {
                let server = auto::Builder::new(TokioExecutor::new());
                // Some requests are not worth a whole connection, and end it.
                drop(server.serve_connection(TokioIo::new(stream), service).await);
            });
        }
    });
    address
}
