//! What `#[webhook_event]` takes.

use serde::Serialize;
use tramline::WebhookEvent;

#[derive(Serialize, WebhookEvent)]
#[webhook_event("Order.Placed", version = "2")]
struct OrderPlaced;

#[derive(Serialize, WebhookEvent)]
#[webhook_event("order.paid")]
struct OrderPaid;

#[derive(Serialize, WebhookEvent)]
#[webhook_event]
struct OrderSent;

#[derive(Serialize, WebhookEvent)]
#[webhook_event(version = "v1")]
struct OrderLost;

#[derive(Serialize, WebhookEvent)]
#[webhook_event("order.found", version = "v1")]
struct OrderFound<T> {
    at: T,
}

tramline::include_actions!();
