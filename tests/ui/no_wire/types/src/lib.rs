//! What serde itself cannot send, by whatever wire.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use tramline::action;

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Payment {
    Cash { amount: u128 },
    Card(u64),
    Voucher(Option<Voucher>),
    Transfer(Transfer),
}

#[derive(Serialize, Deserialize)]
struct Voucher {
    code: String,
}

#[derive(Serialize, Deserialize)]
struct Transfer {
    kind: String,
}

#[derive(Serialize, Deserialize)]
struct Order {
    payment: Payment,
    #[serde(flatten)]
    items: Vec<String>,
    #[serde(flatten)]
    counts: HashMap<u64, u64>,
}

#[action]
async fn order(order: Order) {}

/// Integers of 128 bits can be written, only not read.
#[derive(Serialize)]
#[serde(tag = "kind")]
enum Receipt {
    Cash { amount: u128 },
}

#[action]
async fn receipt() -> Receipt {
    Receipt::Cash { amount: 1 }
}
