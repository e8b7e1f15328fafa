//! How callers say who they are.

use std::collections::BTreeMap;

use crate::json::Json;
use crate::model::{Action, Authentication};

/// Any one of what the extractors of an action know; an empty list where nobody asks.
pub(super) fn requirements(action: &Action) -> Json {
    let mut names: Vec<String> = action.authentication.iter().map(name).collect();
    let mut seen = Vec::new();
    names.retain(|name| {
        let is_new = !seen.contains(name);
        seen.push(name.clone());
        is_new
    });
    let one = |name| Json::object([(name, Json::List(Vec::new()))]);
    Json::List(names.into_iter().map(one).collect())
}

/// The schemes that these actions name.
pub(super) fn schemes<'a>(actions: impl Iterator<Item = &'a Action>) -> BTreeMap<String, Json> {
    let all = actions.flat_map(|action| &action.authentication);
    all.map(|one| (name(one), scheme(one))).collect()
}

fn scheme(authentication: &Authentication) -> Json {
    let key = |place: &str, name: &str| {
        Json::object([
            ("type", Json::text("apiKey")),
            ("in", Json::text(place)),
            ("name", Json::text(name)),
        ])
    };
    match authentication {
        Authentication::Bearer => Json::object([
            ("type", Json::text("http")),
            ("scheme", Json::text("bearer")),
        ]),
        Authentication::ApiKey(header) => key("header", header),
        Authentication::Cookie(cookie) => key("cookie", cookie),
    }
}

fn name(authentication: &Authentication) -> String {
    match authentication {
        Authentication::Bearer => "bearer".to_owned(),
        Authentication::ApiKey(header) => format!("{}-header", legal(header)),
        Authentication::Cookie(cookie) => format!("{}-cookie", legal(cookie)),
    }
}

fn legal(name: &str) -> String {
    let is_legal = |one: char| one.is_ascii_alphanumeric() || "-._".contains(one);
    name.replace(|one| !is_legal(one), "_")
}
