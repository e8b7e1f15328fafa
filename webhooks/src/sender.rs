//! The sender: what applications call. How deliveries are made is in `deliver`.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rusqlite::Transaction;
use tokio::sync::Notify;
use tramline::WebhookEvent;
use tramline::webhook::standard::SigningKey;

use crate::builder::{Builder, Settings};
use crate::clock::Moment;
use crate::delivery::{Attempt, Delivery};
use crate::destination;
use crate::endpoint::{DisabledReason, Endpoint, EndpointStatus, Registered};
use crate::error::Error;
use crate::id::{DeliveryId, EndpointId, MessageId};
use crate::keys;
use crate::log::messages::Message;
use crate::log::{DeliveryLog, endpoints, messages, query, settle};
use crate::payload;
use crate::transport::Transport;

/// Sends events to the endpoints that want them. Cheap to clone.
#[derive(Clone)]
pub struct Sender {
    pub(crate) shared: Arc<Shared>,
}

pub(crate) struct Shared {
    pub(crate) log: DeliveryLog,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) settings: Settings,
    /// That there may be something to deliver.
    pub(crate) news: Notify,
}

impl Sender {
    /// A sender with its deliveries in `log`, which calls endpoints over TCP and TLS.
    #[cfg(feature = "client")]
    pub fn builder(log: DeliveryLog) -> Builder {
        Builder::new(log)
    }

    /// A sender with its deliveries in `log`, which calls endpoints by `transport`.
    pub fn with_transport(log: DeliveryLog, transport: impl Transport) -> Builder {
        Builder::with_transport(log, transport)
    }

    pub(crate) fn new(log: DeliveryLog, transport: Arc<dyn Transport>, settings: Settings) -> Self {
        let shared = Shared {
            log,
            transport,
            settings,
            news: Notify::new(),
        };
        Self {
            shared: Arc::new(shared),
        }
    }

    pub(crate) fn now(&self) -> Moment {
        self.shared.settings.clock.now().into()
    }

    // Events.

    /// Sends an event to every endpoint that wants it and belongs to no account.
    ///
    /// When this returns, the event is in the log and survives the process; [`run`](Self::run)
    /// delivers it. Each endpoint gets it at least once, always with the same `webhook-id`, and in no
    /// certain order.
    ///
    /// # Errors
    ///
    /// Where the event is no JSON, or the log fails.
    pub async fn send<E: WebhookEvent>(&self, event: &E) -> Result<MessageId, Error> {
        self.enqueue(event, None).await
    }

    /// Sends an event as part of a transaction of yours, on a connection to the database that the
    /// log is in: it is sent if that commits, and never was if it does not.
    ///
    /// It is delivered within the [poll interval](Builder::poll_interval); [`wake`](Self::wake)
    /// after the commit makes it sooner.
    ///
    /// ```
    /// # use serde::Serialize;
    /// # use tramline::WebhookEvent;
    /// # #[derive(Serialize, WebhookEvent)]
    /// # #[webhook_event("product.updated", version = "v2")]
    /// # struct ProductUpdated { id: u32 }
    /// # fn change_price(
    /// #     sender: &tramline_webhooks::Sender, database: &mut tramline_webhooks::rusqlite::Connection,
    /// # ) -> Result<(), Box<dyn std::error::Error>> {
    /// let transaction = database.transaction()?;
    /// transaction.execute("update products set price = 5 where id = 7", [])?;
    /// sender.send_in(&transaction, &ProductUpdated { id: 7 })?;
    /// transaction.commit()?;
    /// sender.wake();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Where the event is no JSON, or the database fails; also if it has not the tables of the log.
    pub fn send_in<E: WebhookEvent>(
        &self,
        transaction: &Transaction<'_>,
        event: &E,
    ) -> Result<MessageId, Error> {
        self.enqueue_in(transaction, event, None)
    }

    /// Sends to the endpoints of one account, and to no others.
    pub fn to(&self, account: impl Into<String>) -> Addressed<'_> {
        Addressed {
            sender: self,
            account: account.into(),
        }
    }

    /// Has [`run`](Self::run) look for what is to be delivered, now.
    pub fn wake(&self) {
        self.shared.news.notify_one();
    }

    fn message<E: WebhookEvent>(&self, event: &E, account: Option<&str>) -> Result<Message, Error> {
        let occurred = self.now();
        Ok(Message {
            id: MessageId::new(),
            event: E::NAME,
            version: E::VERSION,
            body: payload::write(event, occurred)?,
            occurred,
            account: account.map(str::to_owned),
        })
    }

    async fn enqueue<E: WebhookEvent>(
        &self,
        event: &E,
        account: Option<&str>,
    ) -> Result<MessageId, Error> {
        let message = self.message(event, account)?;
        let id = message.id.clone();
        let log = &self.shared.log;
        log.run(move |log| messages::enqueue(log, &message)).await?;
        self.wake();
        Ok(id)
    }

    fn enqueue_in<E: WebhookEvent>(
        &self,
        transaction: &Transaction<'_>,
        event: &E,
        account: Option<&str>,
    ) -> Result<MessageId, Error> {
        let message = self.message(event, account)?;
        messages::enqueue(transaction, &message)?;
        Ok(message.id)
    }

    // Endpoints.

    /// Registers an endpoint and makes a key for it, which is returned this once.
    ///
    /// # Errors
    ///
    /// Where its URL is not allowed ([`Error::is_url`]), or the log fails.
    pub async fn register(&self, endpoint: Endpoint) -> Result<Registered, Error> {
        let key = keys::generate(endpoint.scheme)?;
        self.insert(endpoint, key).await
    }

    /// Registers an endpoint with a key that exists already, `whsec_…` or `whsk_…`.
    ///
    /// # Errors
    ///
    /// Where its URL is not allowed, `key` is none ([`Error::is_key`]), or the log fails.
    pub async fn register_with_key(
        &self,
        endpoint: Endpoint,
        key: &str,
    ) -> Result<Registered, Error> {
        let key = key.parse().map_err(Error::key)?;
        self.insert(endpoint, key).await
    }

    async fn insert(&self, endpoint: Endpoint, key: SigningKey) -> Result<Registered, Error> {
        destination::check(&endpoint.url, self.shared.settings.reach)?;
        let (id, now) = (EndpointId::new(), self.now());
        let registered = Registered {
            id: id.clone(),
            key: key.expose_receiver(),
        };
        let insert = move |log: &Transaction<'_>| {
            endpoints::insert(log, &id, &endpoint, now)?;
            crate::log::keys::add(log, &id, &key.expose(), now, now)
        };
        self.shared.log.run(insert).await?;
        Ok(registered)
    }

    /// Gives the endpoint a new key of the same scheme, which is returned this once. The one before
    /// still signs for the [overlap](Builder::key_overlap), so that the receiver can change over.
    ///
    /// # Errors
    ///
    /// Where there is no such endpoint, or the log fails.
    pub async fn rotate(&self, endpoint: &EndpointId) -> Result<Registered, Error> {
        let overlap = self.shared.settings.key_overlap;
        self.rotate_within(endpoint, overlap).await
    }

    /// Gives the endpoint a new key; those before it sign for `overlap` at most. With zero they stop
    /// at once, as they should where somebody else may have them.
    ///
    /// # Errors
    ///
    /// Where there is no such endpoint, or the log fails.
    pub async fn rotate_within(
        &self,
        endpoint: &EndpointId,
        overlap: Duration,
    ) -> Result<Registered, Error> {
        let (id, now) = (endpoint.clone(), self.now());
        let rotate = move |log: &Transaction<'_>| {
            endpoints::exists(log, &id)?;
            let current = crate::log::keys::valid(log, &id, now)?;
            let scheme = current.0.first().map(|secret| keys::scheme(secret));
            let key = keys::generate(scheme.unwrap_or_default())?;
            crate::log::keys::add(log, &id, &key.expose(), now, now.later(overlap))?;
            let key = key.expose_receiver();
            Ok(Registered { id, key })
        };
        self.shared.log.run(rotate).await
    }

    /// Sends the endpoint's events elsewhere, those that are pending included.
    ///
    /// # Errors
    ///
    /// Where the URL is not allowed, there is no such endpoint, or the log fails.
    pub async fn set_url(&self, endpoint: &EndpointId, url: &str) -> Result<(), Error> {
        destination::check(url, self.shared.settings.reach)?;
        let (id, url) = (endpoint.clone(), url.to_owned());
        let log = &self.shared.log;
        log.run(move |log| endpoints::set_url(log, &id, &url))
            .await?;
        self.wake();
        Ok(())
    }

    /// Sends nothing more to the endpoint. What is pending stays so, and new events pass it by.
    ///
    /// # Errors
    ///
    /// Where there is no such endpoint, or the log fails.
    pub async fn disable(&self, endpoint: &EndpointId) -> Result<(), Error> {
        let (id, now) = (endpoint.clone(), self.now());
        let disable = move |log: &Transaction<'_>| {
            endpoints::exists(log, &id)?;
            endpoints::disable(log, &id, DisabledReason::Asked, now).map(drop)
        };
        self.shared.log.run(disable).await
    }

    /// Takes an endpoint up again, whyever it was disabled. What is pending is sent at once.
    ///
    /// # Errors
    ///
    /// Where there is no such endpoint, or the log fails.
    pub async fn enable(&self, endpoint: &EndpointId) -> Result<(), Error> {
        let (id, now) = (endpoint.clone(), self.now());
        let log = &self.shared.log;
        log.run(move |log| endpoints::enable(log, &id, now)).await?;
        self.wake();
        Ok(())
    }

    /// Removes an endpoint with its keys and deliveries.
    ///
    /// # Errors
    ///
    /// Where there is no such endpoint, or the log fails.
    pub async fn remove(&self, endpoint: &EndpointId) -> Result<(), Error> {
        let id = endpoint.clone();
        let log = &self.shared.log;
        log.run(move |log| endpoints::remove(log, &id)).await
    }

    /// How an endpoint stands.
    ///
    /// # Errors
    ///
    /// Where there is no such endpoint, or the log fails.
    pub async fn endpoint(&self, endpoint: &EndpointId) -> Result<EndpointStatus, Error> {
        let (id, now) = (endpoint.clone(), self.now());
        let log = &self.shared.log;
        log.read(move |log| endpoints::one(log, &id, now)).await
    }

    /// How all endpoints stand, the oldest first.
    ///
    /// # Errors
    ///
    /// Where the log fails.
    pub async fn endpoints(&self) -> Result<Vec<EndpointStatus>, Error> {
        let now = self.now();
        self.shared
            .log
            .read(move |log| endpoints::all(log, now))
            .await
    }

    // Deliveries.

    /// The newest deliveries to an endpoint, `most` of them; those before `before`, to go on.
    ///
    /// # Errors
    ///
    /// Where there is no such endpoint, or the log fails.
    pub async fn deliveries(
        &self,
        endpoint: &EndpointId,
        before: Option<DeliveryId>,
        most: u32,
    ) -> Result<Vec<Delivery>, Error> {
        let id = endpoint.clone();
        let log = &self.shared.log;
        log.read(move |log| query::deliveries(log, &id, before, most))
            .await
    }

    /// The attempts to make a delivery, in order.
    ///
    /// # Errors
    ///
    /// Where there is no such delivery, or the log fails.
    pub async fn attempts(&self, delivery: DeliveryId) -> Result<Vec<Attempt>, Error> {
        let log = &self.shared.log;
        log.read(move |log| query::attempts(log, delivery)).await
    }

    /// Makes a delivery again, now and then by the schedule: the same bytes with the same
    /// `webhook-id`, signed anew. A receiver that has them already may take it for a repetition.
    ///
    /// # Errors
    ///
    /// Where there is no such delivery, or the log fails.
    pub async fn replay(&self, delivery: DeliveryId) -> Result<(), Error> {
        let now = self.now();
        let log = &self.shared.log;
        log.run(move |log| settle::replay(log, delivery, now))
            .await?;
        self.wake();
        Ok(())
    }

    /// Replays every delivery to an endpoint that has failed since `since`. Returns how many.
    ///
    /// # Errors
    ///
    /// Where there is no such endpoint, or the log fails.
    pub async fn replay_failed(
        &self,
        endpoint: &EndpointId,
        since: SystemTime,
    ) -> Result<usize, Error> {
        let (id, now) = (endpoint.clone(), self.now());
        let replay =
            move |log: &Transaction<'_>| settle::replay_failed(log, &id, since.into(), now);
        let replayed = self.shared.log.run(replay).await?;
        self.wake();
        Ok(replayed)
    }

    /// Removes deliveries that were settled before `before`, and events that nothing is left of.
    /// Returns how many deliveries that were. Nothing is removed without this.
    ///
    /// # Errors
    ///
    /// Where the log fails.
    pub async fn prune(&self, before: SystemTime) -> Result<usize, Error> {
        let log = &self.shared.log;
        log.run(move |log| messages::prune(log, before.into()))
            .await
    }
}

/// A sender to the endpoints of one account, from [`Sender::to`].
#[derive(Clone, Debug)]
pub struct Addressed<'a> {
    sender: &'a Sender,
    account: String,
}

impl Addressed<'_> {
    /// As [`Sender::send`].
    ///
    /// # Errors
    ///
    /// Where the event is no JSON, or the log fails.
    pub async fn send<E: WebhookEvent>(&self, event: &E) -> Result<MessageId, Error> {
        self.sender.enqueue(event, Some(&self.account)).await
    }

    /// As [`Sender::send_in`].
    ///
    /// # Errors
    ///
    /// Where the event is no JSON, or the database fails.
    pub fn send_in<E: WebhookEvent>(
        &self,
        transaction: &Transaction<'_>,
        event: &E,
    ) -> Result<MessageId, Error> {
        self.sender
            .enqueue_in(transaction, event, Some(&self.account))
    }
}

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender")
            .field("settings", &self.shared.settings)
            .finish_non_exhaustive()
    }
}
