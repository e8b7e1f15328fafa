//! What the actions were really called with, whatever it travelled as.

use std::any::Any;
use std::cell::RefCell;
use std::fmt::Debug;

use serde::Serialize;

thread_local! {
    static LAST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static GIVEN: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Keeps a copy of `value` as postcard, and returns it.
pub(crate) fn seen<T: Serialize>(value: T) -> T {
    let bytes = postcard::to_stdvec(&value).unwrap_or_default();
    LAST.set(bytes);
    value
}

/// The same as plain JSON, for what postcard cannot carry.
pub(crate) fn seen_plainly<T: Serialize>(value: T) -> T {
    let text = serde_json::to_vec(&value).unwrap_or_default();
    LAST.set(text);
    value
}

/// Keeps how `values` look to people in Rust, and says how many there are.
pub(crate) fn told<T: Debug>(values: &[T]) -> u32 {
    LAST.set(format!("{values:?}").into_bytes());
    values.len() as u32
}

/// Has the next call on this thread that asks for values answer with these.
pub fn give<T: 'static>(values: Vec<T>) {
    GIVEN.set(Some(Box::new(values)));
}

/// The values that were given last.
pub(crate) fn given<T: 'static>() -> Vec<T> {
    let given = GIVEN.take().and_then(|given| given.downcast().ok());
    given.map_or_else(Vec::new, |values| *values)
}

/// What the last call on this thread was called with.
pub fn last() -> Vec<u8> {
    LAST.take()
}
