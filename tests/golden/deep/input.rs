//! Generic types in generic types, many levels deep.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

tramline::include_actions!();

#[derive(Serialize, Deserialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub next: Option<Cursor<T>>,
}

/// Says nothing of its parameter but passes it on.
#[derive(Serialize, Deserialize)]
pub struct Cursor<T> {
    pub after: Box<Tagged<Option<T>, u64>>,
}

#[derive(Serialize, Deserialize)]
pub struct Tagged<T, Tag = String> {
    pub tag: Tag,
    pub value: T,
}

#[derive(Serialize, Deserialize)]
pub enum Outcome<T, E> {
    Done(T),
    Failed { error: E, instead: Option<T> },
}

/// Swaps its parameters on the way down.
#[derive(Serialize, Deserialize)]
pub struct Swap<A, B> {
    pub first: A,
    pub rest: Option<Box<Swap<B, A>>>,
}

pub type Deep<T> = Outcome<Page<Tagged<Page<T>>>, Tagged<BTreeSet<Tagged2<T>>, (T, T)>>;

#[derive(Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tagged2<T>(pub T, pub Option<T>);

#[tramline::query]
pub async fn dive(start: Deep<u8>) -> BTreeMap<String, Deep<Vec<Option<String>>>> {
    let _: Deep<u8> = start;
    BTreeMap::new()
}

#[tramline::query]
pub async fn swap(one: Swap<u8, String>) -> Swap<String, u8> {
    Swap {
        first: one.first.to_string(),
        rest: None,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 2);
    }
}
