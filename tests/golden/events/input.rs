//! Events of webhooks, which no action has to use; and how they were read, proven where they stand.

#![allow(dead_code)]

use serde::Serialize;
use tramline::WebhookEvent;

tramline::include_actions!();

/// A product's price or stock has changed.
#[derive(Serialize, WebhookEvent)]
#[webhook_event("product.updated", version = "v2")]
pub struct ProductUpdated {
    pub id: u32,
    pub price: Price,
    note: Option<String>,
}

/// An action returns this as well.
#[derive(Serialize)]
pub struct Price {
    pub cents: u64,
}

#[tramline::query]
async fn price() -> Price {
    Price { cents: 1 }
}

mod orders {
    use serde::Serialize;
    use tramline::WebhookEvent as Event;

    /// How an order has ended. Nobody outside can take it apart.
    #[derive(Serialize, Event)]
    #[webhook_event("order.settled", version = "v1")]
    #[serde(rename_all = "snake_case", tag = "how")]
    enum Settled {
        Paid { by: Means, parts: Vec<Part> },
        Cancelled,
    }

    #[derive(Serialize)]
    enum Means {
        Card,
        Account,
    }

    #[derive(Serialize)]
    struct Part {
        name: &'static str,
        #[deprecated]
        number: u8,
    }

    /// Both derives prove it once.
    #[derive(Serialize, tramline::Wire, Event)]
    #[webhook_event("order.lost", version = "v1")]
    struct Lost {
        #[serde(flatten)]
        more: std::collections::HashMap<String, u8>,
    }
}

#[test]
fn events_know_their_names() {
    assert_eq!(ProductUpdated::NAME, "product.updated");
    assert_eq!(ProductUpdated::VERSION, "v2");
}
