//! Actions.

use std::collections::BTreeMap as Ordered;

use tramline::{action as call, query};

use crate::renamed::deep::{self, Shown};
use crate::shapes::again::*;
use crate::types::{Outcome, inner};

type Id = u64;
type Named<T> = Ordered<String, T>;

#[call]
async fn count(points: inner::Points) -> Outcome<Points> {
    if points.is_empty() {
        return Err(crate::types::Failure::Failed);
    }
    Ok(Points {
        count: points.len(),
    })
}

#[query]
async fn find(id: Id, near: Point) -> Outcome<Named<Point>> {
    let _ = id;
    Ok(Ordered::from([("near".to_owned(), near)]))
}

#[query]
async fn show(shown: Shown, other: deep::Shown) -> self::inner::deep::Shown {
    let _ = other;
    shown
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 3);
    }
}
