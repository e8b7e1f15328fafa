//! What the data of an event leads to.

use std::time::Instant;

use serde::Serialize;
use tramline::WebhookEvent;

#[derive(Serialize, WebhookEvent)]
#[webhook_event("order.placed", version = "v1")]
struct OrderPlaced {
    order: Order,
}

#[derive(Serialize)]
struct Order {
    since: Instant,
}

tramline::include_actions!();
