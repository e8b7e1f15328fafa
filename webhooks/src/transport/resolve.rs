//! Names to addresses, without those that must not be called.
//!
//! What is connected to is exactly what was looked at here: nothing asks for the name again, so a
//! name server cannot say one thing to the check and another to the connection.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use tower::Service;

use crate::address;

/// A resolver that only finds what may be called.
#[derive(Clone)]
pub(super) struct Checked<R = GaiResolver> {
    inner: R,
    private: bool,
}

impl Checked {
    /// Asks the operating system; `private` allows any address.
    pub(super) fn new(private: bool) -> Self {
        Self {
            inner: GaiResolver::new(),
            private,
        }
    }
}

type Addresses = std::vec::IntoIter<SocketAddr>;

impl<R> Service<Name> for Checked<R>
where
    R: Service<Name>,
    R::Response: Iterator<Item = SocketAddr>,
    R::Error: Into<io::Error>,
    R::Future: Send + 'static,
{
    type Response = Addresses;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Addresses>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.inner.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let private = self.private;
        let found = self.inner.call(name);
        Box::pin(async move {
            let found = found.await.map_err(Into::into)?;
            let allowed = |at: &SocketAddr| private || address::is_public(at.ip());
            let allowed: Vec<SocketAddr> = found.filter(allowed).collect();
            if allowed.is_empty() {
                return Err(io::Error::other(NotPublic));
            }
            Ok(allowed.into_iter())
        })
    }
}

/// Says nothing of the addresses: whoever registered the endpoint may read this.
#[derive(Debug)]
pub(super) struct NotPublic;

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the host has no address of the public internet")
    }
}

impl std::error::Error for NotPublic {}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::future::{Ready, ready};
    use std::io;
    use std::net::SocketAddr;
    use std::task::{Context, Poll};

    use hyper_util::client::legacy::connect::dns::Name;
    use tower::{Service, ServiceExt as _};

    use super::Checked;

    /// A name server in somebody else's hands.
    #[derive(Clone)]
    struct Fixed(Vec<SocketAddr>);

    struct Never(Infallible);

    impl From<Never> for io::Error {
        fn from(never: Never) -> Self {
            match never.0 {}
        }
    }

    impl Service<Name> for Fixed {
        type Response = std::vec::IntoIter<SocketAddr>;
        type Error = Never;
        type Future = Ready<Result<Self::Response, Never>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Never>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, _: Name) -> Self::Future {
            ready(Ok(self.0.clone().into_iter()))
        }
    }

    async fn check(private: bool, answers: &str, expected: Option<&str>) {
        let addresses = |text: &str| -> Vec<SocketAddr> {
            let each = text.split_whitespace();
            each.map(|it| it.parse().unwrap()).collect()
        };
        let inner = Fixed(addresses(answers));
        let resolver = Checked { inner, private };
        let found = resolver.oneshot("partner.example".parse().unwrap()).await;
        let found = found.ok().map(Iterator::collect::<Vec<_>>);
        assert_eq!(found, expected.map(addresses), "{answers}");
    }

    #[tokio::test]
    async fn what_a_name_leads_to_is_checked() {
        check(false, "93.184.215.14:0", Some("93.184.215.14:0")).await;
        check(false, "127.0.0.1:0", None).await;
        check(false, "[::ffff:169.254.169.254]:0 [fd00:ec2::254]:0", None).await;
        check(false, "", None).await;
        // Some of both: those that are allowed stay.
        let mixed = "10.0.0.1:0 93.184.215.14:0 [::1]:0";
        check(false, mixed, Some("93.184.215.14:0")).await;
        check(true, mixed, Some(mixed)).await;
    }
}
