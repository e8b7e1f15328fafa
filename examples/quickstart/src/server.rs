//! A server for the open internet, from hyper's parts.
//!
//! `axum::serve` has no deadline for the head of a request, so one idle visitor could hold a
//! connection for ever.

use std::time::Duration;

use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

/// How long a visitor may take to say what they want.
const HEADER_DEADLINE: Duration = Duration::from_secs(10);
/// How long running calls may take to finish once the server is asked to stop.
const FAREWELL: Duration = Duration::from_secs(5);
/// How long to wait when the system has no connection left to give.
const BREATH: Duration = Duration::from_millis(100);

/// Serves `app` until `stop` resolves, then lets the running calls finish.
pub async fn serve(listener: TcpListener, app: Router, stop: impl Future<Output = ()>) {
    let server = server();
    let connections = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let connection = server.serve_connection(
                        TokioIo::new(stream),
                        TowerToHyperService::new(app.clone()),
                    );
                    let connection = connections.watch(connection.into_owned());
                    // What goes wrong on one connection is that visitor's to notice.
                    tokio::spawn(async move { drop(connection.await) });
                }
                // Too many open files, mostly: it passes.
                Err(_) => tokio::time::sleep(BREATH).await,
            },
        }
    }
    drop(listener);
    // Past the deadline the remaining connections are cut.
    drop(tokio::time::timeout(FAREWELL, connections.shutdown()).await);
}

fn server() -> auto::Builder<TokioExecutor> {
    let mut server = auto::Builder::new(TokioExecutor::new());
    server
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_DEADLINE);
    server
}
