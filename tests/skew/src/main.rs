//! `skew-tests VERSION ADDRESS` serves the site of a version, for a browser.

#![expect(
    clippy::print_stdout,
    reason = "whoever starts it has to know where it is"
)]

use std::env;
use std::io;

use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [version, address] = arguments.as_slice() else {
        return Err(io::Error::other("usage: skew-tests VERSION ADDRESS"));
    };
    let listener = TcpListener::bind(address).await?;
    println!("Listening on http://{}", listener.local_addr()?);
    tokio::select! {
        result = skew_tests::serve(listener, version) => result,
        stopped = tokio::signal::ctrl_c() => stopped,
    }
}
