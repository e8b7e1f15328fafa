//! Calls in lossless JSON, which actions do not notice.

use http::Request;
use tower::layer::layer_fn;
use tramline::codegen::ActionInfo;
use tramline::{Body, Next, Service};

use crate::actions::{
    Add, App, Double, Feed, Misshapen, Ping, Record, Session, Shout, Sign, Small, Track, Transfer,
    Who, actions,
};
use crate::harness::{call, call_on, get, post, post_json, with, without};

fn check(info: &ActionInfo, input: &str, status: u16, expected: &str) {
    let got = call(post_json(info, input));
    assert_eq!(got.json(), (status, expected), "{input}");
    assert_eq!(got.headers["cache-control"], "no-store");
}

fn refused(info: &ActionInfo, input: &str, status: u16, code: &str) {
    let got = call(post_json(info, input));
    assert_eq!(got.problem(), (status, code.to_owned()), "{input}");
}

#[test]
fn an_input_is_an_object_and_the_result_what_its_type_says() {
    check(Add::INFO, r#"{"a":20,"b":22}"#, 200, "42");
    check(
        Add::INFO,
        "\n{ \"b\" : 2, \"x\": [{}], \"a\": 1 }\t",
        200,
        "3",
    );
    check(Double::INFO, r#"{"n":5}"#, 200, "10");
    check(Double::INFO, r#"{"n":null}"#, 200, "42");
    check(Double::INFO, "{}", 200, "42");
    check(
        Shout::INFO,
        r#"{"text":"\u00e9\n","bytes":"AQID"}"#,
        200,
        r#"["É\n","AQID"]"#,
    );
    let wordless = with(post_json(Add::INFO, r#"{"a":1,"b":2}"#), "accept", "*/*");
    let typed = with(wordless, "content-type", "Application/JSON; charset=utf-8");
    assert_eq!(call(typed).json(), (200, "3"));
}

#[test]
fn no_input_is_nothing_or_null_and_no_result_is_null() {
    check(Ping::INFO, "null", 200, "null");
    check(Ping::INFO, "", 200, "null");
    for input in ["{}", "[]", "0", "false", "nul"] {
        refused(Ping::INFO, input, 400, "malformed");
    }
    refused(Add::INFO, "", 400, "malformed");
    refused(Add::INFO, "null", 400, "malformed");
}

#[test]
fn what_is_not_an_input_of_the_action_is_malformed() {
    for input in [
        "{}",
        r#"{"a":1}"#,
        r#"{"a":1,"b":2"#,
        r#"{"a":1,"b":2}{}"#,
        r#"{"a":1,"b":2,}"#,
        r#"{"a":1,"b":2,"b":2}"#,
        r#"{"a":1,"b":2,"x":0,"x":0}"#,
        r#"{"a":1,"b":-1}"#,
        r#"{"a":1,"b":4294967296}"#,
        r#"{"a":1,"b":1.5}"#,
        r#"{"a":1,"b":"2"}"#,
        r#"{"a":1,"b":null}"#,
        r#"{"a":1,"b":1e999999999}"#,
        r#"{"a":1,'b':2}"#,
        r#"{"a":1,"b":2,"c":"\ud800"}"#,
        "[1,2]",
        "\u{feff}{\"a\":1,\"b\":2}",
        "NaN",
    ] {
        refused(Add::INFO, input, 400, "malformed");
    }
    refused(Shout::INFO, r#"{"text":"","bytes":"A"}"#, 400, "malformed");
    refused(
        Shout::INFO,
        r#"{"text":"\ud800","bytes":""}"#,
        400,
        "malformed",
    );
    let deep = format!(r#"{{"a":1,"b":2,"x":{}}}"#, "[".repeat(1000));
    refused(Add::INFO, &deep, 400, "too_deep");
}

#[test]
fn tags_and_defaults_are_as_serde_has_them() {
    let moved = r#"{"y":-2,"type":"Moved","x":1}"#;
    for (event, expected) in [
        (format!(r#"{{"kind":{moved},"weight":9}}"#), "moved 1 -2 9"),
        (format!(r#"{{"kind":{moved}}}"#), "moved 1 -2 7"),
        (r#"{"kind":{"type":"Opened"}}"#.to_owned(), "opened 7"),
    ] {
        check(Track::INFO, &event, 200, &format!("\"{expected}\""));
        let record = format!(r#"{{"event":{event},"day":"200"}}"#);
        check(Record::INFO, &record, 200, &format!("\"200: {expected}\""));
    }
    for event in [
        r#"{"kind":{"type":"Closed"}}"#,
        r#"{"kind":"Opened"}"#,
        r#"{"kind":{"type":"Moved","x":1}}"#,
        r#"{"kind":{"type":"Opened","type":"Opened"}}"#,
        r#"{"kind":{"type":"Opened"},"weight":null}"#,
    ] {
        refused(Track::INFO, event, 400, "malformed");
    }
}

#[test]
fn limits_count_what_is_sent() {
    refused(Small::INFO, r#"{"text":""}"#, 413, "body_too_large");
    refused(Small::INFO, "{}", 400, "malformed");
    let service = Service::builder(actions(App::default()))
        .body_limit(15)
        .build();
    let add = |input| call_on(&service, post_json(Add::INFO, input));
    assert_eq!(add(r#"{"a":20,"b":22}"#).json(), (200, "42"));
    assert_eq!(
        add(r#"{"a":20,"b":220}"#).problem(),
        (413, "body_too_large".into())
    );
}

#[test]
fn a_declared_error_is_its_code_and_what_it_carries() {
    check(Sign::INFO, r#"{"name":"ada"}"#, 200, r#""signed ada""#);
    check(
        Sign::INFO,
        r#"{"name":"taken"}"#,
        409,
        r#"{"code":"name_taken","data":{"name":"taken"}}"#,
    );
    let signed_out = r#"{"code":"signed_out"}"#;
    check(Sign::INFO, r#"{"name":"nobody"}"#, 401, signed_out);
    refused(Sign::INFO, r#"{"name":"broken"}"#, 500, "internal");
    // An extractor's too, before the body is read.
    check(Who::INFO, "nonsense", 401, signed_out);
    let known = with(post_json(Who::INFO, "null"), "authorization", "Bearer 7");
    assert_eq!(
        call(with(known, "user-agent", "\"me\"")).json(),
        (200, r#"[7,null,"\"me\""]"#)
    );
}

#[test]
fn what_was_lent_ends_before_the_reply_is_json() {
    let transfer = |how: u8, conflict: bool| {
        let app = App::default();
        let mut request = post_json(Transfer::INFO, &format!(r#"{{"how":{how}}}"#));
        if conflict {
            request = with(request, "x-conflict", "1");
        }
        let got = call_on(&Service::new(actions(app.clone())), request);
        (got, app.noted())
    };
    let (got, log) = transfer(0, false);
    assert_eq!(got.json(), (200, r#""from the transaction""#));
    assert_eq!(log, ["begin", "run", "commit"]);
    let (got, log) = transfer(0, true);
    let taken = r#"{"code":"name_taken","data":{"name":"tx"}}"#;
    assert_eq!(got.json(), (409, taken));
    assert_eq!(log, ["begin", "run", "rollback"]);
}

#[test]
fn a_reply_adds_headers_as_ever() {
    let got = call(post_json(Session::INFO, r#"{"user":7}"#));
    assert_eq!(got.json(), (200, "7"));
    assert_eq!(got.headers.get_all("set-cookie").iter().count(), 2);
    let got = call(get(Feed::INFO, "?j=null"));
    assert_eq!(got.json(), (200, r#""AQI=""#));
    assert_eq!(got.headers["cache-control"], "max-age=30");
}

#[test]
fn a_query_takes_it_from_its_address_and_answers_each_address_alike() {
    let ten = (200, "10");
    let query = "?j=%7B%22n%22%3A5%7D";
    assert_eq!(call(get(Double::INFO, query)).json(), ten);
    assert_eq!(call(get(Double::INFO, "?j=%7b%22n%22:5}")).json(), ten);
    let head = Request::head(get(Double::INFO, query).uri())
        .header("host", "localhost")
        .body(Body::empty());
    let got = call(head.unwrap());
    assert_eq!(got.json(), (200, ""));
    assert_eq!(got.headers["content-length"], "2");

    // What the headers say of an input that is not in a body changes nothing.
    let typed = with(get(Feed::INFO, ""), "content-type", "application/json");
    assert_eq!(call(typed).answer(), (200, &[2, 1, 2][..]));
    let typed = with(get(Double::INFO, query), "content-type", "text/plain");
    assert_eq!(call(typed).json(), ten);
    for malformed in ["?j=", "?j=%7B", "?j=%7", "?j=%FF", "?j={}&i=AA", "?j=+{}"] {
        let got = call(get(Double::INFO, &malformed.replace(['{', '}'], "%7B")));
        assert_eq!(got.problem(), (400, "malformed".into()), "{malformed}");
    }
}

#[test]
fn an_address_never_brings_input_to_an_action() {
    // An action has no GET, …
    let got = call(get(Add::INFO, "?j=%7B%22a%22%3A1%2C%22b%22%3A2%7D"));
    assert_eq!(got.problem(), (405, "method_not_allowed".into()));
    // … and in a POST the body is the input, and says what it is.
    let mut request = without(post(Add::INFO, b""), "content-type");
    let uri = get(Add::INFO, "?j=%7B%22a%22%3A1%2C%22b%22%3A2%7D");
    request.uri_mut().clone_from(uri.uri());
    assert_eq!(call(request).problem(), (400, "malformed".into()));
}

#[test]
fn a_result_that_its_shape_does_not_describe_is_our_mistake() {
    refused(Misshapen::INFO, "null", 500, "internal");
    let got = call(post(Misshapen::INFO, b""));
    assert_eq!(got.answer(), (200, &[0xff; 3][..]));
}

#[test]
fn layers_do_not_change_what_a_call_speaks() {
    let service = Service::builder(actions(App::default()))
        .layer(layer_fn(|next: Next| next))
        .build();
    let got = call_on(&service, post_json(Add::INFO, r#"{"a":1,"b":2}"#));
    assert_eq!(got.json(), (200, "3"));
    let got = call_on(&service, get(Double::INFO, "?j=%7B%7D"));
    assert_eq!(got.json(), (200, "42"));
}
