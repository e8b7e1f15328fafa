//! Generic types by instantiation, and recursion.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

tramline::include_actions!();

/// One page of many.
#[derive(Serialize, Deserialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub next: Option<u64>,
}

#[derive(Serialize, Deserialize)]
pub struct Pair<A, B>(pub A, pub B);

#[derive(Serialize, Deserialize)]
pub enum Either<L, R> {
    Left(L),
    Right { value: R },
}

/// A newtype with a parameter.
#[derive(Serialize, Deserialize)]
pub struct Wrapper<T>(pub T);

#[derive(Serialize, Deserialize)]
pub struct Tree {
    pub name: String,
    pub children: Vec<Tree>,
    pub parent: Option<Box<Tree>>,
}

/// Holds itself through a newtype alone.
#[derive(Serialize, Deserialize)]
pub struct Forest(pub Vec<Forest>);

#[derive(Serialize, Deserialize)]
pub enum Expression {
    Number(f64),
    Sum(Box<Expression>, Box<Expression>),
    Call {
        name: String,
        arguments: BTreeMap<String, Expression>,
    },
}

/// A bound keeps the compiler's proof away, but not the client.
#[derive(Serialize, Deserialize)]
pub struct Sorted<T: Ord> {
    pub items: Vec<T>,
}

/// An array of bytes as Rust has it, and an array of numbers as the page has it.
#[derive(Serialize, Deserialize)]
pub struct Board<T> {
    pub cells: [T; 4],
    pub seal: [u8; 4],
}

#[tramline::query]
pub async fn rotate(board: Board<u8>) -> Board<bool> {
    Board {
        cells: board.cells.map(|cell| cell > 0),
        seal: board.seal,
    }
}

#[tramline::query]
pub async fn pages(after: Page<Wrapper<u8>>) -> Page<Pair<String, Page<u64>>> {
    Page {
        items: Vec::new(),
        next: after.next,
    }
}

#[tramline::query]
pub async fn choose(either: Either<u8, Wrapper<String>>) -> Either<Tree, Forest> {
    match either {
        Either::Left(_) => Either::Left(Tree {
            name: String::new(),
            children: Vec::new(),
            parent: None,
        }),
        Either::Right { .. } => Either::Right {
            value: Forest(Vec::new()),
        },
    }
}

#[tramline::action]
pub async fn evaluate(expression: Expression, sorted: Sorted<u32>) -> Option<Expression> {
    (sorted.items.is_empty()).then_some(expression)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 4);
    }
}
