use serde::{Deserialize, Serialize};
use tramline::action;

/// A perfectly balanced tree.
#[derive(Serialize, Deserialize)]
enum Perfect<T> {
    Leaf(T),
    Deeper(Box<Perfect<(T, T)>>),
}

#[derive(Serialize, Deserialize)]
struct Odd<T> {
    value: T,
    rest: Option<Box<Even<Vec<T>>>>,
}

#[derive(Serialize, Deserialize)]
struct Even<T> {
    rest: Box<Odd<T>>,
}

/// Ends, although it holds itself with other arguments.
#[derive(Serialize, Deserialize)]
struct Pair<A, B> {
    left: A,
    swapped: Option<Box<Pair<B, A>>>,
}

#[action]
async fn balance(tree: Perfect<u32>) {}

#[action]
async fn alternate(list: Odd<String>, pair: Pair<u8, u16>) {}
