//! `host[:port]`, as `Host`, `:authority` and `Origin` have it.

use std::net::{Ipv4Addr, Ipv6Addr};

/// A host, and the port if one is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Authority<'a> {
    /// A name, an IPv4 address, or an IPv6 address in brackets.
    pub(crate) name: &'a str,
    pub(crate) port: Option<u16>,
}

impl<'a> Authority<'a> {
    /// Reads `bytes`, which hold neither a user nor anything percent-encoded.
    pub(crate) fn parse(bytes: &'a [u8]) -> Option<Self> {
        let text = str::from_utf8(bytes).ok()?;
        let (name, port) = if text.starts_with('[') {
            let end = text.find(']')? + 1;
            let (name, rest) = text.split_at(end);
            name[1..end - 1].parse::<Ipv6Addr>().ok()?;
            match rest {
                "" => (name, None),
                _ => (name, Some(rest.strip_prefix(':')?)),
            }
        } else {
            match text.split_once(':') {
                Some((name, port)) => (name, Some(port)),
                None => (text, None),
            }
        };
        if !name.starts_with('[') && !is_name(name) {
            return None;
        }
        let port = match port {
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                Some(digits.parse().ok()?)
            }
            Some(_) => return None,
            None => None,
        };
        Some(Self { name, port })
    }

    /// Whether only this machine can be meant: `localhost` and names below it, 127.0.0.0/8, `[::1]`.
    pub(crate) fn is_loopback(&self) -> bool {
        if let Some(address) = self.name.strip_prefix('[') {
            let address = address.trim_end_matches(']').parse();
            return address.is_ok_and(|address: Ipv6Addr| address.is_loopback());
        }
        if self.name.starts_with("127.") {
            let address = self.name.parse();
            return address.is_ok_and(|address: Ipv4Addr| address.is_loopback());
        }
        let tail = self.name.len().checked_sub("localhost".len());
        let Some((head, name)) = tail.and_then(|at| self.name.split_at_checked(at)) else {
            return false;
        };
        name.eq_ignore_ascii_case("localhost") && (head.is_empty() || head.ends_with('.'))
    }

    /// Whether both are the same host and port, as written.
    pub(crate) fn is(&self, other: &Authority<'_>) -> bool {
        self.port == other.port && self.name.eq_ignore_ascii_case(other.name)
    }
}

/// Letters, digits, hyphens and underscores between dots.
fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 253
        && name.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        })
}

#[cfg(test)]
mod tests {
    use super::Authority;

    #[test]
    fn loopback_names_are_exactly_those_that_cannot_be_rebound() {
        let loopback = [
            "localhost",
            "LocalHost:3000",
            "app.localhost",
            "127.0.0.1",
            "127.9.9.9:80",
            "[::1]",
            "[::1]:8080",
            "[0:0:0:0:0:0:0:1]",
        ];
        let elsewhere = [
            "localhost.example.com",
            "notlocalhost",
            "xlocalhost:1",
            "127.0.0.1.nip.io",
            "0.0.0.0",
            "128.0.0.1",
            "[::]",
            "[::2]",
            "[::ffff:127.0.0.1]",
            "10.0.0.1",
            "127.1",
            "127.0.0.01",
            "example.com",
        ];
        for host in loopback {
            assert!(
                Authority::parse(host.as_bytes()).unwrap().is_loopback(),
                "{host}"
            );
        }
        for host in elsewhere {
            assert!(
                !Authority::parse(host.as_bytes()).unwrap().is_loopback(),
                "{host}"
            );
        }
    }

    #[test]
    fn what_is_no_host_and_port_is_malformed() {
        let malformed: &[&[u8]] = &[
            b"",
            b":80",
            b"a:",
            b"a:b",
            b"a:80:80",
            b"a:65536",
            b"a:+80",
            b"user@a",
            b"a/b",
            b"a b",
            b"a,b",
            b"a%2eb",
            b".",
            b"a.",
            b"a..b",
            b".a",
            b"[::1",
            b"::1",
            b"[::1]80",
            b"[::1]:",
            b"[::1%25lo]",
            b"[localhost]",
            b"[]",
            b"\xff",
            "\u{e9}.com".as_bytes(),
            b"a?b",
            b"a#b",
        ];
        for host in malformed {
            let parsed = Authority::parse(host);
            assert!(parsed.is_none(), "{parsed:?}");
        }
    }
}
