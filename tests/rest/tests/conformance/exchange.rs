//! One request and its answer, as bytes.

use std::fmt;
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// An answer, less what differs each time.
pub(crate) struct Answer {
    pub(crate) status: u16,
    line: String,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    /// The values of all lines by that name.
    pub(crate) fn values(&self, name: &str) -> Vec<&str> {
        let lines = self.headers.iter().filter(|(other, _)| other == name);
        lines.map(|(_, value)| value.as_str()).collect()
    }
}

impl Answer {
    /// The answer without its body, and without what follows from that.
    pub(crate) fn outline(&self) -> String {
        let of_body = |line: &&str| {
            !["etag", "content-length"]
                .iter()
                .any(|name| line.starts_with(name))
        };
        let head = self.to_string();
        let head = head.split("\n\n").next().unwrap_or_default();
        head.lines().filter(of_body).collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.line)?;
        for (name, value) in &self.headers {
            writeln!(f, "{name}: {value}")?;
        }
        match self.body.as_str() {
            "" => Ok(()),
            body => write!(f, "\n{body}\n"),
        }
    }
}

/// Sends what `request` describes, on a connection of its own.
pub(crate) async fn exchange(address: SocketAddr, request: &str) -> Answer {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(bytes(request).as_bytes()).await.unwrap();
    let mut received = Vec::new();
    stream.read_to_end(&mut received).await.unwrap();
    read(&String::from_utf8(received).unwrap())
}

/// The request as it goes over the wire.
fn bytes(request: &str) -> String {
    let (head, body) = request.split_once("\n\n").unwrap_or((request, ""));
    let mut lines: Vec<String> = head.lines().map(str::to_owned).collect();
    let has = |name: &str, lines: &[String]| lines.iter().any(|line| line.starts_with(name));
    if !has("host:", &lines) {
        lines.push("host: localhost".to_owned());
    }
    if !body.is_empty() && !has("content-length:", &lines) && !has("transfer-encoding:", &lines) {
        lines.push(format!("content-length: {}", body.len()));
    }
    lines[0].push_str(" HTTP/1.1");
    lines.push("connection: close".to_owned());
    format!("{}\r\n\r\n{body}", lines.join("\r\n"))
}

fn read(received: &str) -> Answer {
    let (head, body) = received.split_once("\r\n\r\n").unwrap();
    let mut lines = head.split("\r\n");
    let line = lines.next().unwrap().to_owned();
    let header = |line: &str| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.to_owned(), value.to_owned())
    };
    let mut headers: Vec<(String, String)> = lines.map(header).collect();
    headers.sort();
    let mut body = body.to_owned();
    for (name, value) in &mut headers {
        if name == "x-request-id" {
            body = body.replace(value.as_str(), "…");
            "…".clone_into(value);
        }
    }
    headers.retain(|(name, _)| !["date", "connection"].contains(&name.as_str()));
    Answer {
        status: line.split(' ').nth(1).unwrap().parse().unwrap(),
        line,
        headers,
        body,
    }
}
