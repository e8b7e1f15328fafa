use serde::{Deserialize, Serialize};
use tramline::{Patch, action, query};

#[derive(Deserialize)]
pub struct Change {
    name: Patch<String>,
    #[serde(default)]
    note: Patch<Option<String>>,
    #[serde(default)]
    all: Vec<Patch<u32>>,
}

#[derive(Deserialize)]
pub struct Pair(#[serde(default)] Patch<u32>, u32);

#[derive(Serialize)]
pub struct Product {
    #[serde(skip_serializing_if = "Patch::is_absent")]
    name: Patch<String>,
}

#[action]
async fn change(change: Change, pair: Pair) {}

#[action]
async fn rename(name: Patch<String>) {}

#[query]
async fn get() -> Product {
    todo!()
}
