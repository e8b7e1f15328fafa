//! Lossless JSON goes through the shapes that the build step wrote and the `Deserialize` that the
//! authors wrote, and comes back through their `Serialize`: equal, if both are right.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

use futures_util::FutureExt as _;
use http_body_util::{BodyExt as _, Full};
use tower::ServiceExt as _;

/// What an action answers to some JSON.
fn ask(name: &str, json: &str) -> String {
    let service = tramline::Service::new(foreign::actions(()));
    let info = service.actions().find(|info| info.name == name).unwrap();
    let request = http::Request::post(format!("http://localhost/rpc/{}", info.path()))
        .header("content-type", "application/json")
        .body(Full::new(bytes::Bytes::copy_from_slice(json.as_bytes())))
        .unwrap();
    let response = service.oneshot(request).now_or_never().unwrap().unwrap();
    let body = response.into_body().collect().now_or_never().unwrap();
    String::from_utf8(body.unwrap().to_bytes().to_vec()).unwrap()
}

fn echoes(name: &str, json: &str) {
    let packed: String = json.lines().map(str::trim).collect();
    assert_eq!(ask(name, &packed), packed, "{name}");
}

#[test]
fn the_standard_library() {
    echoes(
        "standard.addresses",
        r#"{"ip":"::1","v4":"1.2.3.4","v6":"::1","socket":"1.2.3.4:80","socket_v4":"1.2.3.4:80",
        "socket_v6":"[::1]:300","by_name":{"a":"1.2.3.4"}}"#,
    );
    echoes(
        "standard.numbers",
        r#"{"one":1,"other":"-3","wrapping":4000000000,"saturating":-7,"reversed":"18446744073709551615"}"#,
    );
    echoes(
        "standard.composites",
        r#"{"span":{"secs":"1","nanos":5},"moment":{"secs_since_epoch":"1","nanos_since_epoch":5},
        "range":{"start":1,"end":300},"inclusive":{"start":"1","end":"300"},"from":{"start":1},"to":{"end":9},
        "unbounded":"Unbounded","included":{"Included":"a"},"success":{"Ok":300},"failure":{"Err":"no"}}"#,
    );
    echoes(
        "standard.others",
        r#"{"path":"a/b","bytes":"YWI=","marker":null,"list":[1,300],"heap":[300,1]}"#,
    );
}

#[test]
fn other_crates() {
    echoes(
        "types.texts",
        r#"{"arcstr":"a","array_string":"é","path":"a/b","compact":"c","eco":"d","smol":"e",
        "comparator":">=1","version":"1.2.3","requirement":"^1.2","url":"https://example.com/"}"#,
    );
    echoes(
        "types.collections",
        r#"{"array_vec":[1,300],"bytes":"AP8=","bytes_mut":"AP8=","byte_array":"AP8=","byte_buf":"AP8=",
        "eco":[1,300],"map":{"b":1,"a":2},"set":[2,1],"small":[1,300,3],"small_bytes":"AP8B",
        "float":"NaN","number":1.5}"#,
    );
    echoes(
        "types.identifiers",
        r#"{"id":"00000000-0000-0000-0000-00000000000a","present":"00000000-0000-0000-0000-00000000000a",
        "simple":"0000000000000000000000000000000a","hyphenated":"00000000-0000-0000-0000-00000000000a",
        "urn":"urn:uuid:00000000-0000-0000-0000-00000000000a","braced":"{00000000-0000-0000-0000-00000000000a}"}"#,
    );
    echoes(
        "types.prices",
        r#"{"one":"-12.30","several":["0","79228162514264337593543950335"]}"#,
    );
    echoes(
        "types.json",
        r#"{"value":[1,{"a":null}],"map":{"b":"c"},"number":1.5}"#,
    );
}

#[test]
fn times() {
    echoes(
        "types.chrono",
        r#"{"utc":"2024-02-29T12:34:56.789Z","fixed":"2024-02-29T12:34:56+01:00",
        "date":"2024-02-29","time":"01:02:03","date_time":"2024-02-29T01:02:03","month":"March","weekday":"Mon",
        "delta":["-2",5]}"#,
    );
    echoes(
        "types.jiff",
        r#"{"timestamp":"2024-02-29T12:34:56.789Z","zoned":"2024-02-29T12:34:56+00:00[UTC]","date":"2024-02-29",
        "time":"01:02:03","date_time":"2024-02-29T01:02:03","week_date":"2024-W09-4","span":"P1DT2H","duration":"PT1.5S"}"#,
    );
    echoes(
        "types.time",
        r#"{"offset_date_time":[2024,60,1,2,3,0,1,0,0],"date_time":[2024,60,1,2,3,0],"utc":[2024,60,1,2,3,0],
        "date":[2024,60],"time":[1,2,3,4],"offset":[-1,-2,-3],"duration":["-2",-5],"month":3,"weekday":7}"#,
    );
}

#[test]
fn conversions() {
    echoes(
        "conversions.moments",
        r#"{"chrono":"1700000000","perhaps_chrono":null,"naive":"1700000000000","jiff":"1700000000000000000",
        "perhaps_jiff":"1700000000","time":"1700000000000","text":"2023-11-14T22:13:20Z","perhaps_text":"2023-11-14T22:13:20Z"}"#,
    );
    let long = vec!["300"; 40].join(",");
    let modules = format!(
        r#"{{"hex":"01ff","bytes":"AP8=","perhaps_bytes":"AP8=","long":[{long}],"human":"1m 30s",
        "compact":"AAAAAAAAAAAAAAAAAAAACg==","simple":"0000000000000000000000000000000a","text":"1.50",
        "float":1.5,"friendly":"1h 2m"}}"#
    );
    echoes("conversions.modules", &modules);
    let bytes = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==";
    let adapted = format!(
        r#"{{"shown":["300",null],"bit":1,"base64":"Af8=","span":"90000","moment":"1700000000000","fraction":1.5,
        "address":"0.0.0.1","nothing":"a","long":"{bytes}"}}"#
    );
    echoes("conversions.adapted", &adapted);
}
