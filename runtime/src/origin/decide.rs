//! The rules, in order; the first that matches decides.

use super::facts::{Access, Door, Facts, Host, Origin, Site, Target};
use crate::refusal::Refusal;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Allow,
    /// The door has its own way to tell who calls, and cookies play no part in it.
    AllowWithoutCookies,
    Refuse(Refusal),
}

/// Decides about a request. With `lenient`, R17 allows: a cookie without any word on where it
/// comes from.
pub(crate) fn decide(facts: &Facts, lenient: bool) -> Verdict {
    match facts.host {
        Host::Malformed => return Verdict::Refuse(Refusal::BadHost), // R1
        Host::Foreign => return Verdict::Refuse(Refusal::HostNotAllowed), // R2
        Host::Allowed => {}
    }
    let (door, access, allowed, skew) = match facts.target {
        Target::Nowhere(refusal) => return Verdict::Refuse(refusal),
        Target::Route {
            door,
            access,
            allowed,
            skew,
        } => (door, access, allowed, skew),
    };
    if facts.repeated {
        return Verdict::Refuse(Refusal::DuplicateHeader); // R3
    }
    if !allowed {
        return Verdict::Refuse(Refusal::MethodNotAllowed); // R4
    }
    if let Some(refusal) = skew {
        // Before the rules about origins, which must not hide from a page that it is outdated.
        return Verdict::Refuse(refusal);
    }
    match (door, access) {
        (Door::Webhook | Door::Bearer, _) => Verdict::AllowWithoutCookies, // R5, R6
        (Door::Public, Access::Read) => Verdict::AllowWithoutCookies,      // R7
        // R17 is about cookies, which are nobody's here.
        (Door::Public, Access::Write) => match write(facts, true) {
            Verdict::Allow => Verdict::AllowWithoutCookies,
            verdict => verdict,
        },
        (Door::Rpc, Access::Read) => read(facts),
        (Door::Rpc, Access::Write) => write(facts, lenient),
    }
}

/// R8 to R10: what another origin may see.
fn read(facts: &Facts) -> Verdict {
    match (facts.site, facts.origin) {
        (Site::Absent | Site::SameOrigin | Site::None, _) => Verdict::Allow, // R8
        (Site::Other, Origin::Trusted) => Verdict::Allow,                    // R9
        (Site::Other, _) => Verdict::Refuse(Refusal::CrossOriginRead),       // R10
    }
}

/// R11 to R17: what another origin may do.
fn write(facts: &Facts, lenient: bool) -> Verdict {
    match (facts.site, facts.origin) {
        (Site::SameOrigin | Site::None, _) => Verdict::Allow, // R11
        (Site::Other, Origin::Trusted) => Verdict::Allow,     // R12
        (Site::Other, _) => Verdict::Refuse(Refusal::CsrfCrossOrigin), // R12
        (Site::Absent, Origin::Ours | Origin::Trusted) => Verdict::Allow, // R13
        (Site::Absent, Origin::Null) => Verdict::Refuse(Refusal::CsrfNullOrigin), // R14
        (Site::Absent, Origin::Other) => Verdict::Refuse(Refusal::CsrfOriginMismatch), // R15
        (Site::Absent, Origin::Absent) if !facts.cookie || lenient => Verdict::Allow, // R16, R17
        (Site::Absent, Origin::Absent) => Verdict::Refuse(Refusal::CsrfMissingMetadata), // R17
    }
}
