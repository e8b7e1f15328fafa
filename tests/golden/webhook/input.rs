//! Functions that third parties post to, beside one that a page calls.

use serde::{Deserialize, Serialize};
use tramline::webhook::{Delivery, Receiver, github};
use tramline::{ActionError, FromRef, State, action, webhook};

tramline::include_actions!();

#[derive(Clone, Debug)]
pub struct App {
    payments: Receiver,
    github: Hooks<Receiver>,
    ledger: Ledger,
}

#[derive(Clone, Debug)]
struct Ledger;

impl FromRef<App> for Ledger {
    fn from_ref(app: &App) -> Self {
        app.ledger.clone()
    }
}

impl FromRef<App> for Receiver {
    fn from_ref(app: &App) -> Self {
        app.payments.clone()
    }
}

/// A receiver may be any type that has one.
#[derive(Clone, Debug)]
struct Hooks<T>(T);

impl AsRef<Receiver> for Hooks<Receiver> {
    fn as_ref(&self) -> &Receiver {
        &self.0
    }
}

impl FromRef<App> for Hooks<Receiver> {
    fn from_ref(app: &App) -> Self {
        app.github.clone()
    }
}

/// What the payment provider tells. It may come to tell more.
#[derive(Debug, Deserialize)]
#[serde(tag = "type")]
enum PaymentEvent {
    #[serde(rename = "payment.settled")]
    Settled { data: Payment },
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Deserialize)]
struct Payment {
    order: String,
    amount: u64,
}

#[derive(Debug, ActionError)]
enum PaymentError {
    /// There is no such order.
    #[error(status = 422)]
    UnknownOrder { order: String },
}

/// Payments that settle.
#[webhook("POST /hooks/payments", receiver = Receiver)]
async fn payment_settled(
    #[extract] _ledger: State<Ledger>,
    #[extract] delivery: Delivery,
    event: PaymentEvent,
) -> Result<(), PaymentError> {
    match event {
        PaymentEvent::Settled { data } if data.amount > 0 && !delivery.id().is_empty() => {
            Err(PaymentError::UnknownOrder { order: data.order })
        }
        PaymentEvent::Settled { .. } | PaymentEvent::Unknown => Ok(()),
    }
}

#[derive(Debug, Deserialize)]
struct Happening {
    #[serde(default)]
    action: String,
}

#[derive(Debug, Serialize)]
struct Answer {
    heard: String,
}

/// Whatever happens on GitHub.
#[webhook(
    "POST /hooks/github",
    receiver = Hooks<Receiver>,
    name = "github.happened",
    body_limit = 26_214_400,
    label(source = "github"),
)]
async fn happened(#[extract] event: github::Event, body: Happening) -> Answer {
    let heard = format!("{} {}", event.0, body.action);
    Answer { heard }
}

/// That somebody called is all there is to know.
#[webhook("POST /hooks/ping", receiver = crate::Receiver)]
async fn ping(#[extract] ledger: &State<Ledger>) {
    let State(Ledger) = ledger;
}

/// What pages call.
#[action]
async fn pay(order: String) -> Result<u64, PaymentError> {
    match order.as_str() {
        "" => Err(PaymentError::UnknownOrder { order }),
        _ => Ok(1),
    }
}
