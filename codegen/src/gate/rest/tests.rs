//! A change for each rule about routes, and changes that break none.

use std::collections::{BTreeMap, BTreeSet};

use tramline_syntax::date::Date;
use tramline_syntax::digest::bits48;

use crate::compatibility::Category;
use crate::gate::diff::findings;
use crate::gate::finding::Finding;
use crate::gate::rules;
use crate::gate::state::State;
use crate::lock::{Lock, Served};
use crate::model::Api;
use crate::routes;

const TODAY: &str = "2026-06-15";

/// What nothing is sent to and nothing comes from.
const UNIT: &str = "input unit\nresult unit";

/// A function that only routes lead to: its name, its schema and its routes.
type Function<'a> = (&'a str, &'a str, &'a str);

fn state(functions: &[Function<'_>]) -> State {
    let served = |(name, schema, text): &Function<'_>| {
        let served = Served {
            fingerprint: bits48(schema),
            schema: (*schema).to_owned(),
            routes: routes::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}")),
        };
        ((*name).to_owned(), served)
    };
    let rest: BTreeMap<String, Served> = functions.iter().map(served).collect();
    State::of_lock(&Lock {
        rest,
        ..Lock::default()
    })
    .unwrap()
}

fn found(old: &[Function<'_>], new: &[Function<'_>]) -> Vec<Finding> {
    let now = Date::parse(TODAY).unwrap().unix() + 43_200;
    findings(&state(old), &state(new), &Api::default(), now)
}

fn shown(findings: &[Finding]) -> Vec<String> {
    let shown = findings.iter().map(|finding| {
        assert_eq!(finding.category, Category::Rest, "{finding:?}");
        let through = finding.allowed.as_ref();
        let through = through.map_or(String::new(), |why| format!(" ({why})"));
        format!("{}: {}{through}", finding.rule, finding.message)
    });
    shown.collect()
}

/// What a change of the routes of one function costs, and nothing else.
struct Case {
    old: &'static str,
    new: &'static str,
    expect: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        old: "GET /v1/a\n  success 200\nGET /v1/b\n  success 200",
        new: "GET /v1/b\n  success 200",
        expect: &["route_removed: `GET /v1/a` does not exist any more"],
    },
    Case {
        old: "GET /v1/a\n  success 200",
        new: "",
        expect: &["route_removed: `GET /v1/a` does not exist any more"],
    },
    Case {
        old: "GET /v1/a\n  success 200\n  sunset 2026-06-15",
        new: "",
        expect: &[
            "route_removed: `GET /v1/a` does not exist any more (its sunset was on 2026-06-15)",
        ],
    },
    Case {
        old: "GET /v1/a\n  success 200\n  sunset 2026-06-16",
        new: "",
        expect: &["route_removed: `GET /v1/a` does not exist any more"],
    },
    Case {
        old: "GET /v1/a/{id}\n  path id: integer\n  success 200",
        new: "GET /v1/b/{id}\n  path id: integer\n  success 200",
        expect: &[
            "route_moved: `GET /v1/a/{id}` is `GET /v1/b/{id}` now, and nothing answers where it was",
        ],
    },
    Case {
        old: "PUT /v1/a\n  success 204",
        new: "PATCH /v1/a\n  success 204",
        expect: &[
            "route_moved: `PUT /v1/a` is `PATCH /v1/a` now, and nothing answers where it was",
        ],
    },
    Case {
        old: "GET /v1/a\n  success 200\nGET /v1/b\n  success 200",
        new: "GET /v1/c\n  success 200",
        expect: &[
            "route_removed: `GET /v1/a` does not exist any more",
            "route_removed: `GET /v1/b` does not exist any more",
        ],
    },
    Case {
        old: "GET /v1/a\n  query limit: integer, optional\n  success 200",
        new: "GET /v1/a\n  query limit: integer\n  query shop: text\n  success 200",
        expect: &[
            "route_parameter_required: `limit` of `GET /v1/a` has to be given, and could be left out",
            "route_parameter_required: `shop` of `GET /v1/a` has to be given, and is new",
        ],
    },
    Case {
        old: "GET /v1/a\n  query limit: integer\n  query tag: text, repeated, optional\n  success 200",
        new: "GET /v1/a\n  success 200",
        expect: &[
            "route_parameter_removed: `limit` of `GET /v1/a` is read no more, and what is sent for it is passed over",
            "route_parameter_removed: `tag` of `GET /v1/a` is read no more, and what is sent for it is passed over",
        ],
    },
    Case {
        old: "POST /v1/a\n  query notify: boolean, optional\n  body name: required\n  body note: optional\n  success 200",
        new: "POST /v1/a\n  query note: text, optional\n  body name: required\n  body notify: optional\n  success 200",
        expect: &[
            "route_parameter_moved: `note` of `POST /v1/a` is taken from the query, and was from the body",
            "route_parameter_moved: `notify` of `POST /v1/a` is taken from the body, and was from the query",
        ],
    },
    Case {
        old: "GET /v1/a/{id}\n  path id: text\n  query limit: number\n  query tag: text, repeated\n  success 200",
        new: "GET /v1/a/{name}\n  path name: integer\n  query limit: integer\n  query tag: text\n  success 200",
        expect: &[
            "route_parameter_type_changed: `limit` of `GET /v1/a/{name}` is integer, and was number",
            "route_parameter_type_changed: `name` of `GET /v1/a/{name}` is integer, and was text",
            "route_parameter_type_changed: `tag` of `GET /v1/a/{name}` is text, and was text, any number of times",
        ],
    },
    Case {
        old: "POST /v1/a\n  success 200",
        new: "POST /v1/a\n  success 201",
        expect: &["route_success_changed: `POST /v1/a` answers success with 201, and did with 200"],
    },
    Case {
        old: "POST /v1/a\n  success 204",
        new: "POST /v1/a\n  body name: required\n  body tags: optional\n  success 204",
        expect: &[
            "route_body_required: `POST /v1/a` has to be sent a body with `name`, and could do without one",
        ],
    },
    Case {
        old: "POST /v1/a\n  success 204\n  caller bearer\n  caller header x-api-key",
        new: "POST /v1/a\n  success 204\n  caller cookie session\n  caller bearer",
        expect: &[
            "route_authentication_narrowed: `POST /v1/a` takes cookie session or bearer, and took bearer or header x-api-key",
        ],
    },
    Case {
        old: "GET /v1/a\n  success 200",
        new: "GET /v1/a\n  success 200\n  caller bearer",
        expect: &["route_authentication_narrowed: `GET /v1/a` takes bearer, and took anybody"],
    },
    Case {
        old: "GET /v1/a\n  success 200\n  error gone: 404\n  error late: 409",
        new: "GET /v1/a\n  success 200\n  error gone: 410\n  error taken: 409",
        expect: &[
            "route_error_status_changed: `gone` of `GET /v1/a` has the status 410, and had 404",
        ],
    },
    Case {
        old: "GET /v1/a\n  query limit: integer, optional\n  success 200\n  sunset 2026-01-01",
        new: "GET /v1/a\n  success 204\n  sunset 2026-01-01",
        expect: &[
            "route_parameter_removed: `limit` of `GET /v1/a` is read no more, and what is sent for it is passed over (its sunset was on 2026-01-01)",
            "route_success_changed: `GET /v1/a` answers success with 204, and did with 200 (its sunset was on 2026-01-01)",
        ],
    },
];

/// What nobody who uses the routes has to notice.
const SAFE: &[(&str, &str)] = &[
    ("", "GET /v1/a\n  success 200"),
    (
        "GET /v1/a/{id}\n  path id: integer\n  success 200",
        "GET /v1/a/{product}\n  path product: text\n  success 200\nGET /v2/a\n  success 200",
    ),
    (
        "GET /v1/a\n  query limit: integer\n  query tag: text\n  success 200",
        "GET /v1/a\n  query limit: number, optional\n  query more: text, optional\n  query tag: text, repeated\n  success 200",
    ),
    (
        "POST /v1/a\n  success 204\n  error gone: 404\n  caller bearer",
        "POST /v1/a\n  body\n  success 204\n  caller cookie session\n  caller bearer",
    ),
    (
        "POST /v1/a\n  body name: required\n  success 204\n  caller bearer",
        "POST /v1/a\n  body name: optional\n  success 204",
    ),
    (
        "GET /v1/a\n  success 200",
        "GET /v1/a\n  success 200\n  sunset 2027-06-01",
    ),
];

#[test]
fn every_rule_has_a_change_that_breaks_it() {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for Case { old, new, expect } in CASES {
        let findings = found(&[("a", UNIT, old)], &[("a", UNIT, new)]);
        let shown = shown(&findings);
        seen.extend(findings.iter().map(|finding| finding.rule));
        if shown != *expect {
            wrong.push(format!("{old}\n->\n{new}\n{shown:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    let without: Vec<&str> = rules::ALL
        .iter()
        .filter(|rule| rule.category == Category::Rest && !seen.contains(rule.name))
        .map(|rule| rule.name)
        .collect();
    assert!(without.is_empty(), "no case breaks {without:?}");
}

#[test]
fn safe_changes_are_no_findings() {
    for (old, new) in SAFE {
        let findings = found(&[("a", UNIT, old)], &[("a", UNIT, new)]);
        assert_eq!(shown(&findings), [""; 0], "{old}\n->\n{new}");
    }
}

#[test]
fn a_route_may_lead_to_another_function() {
    let route = "GET /v1/a\n  success 200";
    let other = "GET /v1/b\n  success 200";
    let old = [("posts.a", UNIT, route), ("posts.b", UNIT, other)];
    let new = [("a", UNIT, other), ("b", UNIT, route)];
    assert_eq!(shown(&found(&old, &new)), [""; 0]);
}

#[test]
fn what_it_answers_and_reads_is_held_against_what_it_did() {
    let route = "POST /v1/a/{id}\n  path id: integer\n  query limit: integer, optional\n  body title: required\n  success 200";
    let old = "input #1\nresult #2\n#1 = struct {id: u64, limit: option<u32>, title: string}\n#2 = struct {id: u64, views: u32}";
    let new = "input #1\nresult #2\n#1 = struct {id: u64, limit: option<u32>, title: u32}\n#2 = struct {id: u64}";
    let found = found(&[("a", old, route)], &[("b", new, route)]);
    assert_eq!(
        shown(&found),
        [
            "result_field_removed: `views` of the result is gone, and open clients need it",
            "type_incompatible: `title` of the input was `string` and is `u32`: open clients may send what the server will not take",
        ]
    );
}

#[test]
fn of_what_stands_in_the_url_only_values_are_told_by_schemas() {
    let old = "GET /v1/a/{id}\n  path id: integer\n  query limit: integer, optional\n  success 204";
    let new = "GET /v1/a/{post}\n  path post: integer\n  query limit: integer\n  success 204";
    let found = found(
        &[(
            "a",
            "input #1\nresult unit\n#1 = struct {id: u64, limit: option<u32>}",
            old,
        )],
        &[(
            "a",
            "input #1\nresult unit\n#1 = struct {post: u64, limit: u16}",
            new,
        )],
    );
    assert_eq!(
        shown(&found),
        [
            "route_parameter_required: `limit` of `GET /v1/a/{post}` has to be given, and could be left out",
        ]
    );
}
