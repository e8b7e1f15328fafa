//! What the clients saw.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use tokio::net::TcpListener;

/// Everything that `observe.mjs` prints.
#[derive(Debug, Deserialize)]
pub(crate) struct Observed {
    pub(crate) rows: Vec<Row>,
    /// What was not as expected.
    pub(crate) problems: Vec<String>,
}

/// One scenario.
#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    pub(crate) group: String,
    pub(crate) module: String,
    pub(crate) what: String,
    /// The names of its functions, in whichever version.
    pub(crate) actions: Vec<String>,
    /// By `client@server with` or `without`: `works`, `repeats`, `json`, or the code of an error;
    /// several, where it depends on the length of the input.
    pub(crate) outcomes: BTreeMap<String, String>,
}

impl Row {
    /// What came of this pair, if there is such a pair.
    pub(crate) fn outcome(&self, pair: &str) -> Option<&str> {
        self.outcomes.get(pair).map(String::as_str)
    }
}

/// Starts every server, and lets Node call them.
pub(crate) fn observe() -> Observed {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    runtime.spawn(skew_tests::serve(listener, skew_tests::VERSIONS[0]));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("observe.mjs");
    let mut node = Command::new("node");
    let output = node.arg(script).arg(format!("http://{address}")).output();
    let output = output.unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    serde_json::from_slice(&output.stdout).unwrap()
}
