//! `host[:port]`, as `Host`, `:authority` and `Origin` have it.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// A host, and the port if one is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Authority<'a> {
    /// A name, an IPv4 address, or an IPv6 address in brackets: ASCII.
    pub(crate) name: &'a [u8],
    pub(crate) port: Option<u16>,
    /// Both, as written.
    pub(crate) text: &'a [u8],
}

impl<'a> Authority<'a> {
    /// Reads `bytes`, which hold neither a user nor anything percent-encoded.
    pub(crate) fn parse(bytes: &'a [u8]) -> Option<Self> {
        let (name, rest) = if bytes.first() == Some(&b'[') {
            let end = position(bytes, b']')?;
            address::<Ipv6Addr>(&bytes[1..end])?;
            bytes.split_at(end + 1)
        } else {
            let end = position(bytes, b':').unwrap_or(bytes.len());
            is_name(&bytes[..end]).then_some(())?;
            bytes.split_at(end)
        };
        let port = match rest {
            [] => None,
            [b':', digits @ ..] => Some(port(digits)?),
            _ => return None,
        };
        Some(Self {
            name,
            port,
            text: bytes,
        })
    }

    /// Whether only this machine can be meant: `localhost` and names below it, 127.0.0.0/8, `[::1]`.
    pub(crate) fn is_loopback(&self) -> bool {
        const NAME: &[u8] = b"localhost";
        if let [b'[', inner @ .., b']'] = self.name {
            return address(inner).is_some_and(|address: Ipv6Addr| address.is_loopback());
        }
        if self.name.starts_with(b"127.") {
            return address(self.name).is_some_and(|address: Ipv4Addr| address.is_loopback());
        }
        let tail = self.name.len().checked_sub(NAME.len());
        let Some((head, name)) = tail.map(|at| self.name.split_at(at)) else {
            return false;
        };
        name.eq_ignore_ascii_case(NAME) && matches!(head, [] | [.., b'.'])
    }

    /// Whether both are the same host and port, as written.
    pub(crate) fn is(&self, other: &Authority<'_>) -> bool {
        self.port == other.port && self.name.eq_ignore_ascii_case(other.name)
    }

    /// The name as text.
    pub(crate) fn name(&self) -> &'a str {
        str::from_utf8(self.name).unwrap_or_default()
    }
}

fn position(bytes: &[u8], wanted: u8) -> Option<usize> {
    bytes.iter().position(|byte| *byte == wanted)
}

fn address<A: FromStr>(bytes: &[u8]) -> Option<A> {
    str::from_utf8(bytes).ok()?.parse().ok()
}

/// One digit or more, and nothing else.
fn port(digits: &[u8]) -> Option<u16> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0_u16, |port, digit| {
        let digit = digit.is_ascii_digit().then(|| digit - b'0')?;
        port.checked_mul(10)?.checked_add(digit.into())
    })
}

/// Letters, digits, hyphens and underscores between single dots.
fn is_name(name: &[u8]) -> bool {
    let mut previous = b'.';
    for byte in name {
        if !IN_NAME[usize::from(*byte)] || (*byte == b'.' && previous == b'.') {
            return false;
        }
        previous = *byte;
    }
    previous != b'.' && name.len() <= 253
}

/// A table, because every request asks it for every byte of its host.
const IN_NAME: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        byte += 1;
    }
    table
};

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
