//! Lossless JSON and postcard.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, SocketAddr};
use std::thread;

use proptest::prelude::*;

use super::sample::{
    Adjacent, Defaults, Event, External, Outer, Page, Post, Random, Sample, Sparse, Strict, Tree,
    Wide, each_sample,
};
use super::shaped::shape_of;
use super::{Limits, encode};
use crate::wire::shape::Shape;
use crate::wire::transcode::{to_json, to_postcard};
use crate::wire::{DecodeError, decode_shaped};

fn to_bytes<T: Sample>(json: &[u8]) -> Result<Vec<u8>, DecodeError> {
    to_postcard(json, shape_of::<T>(), Limits::DEFAULT)
}

fn print<T: Sample>(value: &T) -> String {
    let json = to_json(&encode(value).unwrap(), shape_of::<T>()).unwrap();
    String::from_utf8(json).unwrap()
}

fn read<T: Sample>(json: &str) -> Result<T, DecodeError> {
    let bytes = to_bytes::<T>(json.as_bytes())?;
    Ok(decode_shaped(&bytes, shape_of::<T>(), Limits::DEFAULT).unwrap())
}

/// JSON is printed so, and read.
fn same<T: Sample>(value: T, json: &str) {
    assert_eq!(print(&value), json);
    accepted(json, value);
}

/// JSON is read so.
fn accepted<T: Sample>(json: &str, value: T) {
    assert_eq!(read(json), Ok(value), "{json}");
}

fn refused<T: Sample>(json: &str, message: &str) {
    let error = read::<T>(json).unwrap_err();
    assert_eq!(error.to_string(), message, "{json}");
    assert_eq!(error.code(), "malformed");
}

const VALUE: &str = "a value is not one that its type allows";
const RANGE: &str = "a number is out of its type's range";
const SYNTAX: &str = "the input is not JSON";
const END: &str = "the input ends too early";
const TWICE: &str = "a map or set contains a key twice";
const MISSING: &str = "a member that is required is missing";
const UNKNOWN: &str = "a member is unknown";
const LENGTH: &str = "a list is not as long as its type";
const BASE64: &str = "bytes are not written in base64";

fn check_lossless<T: Sample>(seed: u64) {
    let value = T::sample(&mut Random::new(seed));
    let bytes = encode(&value).unwrap();
    let json = to_json(&bytes, shape_of::<T>()).unwrap();
    let back = to_bytes::<T>(&json);
    let text = String::from_utf8(json).unwrap();
    assert_eq!(back, Ok(bytes), "{value:?} as {text}");
    // Whoever else reads JSON reads this.
    if let Err(error) = serde_json::from_str::<serde_json::Value>(&text) {
        panic!("{error} in {text}");
    }
}

fn check_broken<T: Sample>(seed: u64) {
    let random = &mut Random::new(seed);
    let value = T::sample(random);
    let mut json = print(&value).into_bytes();
    for end in 0..json.len().min(100) {
        let cut = to_bytes::<T>(&json[..end]);
        assert!(
            cut.is_err()
                || json[..end]
                    .iter()
                    .all(|byte| b"-0123456789.e".contains(byte))
        );
    }
    for _ in 0..=random.below(4) {
        let index = random.below(json.len());
        let any = random.next() as u8;
        json[index] = random.pick(&[b'"', b'[', b']', b'{', b'}', b',', b':', b'0', b'-', any]);
    }
    let accepted = to_bytes::<T>(&json).is_ok();
    let is_json = serde_json::from_slice::<serde::de::IgnoredAny>(&json).is_ok();
    assert!(is_json || !accepted, "{:?}", String::from_utf8_lossy(&json));

    let mut bytes = encode(&value).unwrap();
    if !bytes.is_empty() {
        let index = random.below(bytes.len());
        bytes[index] = random.pick(&[0, 1, 2, 0x80, 0xff]);
    }
    let _ = to_json(&bytes, shape_of::<T>());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(miri) { 1 } else { 64 }))]

    #[test]
    fn what_is_printed_reads_back(seed in any::<u64>()) {
        macro_rules! check {
            ($($ty:ty,)*) => { $(check_lossless::<$ty>(seed);)* };
        }
        each_sample!(check);
    }

    #[test]
    fn what_is_broken_does_no_harm(seed in any::<u64>()) {
        macro_rules! check {
            ($($ty:ty,)*) => { $(check_broken::<$ty>(seed);)* };
        }
        each_sample!(check);
    }

    #[test]
    fn what_is_random_does_no_harm(
        bytes in proptest::collection::vec(prop_oneof![0_u8..4, any::<u8>()], 0..64),
        json in r#"([\[\]{},:"]|null|true|1|-0\.5e3|"\\[nu]0041"|[a-z]| ){0,24}"#,
    ) {
        macro_rules! check {
            ($($ty:ty,)*) => {$(
                let _ = to_json(&bytes, shape_of::<$ty>());
                let _ = to_bytes::<$ty>(&bytes);
                let _ = to_bytes::<$ty>(json.as_bytes());
            )*};
        }
        each_sample!(check);
    }
}

#[test]
fn numbers() {
    same(255_u8, "255");
    same(-128_i8, "-128");
    same(u16::MAX, "65535");
    same(u32::MAX, "4294967295");
    same(i32::MIN, "-2147483648");
    same(u64::MAX, "\"18446744073709551615\"");
    same(i64::MIN, "\"-9223372036854775808\"");
    same(u128::MAX, "\"340282366920938463463374607431768211455\"");
    same(i128::MIN, "\"-170141183460469231731687303715884105728\"");
    same(0_u64, "\"0\"");
    accepted(" 7 ", 7_u8);
    for json in ["256", "-1", "1.0", "1e1", "0.5"] {
        refused::<u8>(json, RANGE);
    }
    for json in ["\"1\"", "null", "true", "[1]", "-0"] {
        refused::<i8>(json, VALUE);
    }
    for json in [
        "1", "\"\"", "\"-\"", "\"+1\"", "\"01\"", "\"-0\"", "\"-01\"", "\" 1\"", "\"1.0\"",
        "\"1e3\"", "\"0x1\"", "\"٣\"",
    ] {
        refused::<i64>(json, VALUE);
        refused::<i128>(json, VALUE);
    }
    refused::<u64>("\"-1\"", RANGE);
    refused::<u64>("\"18446744073709551616\"", RANGE);
    refused::<i64>("\"9223372036854775808\"", RANGE);
    for json in [
        "01", "+1", "1.", ".5", "1e", "1e+", "--1", "0x1", "1_0", "NaN", "-", "Infinity",
    ] {
        assert!(read::<f64>(json).is_err(), "{json}");
    }
}

#[test]
fn floats() {
    same(1.0_f64, "1.0");
    same(0.1_f64, "0.1");
    same(0.1_f32, "0.10000000149011612");
    same(f64::MAX, "1.7976931348623157e308");
    same(5e-324_f64, "5e-324");
    same(f32::MAX, "3.4028234663852886e38");
    same(f64::INFINITY, "\"Infinity\"");
    same(f32::NEG_INFINITY, "\"-Infinity\"");
    assert_eq!(print(&f64::NAN), "\"NaN\"");
    assert!(read::<f32>("\"NaN\"").unwrap().is_nan());
    for json in ["-0", "-0.0", "\"-0\"", "-0e5"] {
        assert_eq!(read::<f64>(json).unwrap().to_bits(), (-0.0_f64).to_bits());
        assert_eq!(read::<f32>(json).unwrap().to_bits(), (-0.0_f32).to_bits());
    }
    assert_eq!(print(&-0.0_f32), "-0.0");
    accepted("1", 1.0_f64);
    accepted("9007199254740993", 9_007_199_254_740_992.0_f64);
    accepted("18446744073709551616", 18_446_744_073_709_551_616.0_f64);
    refused::<f64>("1e309", RANGE);
    refused::<f32>("1e39", RANGE);
    for json in ["\"1\"", "\"nan\"", "\"+Infinity\"", "\"0\"", "null"] {
        refused::<f64>(json, VALUE);
    }
}

#[test]
fn text() {
    same('é', "\"é\"");
    same('"', r#""\"""#);
    same(
        "\0\n\r\t\\/\u{7f}\u{2028}🚋".to_owned(),
        "\"\\u0000\\n\\r\\t\\\\/\u{7f}\u{2028}🚋\"",
    );
    same(String::new(), "\"\"");
    accepted(r#""\u00e9\uD83D\uDE8B\b\f\/""#, "é🚋\u{8}\u{c}/".to_owned());
    refused::<char>("\"\"", "a character is not exactly one character");
    refused::<char>("\"ab\"", "a character is not exactly one character");
    for json in [
        r#""\ud800""#,
        r#""\ud800\u0041""#,
        r#""\udc00""#,
        r#""\x41""#,
        r#""\u12""#,
        r#""\u+123""#,
        "\"\n\"",
        "'a'",
        "\"a\\u00é\"",
    ] {
        refused::<String>(json, SYNTAX);
    }
    for json in ["", " ", "\"", "\"a", r#""\"#, r#""\""#] {
        refused::<String>(json, END);
    }
    refused::<String>("\"a\" \"b\"", "the input continues after its value");
    refused::<String>("nul", SYNTAX);
    assert_eq!(
        to_bytes::<String>(b"\"\xff\"").unwrap_err().to_string(),
        "a string is not UTF-8"
    );
}

#[test]
fn bytes() {
    same(Vec::<u8>::new(), "\"\"");
    same(b"f".to_vec(), "\"Zg==\"");
    same(b"fo".to_vec(), "\"Zm8=\"");
    same(b"foo".to_vec(), "\"Zm9v\"");
    same(vec![0xfb_u8, 0xff, 0xfe], "\"+//+\"");
    same(*b"abcd", "\"YWJjZA==\"");
    for json in [
        "\"Zg\"",
        "\"Zg=\"",
        "\"Zh==\"",
        "\"Z===\"",
        "\"====\"",
        "\"Zg= \"",
        "\"-_==\"",
        "\"Zg==Zg==\"",
        "\"Zm9=\"",
    ] {
        refused::<Vec<u8>>(json, BASE64);
    }
    refused::<Vec<u8>>("[1]", VALUE);
    refused::<[u8; 4]>("\"Zg==\"", LENGTH);
}

#[test]
fn options() {
    same(None::<u8>, "null");
    same(Some(7_u8), "7");
    same(None::<Option<bool>>, "null");
    same(Some(None::<bool>), "[null]");
    same(Some(Some(true)), "[true]");
    same(Some(()), "[null]");
    same(Some(Some(Some(1_u8))), "[[1]]");
    same((), "null");
    refused::<Option<Option<bool>>>("true", VALUE);
    refused::<Option<()>>("[]", LENGTH);
    refused::<Option<()>>("[null,null]", LENGTH);
    refused::<Option<u8>>("[1]", VALUE);
}

#[test]
fn collections() {
    same(vec![1_u16, 2], "[1,2]");
    same((1_u64, "a".to_owned(), 0.5_f32), "[\"1\",\"a\",0.5]");
    same(["a".to_owned(), String::new()], "[\"a\",\"\"]");
    same(BTreeSet::from([-1_i64, 1]), "[\"-1\",\"1\"]");
    same(
        BTreeMap::from([("k\"".to_owned(), 1_u64)]),
        r#"{"k\"":"1"}"#,
    );
    same(BTreeMap::from([(1_u32, "a".to_owned())]), r#"[[1,"a"]]"#);
    accepted("[ ]", Vec::<u16>::new());
    accepted(" { } ", BTreeMap::<String, u64>::new());
    refused::<BTreeSet<i64>>("[\"1\",\"1\"]", TWICE);
    refused::<BTreeMap<String, u64>>(r#"{"a":"1","\u0061":"2"}"#, TWICE);
    refused::<BTreeMap<u32, String>>(r#"[[1,"a"],[1,"b"]]"#, TWICE);
    refused::<BTreeMap<u32, String>>(r#"{"1":"a"}"#, VALUE);
    refused::<BTreeMap<u32, String>>("[[1]]", VALUE);
    refused::<BTreeMap<String, u64>>("[]", VALUE);
    refused::<(u64,)>("[]", LENGTH);
    refused::<[String; 2]>("[\"a\"]", LENGTH);
    for json in [
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "{\"a\"}",
        "{a:1}",
        "{\"a\":1,}",
        "{,}",
    ] {
        refused::<Vec<u16>>(json, SYNTAX);
    }
    for json in ["[", "[1", "[1,", "{\"a\"", "{\"a\":", "{\"a\":1"] {
        refused::<Vec<u16>>(json, END);
    }
}

#[test]
fn structs() {
    let post = |id, title: &str| Post::new(id, title);
    accepted(r#"{"postId":"1","title":"t"}"#, post(1, "t"));
    accepted(
        r#"{"name":"t","extra":{"a":[1,{}]},"postId":"1","published":false}"#,
        post(1, "t"),
    );
    accepted(
        r#"{"postId":"1","heading":"t","tags":[],"initial letter":null}"#,
        post(1, "t"),
    );
    refused::<Post>(r#"{"postId":"1"}"#, MISSING);
    refused::<Post>(r#"{"postId":"1","title":"a","name":"b"}"#, TWICE);
    refused::<Post>(r#"{"postId":"1","title":"a","title":"a"}"#, TWICE);
    refused::<Post>(r#"{"postId":"1","title":"a","x":1,"x":2}"#, TWICE);
    refused::<Post>(r#"{"postId":"1","title":"a","tags":null}"#, VALUE);
    refused::<Post>("[\"1\",\"t\"]", VALUE);
    refused::<Strict>(r#"{"a":1,"nothing":null,"c":0}"#, UNKNOWN);
    refused::<Strict>(r#"{"a":1}"#, MISSING);
    accepted(r#"{"b":1,"nothing":null}"#, Strict::new(1));
    accepted(
        "{}",
        Defaults {
            number: 7,
            ..Defaults::default()
        },
    );
    accepted(
        r#"{"n":5,"nothing":null}"#,
        Defaults {
            number: 5,
            ..Defaults::default()
        },
    );
    // So many members that they are sorted.
    let many: String = (0..100).map(|index| format!(r#""x{index}":0,"#)).collect();
    accepted(
        &format!(r#"{{{many}"name":"t","postId":"1"}}"#),
        post(1, "t"),
    );
}

#[test]
fn enums() {
    same(External::Unit, "\"Unit\"");
    same(External::Newtype("x".into()), r#"{"new type":"x"}"#);
    same(External::Tuple(1, None), r#"{"Tuple":[1,null]}"#);
    same(
        External::Struct {
            id: 1,
            list: vec![true],
        },
        r#"{"Struct":{"id":"1","list":[true]}}"#,
    );
    same(External::Empty {}, r#"{"Empty":{}}"#);
    same(External::Nothing(()), r#"{"Nothing":null}"#);
    accepted(r#"{"nt":"x"}"#, External::Newtype("x".into()));
    accepted(
        r#"{"Struct":{"id":"1"}}"#,
        External::Struct {
            id: 1,
            list: vec![],
        },
    );
    for json in [
        r#"{"Unit":null}"#,
        "\"Nothing\"",
        "\"Other\"",
        "{}",
        r#"{"Unit":1,"Empty":{}}"#,
        "0",
        "null",
    ] {
        refused::<External>(json, VALUE);
    }
    same(Event::Started, r#"{"type":"started"}"#);
    same(Event::Empty {}, r#"{"type":"empty"}"#);
    same(
        Event::Created {
            id: 1,
            note: None,
            maybe: Some(None),
        },
        r#"{"type":"created","id":"1","note":null,"maybe":[null]}"#,
    );
    accepted(
        r#"{"id":"1","type":"made"}"#,
        Event::Created {
            id: 1,
            note: None,
            maybe: None,
        },
    );
    accepted(r#"{"type":"new kind","x":1}"#, Event::Unknown);
    refused::<Event>(r#"{"id":"1"}"#, MISSING);
    refused::<Event>(r#"{"type":1}"#, VALUE);
    refused::<Event>("\"started\"", VALUE);
    refused::<Tree>(r#"{"is":"Other"}"#, VALUE);
    same(Adjacent::Unit, r#"{"t":"Unit"}"#);
    same(Adjacent::Option(Some(1)), r#"{"t":"Option","c":1}"#);
    same(
        Adjacent::Tuple(1, External::Unit),
        r#"{"t":"Tuple","c":["1","Unit"]}"#,
    );
    same(Adjacent::List(vec![]), r#"{"t":"List","c":[]}"#);
    accepted(r#"{"c":null,"t":"Unit","x":0}"#, Adjacent::Unit);
    accepted(r#"{"t":"Option"}"#, Adjacent::Option(None));
    accepted(r#"{"t":"new kind","c":1}"#, Adjacent::Unknown);
    refused::<Adjacent>(r#"{"t":"Unit","c":1}"#, VALUE);
    refused::<Adjacent>(r#"{"t":"List"}"#, MISSING);
    refused::<Adjacent>(r#"{"c":1}"#, MISSING);
}

#[test]
fn addresses() {
    same(
        uuid::Uuid::from_u128(0x1234 << 112),
        "\"12340000-0000-0000-0000-000000000000\"",
    );
    same(IpAddr::from([127, 0, 0, 1]), "\"127.0.0.1\"");
    same(IpAddr::from([0_u16, 0, 0, 0, 0, 0, 0, 1]), "\"::1\"");
    same(SocketAddr::from(([0_u16; 8], 80)), "\"[::]:80\"");
    let upper = "\"ABCDEF00-0000-0000-0000-000000000000\"";
    accepted(upper, uuid::Uuid::from_u128(0xabcd_ef00 << 96));
    for json in [
        "\"\"",
        "\"12340000000000000000000000000000\"",
        "\"{12340000-0000-0000-0000-000000000000}\"",
        "\"12340000-0000-0000-0000-0000000000000\"",
        "\"1234000-00000-0000-0000-000000000000\"",
        "1",
    ] {
        refused::<uuid::Uuid>(json, VALUE);
    }
    refused::<IpAddr>("\"127.0.0.01\"", VALUE);
    refused::<IpAddr>("\"localhost\"", VALUE);
    refused::<SocketAddr>("\"127.0.0.1\"", VALUE);
}

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
    static NOTHING: Shape = Shape::List(&Shape::Array(&Shape::Unit, 1 << 40));
    assert_eq!(to_json(&[1], &NOTHING).unwrap_err().code(), "decode_budget");
    let deep = [b"\x04Next\x01".repeat(200), b"\x04Next\0".to_vec()].concat();
    assert_eq!(to_json(&deep, tree).unwrap_err().code(), "too_deep");
}
