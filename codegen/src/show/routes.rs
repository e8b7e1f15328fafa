//! Routes of actions.

use super::lines::Lines;
use super::types::ty;
use crate::model::{Action, Api, ParameterPlace, Route, RouteBody, RouteParameter};

pub(super) fn routes(api: &Api, action: &Action, lines: &mut Lines) {
    if !action.rpc {
        lines.line("REST alone");
    }
    for route in &action.routes {
        lines.line(format!("{} {}", route.method.name(), route.path()));
        lines.below(|lines| inside(api, route, lines));
    }
    if let Some(cache) = &action.cache {
        lines.line(format!("cache {cache}"));
    }
}

fn inside(api: &Api, route: &Route, lines: &mut Lines) {
    for one in &route.parameters {
        lines.line(parameter(api, one));
    }
    if let Some(spread) = &route.spread {
        lines.line(format!("query is {} from {}", spread.name, spread.from));
    }
    match &route.body {
        RouteBody::None => {}
        RouteBody::Input(input) => lines.line(format!("body is {}", ty(api, input))),
        RouteBody::Member { name, ty: input } => {
            lines.line(format!("body is {name}: {}", ty(api, input)));
        }
        RouteBody::Object(members) => {
            for member in members {
                let optional = if member.required { "" } else { "?" };
                let shown = ty(api, &member.ty);
                lines.line(format!("body has {}{optional}: {shown}", member.name));
            }
        }
    }
    if let Some(deprecation) = &route.deprecation {
        let sunset = deprecation.sunset.iter();
        let sunset: String = sunset.map(|date| format!(" until {date}")).collect();
        let link = deprecation.link.iter();
        let link: String = link.map(|link| format!(", see {link}")).collect();
        lines.line(format!(
            "deprecated since {}{sunset}{link}",
            deprecation.since
        ));
    }
}

fn parameter(api: &Api, one: &RouteParameter) -> String {
    let place = match one.place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
    };
    let optional = if one.required { "" } else { "?" };
    let form = format!("{:?}", one.form).to_lowercase();
    let several = if one.repeated { ", repeated" } else { "" };
    let default = one.default.iter();
    let default: String = default.map(|json| format!(" = {json}")).collect();
    let shown = ty(api, &one.ty);
    format!(
        "{place} {}{optional}: {shown} ({form}{several}){default}",
        one.name
    )
}
