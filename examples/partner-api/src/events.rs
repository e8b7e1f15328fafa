//! What partners are told.

use serde::Serialize;
use tramline::WebhookEvent;

use crate::products::Product;

/// A product is new, or its name, price or stock has changed.
#[derive(Debug, Serialize, WebhookEvent)]
#[webhook_event("product.updated", version = "v2")]
pub(crate) struct ProductUpdated {
    /// As it is now.
    product: Product,
}

impl ProductUpdated {
    pub(crate) fn of(product: &Product) -> Self {
        Self {
            product: product.clone(),
        }
    }
}
