//! Routes of sources: what is found, and where; and routes of a lock beside them.

use super::read;
use crate::compatibility::Category;
use crate::gate::diff::findings;
use crate::gate::finding::Finding;
use crate::gate::level::FailOn;
use crate::gate::state::State;
use crate::lock::Lock;

const NOW: i64 = super::NOW;

/// A change of sources: what is REST in it, with the text that it points at and why it is let through.
struct Case {
    old: &'static str,
    new: &'static str,
    expect: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        old: "#[tramline::query(rest = \"GET /v1/posts\")] async fn list(page: Option<u32>) {}",
        new: "#[tramline::query(rest = \"GET /v1/articles\")] async fn list(page: Option<u32>) {}",
        expect: &["REST route_moved at \"GET /v1/articles\""],
    },
    Case {
        old: "#[tramline::query(rest = \"GET /v1/posts\", rpc = false)] async fn list() {} \
              #[tramline::query] async fn kept() {}",
        new: "#[tramline::query] async fn kept() {}",
        expect: &["REST route_removed"],
    },
    Case {
        old: "#[tramline::query(rest = \"GET /v1/posts\", rest = \"GET /v2/posts\")] async fn list() {}",
        new: "#[tramline::query(rest = \"GET /v2/posts\", breaking = \"nobody calls v1\")] async fn list() {}",
        expect: &["REST route_removed at list (nobody calls v1)"],
    },
    Case {
        old: "#[tramline::query(rest = \"GET /v1/posts\", rest = \"GET /v2/posts\", \
              deprecated(since = \"2025-01-01\", sunset = \"2026-06-15\"))] async fn list() {}",
        new: "#[tramline::query(rest = \"GET /v2/posts\")] async fn list() {}",
        expect: &["REST route_removed at list (its sunset was on 2026-06-15)"],
    },
    // Whoever opens the page anew is no better off with a route.
    Case {
        old: "#[derive(Serialize)] struct Post { title: String, views: u32 } \
              #[tramline::query(rest = \"GET /v1/posts\")] async fn list() -> Vec<Post> {}",
        new: "#[derive(Serialize)] struct Post { title: String } \
              #[tramline::query(rest = \"GET /v1/posts\")] async fn list() -> Vec<Post> {}",
        expect: &["JSON and REST result_field_removed at list"],
    },
    // Generated clients do not call it.
    Case {
        old: "#[derive(Serialize)] struct Post { title: String, views: u32 } \
              #[tramline::query(rest = \"GET /v1/posts\", rpc = false)] async fn list() -> Vec<Post> {}",
        new: "#[derive(Serialize)] struct Post { title: String } \
              #[tramline::query(rest = \"GET /v1/posts\", rpc = false)] async fn list() -> Vec<Post> {}",
        expect: &["REST result_field_removed at list"],
    },
    // The route is new, so nobody uses it yet.
    Case {
        old: "#[tramline::query] async fn list() -> u32 {}",
        new: "#[tramline::query(rest = \"GET /v1/posts\")] async fn list() -> String {}",
        expect: &[],
    },
    Case {
        old: "#[tramline::action(rest = \"POST /v1/posts\")] async fn create(title: String, notify: Option<bool>) {}",
        new: "#[tramline::action(rest = \"POST /v1/posts?notify\")] async fn create(title: String, notify: Option<bool>) -> u64 {}",
        expect: &[
            "REST route_parameter_moved at \"POST /v1/posts?notify\"",
            "REST route_success_changed at \"POST /v1/posts?notify\"",
            "JSON and REST unit_changed at create",
        ],
    },
    // An action is called by name, a route is not.
    Case {
        old: "#[tramline::query(rest = \"GET /v1/posts/{id}\")] async fn get(id: u32) {}",
        new: "#[tramline::query(rest = \"GET /v1/posts/{post}\")] async fn fetch(post: u32) {}",
        expect: &[],
    },
    Case {
        old: "#[tramline::query(rest = \"GET /v1/posts\")] async fn list(page: Option<u32>) {}",
        new: "#[tramline::query(rest = \"GET /v1/posts\")] async fn list(page: u32) {}",
        expect: &["REST route_parameter_required at \"GET /v1/posts\""],
    },
    // Members of the body, and what only their values show.
    Case {
        old: "#[tramline::action(rest = \"PUT /v1/posts/{id}\")] async fn put(id: u32, title: String) {}",
        new: "#[tramline::action(rest = \"PUT /v1/posts/{id}\")] async fn put(id: u32, title: String, body: String) {}",
        expect: &["JSON and REST required_field_added at put"],
    },
    Case {
        old: "#[derive(ActionError)] enum Error { #[error(status = 404)] Gone } \
              #[tramline::query(rest = \"GET /v1/posts\")] async fn list() -> Result<u8, Error> {}",
        new: "#[derive(ActionError)] enum Error { #[error(status = 410)] Gone } \
              #[tramline::query(rest = \"GET /v1/posts\")] async fn list() -> Result<u8, Error> {}",
        expect: &["REST route_error_status_changed at \"GET /v1/posts\""],
    },
];

fn shown(finding: &Finding, text: &str) -> String {
    let category = match (finding.category, finding.rest) {
        (Category::Json, true) => "JSON and REST",
        (category, _) => category.name(),
    };
    let place = finding.location.map_or(String::new(), |place| {
        format!(" at {}", &text[place.start..place.end])
    });
    let through = finding.allowed.as_ref();
    let through = through.map_or(String::new(), |why| format!(" ({why})"));
    format!("{category} {}{place}{through}", finding.rule)
}

#[test]
fn what_users_of_routes_meet_is_found_in_sources_and_locks_alike() {
    let mut wrong = Vec::new();
    for Case { old, new, expect } in CASES {
        let (before, after) = (read(old), read(new));
        let (lock, _) = Lock::updated(None, &before.api);
        let lock = Lock::parse(&lock.to_text()).unwrap();
        let text = &after.sources.files[0].text;
        for past in [State::of(&before.api), State::of_lock(&lock).unwrap()] {
            let findings = findings(&past, &State::of(&after.api), &after.api, NOW);
            let rest = findings.iter().filter(|finding| finding.is_for_rest());
            let rest: Vec<String> = rest.map(|finding| shown(finding, text)).collect();
            let failing = findings.iter().any(|one| FailOn::Rest.fails(one));
            let expected = expect.iter().any(|line| !line.ends_with(')'));
            if rest != *expect || failing != expected {
                wrong.push(format!("{old}\n->\n{new}\n{rest:#?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_only_routes_lead_to_is_nothing_to_clients() {
    let old = "#[tramline::query(rest = \"GET /v1/a\", rpc = false)] async fn a(id: u32) -> u32 {}";
    let new = "#[tramline::query(rest = \"GET /v1/b\", rpc = false)] async fn b(id: u64) -> u32 {}";
    let (before, after) = (read(old), read(new));
    let findings = findings(
        &State::of(&before.api),
        &State::of(&after.api),
        &after.api,
        NOW,
    );
    let shown: Vec<_> = findings
        .iter()
        .map(|one| (one.category, one.rule))
        .collect();
    assert_eq!(shown, [(Category::Rest, "route_removed")]);
}
