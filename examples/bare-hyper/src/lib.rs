//! A tramline service on hyper's own HTTP/1.1 server.

use std::io;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tramline::Service;

/// How long a caller may take to send the head of a request.
const HEADER_DEADLINE: Duration = Duration::from_secs(10);

/// Serves `service` to everyone who connects.
///
/// # Errors
/// Where the listener is broken.
pub async fn serve(listener: TcpListener, service: Service) -> io::Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        let connection = http1::Builder::new()
            // Without a timer hyper cannot keep the deadline.
            .timer(TokioTimer::new())
            .header_read_timeout(HEADER_DEADLINE)
            .serve_connection(
                TokioIo::new(stream),
                TowerToHyperService::new(service.clone()),
            );
        // What goes wrong on one connection is that caller's to notice.
        tokio::spawn(async move { drop(connection.await) });
    }
}
