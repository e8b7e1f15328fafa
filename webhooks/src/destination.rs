//! Which URLs endpoints may have, as far as that can be said without asking a name server.

use std::net::IpAddr;

use http::Uri;
use http::uri::Scheme;

use crate::address;
use crate::error::Error;

const LONGEST: usize = 2048;

/// What is allowed besides the public internet over TLS.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reach {
    /// `http:` as well.
    pub(crate) http: bool,
    /// Private, loopback and other special addresses.
    pub(crate) private: bool,
}

/// `url`, if events may be sent there.
pub(crate) fn check(url: &str, reach: Reach) -> Result<Uri, Error> {
    let refuse = |why: &'static str| Error::url(url, why);
    if url.len() > LONGEST {
        return Err(refuse("it is longer than 2048 characters"));
    }
    let uri: Uri = url.parse().map_err(|_| refuse("it is not a URL"))?;
    let tls = uri.scheme() == Some(&Scheme::HTTPS);
    let plain = reach.http && uri.scheme() == Some(&Scheme::HTTP);
    if !tls && !plain {
        return Err(refuse("it does not begin with `https://`"));
    }
    let authority = uri.authority().ok_or_else(|| refuse("it has no host"))?;
    if authority.as_str().contains('@') {
        return Err(refuse("it contains a user name or a password"));
    }
    if authority.host().is_empty() {
        return Err(refuse("it has no host"));
    }
    match literal(&uri) {
        Some(address) if !reach.private && !address::is_public(address) => {
            Err(refuse("its address is not one of the public internet"))
        }
        _ => Ok(uri),
    }
}

/// The address, where the host is one and no name.
pub(crate) fn literal(uri: &Uri) -> Option<IpAddr> {
    let host = uri.host()?;
    let inside = host.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    inside.unwrap_or(host).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Reach, check};

    #[test]
    fn urls_are_checked_when_they_are_registered() {
        let strict = Reach::default();
        let http = Reach {
            http: true,
            private: false,
        };
        let open = Reach {
            http: true,
            private: true,
        };
        for (url, least) in [
            ("https://partner.example/hooks?tenant=7", Some(strict)),
            ("https://partner.example:8443", Some(strict)),
            ("https://93.184.215.14/hooks", Some(strict)),
            ("http://partner.example/hooks", Some(http)),
            ("https://127.0.0.1/", Some(open)),
            ("https://[::1]/", Some(open)),
            ("https://[::ffff:10.0.0.1]/", Some(open)),
            ("http://169.254.169.254/latest/meta-data", Some(open)),
            ("https://user:word@partner.example/", None),
            ("https://", None),
            ("https:///hooks", None),
            ("/hooks", None),
            ("partner.example", None),
            ("ftp://partner.example/", None),
            ("file:///etc/passwd", None),
            ("https://partner.example/a b", None),
            ("", None),
        ] {
            for reach in [strict, http, open] {
                let enough = least.is_some_and(|least| {
                    least.http <= reach.http && least.private <= reach.private
                });
                assert_eq!(check(url, reach).is_ok(), enough, "{url} {reach:?}");
            }
        }
        let long = format!("https://partner.example/{}", "a".repeat(2048));
        assert!(check(&long, open).is_err());
    }
}
