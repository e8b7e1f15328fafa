//! What a cache on the way may keep.

use std::sync::LazyLock;

use http::Method;
use tramline::Service;
use tramline::codegen::{Action, ActionInfo, Actions, History};

use super::{NOTHING, OLD, RETIRED, from, lock, names, to};
use crate::actions::{App, FINGERPRINT, Feed};
use crate::harness::{call_on, get, post_json};

/// Two versions of `feed`, which says that its answer may be kept.
const FIRST: &ActionInfo = &ActionInfo {
    fingerprint: OLD,
    ..*Feed::INFO
};
const FIRST_ROWS: &[Action<App>] = &[Action::new::<Feed>(FIRST, Feed::WIRE)];
const SECOND_ROWS: &[Action<App>] = &[Action::new::<Feed>(Feed::INFO, Feed::WIRE)];

/// What the lock of either says of the other.
static FIRST_LOCK: LazyLock<History> = LazyLock::new(|| lock(&[FIRST], &[]));
static BREAKING: LazyLock<History> = LazyLock::new(|| lock(&[Feed::INFO], &[(OLD, false)]));
static TOLERANT: LazyLock<History> = LazyLock::new(|| lock(&[Feed::INFO], &[(OLD, true)]));

/// The servers of both, with locks or without.
fn servers(tolerable: Option<bool>) -> [(u64, Service); 2] {
    let tables = [FIRST_ROWS, SECOND_ROWS].map(|rows| Actions::new(App::default(), rows));
    let [first, second] = match (tables, tolerable) {
        (tables, None) => tables,
        ([first, second], Some(true)) => [
            first.with_history(&FIRST_LOCK),
            second.with_history(&TOLERANT),
        ],
        ([first, second], Some(false)) => [
            first.with_history(&FIRST_LOCK),
            second.with_history(&BREAKING),
        ],
    };
    [
        (OLD, Service::new(first)),
        (FINGERPRINT, Service::new(second)),
    ]
}

#[test]
fn no_cache_ever_keeps_the_bytes_of_two_versions_under_one_address() {
    for tolerable in [None, Some(false), Some(true)] {
        for (server, service) in servers(tolerable) {
            for client in [OLD, FINGERPRINT] {
                let own = server == client;
                let goes_on = tolerable == Some(true) && client == OLD;
                for (query, json) in [("", false), ("?i=", false), ("?j=null", true)] {
                    for method in [Method::GET, Method::HEAD] {
                        let mut request = from(client, get(Feed::INFO, query));
                        *request.method_mut() = method;
                        let got = call_on(&service, request);
                        let case = format!("{tolerable:?} {server} {client} {query} {got:?}");
                        assert_eq!(got.status == 200, own || goes_on && json, "{case}");
                        // What may be kept is of the version in the address, and of no other.
                        let expected = if own { "max-age=30" } else { "no-store" };
                        assert_eq!(got.headers["cache-control"], expected, "{case}");
                        assert_eq!(names(&got, server), json || !own, "{case}");
                    }
                }
                let got = call_on(&service, from(client, post_json(Feed::INFO, "null")));
                assert_eq!(got.status == 200, own || goes_on);
            }
        }
    }
}

#[test]
fn what_is_not_there_is_not_kept() {
    for (id, status) in [(RETIRED, 410), (NOTHING, 404)] {
        let service =
            Service::new(Actions::new(App::default(), SECOND_ROWS).with_history(&TOLERANT));
        for method in [Method::GET, Method::HEAD] {
            let mut request = to(id, get(Feed::INFO, ""));
            *request.method_mut() = method;
            let got = call_on(&service, request);
            assert_eq!(got.status, status);
            assert_eq!(got.headers["cache-control"], "no-store");
        }
    }
}
