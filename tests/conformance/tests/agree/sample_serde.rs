//! Values of types with attributes, and of those that only plain JSON carries.

use std::collections::BTreeMap;

use conformance_tests::attributes::{
    Colour, Corner, Draft, Event, Lamp, Message, Numbers, Proxied, Signal, TypedArrays,
};
use conformance_tests::faults::Told;
use conformance_tests::plain::{
    Figure, Flat, Labelled, Link, Loose, Looser, OddOmission, Place, PlainSignal,
};
use conformance_tests::types::{Expression, Pair, Record};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use serde_json::Value;

use crate::draw::structs;
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

/// What a `number` of JavaScript holds without a gap.
fn safe() -> impl Strategy<Value = i64> {
    const MOST: i64 = (1 << 53) - 1;
    prop_oneof![-MOST..=MOST, Just(MOST), Just(-MOST), -9..9_i64]
}

structs! {
    Numbers {
        id: from(safe().prop_map(i64::unsigned_abs)),
        offsets: from(vec(safe(), 0..5)),
        by_number: from(btree_map(
            safe().prop_map(|key| key.unsigned_abs() as usize),
            option::of(safe().prop_map(|value| value as isize)),
            0..4,
        )),
    }
    TypedArrays {
        i8s: any, i16s: any, u16s: any, i32s: any, u32s: any, i64s: any, u64s: any,
        isizes: any, usizes: any, f32s: any, f64s: any, between: any, more: any,
    }
    PlainSignal {
        lamp: any, signal: any,
    }
}

impl Sample for Signal {
    fn sample() -> BoxedStrategy<Self> {
        prop_oneof![
            Just(Signal::Go),
            <(Option<String>, u64)>::sample()
                .prop_map(|(reason, seconds)| Signal::Stop { reason, seconds }),
            Just(Signal::Unknown),
        ]
        .boxed()
    }
}

impl Sample for Lamp {
    fn sample() -> BoxedStrategy<Self> {
        prop_oneof![
            Just(Lamp::IsOff),
            u64::sample().prop_map(Lamp::IsOn),
            Just(Lamp::Unknown),
        ]
        .boxed()
    }
}

impl Sample for Colour {
    fn sample() -> BoxedStrategy<Self> {
        prop_oneof![
            Just(Colour::Red),
            Vec::<u8>::sample().prop_map(Colour::Mixed)
        ]
        .boxed()
    }
}

impl Sample for Told {
    fn sample() -> BoxedStrategy<Self> {
        let limited = (
            <(u64, f64, Vec<String>)>::sample(),
            Option::<Vec<u8>>::sample(),
        );
        prop_oneof![
            Just(Told::Missing),
            String::sample().prop_map(Told::Taken),
            <(i128, char)>::sample().prop_map(|(number, letter)| Told::Crossed(number, letter)),
            limited.prop_map(|((most, share, names), picture)| Told::Limited {
                most,
                share,
                names,
                picture,
            }),
            Just(Told::Busy),
            Option::<i64>::sample().prop_map(Told::Perhaps),
            <(Record, Expression)>::sample()
                .prop_map(|(r#type, expression)| Told::Broken { r#type, expression }),
        ]
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
            (String::sample(), option::of(Link::sample())).prop_map(|(name, next)| {
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
        let rest = btree_map("[a-w_]{1,6}|__proto__", any::<i32>(), 0..4)
            .prop_filter("other names", |rest| !rest.contains_key("id"));
        (u64::sample(), finite(), option::of(any::<f32>()), rest)
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
