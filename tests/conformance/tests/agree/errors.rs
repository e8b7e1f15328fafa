//! The rounds that declared errors make: they come from Rust alone, so JavaScript sends back what it
//! was told as a value.

use conformance_tests::faults::Told;
use conformance_tests::seen;

use crate::suite::{JSON, POSTCARD, Suite, values};

/// Holds what JavaScript is told against what the action failed with.
pub(crate) fn compare(action: &str, content_type: &str, fails_with: fn(&Told) -> bool) {
    let wire = content_type.trim_start_matches("application/");
    let suite = Suite::new(&format!("{action}_{wire}"));
    let mut told = values::<Told>();
    told.retain(fails_with);
    let replies = told.iter().map(|one| {
        seen::give(vec![one.clone()]);
        suite.reply(&format!(".{action}"), content_type, b"")
    });
    let replies: Vec<(u16, Vec<u8>)> = replies.collect();
    for ((status, _), told) in replies.iter().zip(&told) {
        assert_eq!(*status, status_of(told), "{told:?}");
    }
    let name = format!("{action}.{wire}");
    suite.write(&name, "errors", &serde_json::to_vec(&replies).unwrap());
    suite.javascript("errors");
    let bytes = postcard::to_stdvec(&told).unwrap();
    for (content_type, ending) in [(POSTCARD, "input.bin"), (JSON, "input.json")] {
        suite.call("told", content_type, &suite.read("told", ending));
        assert!(
            seen::last() == bytes,
            "{name}: JavaScript is told by {ending}"
        );
    }
}

fn status_of(told: &Told) -> u16 {
    match told {
        Told::Missing => 404,
        Told::Taken(_) => 409,
        Told::Busy => 503,
        Told::Crossed(..) | Told::Limited { .. } | Told::Perhaps(_) | Told::Broken { .. } => 400,
    }
}
