//! What is compatible, and why not.

mod cases;
mod edit;
mod parts;
mod properties;
mod read;
mod soundness;
mod table;
mod texts;
mod value;
mod world;
mod write;

use super::{Finding, Schema};
use crate::testing::Files;

/// The schema of the action `f` in some source, in which `#E` stands for the derives.
fn schema(source: &str) -> Schema {
    let source = source.replace("#E", "#[derive(Serialize, Deserialize)]");
    let source = format!("use serde::*; use std::collections::*; {source}");
    let front = Files::parse(&source).read();
    assert_eq!(front.rendered(), "", "{source}");
    let action = front.api.actions.iter().find(|action| action.name == "f");
    Schema::of(&front.api, action.unwrap())
}

/// What an open client of the one meets at a server of the other.
fn compare(old: &str, new: &str) -> Vec<Finding> {
    let old = Schema::parse(&schema(old).to_string()).unwrap();
    super::compare(&old, &schema(new))
}
