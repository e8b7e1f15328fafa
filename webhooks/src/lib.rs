#![doc = include_str!("../README.md")]

mod address;
mod attempt;
mod builder;
mod clock;
mod deliver;
mod delivery;
mod destination;
mod endpoint;
mod error;
mod id;
mod keys;
mod log;
mod payload;
mod random;
mod rfc3339;
mod schedule;
mod sender;
mod transport;
mod verdict;

pub use builder::Builder;
pub use clock::{Clock, SystemClock};
pub use delivery::{Attempt, Delivery, DeliveryState};
pub use endpoint::{DisabledReason, Endpoint, EndpointStatus, Registered, Scheme};
pub use error::Error;
pub use id::{DeliveryId, EndpointId, MessageId};
pub use log::{DeliveryLog, create_tables};
pub use rusqlite;
pub use schedule::Schedule;
pub use sender::{Addressed, Sender};
#[cfg(feature = "client")]
pub use transport::HttpTransport;
pub use transport::{Answer, Transport};
