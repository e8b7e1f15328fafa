//! Values of every form, as they are.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::document::{request, response};
use crate::forms::{
    Adjacent, Attributed, Choice, Disguised, External, Flattened, Foreign, Id, Inner, Internal,
    Kind, Made, Mixed, Open, Percent, Perhaps, Point, Scalars, Told, Untagged, Wrapped,
};

/// Every sample with the path of its echo.
pub(super) fn samples() -> Vec<(&'static str, Value)> {
    let mut samples = Vec::new();
    samples.extend(both("/v1/scalars", scalars()));
    samples.extend(both("/v1/made", made()));
    samples.extend(both("/v1/foreign", foreign()));
    samples.extend(both("/v1/told", told()));
    samples.extend(both("/v1/flattened", flattened()));
    samples.extend(both("/v1/open", open()));
    samples.extend(both("/v1/attributed", attributed()));
    samples.extend(both("/v1/disguised", disguised()));
    samples
}

fn both<T: Serialize>(path: &'static str, values: Vec<T>) -> Vec<(&'static str, Value)> {
    // By way of text, in which a number has the digits that it needs.
    let json = |value: &T| {
        let text = serde_json::to_string(value).expect("samples are JSON");
        serde_json::from_str(&text).expect("it was just written")
    };
    values.iter().map(|value| (path, json(value))).collect()
}

#[test]
fn what_serde_writes_is_what_the_document_says() {
    for (path, value) in samples() {
        let validator = response(path);
        let wrong: Vec<String> = validator
            .iter_errors(&value)
            .map(|one| one.to_string())
            .collect();
        assert!(wrong.is_empty(), "{path}: {value}\n{}", wrong.join("\n"));
    }
}

#[test]
fn what_serde_writes_may_be_sent_back() {
    for (path, value) in samples() {
        let validator = request(path);
        let wrong: Vec<String> = validator
            .iter_errors(&value)
            .map(|one| one.to_string())
            .collect();
        assert!(wrong.is_empty(), "{path}: {value}\n{}", wrong.join("\n"));
        assert!(reads(path, &value), "{path}: {value}");
    }
}

/// Whether serde reads a value as what the echo at a path takes.
pub(super) fn reads(path: &str, value: &Value) -> bool {
    fn as_one<T: DeserializeOwned>(value: &Value) -> bool {
        // As the server does it: from text.
        serde_json::from_str::<T>(&value.to_string()).is_ok()
    }
    match path {
        "/v1/scalars" => as_one::<Scalars>(value),
        "/v1/made" => as_one::<Made>(value),
        "/v1/foreign" => as_one::<Foreign>(value),
        "/v1/told" => as_one::<Told>(value),
        "/v1/flattened" => as_one::<Flattened>(value),
        "/v1/open" => as_one::<Open>(value),
        "/v1/attributed" => as_one::<Attributed>(value),
        "/v1/disguised" => as_one::<Disguised>(value),
        path => panic!("nothing echoes at {path}"),
    }
}

fn scalars() -> Vec<Scalars> {
    let least = Scalars {
        boolean: false,
        tiny: 0,
        small: i16::MIN,
        medium: 0,
        large: 0,
        negative: i64::MIN,
        huge: 0,
        single: f32::MIN,
        double: f64::MIN,
        letter: '\0',
        text: String::new(),
        nothing: (),
    };
    let most = Scalars {
        boolean: true,
        tiny: u8::MAX,
        small: i16::MAX,
        medium: u32::MAX,
        large: u64::MAX,
        negative: i64::MAX,
        huge: u128::from(u64::MAX),
        single: f32::MAX,
        double: f64::MIN_POSITIVE,
        letter: '🦀',
        text: "a\n\"ü".to_owned(),
        nothing: (),
    };
    vec![least, most]
}

fn made() -> Vec<Made> {
    let empty = Made {
        list: Vec::new(),
        set: [].into(),
        array: [0, 1, u16::MAX],
        pair: (false, String::new()),
        bytes: Vec::new(),
        fixed: [0, 255],
        by_name: BTreeMap::new(),
        by_number: BTreeMap::new(),
        by_kind: BTreeMap::new(),
        maybe: None,
        boxed: Box::new(Kind::Usual),
    };
    let full = Made {
        list: vec!["a".to_owned(), String::new()],
        set: [1, 2].into(),
        array: [1, 1, 1],
        pair: (true, "b".to_owned()),
        bytes: vec![0, 255],
        fixed: [7, 7],
        by_name: [(String::new(), None), ("a".to_owned(), Some(true))].into(),
        by_number: [(i32::MIN, true), (0, false), (7, false)].into(),
        by_kind: [(Kind::Usual, true), (Kind::RatherRare, false)].into(),
        maybe: Some(7),
        boxed: Box::new(Kind::RatherRare),
    };
    vec![empty, full]
}

fn foreign() -> Vec<Foreign> {
    let moment = chrono::DateTime::from_timestamp(1_700_000_000, 5_000_000).expect("in range");
    let offset = chrono::FixedOffset::east_opt(-3600).expect("an hour is less than a day");
    let one = Foreign {
        id: uuid::Uuid::from_u128(7),
        day: moment.date_naive(),
        time: moment.time(),
        moment,
        zoned: moment.with_timezone(&offset),
        milliseconds: moment,
        link: "https://example.com/a?b=c#d".parse().expect("a URL"),
        address: "2001:db8::7".parse().expect("an address"),
        older: "203.0.113.7".parse().expect("an address"),
        took: Duration::new(7, 999_999_999),
        since: SystemTime::UNIX_EPOCH + Duration::from_millis(7),
        range: 3..7,
        anything: json!({ "a": [1, null, "b"] }),
    };
    let other = Foreign {
        address: "203.0.113.7".parse().expect("an address"),
        anything: Value::Null,
        ..foreign_again(&one)
    };
    vec![one, other]
}

fn foreign_again(one: &Foreign) -> Foreign {
    let text = serde_json::to_string(one).expect("a sample is JSON");
    serde_json::from_str(&text).expect("what serde writes it reads")
}

fn inner() -> Inner {
    Inner {
        depth: 0,
        next: Some(Box::new(Inner {
            depth: 1,
            next: None,
        })),
    }
}

fn told() -> Vec<Told> {
    vec![Told {
        external: vec![
            External::Nothing,
            External::Empty {},
            External::Value(7),
            External::Pair(7, "a".to_owned()),
            External::Fields { a: true, b: None },
            External::Fields {
                a: true,
                b: Some(false),
            },
        ],
        internal: vec![
            Internal::Nothing,
            Internal::InnerStruct(inner()),
            Internal::Map([("a".to_owned(), true)].into()),
            Internal::Fields { a: true, b: None },
        ],
        adjacent: vec![
            Adjacent::Nothing,
            Adjacent::Value(inner()),
            Adjacent::Pair(7, "a".to_owned()),
            Adjacent::Fields { a: true },
        ],
        untagged: vec![
            Untagged::Number(7),
            Untagged::Text("a".to_owned()),
            Untagged::Fields { a: true },
        ],
        mixed: vec![Mixed::One, Mixed::Two(7), Mixed::Other(true)],
    }]
}

fn flattened() -> Vec<Flattened> {
    let left = Flattened {
        id: 7,
        inner: inner(),
        choice: Choice::Left { left: true },
        perhaps: None,
    };
    let right = Flattened {
        id: 7,
        inner: inner(),
        choice: Choice::Right { right: true },
        perhaps: Some(Perhaps { perhaps: true }),
    };
    vec![left, right]
}

fn open() -> Vec<Open> {
    let rest = [("a".to_owned(), true), ("b".to_owned(), false)];
    vec![
        Open {
            id: 7,
            rest: BTreeMap::new(),
        },
        Open {
            id: 7,
            rest: rest.into(),
        },
    ]
}

fn attributed() -> Vec<Attributed> {
    let most = Attributed {
        two_words: true,
        renamed: true,
        list: vec![true],
        maybe: Some(true),
        nullable: Some(true),
        never: 7,
        seven: 8,
    };
    let least = Attributed {
        list: Vec::new(),
        maybe: None,
        nullable: None,
        ..attributed_again(&most)
    };
    vec![most, least]
}

fn attributed_again(one: &Attributed) -> Attributed {
    let text = serde_json::to_string(one).expect("a sample is JSON");
    serde_json::from_str(&text).expect("what serde writes it reads")
}

fn disguised() -> Vec<Disguised> {
    let percent = Percent::try_from(7).expect("less than everything");
    vec![Disguised {
        id: Id(7),
        names: Wrapped {
            content: Some("a".to_owned()),
        },
        numbers: Wrapped { content: None },
        percent,
        point: Point(0.5, -1e300),
    }]
}
