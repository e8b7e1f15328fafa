//! A shop with routes, and the page that documents them.
//!
//! `documentation-tests ADDRESS` serves both.

mod products;

use std::{env, io};

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tramline::Service;

tramline::include_actions!();

#[tokio::main]
#[expect(clippy::print_stdout, reason = "whoever starts it reads the address")]
async fn main() -> io::Result<()> {
    let address = env::args()
        .nth(1)
        .ok_or_else(|| io::Error::other("usage: documentation-tests ADDRESS"))?;
    let listener = TcpListener::bind(address).await?;
    println!("Listening on http://{}", listener.local_addr()?);
    tokio::select! {
        result = serve(listener) => result,
        stopped = tokio::signal::ctrl_c() => stopped,
    }
}

async fn serve(listener: TcpListener) -> io::Result<()> {
    let service = Service::builder(actions(())).documentation("/docs").build();
    loop {
        let (stream, _) = listener.accept().await?;
        let service = TowerToHyperService::new(service.clone());
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .serve_connection(TokioIo::new(stream), service);
        // What goes wrong on one connection is that caller's to notice.
        tokio::spawn(async move { drop(connection.await) });
    }
}
