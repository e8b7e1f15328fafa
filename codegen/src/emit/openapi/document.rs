//! One document: everything that the paths of a version offer.

use std::collections::{BTreeMap, BTreeSet};

use super::component::{Refer, Side};
use super::components::{Components, mentions};
use super::names::Names;
use super::operation_ids::OperationIds;
use super::operations::{self, Operation};
use super::schemas::Schemas;
use super::{headers, info, parameters, refusals, security, texts, webhooks};
use crate::emit::MARK;
use crate::json::Json;
use crate::model::{About, Action, Api, Event, PackageId, Route, Segment};

/// A document in the making.
#[derive(Debug)]
pub(super) struct Document<'a> {
    pub(super) api: &'a Api,
    version: &'a str,
    about: &'a About,
    /// Sorted by path and method.
    pub(super) operations: Vec<Operation<'a>>,
    pub(super) ids: OperationIds,
}

/// A path without the names of its parameters.
type Shape<'a> = Vec<Option<&'a str>>;

impl<'a> Document<'a> {
    pub(super) fn new(api: &'a Api, version: &'a str, about: &'a About) -> Self {
        let operations = operations(api, version);
        let ids = OperationIds::new(&operations);
        Document {
            api,
            version,
            about,
            operations,
            ids,
        }
    }

    /// The whole document.
    pub(super) fn write(&self) -> Json {
        // Once to learn what it mentions, and once with the names of that.
        let roots = mentions(|refer| {
            self.body(refer);
        });
        let components = Components::new(self.api, roots);
        let names = Names::new(self.api, &components, &self.ids);
        let mut document = self.body(&|component, direction| names.of(component, direction));
        let schemas = components.schemas(self.api, &names);
        let parts = self.parts(&document, schemas);
        if let Json::Object(members) = &mut document {
            members.retain(|(name, _)| name != SHARED);
        }
        document.with("components", parts)
    }

    /// Everything but the components; the answers that operations may share stand aside.
    fn body(&self, refer: Refer<'_>) -> Json {
        let schemas = |side| Schemas {
            api: self.api,
            refer,
            side,
        };
        let output = schemas(Side::Output);
        Json::object([("x-generator", Json::text(MARK))])
            .with("openapi", Json::text("3.1.0"))
            .with("info", info::info(self.about))
            .with("servers", Json::List(vec![server()]))
            .with("tags", self.tags())
            .with("paths", self.paths(refer))
            .with_some("webhooks", webhooks::webhooks(&output, self.events()))
            .with(
                SHARED,
                Json::object(refusals::components(&output, &self.operations)),
            )
    }

    fn paths(&self, refer: Refer<'_>) -> Json {
        let mut paths: Vec<(String, Json)> = Vec::new();
        for operation in &self.operations {
            let schemas = Schemas {
                api: self.api,
                refer,
                side: Side::Input,
            };
            let method = operations::method(operation.route.method);
            let written = operations::operation(self, schemas, operation);
            let path = operation.path();
            match paths.last_mut() {
                Some((last, item)) if *last == path => {
                    *item = item.clone().with(method, written);
                }
                _ => paths.push((path, Json::object([(method, written)]))),
            }
        }
        Json::Object(paths)
    }

    /// The components that something refers to.
    fn parts(&self, document: &Json, schemas: Json) -> Json {
        let shared = document.get(SHARED).cloned().unwrap_or(Json::Null);
        let mut used = BTreeSet::new();
        document
            .get("paths")
            .into_iter()
            .for_each(|paths| references(paths, &mut used));
        let responses = chosen(shared, "responses", &used);
        references(&responses, &mut used);
        let parameters = chosen(Json::object(parameters::components()), "parameters", &used);
        let headers = chosen(Json::object(headers::components()), "headers", &used);
        let actions = self.operations.iter().map(|operation| operation.action);
        let schemes = Json::object(security::schemes(actions));
        let parts = [
            ("schemas", schemas),
            ("responses", responses),
            ("parameters", parameters),
            ("headers", headers),
            ("securitySchemes", schemes),
        ];
        let parts = parts.into_iter();
        Json::object(parts.filter(|(_, part)| *part != Json::Object(Vec::new())))
    }

    fn events(&self) -> impl Iterator<Item = &'a Event> {
        let version = self.version;
        let events = self.api.events.iter();
        events.filter(move |event| event.version == version)
    }

    /// The module that a function stands in.
    pub(super) fn tag(&self, action: &Action) -> String {
        match action.module.last() {
            Some(module) => module.clone(),
            None => self.api.packages[action.package.0].crate_name.clone(),
        }
    }

    fn tags(&self) -> Json {
        let mut tags: BTreeMap<String, Option<&str>> = BTreeMap::new();
        for operation in &self.operations {
            let docs = self.module_docs(operation.action);
            let known = tags.entry(self.tag(operation.action)).or_default();
            *known = known.or(docs);
        }
        let tag = |(name, docs): (String, Option<&str>)| {
            let description = docs.and_then(texts::prose).map(Json::Text);
            Json::object([("name", Json::Text(name))]).with_some("description", description)
        };
        Json::List(tags.into_iter().map(tag).collect())
    }

    fn module_docs(&self, action: &Action) -> Option<&'a str> {
        let key: (PackageId, _) = (action.package, action.module.clone());
        self.api.modules.get(&key).map(String::as_str)
    }
}

/// Where the answers stand that operations may share, before those are chosen that do.
const SHARED: &str = "shared";

fn server() -> Json {
    Json::object([("url", Json::text("/"))])
}

/// The routes of a version, by path and method.
fn operations<'a>(api: &'a Api, version: &str) -> Vec<Operation<'a>> {
    let mut operations = Vec::new();
    let mut paths: BTreeMap<Shape<'_>, &'a Route> = BTreeMap::new();
    for (action_index, action) in api.actions.iter().enumerate() {
        for (route_index, route) in action.routes.iter().enumerate() {
            if route.version == version {
                operations.push(Operation {
                    action_index,
                    action,
                    route_index,
                    route,
                    path_of: paths.entry(shape(route)).or_insert(route),
                });
            }
        }
    }
    operations.sort_by_key(|one: &Operation<'_>| (shape(one.route), one.route.method));
    operations
}

fn shape(route: &Route) -> Shape<'_> {
    let segments = route.segments.iter().map(|segment| match segment {
        Segment::Literal(text) => Some(text.as_str()),
        Segment::Parameter(_) => None,
    });
    segments.collect()
}

/// Those members of `all` that are referred to as this kind of component.
fn chosen(all: Json, kind: &str, used: &BTreeSet<String>) -> Json {
    match all {
        Json::Object(members) => {
            let members = members.into_iter();
            let is_used = |name: &str| used.contains(&format!("#/components/{kind}/{name}"));
            Json::Object(members.filter(|(name, _)| is_used(name)).collect())
        }
        other => other,
    }
}

fn references(json: &Json, found: &mut BTreeSet<String>) {
    match json {
        Json::List(elements) => elements.iter().for_each(|one| references(one, found)),
        Json::Object(members) => {
            for (name, value) in members {
                match value {
                    Json::Text(target) if name == "$ref" => {
                        found.insert(target.clone());
                    }
                    value => references(value, found),
                }
            }
        }
        Json::Null | Json::Bool(_) | Json::Text(_) | Json::Raw(_) => {}
    }
}
