//! The span of a call, by the names of OpenTelemetry.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use ::tracing::field::{Field, Visit};
use ::tracing::span::{Attributes, Id, Record};
use ::tracing::{Event, Metadata, Subscriber, subscriber};

use crate::actions::{Add, Panic, Sign};
use crate::harness::{call, post, with};

type Fields = BTreeMap<&'static str, String>;

/// Keeps the fields of every span, and of every event with the span it came in.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Recorded>>);

#[derive(Default)]
struct Recorded {
    spans: Vec<Fields>,
    events: Vec<(Option<usize>, Fields)>,
    entered: Vec<usize>,
}

struct Into<'a>(&'a mut Fields);

impl Visit for Into<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("tramline")
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut fields = Fields::new();
        attributes.record(&mut Into(&mut fields));
        let mut recorded = self.0.lock().unwrap();
        recorded.spans.push(fields);
        Id::from_u64(recorded.spans.len() as u64)
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        let mut recorded = self.0.lock().unwrap();
        values.record(&mut Into(&mut recorded.spans[id.into_u64() as usize - 1]));
    }

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::new();
        event.record(&mut Into(&mut fields));
        let mut recorded = self.0.lock().unwrap();
        let span = recorded.entered.last().copied();
        recorded.events.push((span, fields));
    }

    fn enter(&self, id: &Id) {
        self.0.lock().unwrap().entered.push(id.into_u64() as usize);
    }

    fn exit(&self, _: &Id) {
        self.0.lock().unwrap().entered.pop();
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
}

fn record(run: impl FnOnce()) -> Recorded {
    let recorder = Recorder::default();
    subscriber::with_default(recorder.clone(), run);
    std::mem::take(&mut recorder.0.lock().unwrap())
}

fn check(span: &Fields, expected: &[(&'static str, &str)]) {
    let expected: Fields = expected
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect();
    assert_eq!(*span, expected);
}

#[test]
fn each_call_is_one_span_with_the_names_of_opentelemetry() {
    let recorded = record(|| {
        call(post(Add::INFO, &[1, 2]));
        call(post(Sign::INFO, b"\x05taken"));
        call(with(post(Add::INFO, &[1, 2]), "host", "evil.example"));
        let mut nowhere = post(Add::INFO, &[1, 2]);
        *nowhere.uri_mut() = "/rpc".parse().unwrap();
        call(nowhere);
    });
    let common = [("otel.kind", "server"), ("rpc.system.name", "tramline")];
    let [ok, declared, refused, nowhere] = &recorded.spans[..] else {
        panic!("{} spans", recorded.spans.len());
    };
    let here = [("server.address", "localhost"), ("server.port", "3000")];
    let add = [("otel.name", "add"), ("rpc.method", "add")];
    check(
        ok,
        &[&common[..], &here, &add, &[("rpc.status_code", "ok")]].concat(),
    );
    let sign = [("otel.name", "sign"), ("rpc.method", "sign")];
    let taken = [
        ("rpc.status_code", "name_taken"),
        ("error.type", "name_taken"),
    ];
    check(declared, &[&common[..], &here, &sign, &taken].concat());
    let host = [
        ("rpc.status_code", "host_not_allowed"),
        ("error.type", "host_not_allowed"),
    ];
    let elsewhere = [("server.address", "evil.example")];
    check(refused, &[&common[..], &elsewhere, &add, &host].concat());
    let other = [("otel.name", "tramline"), ("rpc.method", "_OTHER")];
    let not_found = [
        ("rpc.status_code", "not_found"),
        ("error.type", "not_found"),
    ];
    check(nowhere, &[&common[..], &here, &other, &not_found].concat());
}

#[test]
fn the_cause_of_an_internal_error_is_in_the_log_beside_the_request_id() {
    for (body, info, cause) in [
        (&b"\x06broken"[..], Sign::INFO, "password hunter2"),
        (b"", Panic::INFO, "panic: secret 42"),
    ] {
        let mut id = String::new();
        let recorded = record(|| {
            let got = call(post(info, body));
            id = got.headers["x-request-id"].to_str().unwrap().to_owned();
        });
        let [(Some(1), event)] = &recorded.events[..] else {
            panic!("{:?}", recorded.events);
        };
        assert_eq!((&event["cause"][..], &event["request_id"]), (cause, &id));
        assert_eq!(recorded.spans[0]["otel.status_code"], "ERROR");
        assert_eq!(recorded.spans[0]["error.type"], "internal");
    }
}
