//! What the warehouse tells us.

use serde::Deserialize;
use tramline::webhook::Receiver;
use tramline::{State, webhook};

use crate::products::ProductId;
use crate::store::{Store, StoreError};

/// Knows the warehouse by its signature.
#[derive(Clone, Debug)]
pub struct Warehouse(pub Receiver);

/// Something that happened in the warehouse.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "data")]
enum WarehouseEvent {
    /// Products have come.
    #[serde(rename = "stock.received")]
    StockReceived { product: ProductId, quantity: u32 },
    /// What we do not listen to.
    #[serde(other)]
    Unknown,
}

/// Adds to the stock what has come to the warehouse.
#[webhook("POST /hooks/warehouse", receiver = Warehouse)]
async fn warehouse_event(
    #[extract] store: State<Store>,
    event: WarehouseEvent,
) -> Result<(), StoreError> {
    match event {
        WarehouseEvent::StockReceived { product, quantity } => {
            store.receive(product, quantity).await
        }
        WarehouseEvent::Unknown => Ok(()),
    }
}

impl AsRef<Receiver> for Warehouse {
    fn as_ref(&self) -> &Receiver {
        &self.0
    }
}
