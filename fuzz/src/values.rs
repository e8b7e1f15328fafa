//! A value or two of each type, from which the seeds are made.

use std::collections::{BTreeMap, BTreeSet};

use crate::types::{Edge, Node, Ordered, Scalars, Settings, Tree, Unordered};

pub fn scalars() -> Scalars {
    Scalars {
        unsigned: (255, 65_535, u32::MAX, u64::MAX, u128::MAX),
        signed: (-128, 1, i32::MIN, i64::MIN, i128::MIN),
        single: f32::NAN,
        double: -0.0,
        flag: true,
        letter: '\u{10ffff}',
        unit: (),
        fixed: *b"abcd",
        several: [0, 1, 65_535],
    }
}

pub fn tree() -> Tree {
    let leaf = Tree::Pair(7, Some(Box::new(Tree::Name("größe 𝄞".to_owned()))));
    let either = Tree::Either(Box::new(Err(-1)));
    Tree::Branch {
        id: u64::MAX,
        children: vec![leaf, Tree::Leaf, Tree::Nothing {}, either],
    }
}

pub fn ordered() -> Ordered {
    Ordered {
        list: vec![None, Some(-1), Some(i32::MAX)],
        bytes: b"bytes".to_vec(),
        longs: vec![0, 127, 128, u64::MAX],
        doubles: vec![f64::INFINITY, 0.1, f64::MIN_POSITIVE],
        words: vec![String::new(), "two".to_owned()].into(),
        nested: Some(None),
        units: vec![(), ()],
        trees: vec![tree()],
    }
}

pub fn unordered() -> Unordered {
    Unordered {
        ordered: BTreeMap::from([("a".to_owned(), vec![1, 300]), (String::new(), vec![])]),
        hashed: [(1, ()), (2, ())].into(),
        keyed: BTreeMap::from([((1, Some('x')), Tree::Leaf), ((1, None), tree())]),
        ordered_set: BTreeSet::from([(0, 'a'), (0, 'b')]),
        hashed_set: [None, Some(3)].into(),
    }
}

pub fn node() -> Node {
    let two = Edge::Two(-0.0, b"two".to_vec());
    let named = Edge::Named { weight: 1e300 };
    let one = Edge::One(Box::new(Node::Settings(settings())));
    Node::Branch {
        id: 1 << 53,
        next: Some(Box::new(Node::Leaf)),
        edges: vec![Edge::None, one, two, named],
        tree: tree(),
    }
}

pub fn settings() -> Settings {
    Settings {
        name: "outer".to_owned(),
        limit: 3,
        tags: vec!["a".to_owned()],
        parent: None,
    }
}
