//! What is left out, what is `null` and what is a value: nothing that goes out can tell the first
//! from the others, so an action tells what it was called with.

use conformance_tests::patches::{Change, Move, Place, PlainChange};
use conformance_tests::seen;
use conformance_tests::types::Direction;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use serde::Serialize;
use tramline::Patch;

use crate::sample::Sample;
use crate::suite::{Suite, values};

/// Holds what an action was called with against the values that JavaScript called it with.
pub(crate) fn compare<T: Sample + Serialize>(action: &str, content_types: &[&str]) {
    let suite = Suite::new(&format!("patches_{action}"));
    let changes = values::<T>();
    let wires = content_types
        .iter()
        .map(|kind| kind.trim_start_matches("application/"));
    let wires: Vec<&str> = wires.collect();
    let name = format!("{action}.{}", wires.join("."));
    let text = serde_json::to_vec(&changes).unwrap();
    suite.write(&name, "patches", &text);
    suite.javascript("patches");
    for (content_type, wire) in content_types.iter().zip(&wires) {
        let (status, _) = suite.reply(
            &format!(".{action}"),
            content_type,
            &suite.read(action, wire),
        );
        assert_eq!(status, 200, "{action} in {wire}");
        let found = String::from_utf8(seen::last()).unwrap();
        assert!(found == format!("{changes:?}"), "{action} in {wire}");
    }
}

fn patch<T: Clone + std::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Patch<T>> {
    prop_oneof![
        Just(Patch::Absent),
        Just(Patch::Null),
        value.prop_map(Patch::Value),
    ]
    .boxed()
}

impl Sample for Change {
    fn sample() -> BoxedStrategy<Self> {
        let named = (
            any::<u32>(),
            patch(String::sample()),
            patch(any::<u16>()),
            patch(Vec::<Direction>::sample()),
        );
        (named, Option::<String>::sample(), patch(any::<bool>()))
            .prop_map(|((id, full_name, price, directions), note, done)| Change {
                id,
                full_name,
                price,
                directions,
                note,
                done,
            })
            .boxed()
    }
}

impl Sample for Place {
    fn sample() -> BoxedStrategy<Self> {
        (any::<i16>(), patch(String::sample()))
            .prop_map(|(x, label)| Place { x, label })
            .boxed()
    }
}

impl Sample for Move {
    fn sample() -> BoxedStrategy<Self> {
        patch(Place::sample()).prop_map(|to| Move { to }).boxed()
    }
}

impl Sample for PlainChange {
    fn sample() -> BoxedStrategy<Self> {
        (Change::sample(), patch(Place::sample().prop_map(Box::new)))
            .prop_map(|(change, place)| PlainChange { change, place })
            .boxed()
    }
}
