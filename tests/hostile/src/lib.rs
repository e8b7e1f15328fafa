//! A service whose inputs can be abused: they recurse, repeat without end, or unfold.

#![expect(
    missing_docs,
    reason = "the names say what they are; nobody else reads this crate"
)]

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Deserialize;

tramline::include_actions!();

/// Contains itself behind a pointer.
#[derive(Debug, Deserialize)]
pub struct Chain(pub Option<Box<Chain>>);

/// Contains itself behind a list.
#[derive(Debug, Deserialize)]
pub struct Tree {
    pub children: Vec<Tree>,
}

/// Contains itself behind a variant.
#[derive(Debug, Deserialize)]
pub enum Expression {
    Negate(Box<Expression>),
    Number(f64),
}

/// Contains itself, and is large besides.
#[derive(Debug, Deserialize)]
pub struct Wide {
    pub next: Option<Box<Wide>>,
    pub rows: [[Option<u64>; 32]; 16],
}

/// 1 KiB of memory in 64 bytes of input.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Kilobyte {
    pub low: [Option<u64>; 32],
    pub high: [Option<u64>; 32],
}

const _: () = assert!(size_of::<Kilobyte>() == 1024);

/// Whatever form fits, which travels as plain JSON, of which serde keeps a copy before it decides.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Loose {
    Number(f64),
    List(Vec<f64>),
    Entries(HashMap<String, f64>),
}

#[tramline::action]
pub async fn loose(input: Loose) -> bool {
    matches!(input, Loose::Number(_))
}

/// The other parameter makes it plain JSON.
#[tramline::action]
pub async fn plain(input: Vec<Option<Kilobyte>>, loose: Option<Loose>) -> u64 {
    input.len() as u64 + u64::from(loose.is_some())
}

#[tramline::action]
pub async fn chain(input: Chain) -> bool {
    input.0.is_some()
}

#[tramline::action]
pub async fn tree(input: Tree) -> u64 {
    input.children.len() as u64
}

#[tramline::action]
pub async fn expression(input: Expression) -> bool {
    matches!(input, Expression::Number(_))
}

#[tramline::action]
pub async fn wide(input: Wide) -> bool {
    input.next.is_some()
}

#[tramline::action]
pub async fn units(input: Vec<()>) -> u64 {
    input.len() as u64
}

#[tramline::action]
pub async fn nested_units(input: Vec<[[(); 32]; 32]>) -> u64 {
    input.len() as u64
}

#[tramline::action]
pub async fn numbers(input: HashMap<u64, u64>) -> u64 {
    input.len() as u64
}

#[tramline::action]
pub async fn options(input: Vec<Option<Kilobyte>>) -> u64 {
    input.len() as u64
}

#[tramline::action]
pub async fn ordered(input: BTreeMap<u32, Option<Kilobyte>>) -> u64 {
    input.len() as u64
}

#[tramline::action]
pub async fn sets(input: Vec<BTreeSet<Kilobyte>>) -> u64 {
    input.len() as u64
}

#[tramline::action]
pub async fn boxes(input: Vec<Box<Kilobyte>>) -> u64 {
    input.len() as u64
}

#[tramline::action]
pub async fn words(input: HashMap<String, Vec<String>>) -> u64 {
    input.len() as u64
}
