//! Values with parts, as a table.

use std::collections::{BTreeMap, BTreeSet};

use super::super::sample::{Adjacent, Defaults, Event, External, Post, Strict, Tree};
use super::message::{END, LENGTH, MISSING, SYNTAX, TWICE, UNKNOWN, VALUE};
use super::{accepted, refused, same};

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
