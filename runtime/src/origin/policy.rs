//! What the builder was told about hosts and origins.

use std::fmt;

use super::Authority;
use super::facts::Origin;

/// The hosts that are served and the origins that are believed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Policy {
    hosts: Vec<HostRule>,
    trusted: Vec<String>,
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
        let error = || PolicyError::Origin(origin.to_owned());
        split(origin).ok_or_else(error)?;
        self.trusted.push(origin.to_ascii_lowercase());
        Ok(())
    }

    /// Says where the world sees this service, and serves that host.
    pub(crate) fn set_public_origin(&mut self, origin: &str) -> Result<(), PolicyError> {
        let error = || PolicyError::Origin(origin.to_owned());
        let (_, host) = split(origin).ok_or_else(error)?;
        self.public = Some(PublicOrigin {
            text: origin.to_ascii_lowercase(),
            host: HostRule::parse(host).ok_or_else(error)?,
        });
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
        let host = Authority::parse(host.as_bytes())?;
        Some(Self {
            name: host.name().to_owned(),
            port: host.port,
        })
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
    let Some((scheme, authority)) = str::from_utf8(origin).ok().and_then(split) else {
        return false;
    };
    let default = match scheme {
        "http" => Some(80),
        "https" => Some(443),
        _ => return false,
    };
    let Some(mut origin) = Authority::parse(authority.as_bytes()) else {
        return false;
    };
    // Browsers leave a default port out of both; programs may write it.
    origin.port = origin.port.or(default);
    let host = Authority {
        port: host.port.or(default),
        ..host
    };
    origin.is(&host)
}

/// The scheme and the authority of an origin.
fn split(origin: &str) -> Option<(&str, &str)> {
    let (scheme, authority) = origin.split_once("://")?;
    let is_scheme = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    if scheme.is_empty() || !scheme.bytes().all(is_scheme) {
        return None;
    }
    Authority::parse(authority.as_bytes())?;
    Some((scheme, authority))
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
