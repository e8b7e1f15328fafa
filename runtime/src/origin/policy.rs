//! What the builder was told about hosts and origins.

use std::fmt;

use super::Authority;
use super::facts::Origin;

/// The hosts that are served and the origins that are believed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Policy {
    hosts: Vec<HostRule>,
    trusted: Vec<String>,
    /// Origins whose pages are let in where no cookie counts.
    shared: Vec<String>,
    public: Option<PublicOrigin>,
    pub(crate) allow_missing_metadata: bool,
}

/// A host beside the loopback names.
#[derive(Clone, Debug)]
struct HostRule {
    name: String,
    /// Any, if none is given.
    port: Option<u16>,
}

/// Where the world sees this service.
#[derive(Clone, Debug)]
struct PublicOrigin {
    /// As browsers write it.
    text: String,
    host: HostRule,
}

/// A host or an origin that is not one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PolicyError {
    Host(String),
    Origin(String),
}

impl Policy {
    /// Serves `host`: a name or address, and a port if only that one is meant.
    pub(crate) fn allow_host(&mut self, host: &str) -> Result<(), PolicyError> {
        let rule = HostRule::parse(host).ok_or_else(|| PolicyError::Host(host.to_owned()))?;
        self.hosts.push(rule);
        Ok(())
    }

    /// Believes pages of `origin`.
    pub(crate) fn trust_origin(&mut self, origin: &str) -> Result<(), PolicyError> {
        let (text, _) = as_sent(origin).ok_or_else(|| PolicyError::Origin(origin.to_owned()))?;
        self.trusted.push(text);
        Ok(())
    }

    /// Lets pages of `origin` in where no cookie counts.
    pub(crate) fn share_with(&mut self, origin: &str) -> Result<(), PolicyError> {
        let (text, _) = as_sent(origin).ok_or_else(|| PolicyError::Origin(origin.to_owned()))?;
        self.shared.push(text);
        Ok(())
    }

    /// Whether pages of any origin are let in.
    pub(crate) fn shares(&self) -> bool {
        !self.shared.is_empty()
    }

    /// Whether pages of `origin` are let in.
    pub(crate) fn shares_with(&self, origin: &[u8]) -> bool {
        self.shared.iter().any(|known| known.as_bytes() == origin)
    }

    /// Says where the world sees this service, and serves that host.
    pub(crate) fn set_public_origin(&mut self, origin: &str) -> Result<(), PolicyError> {
        let (text, host) = as_sent(origin).ok_or_else(|| PolicyError::Origin(origin.to_owned()))?;
        self.public = Some(PublicOrigin { text, host });
        Ok(())
    }

    /// Whether `host` is served.
    pub(super) fn allows(&self, host: &Authority<'_>) -> bool {
        let public = self.public.as_ref().map(|public| &public.host);
        host.is_loopback() || self.hosts.iter().chain(public).any(|rule| rule.fits(host))
    }

    /// What an `Origin` is to a request for `host`.
    pub(super) fn judge(&self, origin: &[u8], host: Option<Authority<'_>>) -> Origin {
        if origin == b"null" {
            return Origin::Null;
        }
        if self.trusted.iter().any(|known| known.as_bytes() == origin) {
            return Origin::Trusted;
        }
        let ours = match &self.public {
            Some(public) => public.text.as_bytes() == origin,
            None => host.is_some_and(|host| is_of_host(origin, host)),
        };
        if ours { Origin::Ours } else { Origin::Other }
    }
}

impl HostRule {
    fn parse(host: &str) -> Option<Self> {
        Authority::parse(host.as_bytes()).map(Self::of)
    }

    fn of(host: Authority<'_>) -> Self {
        Self {
            name: host.name().to_owned(),
            port: host.port,
        }
    }

    fn fits(&self, host: &Authority<'_>) -> bool {
        self.name.as_bytes().eq_ignore_ascii_case(host.name)
            && self.port.is_none_or(|port| host.port == Some(port))
    }
}

/// Whether `origin` has the host and the port that the request is for. The scheme is not known:
/// something in front may speak TLS.
fn is_of_host(origin: &[u8], host: Authority<'_>) -> bool {
    // What browsers send needs no parsing: the host is known to be one.
    let authority = [b"http://".as_slice(), b"https://"]
        .iter()
        .find_map(|scheme| origin.strip_prefix(*scheme));
    if authority == Some(host.text) {
        return true;
    }
    let Some((scheme, mut origin)) = str::from_utf8(origin).ok().and_then(split) else {
        return false;
    };
    let default = default_port(scheme);
    if default.is_none() {
        return false;
    }
    // Browsers leave a default port out of both; programs may write it.
    origin.port = origin.port.or(default);
    let host = Authority {
        port: host.port.or(default),
        ..host
    };
    origin.is(&host)
}

/// An origin as browsers send it, in lower case and without the scheme's own port; and its host.
fn as_sent(origin: &str) -> Option<(String, HostRule)> {
    let (scheme, mut host) = split(origin)?;
    if host.port == default_port(scheme) {
        host.port = None;
    }
    let name = host.name();
    let text = match host.port {
        Some(port) => format!("{scheme}://{name}:{port}"),
        None => format!("{scheme}://{name}"),
    };
    Some((text.to_ascii_lowercase(), HostRule::of(host)))
}

fn default_port(scheme: &str) -> Option<u16> {
    match scheme {
        "http" => Some(80),
        "https" => Some(443),
        _ => None,
    }
}

/// The scheme and the authority of an origin.
fn split(origin: &str) -> Option<(&str, Authority<'_>)> {
    let (scheme, authority) = origin.split_once("://")?;
    let is_scheme = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    if scheme.is_empty() || !scheme.bytes().all(is_scheme) {
        return None;
    }
    Some((scheme, Authority::parse(authority.as_bytes())?))
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(host) => write!(
                f,
                "`{host}` is not a host: expected a name such as `example.com`, or `example.com:8443`"
            ),
            Self::Origin(origin) => write!(
                f,
                "`{origin}` is not an origin: expected a scheme and a host, such as \
                 `https://example.com`, without a path"
            ),
        }
    }
}
