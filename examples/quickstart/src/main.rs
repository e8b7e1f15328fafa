//! `quickstart [--database FILE] [--listen ADDRESS]`

use std::env::{self, Args};
use std::io;
use std::process::ExitCode;

use quickstart::Store;
use tokio::net::TcpListener;

const USAGE: &str = "usage: quickstart [--database FILE] [--listen ADDRESS]";

/// Tried first, so that the address stays the same from one start to the next.
const USUAL: &str = "127.0.0.1:3000";
/// Any port that is free.
const FREE: &str = "127.0.0.1:0";

type Failure = Box<dyn std::error::Error>;

struct Options {
    database: String,
    listen: Option<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    // Standard output is for the address alone.
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Failure> {
    let options = options(env::args())?;
    let store = Store::open(&options.database)
        .map_err(|error| format!("{} is no guestbook: {error}", options.database))?;
    let listener = listen(options.listen).await?;
    announce(&listener)?;
    quickstart::serve(listener, quickstart::app(store), interrupted()).await;
    Ok(())
}

fn options(mut args: Args) -> Result<Options, Failure> {
    let mut options = Options {
        database: "guestbook.sqlite3".to_owned(),
        listen: None,
    };
    args.next();
    while let Some(flag) = args.next() {
        let value = args.next().ok_or(USAGE)?;
        match flag.as_str() {
            "--database" => options.database = value,
            "--listen" => options.listen = Some(value),
            _ => return Err(USAGE.into()),
        }
    }
    Ok(options)
}

/// Listens where it was told to, or else at the usual place, or else anywhere.
async fn listen(address: Option<String>) -> io::Result<TcpListener> {
    match address {
        Some(address) => TcpListener::bind(address).await,
        None => match TcpListener::bind(USUAL).await {
            Ok(listener) => Ok(listener),
            Err(_) => TcpListener::bind(FREE).await,
        },
    }
}

#[expect(
    clippy::print_stdout,
    reason = "this is the program, and whoever started it asks for the address"
)]
fn announce(listener: &TcpListener) -> io::Result<()> {
    println!(
        "The guestbook is open at http://{}/",
        listener.local_addr()?
    );
    Ok(())
}

#[expect(clippy::print_stderr, reason = "this is the program")]
fn report(problem: &str) {
    eprintln!("{problem}");
}

/// Resolves on Ctrl-C.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        // No signal can be caught here, so none will stop the server.
        std::future::pending::<()>().await;
    }
}
