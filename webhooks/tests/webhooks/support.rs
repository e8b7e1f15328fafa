//! A clock that follows tokio's, and endpoints that answer as they are told.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use serde::Serialize;
use tokio::time::Instant;
use tramline::{Body, WebhookEvent};
use tramline_webhooks::{
    Answer, Builder, Clock, DeliveryLog, DeliveryState, Endpoint, EndpointId, Registered, Sender,
    Transport,
};

#[derive(Serialize, WebhookEvent)]
#[webhook_event("product.updated", version = "v2")]
pub(crate) struct ProductUpdated {
    pub(crate) id: u32,
}

pub(crate) const UPDATED: ProductUpdated = ProductUpdated { id: 7 };

/// Time passes as tokio has it: at once, while everything waits.
#[derive(Clone, Copy)]
pub(crate) struct TokioClock {
    began: SystemTime,
    then: Instant,
}

impl TokioClock {
    pub(crate) fn new() -> Self {
        Self {
            began: SystemTime::now(),
            then: Instant::now(),
        }
    }

    /// The real present, or what it was some time ago.
    pub(crate) fn began(self) -> SystemTime {
        self.began
    }
}

impl Clock for TokioClock {
    fn now(&self) -> SystemTime {
        self.began + self.then.elapsed()
    }
}

/// What an endpoint does with a request.
#[derive(Clone, Debug)]
pub(crate) enum Does {
    Answer(u16, &'static [(&'static str, &'static str)]),
    /// Never answers.
    Hangs,
    /// Answers with a body that never ends.
    Drips(u16),
    /// Closes the connection.
    Breaks,
    /// Answers 200 after this time.
    Takes(Duration),
}

pub(crate) const OK: Does = Does::Answer(200, &[]);
pub(crate) const FAILS: Does = Does::Answer(500, &[]);

/// A request that an endpoint got.
#[derive(Clone, Debug)]
pub(crate) struct Got {
    pub(crate) url: String,
    /// Since the world began.
    pub(crate) at: Duration,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Got {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }

    pub(crate) fn id(&self) -> &str {
        self.header("webhook-id")
    }
}

/// All endpoints there are, and their time. What they do, they do by turns; the last one for ever.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) clock: TokioClock,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    plans: HashMap<String, Vec<Does>>,
    got: Vec<Got>,
    under_way: HashMap<String, usize>,
    /// The most requests at the same time, of any endpoint and of all.
    most_of_one: usize,
    most: usize,
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            clock: TokioClock::new(),
            state: Arc::default(),
        }
    }

    pub(crate) fn plan(&self, url: &str, does: impl Into<Vec<Does>>) {
        let mut state = self.state.lock().unwrap();
        state.plans.insert(url.to_owned(), does.into());
    }

    pub(crate) fn got(&self) -> Vec<Got> {
        self.state.lock().unwrap().got.clone()
    }

    /// When requests came, in seconds.
    pub(crate) fn times(&self) -> Vec<u64> {
        self.got().iter().map(|got| got.at.as_secs()).collect()
    }

    pub(crate) fn most(&self) -> (usize, usize) {
        let state = self.state.lock().unwrap();
        (state.most, state.most_of_one)
    }
}

/// Counts a request as under way.
struct UnderWay(World, String);

impl UnderWay {
    fn new(world: &World, url: &str) -> Self {
        let mut state = world.state.lock().unwrap();
        let of_one = state.under_way.entry(url.to_owned()).or_default();
        *of_one += 1;
        let of_one = *of_one;
        let all = state.under_way.values().sum();
        state.most_of_one = state.most_of_one.max(of_one);
        state.most = state.most.max(all);
        drop(state);
        Self(world.clone(), url.to_owned())
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let mut state = self.0.state.lock().unwrap();
        *state.under_way.get_mut(&self.1).unwrap() -= 1;
    }
}

impl Transport for World {
    fn send(&self, request: Request<Bytes>) -> Answer<'_> {
        let url = request.uri().to_string();
        let does = {
            let mut state = self.state.lock().unwrap();
            state.got.push(Got {
                url: url.clone(),
                at: self.clock.then.elapsed(),
                headers: request.headers().clone(),
                body: request.body().clone(),
            });
            let plan = state.plans.entry(url.clone()).or_insert_with(|| vec![OK]);
            match plan.len() {
                1 => plan[0].clone(),
                _ => plan.remove(0),
            }
        };
        Box::pin(async move {
            let _under_way = UnderWay::new(self, &url);
            match does {
                Does::Answer(status, headers) => {
                    let mut answer = Response::builder().status(status);
                    for (name, value) in headers {
                        answer = answer.header(*name, *value);
                    }
                    Ok(answer.body(Body::from("as you say"))?)
                }
                Does::Hangs => std::future::pending().await,
                Does::Drips(status) => {
                    let body = Body::new(http_body_util::StreamBody::new(Endless));
                    Ok(Response::builder().status(status).body(body)?)
                }
                Does::Breaks => Err("connection reset".into()),
                Does::Takes(time) => {
                    tokio::time::sleep(time).await;
                    Ok(Response::new(Body::empty()))
                }
            }
        })
    }
}

/// One piece, and then nothing for ever.
struct Endless;

impl futures_core::Stream for Endless {
    type Item = Result<http_body::Frame<Bytes>, std::io::Error>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Pending
    }
}

pub(crate) const URL: &str = "https://partner.example/hooks";

/// A sender whose time is tokio's, and whose pauses are as planned.
pub(crate) fn builder(log: DeliveryLog, world: &World) -> Builder {
    Sender::with_transport(log, world.clone())
        .clock(world.clock)
        .jitter(|pause| pause)
        .poll_interval(Duration::from_secs(600))
}

pub(crate) fn sender(world: &World) -> Sender {
    builder(DeliveryLog::in_memory().unwrap(), world).build()
}

pub(crate) async fn register(sender: &Sender) -> Registered {
    sender.register(Endpoint::new(URL)).await.unwrap()
}

/// How the deliveries to an endpoint stand, the oldest first.
pub(crate) async fn states(sender: &Sender, endpoint: &EndpointId) -> Vec<&'static str> {
    let deliveries = sender.deliveries(endpoint, None, 1000).await.unwrap();
    let states = deliveries
        .iter()
        .rev()
        .map(|delivery| match delivery.state {
            DeliveryState::Pending { .. } => "pending",
            DeliveryState::Delivered { .. } => "delivered",
            DeliveryState::Failed { .. } => "failed",
            _ => "unknown",
        });
    states.collect()
}

/// Runs the sender for some time, and lets what is under way come to its end.
pub(crate) async fn run_for(sender: &Sender, time: Duration) {
    sender.run(tokio::time::sleep(time)).await;
}

pub(crate) const DAY: Duration = Duration::from_secs(24 * 60 * 60);
