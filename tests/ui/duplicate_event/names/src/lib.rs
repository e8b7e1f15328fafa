//! Events of one version with one name.

use serde::Serialize;
use tramline::WebhookEvent as Event;

mod products {
    #[derive(serde::Serialize, tramline::WebhookEvent)]
    #[webhook_event("product.updated", version = "v2")]
    pub struct Updated {
        id: u32,
    }
}

#[derive(Serialize, Event)]
#[webhook_event("product.updated", version = "v2")]
struct ProductUpdated {
    id: u32,
    price: u32,
}

// Each of these is the only one of its version and name.

#[derive(Serialize, Event)]
#[webhook_event("product.updated", version = "v1")]
struct ProductUpdatedV1 {
    id: u32,
}

#[derive(Serialize, Event)]
#[webhook_event("product.removed", version = "v2")]
struct ProductRemoved {
    id: u32,
}

tramline::include_actions!();
