//! Events have to be written.

use serde::{Deserialize, Serialize, Serializer};
use tramline::WebhookEvent;

#[derive(WebhookEvent)]
#[webhook_event("order.placed", version = "v1")]
struct OrderPlaced {
    id: u32,
}

#[derive(Deserialize, WebhookEvent)]
#[webhook_event("order.paid", version = "v1")]
enum OrderPaid {
    ByCard,
    OnAccount,
}

// Whichever way it is derived.
#[derive(WebhookEvent, serde::Serialize)]
#[webhook_event("order.sent", version = "v1")]
struct OrderSent {
    id: u32,
}

// An event of another crate's, which happens to be called the same.
mod other {
    use other_crate::WebhookEvent;

    #[derive(WebhookEvent)]
    struct Unrelated;
}

tramline::include_actions!();
