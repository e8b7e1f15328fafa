//! `partner-api --database FILE --key KEY --warehouse-key KEY [--listen ADDRESS]`

use std::env::{self, Args};
use std::io;
use std::process::ExitCode;

use partner_api::{App, PartnerKeys, Store, Warehouse};
use tokio::net::TcpListener;
use tracing_subscriber::filter::LevelFilter;
use tramline::webhook::Receiver;

const USAGE: &str =
    "usage: partner-api --database FILE --key KEY --warehouse-key KEY [--listen ADDRESS]";

type Failure = Box<dyn std::error::Error>;

struct Options {
    database: String,
    /// What partners show.
    keys: Vec<String>,
    /// What the warehouse signs with.
    warehouse: Vec<String>,
    listen: String,
}

#[tokio::main]
async fn main() -> ExitCode {
    // Standard output is for the address alone.
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::WARN)
        .with_writer(io::stderr)
        .init();
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
        .map_err(|error| format!("{} is no catalogue: {error}", options.database))?;
    let listener = TcpListener::bind(options.listen).await?;
    announce(&listener)?;
    let delivering = tokio::spawn(store.sender().run(interrupted()));
    let service = partner_api::service(App {
        store,
        keys: PartnerKeys::new(options.keys),
        warehouse: Warehouse(Receiver::standard(options.warehouse)?),
    });
    partner_api::serve(listener, service, interrupted()).await;
    delivering.await?;
    Ok(())
}

fn options(mut args: Args) -> Result<Options, Failure> {
    let mut options = Options {
        database: String::new(),
        keys: Vec::new(),
        warehouse: Vec::new(),
        listen: "127.0.0.1:3100".to_owned(),
    };
    args.next();
    while let Some(flag) = args.next() {
        let value = args.next().ok_or(USAGE)?;
        match flag.as_str() {
            "--database" => options.database = value,
            "--key" => options.keys.push(value),
            "--warehouse-key" => options.warehouse.push(value),
            "--listen" => options.listen = value,
            _ => return Err(USAGE.into()),
        }
    }
    if options.database.is_empty() || options.keys.is_empty() {
        return Err(USAGE.into());
    }
    Ok(options)
}

#[expect(
    clippy::print_stdout,
    reason = "this is the program, and whoever started it asks for the address"
)]
fn announce(listener: &TcpListener) -> io::Result<()> {
    println!(
        "The catalogue is open at http://{}/docs",
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
