//! What Rust and JavaScript are held against each other with has a field for every row.

use super::adapters;
use super::modules::{self, Form};

const FIELDS: &str = include_str!("../../../../tests/conformance/src/conversions.rs");

/// Gone from `serde_with` since its second release, and so not to be had beside the others.
const OF_OLD_RELEASES: &[&str] = &[
    "serde_with::json::nested",
    "serde_with::rust::display_fromstr",
    "serde_with::rust::string_empty_as_none",
];

#[test]
fn every_module_is_compared_with_javascript() {
    let rows = modules::TABLE.iter();
    let rows = rows.filter(|row| !matches!(row.form, Form::Refused(_)));
    for row in rows.filter(|row| !OF_OLD_RELEASES.contains(&row.path)) {
        let ends = ["", "::serialize", "::deserialize"];
        let named = ends.map(|end| FIELDS.contains(&format!("\"{}{end}\"", row.path)));
        assert!(named.contains(&true), "no field has {}", row.path);
    }
}

#[test]
fn every_adapter_is_compared_with_javascript() {
    for (name, _) in adapters::TABLE {
        let path = format!("serde_with::{name}");
        let mut named = FIELDS.split(&path).skip(1);
        let is_whole = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric());
        assert!(named.any(is_whole), "no field has serde_with::{name}");
    }
}
