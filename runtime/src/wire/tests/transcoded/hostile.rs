//! JSON made to exhaust the process.

use std::thread;

use super::super::sample::Tree;
use super::{Limits, shape_of, to_json, to_postcard};
use crate::wire::shape::Shape;

/// On a stack as small as a runtime's threads have.
fn hostile(shape: &'static Shape, json: Vec<u8>, code: &'static str) {
    let read = move || {
        let error = to_postcard(&json, shape, Limits::DEFAULT).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
    };
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(read);
    thread.unwrap().join().unwrap();
}

#[test]
fn more_than_is_allowed() {
    let many = if cfg!(miri) { 200 } else { 1 << 20 };
    let tree = shape_of::<Tree>();
    hostile(tree, vec![b'['; many], "too_deep");
    hostile(tree, b"{\"a\":".repeat(many), "too_deep");
    hostile(
        tree,
        br#"{"is":"More","children":["#.repeat(many),
        "too_deep",
    );
    hostile(
        tree,
        [vec![b'['; 129], vec![b']'; 129]].concat(),
        "too_deep",
    );
    hostile(
        tree,
        [vec![b'['; 128], vec![b']'; 128]].concat(),
        "malformed",
    );
    if cfg!(not(miri)) {
        static NOTHING: Shape = Shape::List(&Shape::Array(&Shape::Unit, 1 << 40));
        assert_eq!(to_json(&[1], &NOTHING).unwrap_err().code(), "decode_budget");
        hostile(
            tree,
            [b"[".as_slice(), &b"0,".repeat(1 << 21)].concat(),
            "decode_budget",
        );
        hostile(
            tree,
            [b"[".as_slice(), &b"[0],".repeat(1 << 19)].concat(),
            "decode_budget",
        );
        hostile(
            tree,
            [b"[".as_slice(), &b"{\"\":0},".repeat(1 << 18)].concat(),
            "decode_budget",
        );
    }
    static NAMES: Shape = Shape::Named(&NAMES);
    hostile(&NAMES, b"null".to_vec(), "too_deep");
    assert_eq!(to_json(&[], &NAMES).unwrap_err().code(), "too_deep");
    let deep = [b"\x04Next\x01".repeat(200), b"\x04Next\0".to_vec()].concat();
    assert_eq!(to_json(&deep, tree).unwrap_err().code(), "too_deep");
}
