//! What can go wrong, apart from deliveries: those fail into the log.

use std::fmt;

use tokio::task::JoinError;

use crate::id::{DeliveryId, EndpointId};

/// Something could not be done.
///
/// An endpoint that does not answer is no error: that is in the log of its deliveries.
pub struct Error(Box<Kind>);

enum Kind {
    Log(rusqlite::Error),
    Stopped(JoinError),
    Event {
        name: &'static str,
        source: serde_json::Error,
    },
    Url {
        url: String,
        why: &'static str,
    },
    Key(String),
    Endpoint(EndpointId),
    Delivery(DeliveryId),
}

impl Error {
    /// Whether the URL of an endpoint is not allowed, which is up to whoever registers it.
    pub fn is_url(&self) -> bool {
        matches!(*self.0, Kind::Url { .. })
    }

    /// Whether a key is none that can sign.
    pub fn is_key(&self) -> bool {
        matches!(*self.0, Kind::Key(_))
    }

    /// Whether there is no such endpoint or delivery.
    pub fn is_unknown(&self) -> bool {
        matches!(*self.0, Kind::Endpoint(_) | Kind::Delivery(_))
    }

    /// Whether the database failed, or the runtime is shutting down.
    pub fn is_log(&self) -> bool {
        matches!(*self.0, Kind::Log(_) | Kind::Stopped(_))
    }

    /// Whether an event could not be written as JSON.
    pub fn is_event(&self) -> bool {
        matches!(*self.0, Kind::Event { .. })
    }

    pub(crate) fn url(url: &str, why: &'static str) -> Self {
        let url = url.to_owned();
        Self(Box::new(Kind::Url { url, why }))
    }

    pub(crate) fn key(why: impl fmt::Display) -> Self {
        Self(Box::new(Kind::Key(why.to_string())))
    }

    pub(crate) fn endpoint(id: &EndpointId) -> Self {
        Self(Box::new(Kind::Endpoint(id.clone())))
    }

    pub(crate) fn delivery(id: DeliveryId) -> Self {
        Self(Box::new(Kind::Delivery(id)))
    }

    pub(crate) fn event(name: &'static str, source: serde_json::Error) -> Self {
        Self(Box::new(Kind::Event { name, source }))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self(Box::new(Kind::Log(error)))
    }
}

impl From<JoinError> for Error {
    fn from(error: JoinError) -> Self {
        Self(Box::new(Kind::Stopped(error)))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Log(_) => f.write_str("the log of webhooks failed"),
            Kind::Stopped(_) => f.write_str("the work on the log of webhooks was not finished"),
            Kind::Event { name, .. } => write!(f, "event `{name}` cannot be written as JSON"),
            Kind::Url { url, why } => write!(f, "no webhooks can be sent to `{url}`: {why}"),
            Kind::Key(why) => write!(f, "this is no key that can sign webhooks: {why}"),
            Kind::Endpoint(id) => write!(f, "there is no endpoint `{id}`"),
            Kind::Delivery(id) => write!(f, "there is no delivery {id}"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Log(source) => write!(f, "Error({self}: {source})"),
            Kind::Stopped(source) => write!(f, "Error({self}: {source})"),
            Kind::Event { source, .. } => write!(f, "Error({self}: {source})"),
            _ => write!(f, "Error({self})"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.0 {
            Kind::Log(source) => Some(source),
            Kind::Stopped(source) => Some(source),
            Kind::Event { source, .. } => Some(source),
            Kind::Url { .. } | Kind::Key(_) | Kind::Endpoint(_) | Kind::Delivery(_) => None,
        }
    }
}
