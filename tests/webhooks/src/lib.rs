//! A shop that tells what happens, and a partner who listens.

use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use tramline::webhook::{Delivery, Receiver};
use tramline::{ActionError, FromRef, State, WebhookEvent, webhook};

tramline::include_actions!();

/// A product's price has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, WebhookEvent)]
#[webhook_event("product.updated", version = "v2")]
pub struct ProductUpdated {
    /// Which one.
    pub id: u32,
    /// What it costs now.
    pub cents: u64,
}

/// The partner's application.
#[derive(Clone, Debug)]
pub struct Partner {
    receiver: Receiver,
    heard: Arc<Mutex<Vec<(String, ProductUpdated)>>>,
}

impl Partner {
    /// A partner with these keys.
    ///
    /// # Errors
    ///
    /// Where one is none.
    pub fn new(keys: &[&str]) -> Result<Self, tramline::webhook::KeyError> {
        Ok(Self {
            receiver: Receiver::standard(keys)?,
            heard: Arc::default(),
        })
    }

    /// What was told, and under which id.
    pub fn heard(&self) -> Vec<(String, ProductUpdated)> {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.clone()
    }
}

impl FromRef<Partner> for Receiver {
    fn from_ref(partner: &Partner) -> Self {
        partner.receiver.clone()
    }
}

/// What the shop tells.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "data")]
enum Told {
    #[serde(rename = "product.updated")]
    ProductUpdated(ProductUpdated),
}

#[derive(Debug, ActionError)]
enum Refusal {
    /// Nothing is free.
    #[error(status = 422)]
    Free,
}

#[webhook("POST /hooks/shop", receiver = Receiver)]
async fn told(
    #[extract] partner: State<Partner>,
    #[extract] delivery: Delivery,
    told: Told,
) -> Result<(), Refusal> {
    let Told::ProductUpdated(product) = told;
    if product.cents == 0 {
        return Err(Refusal::Free);
    }
    let mut heard = partner.heard.lock().unwrap_or_else(PoisonError::into_inner);
    heard.push((delivery.id().to_owned(), product));
    Ok(())
}
