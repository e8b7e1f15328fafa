//! What only JSON carries, and what travels with it.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::Value;

tramline::include_actions!();

#[derive(Debug, Serialize, Deserialize)]
pub struct Page {
    pub title: String,
    pub visits: u64,
    pub thumbnail: Vec<u8>,
    pub scores: BTreeMap<u32, i64>,
    #[serde(flatten)]
    pub audit: Audit,
    #[serde(flatten)]
    pub extra: HashMap<String, Value>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Audit {
    #[serde(default)]
    pub by: String,
    #[serde(skip_serializing_if = "is_zero", default)]
    pub at: u64,
}

fn is_zero(at: &u64) -> bool {
    *at == 0
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Amount {
    Exact(u64),
    Text(String),
    Between { from: u64, to: u64 },
    Unlimited,
}

#[derive(Debug, Serialize, Deserialize)]
pub enum Unit {
    Gram,
    Piece,
    #[serde(untagged)]
    Other(String),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "object")]
pub struct Item {
    pub amount: Amount,
    pub unit: Unit,
    pub stock: BTreeMap<String, i64>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Line {
    Item(Item),
    Labels(BTreeMap<String, String>),
    Unit(Unit),
}

#[tramline::action]
pub async fn save(page: Page) -> Page {
    page
}

#[tramline::action]
pub async fn order(lines: Vec<Line>, note: Option<Value>) -> Result<Vec<Line>, Refused> {
    let _ = note;
    Ok(lines)
}

/// Postcard, beside the others.
#[tramline::query]
pub async fn count() -> u64 {
    0
}

#[derive(Debug, tramline::ActionError)]
pub enum Refused {
    Missing { unit: Unit },
    Closed,
}
