use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Page {
    limit: u32,
    tags: Vec<String>,
}

#[derive(Deserialize)]
pub struct Filter {
    kinds: BTreeSet<Kind>,
    sort: Sort,
    #[serde(flatten)]
    page: Page,
    #[serde(flatten)]
    more: BTreeMap<String, String>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Kind {
    New,
    Used,
}

#[derive(Deserialize)]
pub enum Sort {
    Price,
    Distance { from: (f64, f64) },
}

#[tramline::query(rest = "GET /v1/filtered")]
async fn filtered(filter: Filter) -> String {
    filter.page.limit.to_string() + &filter.page.tags.concat() + &filter.more.len().to_string()
}

#[tramline::query(rest = "GET /v1/both")]
async fn both(first: Page, second: Page) -> u32 {
    first.limit + second.limit
}

#[tramline::query(rest = "GET /v1/at/{place}/{when}/{tags}/{page}")]
async fn at(place: (f64, f64), when: Option<u32>, tags: Vec<String>, page: Page) -> u32 {
    let _ = (place, when, tags);
    page.limit
}

#[tramline::action(rest = "DELETE /v1/sums")]
async fn delete_sums(sums: BTreeMap<String, u32>, seal: Vec<u8>, tags: Option<Vec<u32>>) {
    let _ = (sums, seal, tags);
}

/// In a body, all of it is fine.
#[tramline::action(rest = "POST /v1/sums")]
async fn add_sums(sums: BTreeMap<String, u32>, tags: Option<Vec<u32>>) {
    let _ = (sums, tags);
}
