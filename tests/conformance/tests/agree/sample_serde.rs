//! Values of types with attributes, and of those that only plain JSON carries.

use std::collections::BTreeMap;

use conformance_tests::attributes::{Corner, Draft, Event, Message, Numbers, Proxied};
use conformance_tests::plain::{Figure, Flat, Labelled, Link, Loose, Looser, OddOmission, Place};
use conformance_tests::types::{Pair, Record};
use proptest::collection::vec;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use serde_json::Value;

use crate::sample::Sample;

impl Sample for Event {
    fn sample() -> BoxedStrategy<Self> {
        let moved = <((i32, u64), Option<String>)>::sample();
        let everything = (
            <(Vec<u8>, f64, f32)>::sample(),
            <(BTreeMap<String, i64>, char, Option<Option<bool>>)>::sample(),
        );
        prop_oneof![
            Just(Event::Opened),
            moved.prop_map(|(new_place, note)| Event::MovedTo { new_place, note }),
            Record::sample().prop_map(Event::Recorded),
            everything.prop_map(|((bytes, float, single), (counts, letter, nested))| {
                Event::Everything {
                    bytes,
                    float,
                    single,
                    counts,
                    letter,
                    nested,
                    unit: (),
                }
            }),
        ]
        .boxed()
    }
}

impl Sample for Message {
    fn sample() -> BoxedStrategy<Self> {
        let leaf = prop_oneof![
            Just(Message::Ping),
            Just(Message::Unit(())),
            Just(Message::Nested(None)),
            String::sample().prop_map(Message::Text),
            <(u8, i128)>::sample().prop_map(|(left, right)| Message::Pair(left, right)),
            <(u64, Vec<Event>)>::sample().prop_map(|(id, events)| Message::Body { id, events }),
        ];
        leaf.prop_recursive(3, 4, 1, |inner| {
            inner.prop_map(|inner| Message::Nested(Some(Box::new(inner))))
        })
        .boxed()
    }
}

impl Sample for Corner {
    fn sample() -> BoxedStrategy<Self> {
        <(i16, Option<u64>)>::sample()
            .prop_map(|(x, y)| Corner { x, cache: 0, y })
            .boxed()
    }
}

impl Sample for Draft {
    fn sample() -> BoxedStrategy<Self> {
        (
            <(String, Vec<String>, Option<i64>)>::sample(),
            <(u32, Corner, bool)>::sample(),
        )
            .prop_map(|((title, tags, due_by), (weight, pair, done))| Draft {
                title,
                tags,
                due_by,
                weight,
                pair,
                done,
            })
            .boxed()
    }
}

impl Sample for Numbers {
    fn sample() -> BoxedStrategy<Self> {
        const SAFE: i64 = (1 << 53) - 1;
        let id = prop_oneof![0..=SAFE as u64, Just(SAFE as u64), 0..10_u64];
        let offset = prop_oneof![-SAFE..=SAFE, Just(SAFE), Just(-SAFE), -9..9_i64];
        (
            id,
            vec(offset, 0..5),
            <(Vec<f64>, Vec<f32>, Vec<i16>)>::sample(),
            Vec::<u64>::sample(),
        )
            .prop_map(|(id, offsets, (doubles, singles, shorts), wide)| Numbers {
                id,
                offsets,
                doubles,
                singles,
                shorts,
                wide,
            })
            .boxed()
    }
}

impl Sample for Proxied {
    fn sample() -> BoxedStrategy<Self> {
        Pair::sample().prop_map(Into::into).boxed()
    }
}

/// What plain JSON can write.
fn finite() -> BoxedStrategy<f64> {
    prop_oneof![any::<f64>(), Just(0.0), Just(0.1), Just(f64::MAX)].boxed()
}

impl Sample for Loose {
    fn sample() -> BoxedStrategy<Self> {
        prop_oneof![
            bool::sample().prop_map(Loose::Flag),
            i64::sample().prop_map(Loose::Number),
            String::sample().prop_map(Loose::Text),
            <(u8, bool)>::sample().prop_map(|(number, flag)| Loose::Pair(number, flag)),
            (String::sample(), proptest::option::of(Link::sample())).prop_map(|(name, next)| {
                let next = next.map(Box::new);
                Loose::Named { name, next }
            }),
            vec(Looser::sample(), 0..3).prop_map(Loose::List),
        ]
        // A list of a small number and a flag is a pair, which is the first that fits.
        .prop_filter("reads back as itself", |value| {
            let text = serde_json::to_string(value).unwrap();
            serde_json::from_str::<Loose>(&text).unwrap() == *value
        })
        .boxed()
    }
}

impl Sample for Link {
    fn sample() -> BoxedStrategy<Self> {
        let chain = |numbers: Vec<i64>| {
            let last = Link {
                number: 0,
                next: None,
            };
            numbers.into_iter().fold(last, |next, number| {
                let next = Some(Box::new(next));
                Link { number, next }
            })
        };
        vec(i64::sample(), 0..4).prop_map(chain).boxed()
    }
}

impl Sample for Looser {
    fn sample() -> BoxedStrategy<Self> {
        prop_oneof![
            String::sample().prop_map(Looser::Word),
            vec(i32::sample(), 0..3).prop_map(Looser::Row),
            Link::sample().prop_map(Looser::Link),
        ]
        .boxed()
    }
}

impl Sample for Flat {
    fn sample() -> BoxedStrategy<Self> {
        let rest = proptest::collection::btree_map("[a-w_]{1,6}|__proto__", any::<i32>(), 0..4)
            .prop_filter("other names", |rest| !rest.contains_key("id"));
        (
            u64::sample(),
            finite(),
            proptest::option::of(any::<f32>()),
            rest,
        )
            .prop_map(|(id, x, y, rest)| Flat {
                id,
                corner: Place { x, y },
                rest,
            })
            .boxed()
    }
}

impl Sample for Labelled {
    fn sample() -> BoxedStrategy<Self> {
        (
            <(u64, i128, Vec<u8>)>::sample(),
            <(BTreeMap<u16, String>, char)>::sample(),
        )
            .prop_map(|((large, larger, bytes), (by_number, letter))| Labelled {
                large,
                larger,
                bytes,
                by_number,
                letter,
            })
            .boxed()
    }
}

impl Sample for Figure {
    fn sample() -> BoxedStrategy<Self> {
        let counts = BTreeMap::<String, u32>::sample()
            .prop_filter("another name", |counts| !counts.contains_key("type"));
        prop_oneof![
            Just(Figure::Point),
            finite().prop_map(|radius| Figure::Circle { radius }),
            counts.prop_map(Figure::Counts),
        ]
        .boxed()
    }
}

impl Sample for OddOmission {
    fn sample() -> BoxedStrategy<Self> {
        <(u32, String)>::sample()
            .prop_map(|(weight, name)| OddOmission { weight, name })
            .boxed()
    }
}

impl Sample for Value {
    fn sample() -> BoxedStrategy<Self> {
        let leaf = prop_oneof![
            Just(Value::Null),
            bool::sample().prop_map(Value::from),
            i64::sample().prop_map(Value::from),
            u64::sample().prop_map(Value::from),
            String::sample().prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 8, 3, |inner| {
            prop_oneof![
                vec(inner.clone(), 0..3).prop_map(Value::from),
                vec((String::sample(), inner), 0..3)
                    .prop_map(|entries| entries.into_iter().collect::<Value>()),
            ]
        })
        .boxed()
    }
}
