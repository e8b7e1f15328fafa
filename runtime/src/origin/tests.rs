//! The rules as SECURITY.md states them, held against the decision over the whole space of facts.

use http::Request;

use super::facts::{Host, Origin, Site};
use super::{Access, Door, Facts, Policy, Target, Verdict, decide, host_of};
use crate::refusal::Refusal;

use Verdict::{Allow, AllowWithoutCookies, Refuse};

/// A rule: whether it matches, with what is known of the route, and what it then says.
type Rule = (&'static str, fn(&Case) -> bool, Verdict);

/// One point of the space.
#[derive(Debug)]
struct Case {
    facts: Facts,
    lenient: bool,
}

impl Case {
    fn door(&self) -> Option<Door> {
        match self.facts.target {
            Target::Route { door, .. } => Some(door),
            Target::Nowhere(_) => None,
        }
    }

    fn route(&self, accept: fn(Access, bool) -> bool) -> bool {
        match self.facts.target {
            Target::Route {
                access, allowed, ..
            } => accept(access, allowed),
            Target::Nowhere(_) => false,
        }
    }

    fn skew(&self, refusal: Refusal) -> bool {
        matches!(self.facts.target, Target::Route { skew: Some(skew), .. } if skew == refusal)
    }

    fn reads(&self) -> bool {
        self.route(|access, _| access == Access::Read)
    }

    fn site(&self, sites: &[Site]) -> bool {
        sites.contains(&self.facts.site)
    }

    fn origin(&self, origins: &[Origin]) -> bool {
        origins.contains(&self.facts.origin)
    }

    /// Whether a request without cookies may write: the rules for those that have one are about
    /// nobody here.
    fn may_write(&self) -> bool {
        self.site(&[Site::SameOrigin, Site::None])
            || self.origin(&[Origin::Trusted])
            || self.site(&[Site::Absent]) && self.origin(&[Origin::Absent, Origin::Ours])
    }

    fn no_metadata(&self) -> bool {
        self.site(&[Site::Absent]) && self.origin(&[Origin::Absent])
    }
}

/// Top to bottom, the first that matches decides.
#[rustfmt::skip]
const RULES: &[Rule] = &[
    ("R1", |case| case.facts.host == Host::Malformed, Refuse(Refusal::BadHost)),
    ("R2", |case| case.facts.host == Host::Foreign, Refuse(Refusal::HostNotAllowed)),
    ("long", |case| case.facts.target == Target::Nowhere(Refusal::UriTooLong), Refuse(Refusal::UriTooLong)),
    ("no id", |case| case.facts.target == Target::Nowhere(Refusal::UnknownAction), Refuse(Refusal::UnknownAction)),
    ("retired", |case| case.facts.target == Target::Nowhere(Refusal::ActionRetired), Refuse(Refusal::ActionRetired)),
    ("no path", |case| case.facts.target == Target::Nowhere(Refusal::UnknownRoute), Refuse(Refusal::UnknownRoute)),
    ("no text", |case| case.facts.target == Target::Nowhere(Refusal::Malformed), Refuse(Refusal::Malformed)),
    ("not yet", |case| case.facts.target == Target::Nowhere(Refusal::ServerRebuilding), Refuse(Refusal::ServerRebuilding)),
    ("R3", |case| case.facts.repeated, Refuse(Refusal::DuplicateHeader)),
    ("R4", |case| case.route(|_, allowed| !allowed), Refuse(Refusal::MethodNotAllowed)),
    ("repeat", |case| case.skew(Refusal::VersionSkew), Refuse(Refusal::VersionSkew)),
    ("old client", |case| case.skew(Refusal::StaleClient), Refuse(Refusal::StaleClient)),
    ("old server", |case| case.skew(Refusal::StaleServer), Refuse(Refusal::StaleServer)),
    ("rebuilding", |case| case.skew(Refusal::ServerRebuilding), Refuse(Refusal::ServerRebuilding)),
    ("two types", |case| case.skew(Refusal::DuplicateHeader), Refuse(Refusal::DuplicateHeader)),
    ("no type", |case| case.skew(Refusal::UnsupportedMediaType), Refuse(Refusal::UnsupportedMediaType)),
    ("R5", |case| case.door() == Some(Door::Webhook), AllowWithoutCookies),
    ("R6", |case| case.door() == Some(Door::Bearer), AllowWithoutCookies),
    ("R7", |case| case.door() == Some(Door::Public) && case.reads(), AllowWithoutCookies),
    ("public", |case| case.door() == Some(Door::Public) && case.may_write(), AllowWithoutCookies),
    ("R8", |case| case.reads() && case.site(&[Site::Absent, Site::SameOrigin, Site::None]), Allow),
    ("R9", |case| case.reads() && case.origin(&[Origin::Trusted]), Allow),
    ("R10", |case| case.reads(), Refuse(Refusal::CrossOriginRead)),
    ("R11", |case| case.site(&[Site::SameOrigin, Site::None]), Allow),
    ("R12a", |case| case.site(&[Site::Other]) && case.origin(&[Origin::Trusted]), Allow),
    ("R12b", |case| case.site(&[Site::Other]), Refuse(Refusal::CsrfCrossOrigin)),
    ("R13", |case| case.origin(&[Origin::Ours, Origin::Trusted]), Allow),
    ("R14", |case| case.origin(&[Origin::Null]), Refuse(Refusal::CsrfNullOrigin)),
    ("R15", |case| case.origin(&[Origin::Other]), Refuse(Refusal::CsrfOriginMismatch)),
    ("R16", |case| case.no_metadata() && !case.facts.cookie, Allow),
    ("R17a", |case| case.no_metadata() && case.lenient, Allow),
    ("R17b", |case| case.no_metadata(), Refuse(Refusal::CsrfMissingMetadata)),
];

const BOOLS: [bool; 2] = [false, true];

/// What a caller of another version can meet; nothing, if it may go on.
const SKEWS: [Option<Refusal>; 7] = [
    None,
    Some(Refusal::VersionSkew),
    Some(Refusal::StaleClient),
    Some(Refusal::StaleServer),
    Some(Refusal::ServerRebuilding),
    Some(Refusal::DuplicateHeader),
    Some(Refusal::UnsupportedMediaType),
];

fn targets() -> Vec<Target> {
    let mut targets = vec![
        Target::Nowhere(Refusal::UriTooLong),
        Target::Nowhere(Refusal::UnknownAction),
        Target::Nowhere(Refusal::ActionRetired),
        Target::Nowhere(Refusal::ServerRebuilding),
        Target::Nowhere(Refusal::UnknownRoute),
        Target::Nowhere(Refusal::Malformed),
    ];
    for door in [Door::Rpc, Door::Public, Door::Webhook, Door::Bearer] {
        for access in [Access::Read, Access::Write] {
            for (allowed, skew) in BOOLS.into_iter().flat_map(|a| SKEWS.map(|b| (a, b))) {
                targets.push(Target::Route {
                    door,
                    access,
                    allowed,
                    skew,
                });
            }
        }
    }
    targets
}

fn space() -> Vec<Case> {
    let mut space = Vec::new();
    let sites = [Site::Absent, Site::SameOrigin, Site::None, Site::Other];
    let origins = [
        Origin::Absent,
        Origin::Ours,
        Origin::Trusted,
        Origin::Null,
        Origin::Other,
    ];
    for host in [Host::Malformed, Host::Foreign, Host::Allowed] {
        for target in targets() {
            for (site, origin) in sites.into_iter().flat_map(|s| origins.map(|o| (s, o))) {
                for flags in 0..8 {
                    let [repeated, cookie, lenient] = [1, 2, 4].map(|bit| flags & bit != 0);
                    let facts = Facts {
                        host,
                        repeated,
                        target,
                        site,
                        origin,
                        cookie,
                    };
                    space.push(Case { facts, lenient });
                }
            }
        }
    }
    space
}

#[test]
fn the_decision_is_the_first_rule_that_matches_over_the_whole_space() {
    let space = space();
    assert_eq!(space.len(), 3 * 118 * 4 * 5 * 8);
    let mut matched = vec![0; RULES.len()];
    for case in &space {
        let index = RULES.iter().position(|(_, matches, _)| matches(case));
        let index = index.unwrap_or_else(|| panic!("no rule for {case:?}"));
        matched[index] += 1;
        let (name, _, verdict) = RULES[index];
        assert_eq!(
            decide(&case.facts, case.lenient),
            verdict,
            "{name}: {case:?}"
        );
    }
    for ((name, ..), count) in RULES.iter().zip(matched) {
        assert!(count > 0, "{name} never decides");
    }
}

#[test]
fn no_combination_lets_another_site_act_without_being_trusted() {
    for case in space() {
        let foreign = case.site(&[Site::Other])
            || case.site(&[Site::Absent]) && case.origin(&[Origin::Null, Origin::Other]);
        let ours = matches!(case.door(), Some(Door::Rpc | Door::Public));
        if ours && !case.reads() && foreign && !case.origin(&[Origin::Trusted]) {
            let verdict = decide(&case.facts, case.lenient);
            assert!(matches!(verdict, Refuse(_)), "{case:?}");
        }
    }
}

fn facts(policy: &Policy, uri: &str, headers: &[(&str, &str)]) -> Facts {
    let mut request = Request::post(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let (head, ()) = request.body(()).unwrap().into_parts();
    let target = Target::Nowhere(Refusal::UnknownAction);
    Facts::of(&head, host_of(&head), target, policy)
}

fn policy() -> Policy {
    let mut policy = Policy::default();
    policy.allow_host("example.com").unwrap();
    policy.allow_host("example.net:8443").unwrap();
    policy.trust_origin("https://app.example.org").unwrap();
    policy
}

#[test]
fn a_host_is_read_from_one_place_or_alike_from_both() {
    let check = |uri: &str, headers: &[(&str, &str)], expected| {
        let facts = facts(&policy(), uri, headers);
        assert_eq!(facts.host, expected, "{uri} {headers:?}");
    };
    check("/", &[("host", "localhost:3000")], Host::Allowed);
    check("/", &[("host", "Example.COM")], Host::Allowed);
    check("/", &[("host", "example.com:1234")], Host::Allowed);
    check("/", &[("host", "example.net:8443")], Host::Allowed);
    check("https://example.com/", &[], Host::Allowed);
    check(
        "https://example.com/",
        &[("host", "EXAMPLE.com")],
        Host::Allowed,
    );

    check("/", &[("host", "example.net")], Host::Foreign);
    check("/", &[("host", "sub.example.com")], Host::Foreign);
    check("/", &[("host", "example.com.evil.org")], Host::Foreign);
    check("/", &[("host", "192.168.0.1")], Host::Foreign);
    check("https://evil.org/", &[], Host::Foreign);

    check("/", &[], Host::Malformed);
    check("/", &[("host", "")], Host::Malformed);
    check(
        "/",
        &[("host", "localhost"), ("host", "localhost")],
        Host::Malformed,
    );
    check("/", &[("host", "a@localhost")], Host::Malformed);
    check("http://a@localhost/", &[], Host::Malformed);
    check(
        "https://example.com/",
        &[("host", "localhost")],
        Host::Malformed,
    );
    check(
        "https://example.com:1/",
        &[("host", "example.com")],
        Host::Malformed,
    );
    // A forwarded host is anybody's word.
    check("/", &[("x-forwarded-host", "localhost")], Host::Malformed);
    check(
        "/",
        &[("host", "evil.org"), ("forwarded", "host=localhost")],
        Host::Foreign,
    );
}

#[test]
fn an_origin_is_ours_where_host_and_port_agree() {
    let check = |host: &str, origin: &str, expected| {
        let facts = facts(&policy(), "/", &[("host", host), ("origin", origin)]);
        assert_eq!(facts.origin, expected, "{host} {origin}");
    };
    check("localhost:3000", "http://localhost:3000", Origin::Ours);
    check("example.com", "https://example.com", Origin::Ours);
    check("example.com:443", "https://example.com", Origin::Ours);
    check("[::1]:80", "http://[::1]", Origin::Ours);
    check("example.com", "https://app.example.org", Origin::Trusted);
    check("example.com", "null", Origin::Null);

    for origin in [
        "http://localhost:3001",
        "http://localhost",
        "https://localhost.evil.org:3000",
        "ftp://localhost:3000",
        "localhost:3000",
        "http://localhost:3000/",
        "http://localhost:3000, http://localhost:3000",
        "http://app.example.org",
        "https://app.example.org:444",
        "NULL",
        "",
    ] {
        check("localhost:3000", origin, Origin::Other);
    }
}

#[test]
fn a_public_origin_is_compared_with_its_scheme() {
    let mut policy = Policy::default();
    policy.set_public_origin("https://Example.com:443").unwrap();
    policy.trust_origin("https://Partner.example:443").unwrap();
    policy.trust_origin("capacitor://localhost").unwrap();
    let check = |host: &str, origin: &str, expected| {
        let facts = facts(&policy, "/", &[("host", host), ("origin", origin)]);
        assert_eq!(
            (facts.host, facts.origin),
            (Host::Allowed, expected),
            "{origin}"
        );
    };
    check("example.com", "https://example.com", Origin::Ours);
    check("example.com", "http://example.com", Origin::Other);
    check("example.com", "https://example.com:444", Origin::Other);
    check("localhost:3000", "http://localhost:3000", Origin::Other);
    check("example.com", "https://partner.example", Origin::Trusted);
    check("example.com", "capacitor://localhost", Origin::Trusted);
    check("example.com:8443", "https://example.com", Origin::Ours);
}

#[test]
fn repeated_metadata_is_noticed() {
    let check = |headers: &[(&str, &str)], expected| {
        assert_eq!(
            facts(&policy(), "/", headers).repeated,
            expected,
            "{headers:?}"
        );
    };
    let (site, origin) = (
        ("sec-fetch-site", "same-origin"),
        ("origin", "http://localhost"),
    );
    check(&[site, origin], false);
    check(&[site, site], true);
    check(&[origin, site, ("sec-fetch-site", "cross-site")], true);
    check(&[origin, origin], true);
}
