//! Plain JSON, through serde_json.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Debug;
use std::thread;

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::sample::{Random, Sample, Wide};
use super::{Limits, cases};
use crate::wire::json::{decode, encode};

fn read<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, crate::wire::DecodeError> {
    decode(json.as_bytes(), Limits::DEFAULT)
}

fn same<T: Serialize + for<'de> Deserialize<'de> + PartialEq + Debug>(value: T, json: &str) {
    assert_eq!(encode(&value).unwrap(), json.as_bytes());
    assert_eq!(read(json), Ok(value));
}

fn refused<T: for<'de> Deserialize<'de>>(json: &str, message: &str) {
    match read::<T>(json) {
        Ok(_) => panic!("{json} is accepted"),
        Err(error) => assert_eq!(error.to_string(), message, "{json}"),
    }
}

const VALUE: &str = "a value is not one that its type allows";
const SYNTAX: &str = "the input is not JSON";
const TWICE: &str = "a map or set contains a key twice";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Paged<T> {
    #[serde(flatten)]
    page: Page,
    items: Vec<T>,
    #[serde(flatten)]
    more: BTreeMap<String, Value>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Page {
    number: u64,
    #[serde(default)]
    size: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Either {
    Number(u64),
    Text(String),
    List(Vec<Either>),
    Named { name: String },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is")]
enum Tree {
    Leaf,
    Next { next: Option<Box<Tree>> },
}

#[derive(Debug, PartialEq, Deserialize)]
struct Link(Option<Box<Link>>);

#[test]
fn types_that_postcard_cannot_carry() {
    let page = Page {
        number: u64::MAX,
        size: Some(i64::MIN),
    };
    let more = BTreeMap::from([("x".to_owned(), Value::Null)]);
    let json =
        r#"{"number":18446744073709551615,"size":-9223372036854775808,"items":["a"],"x":null}"#;
    same(
        Paged {
            page,
            items: vec!["a".to_owned()],
            more,
        },
        json,
    );
    let list = vec![
        Either::Number(1),
        Either::Text("b".into()),
        Either::List(vec![]),
    ];
    same(Either::List(list), r#"[1,"b",[]]"#);
    same(Either::Named { name: "n".into() }, r#"{"name":"n"}"#);
    same(u128::MAX, "340282366920938463463374607431768211455");
    same(i128::MIN, "-170141183460469231731687303715884105728");
    same(5e-324_f64, "5e-324");
    same(0.1_f32, "0.1");
    same(Some(vec![Some(true), None]), "[true,null]");
    same(HashMap::from([(7_u32, 'x')]), r#"{"7":"x"}"#);
    same(
        serde_json::json!({"a": [1, 2.5, "x", {"b": null}]}),
        r#"{"a":[1,2.5,"x",{"b":null}]}"#,
    );
}

#[test]
fn borrowed_text_without_a_copy() {
    assert_eq!(read::<(&str, &str)>(r#"["a","é"]"#), Ok(("a", "é")));
    refused::<(String,)>(r#"["a","b"]"#, VALUE);
    assert!(read::<&str>(r#""\n""#).is_err());
}

#[test]
fn text_that_is_refused() {
    refused::<u8>("", "the input ends too early");
    refused::<u8>("1 2", "the input continues after its value");
    refused::<u8>("256", VALUE);
    refused::<u8>("01", "the input continues after its value");
    refused::<f64>("1e400", VALUE);
    refused::<f64>("NaN", SYNTAX);
    refused::<Vec<u8>>("[1,]", SYNTAX);
    refused::<String>(r#""\ud800""#, SYNTAX);
    for json in [r#"{"a":1,"a":1}"#, r#"{"a":1,"b":2,"\u0061":1}"#] {
        refused::<BTreeMap<String, u8>>(json, TWICE);
        refused::<Value>(json, TWICE);
        refused::<Vec<Value>>(&format!("[0,{json}]"), TWICE);
        refused::<Page>(
            &format!(r#"{{"number":1,"unknown":{{"x":{json}}}}}"#),
            TWICE,
        );
    }
    let names: String = (0..40)
        .map(|index| format!(r#""{}":0,"#, index % 39))
        .collect();
    refused::<Value>(&format!(r#"{{{names}"":0}}"#), TWICE);
    assert!(read::<Value>(r#"{"a":{"a":1},"b":[{"a":1},{"a":1}]}"#).is_ok());
}

#[test]
fn numbers_that_json_has_not() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(encode(&value).is_err());
        assert!(encode(&Some(value as f32)).is_err());
        assert!(encode(&vec![(1, value)]).is_err());
        assert!(encode(&BTreeMap::from([("x", [value])])).is_err());
        assert!(encode(&Ok::<f64, ()>(value)).is_err());
    }
    let error = encode(&f32::NAN).unwrap_err().to_string();
    assert!(error.ends_with("a number is infinite or NaN, which JSON has no number for"));
    assert!(encode(&BTreeMap::from([((1, 2), 3)])).is_err());
    assert_eq!(encode(&-0.0_f64).unwrap(), b"-0.0");
}

/// On a stack as small as a runtime's threads have.
fn check<T: for<'de> Deserialize<'de>>(json: String, code: &'static str) {
    let read = move || match read::<T>(&json) {
        Ok(_) => panic!("it is accepted"),
        Err(error) => assert_eq!(error.code(), code, "{error}"),
    };
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(read);
    thread.unwrap().join().unwrap();
}

#[test]
fn more_than_is_allowed() {
    let many = if cfg!(miri) { 200 } else { 1 << 18 };
    check::<Value>("[".repeat(many), "too_deep");
    check::<Value>("{\"a\":".repeat(many), "too_deep");
    let nested = |count| ["[".repeat(count), "]".repeat(count)].concat();
    check::<Value>(nested(129), "too_deep");
    assert!(read::<Value>(&nested(127)).is_ok());
    check::<Either>(nested(100), "too_deep");
    assert!(read::<Either>(&nested(60)).is_ok());
    let next = |count| {
        [
            r#"{"is":"Next","next":"#.repeat(count),
            "null".into(),
            "}".repeat(count),
        ]
        .concat()
    };
    check::<Tree>(next(100), "too_deep");
    assert!(read::<Tree>(&next(60)).is_ok());
    assert_eq!(read("null"), Ok(Link(None)));
    if cfg!(miri) {
        return;
    }
    let list = |element: &str| format!("[{}0]", element.repeat(1 << 17));
    check::<Vec<[Option<[u64; 32]>; 1]>>(list("[null],"), "decode_budget");
    check::<Vec<Vec<Option<[u64; 32]>>>>(list("[null],"), "decode_budget");
    check::<Vec<BTreeMap<String, [u64; 8]>>>(list("{},"), "malformed");
    let members: String = (0..1 << 17)
        .map(|index| format!("\"{index}\":null,"))
        .collect();
    check::<HashMap<u32, Option<[u64; 32]>>>(format!("{{{members}\"\":0}}"), "decode_budget");
    let numbers: String = (0..1 << 18).map(|index| format!("{index},")).collect();
    check::<Vec<Value>>(format!("[{}0]", numbers.repeat(5)), "decode_budget");
    assert_eq!(
        read::<BTreeSet<u32>>(&format!("[{numbers}0]"))
            .unwrap()
            .len(),
        1 << 18
    );
    assert_eq!(read::<HashSet<u8>>("[1,2]").unwrap().len(), 2);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_is_encoded_decodes(seed in any::<u64>()) {
        let random = &mut Random::new(seed);
        let value = BTreeMap::<String, Vec<(i64, u128, bool, Option<char>)>>::from([(
            String::sample(random),
            vec![(Sample::sample(random), Sample::sample(random), true, Sample::sample(random))],
        )]);
        let json = encode(&value).unwrap();
        prop_assert_eq!(&json, &serde_json::to_vec(&value).unwrap());
        prop_assert_eq!(decode(&json, Limits::DEFAULT), Ok(value));
        let float = f64::from_bits(random.next());
        if float.is_finite() {
            prop_assert_eq!(decode(&encode(&float).unwrap(), Limits::DEFAULT), Ok(float));
        }
    }

    #[test]
    fn whatever_is_accepted_serde_json_accepts(
        json in r#"([\[\]{},:"]|null|true|1|-0\.5e3|"\\[nu]0041"|"[a-b]"| ){0,16}"#,
    ) {
        let ours = read::<Value>(&json).ok();
        let theirs = serde_json::from_str::<Value>(&json).ok();
        prop_assert!(ours.is_none() || ours == theirs, "{:?}", json);
        // Only names that repeat are refused beyond what serde_json refuses.
        let repeats = read::<Value>(&json).map_err(|error| error.to_string()) == Err(TWICE.into());
        prop_assert!(repeats || ours == theirs, "{:?}", json);
        let _ = read::<Wide>(&json);
        let _ = read::<Paged<Tree>>(&json);
        let _ = read::<Either>(&json);
    }
}
