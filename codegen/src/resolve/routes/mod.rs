//! What leads to a function by REST: the routes of its attribute, and where each of its inputs
//! stands in them.
//!
//! It reads the model alone, and only of functions that nothing else is wrong with, so that no
//! mistake is told twice.

mod defaults;
mod forms;
mod mapping;
mod offers;
mod refusals;

use proc_macro2::Span;
use tramline_syntax::action::{ActionOptions, Cache};
use tramline_syntax::deprecation::Deprecation;
use tramline_syntax::path::Segment as WrittenSegment;
use tramline_syntax::route::{Method as WrittenMethod, Pattern, Route as WrittenRoute};

pub(crate) use self::defaults::idle_defaults;
use self::mapping::Mapping;
use self::offers::Offers;
use super::actions::Draft;
use super::modeller::Modeller;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::{self, Location, Method, Route, Segment};

/// What the attribute of a function says of REST.
#[derive(Debug, Default)]
pub(crate) struct Doors {
    routes: Vec<WrittenRoute>,
    deprecation: Option<Deprecation>,
    cache: Option<Cache>,
    rest_only: Option<Span>,
}

impl Doors {
    pub(super) fn take(options: &mut ActionOptions) -> Self {
        Doors {
            routes: std::mem::take(&mut options.routes),
            deprecation: options.deprecation.take(),
            cache: options.cache.take(),
            rest_only: options.rest_only,
        }
    }
}

/// A route before its inputs have found their places.
struct Wanted<'a> {
    pattern: &'a Pattern,
    deprecation: Option<&'a Deprecation>,
    at: Location,
}

impl Modeller<'_> {
    /// Gives the function of a draft its routes, and refuses what cannot be one.
    pub(crate) fn route(&self, draft: &mut Draft<'_>, diagnostics: &mut Diagnostics) {
        if draft.action.webhook.is_some() {
            // Its path is its only door.
            return;
        }
        let doors = std::mem::take(&mut draft.doors);
        let locate = |span: Span| self.locate(draft.function.module, span);
        let wanted = doors.routes.iter().map(|route| Wanted {
            pattern: &route.pattern,
            deprecation: route.deprecation.as_ref().or(doors.deprecation.as_ref()),
            at: locate(route.span),
        });
        let mut wanted: Vec<Wanted<'_>> = wanted.collect();
        let mut refused = Vec::new();
        let usual = match wanted.is_empty() {
            true => defaults::of(&draft.action, &self.choices.rest_defaults).transpose(),
            false => Ok(None),
        };
        let usual = usual.unwrap_or_else(|unfit| {
            refused.push(refusals::unfit_default(&unfit, draft.action.location));
            None
        });
        wanted.extend(usual.as_ref().map(|pattern| Wanted {
            pattern,
            deprecation: doors.deprecation.as_ref(),
            at: draft.action.location,
        }));
        let offers = Offers::of(&draft.action.input, &self.definitions);
        let mut routes = Vec::new();
        for wanted in &wanted {
            let mapping = Mapping {
                function: &draft.action.function,
                kind: draft.action.kind,
                offers: &offers,
                definitions: &self.definitions,
                wanted,
            };
            match mapping.run() {
                Ok(route) => routes.push(route),
                Err(wrong) => refused.extend(wrong),
            }
        }
        refused.extend(self.without_effect(draft, &doors, wanted.is_empty()));
        let stem = self.stem(draft.action.package, &draft.action.stem);
        for one in refused {
            diagnostics.push(one.stem(stem.clone()));
        }
        draft.action.routes = routes;
        draft.action.rpc = doors.rest_only.is_none();
        draft.action.cache = doors.cache.map(|cache| cache.header);
    }

    /// Options that speak of routes where there are none, or of answers that nobody keeps.
    fn without_effect(
        &self,
        draft: &Draft<'_>,
        doors: &Doors,
        without_route: bool,
    ) -> Vec<Diagnostic> {
        let function = &draft.action.function;
        let locate = |span: Span| self.locate(draft.function.module, span);
        let mut refused = Vec::new();
        if let Some(cache) = &doors.cache
            && draft.action.kind == model::Kind::Action
        {
            refused.push(refusals::cached_action(function, locate(cache.span)));
        }
        if !without_route {
            return refused;
        }
        if let Some(span) = doors.rest_only {
            refused.push(refusals::no_door(function, locate(span)));
        }
        let cache = doors.cache.as_ref().map(|cache| cache.span);
        refused.extend(cache.map(|span| refusals::no_route(function, "cache", locate(span))));
        refused.extend(doors.deprecation.as_ref().map(|_| {
            let at = draft.action.location;
            refusals::no_route(function, "deprecated", at)
        }));
        refused
    }
}

fn method(written: WrittenMethod) -> Method {
    match written {
        WrittenMethod::Get => Method::Get,
        WrittenMethod::Post => Method::Post,
        WrittenMethod::Put => Method::Put,
        WrittenMethod::Patch => Method::Patch,
        WrittenMethod::Delete => Method::Delete,
    }
}

fn segment(written: &WrittenSegment) -> Segment {
    match written {
        WrittenSegment::Literal(text) => Segment::Literal(text.clone()),
        WrittenSegment::Parameter(name) => Segment::Parameter(name.clone()),
    }
}

fn deprecation(written: &Deprecation) -> model::Deprecation {
    model::Deprecation {
        since: written.since.to_string(),
        sunset: written.sunset.map(|date| date.to_string()),
        link: written.link.clone(),
    }
}

impl Wanted<'_> {
    /// The route, without any input.
    fn outline(&self) -> Route {
        Route {
            method: method(self.pattern.method),
            version: self.pattern.version.clone(),
            segments: self.pattern.segments.iter().map(segment).collect(),
            parameters: Vec::new(),
            spread: None,
            body: model::RouteBody::None,
            deprecation: self.deprecation.map(deprecation),
            location: self.at,
        }
    }

    /// `GET /v1/products/{id}`
    fn text(&self) -> String {
        format!("{} {}", self.pattern.method, self.pattern.path())
    }
}
