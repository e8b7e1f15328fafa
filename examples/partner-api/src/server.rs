//! A server for the open internet, from hyper's parts.

use std::time::Duration;

use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tramline::Service;

/// How long a caller may take to send the head of a request.
const HEADER_DEADLINE: Duration = Duration::from_secs(10);

/// Serves `service` until `stop` resolves.
pub async fn serve(listener: TcpListener, service: Service, stop: impl Future<Output = ()>) {
    let mut server = auto::Builder::new(TokioExecutor::new());
    // Without a timer hyper cannot keep the deadline.
    server
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_DEADLINE);
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => return,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, _)) = accepted else {
            // Too many open files, mostly: it passes.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let service = TowerToHyperService::new(service.clone());
        let connection = server
            .serve_connection(TokioIo::new(stream), service)
            .into_owned();
        // What goes wrong on one connection is that caller's to notice.
        tokio::spawn(async move { drop(connection.await) });
    }
}
