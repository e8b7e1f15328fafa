//! Routes of functions that name none, in modules of which the build script speaks.

use tramline_syntax::route::Pattern;

use crate::choices::RestDefault;
use crate::model::{Action, Api, Kind, PackageId};

/// The route that the build script gives the function, or why it is none.
pub(super) fn of(action: &Action, defaults: &[RestDefault]) -> Option<Result<Pattern, Unfit>> {
    if action.package != PackageId(0) {
        return None;
    }
    let default = defaults.iter().find(|one| one.module == action.module)?;
    let method = match action.kind {
        Kind::Query => "GET",
        Kind::Action => "POST",
    };
    let mut text = format!("{method} {}", default.prefix.trim_end_matches('/'));
    for name in action.module.last().into_iter().chain([&action.function]) {
        text += &format!("/{}", kebab(name));
    }
    let wrong = match Pattern::parse(&text) {
        // A name in the prefix would be an input of every function.
        Ok(pattern) if pattern.parameters().next().is_none() && pattern.query.is_empty() => {
            return Some(Ok(pattern));
        }
        Ok(_) => "it has parameters".to_owned(),
        Err(wrong) => wrong.why,
    };
    Some(Err(Unfit { text, why: wrong }))
}

/// What `Builder::rest_defaults` says of modules that have no function, in a line for each.
pub(crate) fn idle_defaults(api: &Api, defaults: &[RestDefault]) -> Vec<String> {
    let own = api.actions.iter().filter(|one| one.package == PackageId(0));
    let idle = defaults
        .iter()
        .filter(|default| !own.clone().any(|action| action.module == default.module));
    let line = |default: &RestDefault| {
        let module = default.module.join("::");
        format!(
            "`Builder::rest_defaults` speaks of `crate::{module}`, where no function is exposed"
        )
    };
    idle.map(line).collect()
}

/// A prefix that makes no route.
pub(super) struct Unfit {
    pub(super) text: String,
    pub(super) why: String,
}

/// `find_by_name` is `find-by-name`.
fn kebab(name: &str) -> String {
    name.trim_matches('_').replace('_', "-")
}
