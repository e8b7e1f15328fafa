//! The guestbook's calls on bare hyper: a tramline service needs neither a router nor axum.
//!
//! `bare-hyper [DATABASE]` serves them at `http://127.0.0.1:3001/rpc`.

use std::env;
use std::error::Error;

use bare_hyper::serve;
use quickstart::Store;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let database = env::args().nth(1);
    let store = Store::open(database.as_deref().unwrap_or("guestbook.sqlite3"))?;
    let listener = TcpListener::bind("127.0.0.1:3001").await?;
    serve(listener, quickstart::service(store)).await?;
    Ok(())
}
