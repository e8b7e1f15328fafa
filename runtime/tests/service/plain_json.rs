//! Actions that speak plain JSON.

use http::Request;
use tramline::codegen::ActionInfo;

use crate::actions::{Draw, Invite, Judge, Pulse, Search};
use crate::harness::{Got, call, get, post, post_json, with, without};

fn answer(info: &ActionInfo, input: &str) -> Got {
    call(post_json(info, input))
}

fn check(info: &ActionInfo, input: &str, status: u16, expected: &str) {
    assert_eq!(answer(info, input).json(), (status, expected), "{input}");
}

fn malformed(info: &ActionInfo, input: &str) {
    let problem = (400, "malformed".to_owned());
    assert_eq!(answer(info, input).problem(), problem, "{input}");
}

#[test]
fn several_parameters_are_an_object_by_name() {
    let search = |input, expected| check(Search::INFO, input, 200, expected);
    search(r#"{"text":"a","page":2,"tags":["b"]}"#, r#"["a",2,1]"#);
    search(r#"{"tags":[],"text":"a"}"#, r#"["a",1,0]"#);
    search(r#" { "text" : "\u0061\n" } "#, r#"["a\n",1,null]"#);
    search(r#"{"text":"","page":null,"tags":null}"#, r#"["",1,null]"#);
    search(
        r#"{"x":[{}],"text":"a","page":18446744073709551615,"":1}"#,
        r#"["a",18446744073709551615,null]"#,
    );
    for input in [
        "",
        "null",
        "[]",
        r#"["a",2,null]"#,
        "{}",
        r#"{"page":2}"#,
        r#"{"text":null}"#,
        r#"{"text":1}"#,
        r#"{"text":"a","page":"2"}"#,
        r#"{"text":"a","page":18446744073709551616}"#,
        r#"{"text":"a","text":"a"}"#,
        r#"{"text":"a"}x"#,
        r#"{"text":"a""#,
        r#"{"text":"a",}"#,
        "{\"text\":\"\u{1}\"}",
        r#"{"text":"a","x":0,"x":0}"#,
        r#"{"text":"a","x":{"y":0,"y":0}}"#,
        r#"{"text":"a","\u0074ext":"a"}"#,
    ] {
        malformed(Search::INFO, input);
    }
}

#[test]
fn an_input_is_whatever_serde_makes_of_it() {
    let circle = r#"{"radius":1e-7}"#;
    check(Draw::INFO, circle, 200, circle);
    let square = r#"{"side":-9223372036854775808,"layers":[1]}"#;
    check(Draw::INFO, square, 200, square);
    check(
        Draw::INFO,
        r#"{"layers":[],"side":2,"x":0}"#,
        200,
        r#"{"side":2}"#,
    );
    malformed(Draw::INFO, r#"{"side":9223372036854775808}"#);
    malformed(Draw::INFO, r#"{"layers":[]}"#);
}

#[test]
fn no_input_is_nothing_or_null() {
    let pulse = |request: Request<tramline::Body>| {
        let got = call(request);
        assert_eq!(got.json(), (200, "null"));
        assert_eq!(got.headers["cache-control"], "max-age=30");
    };
    pulse(get(Pulse::INFO, ""));
    pulse(get(Pulse::INFO, "?j=null"));
    pulse(get(Pulse::INFO, "?j="));
    check(Pulse::INFO, "", 200, "null");
    check(Pulse::INFO, "null", 200, "null");
    let unsaid = without(post(Pulse::INFO, b""), "content-type");
    assert_eq!(call(unsaid).json(), (200, "null"));
    for input in ["{}", "[]", "0", "nul"] {
        malformed(Pulse::INFO, input);
    }
}

#[test]
fn a_query_takes_its_input_from_either_place() {
    let found = (200, r#"["a b",1,null]"#);
    let input = "%7B%22text%22%3A%22a%20b%22%7D";
    let query = format!("?j={input}");
    assert_eq!(call(get(Search::INFO, &query)).json(), found);
    let head = Request::head(get(Search::INFO, &query).uri())
        .header("host", "localhost")
        .body(tramline::Body::empty());
    let got = call(head.unwrap());
    assert_eq!(got.json(), (200, ""));
    assert_eq!(got.headers["content-length"], "14");
    assert_eq!(
        call(get(
            Search::INFO,
            &format!("?j={}", input.replace("%20", "+"))
        ))
        .problem(),
        (400, "malformed".into())
    );
}

#[test]
fn an_error_is_a_code_and_what_it_carries() {
    let judge = |case: u8| answer(Judge::INFO, &format!(r#"{{"case":{case}}}"#));
    let appealed = r#"{"code":"appealed","data":{"type":"\"\n","years":-0.0}}"#;
    for (case, status, expected) in [
        (0, 200, "0.5"),
        (2, 400, r#"{"code":"guilty"}"#),
        (3, 400, r#"{"code":"fined","data":18446744073709551615}"#),
        (4, 400, r#"{"code":"jailed","data":[1,null]}"#),
        (5, 409, appealed),
        (7, 401, r#"{"code":"signed_out"}"#),
    ] {
        let got = judge(case);
        assert_eq!(got.json(), (status, expected));
        assert_eq!(got.headers["cache-control"], "no-store");
    }
    // A number that JSON cannot hold is a mistake of the server's, and never `null`.
    for case in [1, 6, 8] {
        assert_eq!(judge(case).problem(), (500, "internal".into()));
    }
}

#[test]
fn extractors_and_replies_speak_it_too() {
    let invite = |guest| post_json(Invite::INFO, guest);
    let known = |guest| with(invite(guest), "authorization", "Bearer 7");
    let signed_out = (401, r#"{"code":"signed_out"}"#);
    assert_eq!(call(invite(r#"{"guest":1}"#)).json(), signed_out);
    let got = call(known(r#"{"guest":1}"#));
    assert_eq!(got.json(), (200, "1"));
    assert_eq!(got.headers["set-cookie"], "guest=1");
    assert_eq!(call(known(r#"{"guest":7}"#)).json(), signed_out);
}

#[test]
fn postcard_and_everything_else_is_refused() {
    let refused = (415, "unsupported_media_type".to_owned());
    let input = r#"{"text":"a"}"#;
    for kind in [
        "application/postcard",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/json",
        "application/ld+json",
    ] {
        let request = with(post_json(Search::INFO, input), "content-type", kind);
        assert_eq!(call(request).problem(), refused, "{kind}");
    }
    let untyped = without(post_json(Search::INFO, input), "content-type");
    assert_eq!(call(untyped).problem(), refused);
    assert_eq!(call(get(Search::INFO, "?i=AA")).problem(), refused);
    assert_eq!(call(post(Pulse::INFO, b"")).problem(), refused);
    // The body of a POST is its input, whatever its address says.
    let mut elsewhere = without(post(Search::INFO, b""), "content-type");
    *elsewhere.uri_mut() = get(Search::INFO, "?j=%7B%22text%22%3A%22a%22%7D")
        .uri()
        .clone();
    assert_eq!(call(elsewhere).problem(), (400, "malformed".into()));
}
