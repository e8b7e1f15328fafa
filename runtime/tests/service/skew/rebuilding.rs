//! Between a build script and the start of the server that it wrote code for.

use tramline::Service;

use super::{NEWER, NOTHING, OLD, RETIRED, add, add_in_json, from, locked, to};
use crate::actions::App;
use crate::harness::call_on;

/// Where the build script of a debug build wrote its stamp.
const STAMP: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/tramline-stamp");

#[test]
fn a_debug_build_that_is_about_to_be_replaced_says_so_where_it_would_refuse() {
    let service = Service::new(locked(App::default()).generated_at(STAMP, "1"));
    let calls = || {
        [
            from(NEWER, add()),
            from(OLD, add()),
            from(OLD, add_in_json()),
            to(NOTHING, add()),
            to(RETIRED, add()),
        ]
    };
    let usual = [
        "stale_server",
        "version_skew",
        "",
        "unknown_action",
        "action_retired",
    ];
    // The folder is another test's by then, or there is none: nobody is writing code here.
    let _ = std::fs::remove_file(STAMP);
    let settled = |text: Option<&str>| {
        if let Some(text) = text {
            std::fs::write(STAMP, text).unwrap();
        }
        for (request, code) in calls().into_iter().zip(usual) {
            let got = call_on(&service, request);
            match code {
                "" => assert_eq!(got.json(), (200, "42")),
                code => assert_eq!(got.problem().1, code),
            }
        }
    };
    settled(None);
    settled(Some("1"));
    std::fs::write(STAMP, "2").unwrap();
    for request in calls() {
        let got = call_on(&service, request);
        assert_eq!(got.problem(), (503, "server_rebuilding".into()));
        assert_eq!(got.headers["retry-after"], "1");
        assert_eq!(got.headers["cache-control"], "no-store");
    }
    // Who knows the action as it is has nothing to wait for.
    assert_eq!(call_on(&service, add()).answer(), (200, &[42][..]));
    settled(Some("1"));
}
