//! The servers of every version, behind one socket.
//!
//! `/{version}/rpc/…` are calls of one version. `/` is the site of whichever version is deployed: its
//! calls at `/rpc/…`, its client at `/client/…`, and a page. `/deploy/{version}` deploys another one.
//! Every answer to a call says how many functions ran for it.

mod fleet;
mod site;

use std::io;
use std::sync::Arc;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;

use fleet::Fleet;

/// The names of the versions, the one that is deployed at first before the others.
pub const VERSIONS: [&str; 4] = [
    "before-with-lock",
    "before-without-lock",
    "after-with-lock",
    "after-without-lock",
];

/// Serves every version, with `deployed` at the root.
///
/// # Errors
///
/// Where there is no such version, and where the listener is broken.
pub async fn serve(listener: TcpListener, deployed: &str) -> io::Result<()> {
    let fleet = Arc::new(Fleet::new());
    fleet
        .deploy(deployed)
        .ok_or_else(|| io::Error::other(format!("there is no version `{deployed}`")))?;
    loop {
        let (stream, _) = listener.accept().await?;
        let fleet = Arc::clone(&fleet);
        let service = service_fn(move |request| Arc::clone(&fleet).answer(request));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .serve_connection(TokioIo::new(stream), service);
        // What goes wrong on one connection is that caller's to notice.
        tokio::spawn(async move { drop(connection.await) });
    }
}
