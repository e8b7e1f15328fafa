//! The names of endpoints, messages and deliveries.

use std::fmt;
use std::str::FromStr;

use crate::random;

/// The name of an endpoint: `ep_` and 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EndpointId(pub(crate) String);

/// The name of an event that was sent, `msg_` and 32 hexadecimal digits: the `webhook-id` header of
/// every attempt to deliver it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageId(pub(crate) String);

/// The number of a delivery: of one message to one endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DeliveryId(pub(crate) i64);

impl EndpointId {
    pub(crate) fn new() -> Self {
        Self(random::name("ep_"))
    }

    /// As text, to be kept or shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl MessageId {
    pub(crate) fn new() -> Self {
        Self(random::name("msg_"))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl DeliveryId {
    /// As a number, to be kept or shown.
    pub fn get(self) -> i64 {
        self.0
    }
}

impl From<i64> for DeliveryId {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

impl From<String> for EndpointId {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl FromStr for EndpointId {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for EndpointId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for DeliveryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
