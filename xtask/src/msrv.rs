//! Whether the workspace's minimum Rust version is what its dependencies allow.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::report::note;
use crate::run::Failure;
use crate::workspace;

/// A Rust version, as numbers that compare.
type Version = Vec<u32>;

/// Fails where a crate that we publish needs, at any distance, a newer Rust than it states.
pub(crate) fn check() -> Result<(), Failure> {
    let metadata = workspace::metadata()?;
    let packages = by_id(&metadata["packages"]);
    let published: Vec<&Value> = members(&metadata)
        .filter_map(|id| packages.get(id).copied())
        .filter(|package| package["publish"].is_null())
        .collect();
    let edges = edges(&metadata);
    let mut too_new = Vec::new();
    for package in &published {
        let stated = version(package)
            .ok_or_else(|| format!("{} states no rust-version", text(package, "name")))?;
        for id in reached(text(package, "id"), &edges) {
            let Some(dependency) = packages.get(id) else {
                continue;
            };
            if version(dependency).is_some_and(|needed| needed > stated) {
                too_new.push(format!(
                    "{} states {} and depends on {} {}, which needs {}",
                    text(package, "name"),
                    text(package, "rust_version"),
                    text(dependency, "name"),
                    text(dependency, "version"),
                    text(dependency, "rust_version"),
                ));
            }
        }
    }
    if too_new.is_empty() {
        note(format_args!(
            "{} published crates keep their word.",
            published.len()
        ));
        Ok(())
    } else {
        Err(too_new.join("\n"))
    }
}

fn by_id(packages: &Value) -> HashMap<&str, &Value> {
    let packages = packages.as_array().into_iter().flatten();
    packages
        .map(|package| (text(package, "id"), package))
        .collect()
}

fn members(metadata: &Value) -> impl Iterator<Item = &str> {
    let members = metadata["workspace_members"].as_array().into_iter();
    members.flatten().filter_map(Value::as_str)
}

/// Each package's dependencies, without those of its tests.
fn edges(metadata: &Value) -> HashMap<&str, Vec<&str>> {
    let nodes = metadata["resolve"]["nodes"]
        .as_array()
        .into_iter()
        .flatten();
    nodes
        .map(|node| {
            let dependencies = node["deps"].as_array().into_iter().flatten();
            let built = dependencies.filter(|dependency| {
                let kinds = dependency["dep_kinds"].as_array().into_iter().flatten();
                kinds.into_iter().any(|kind| kind["kind"] != "dev")
            });
            (text(node, "id"), built.map(|to| text(to, "pkg")).collect())
        })
        .collect()
}

/// Everything that is reached from `start`, which is itself left out.
fn reached<'a>(start: &'a str, edges: &HashMap<&'a str, Vec<&'a str>>) -> HashSet<&'a str> {
    let mut seen = HashSet::new();
    let mut waiting = vec![start];
    while let Some(id) = waiting.pop() {
        let next = edges.get(id).into_iter().flatten();
        waiting.extend(next.copied().filter(|id| seen.insert(*id)));
    }
    seen
}

fn version(package: &Value) -> Option<Version> {
    let stated = package["rust_version"].as_str()?;
    let mut version: Version = stated
        .split('.')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    // 1.89 is 1.89.0.
    version.resize(3, 0);
    Some(version)
}

fn text<'a>(object: &'a Value, key: &str) -> &'a str {
    object[key].as_str().unwrap_or_default()
}
