//! Where a type and its fields can be named.

use crate::model::Reach;
use crate::scan::{ModuleId, Sources, Visibility};

/// Where an item of `module` with this visibility can be named by its path.
pub(crate) fn of_item(visibility: Visibility, module: ModuleId, sources: &Sources) -> Reach {
    let mut reach = of_visibility(visibility, sources);
    let mut next = Some(module);
    while let Some(id) = next {
        let module = sources.module(id);
        reach = narrower(reach, of_visibility(module.visibility, sources));
        next = module.parent;
    }
    reach
}

/// Where something of this visibility can be named, whatever is around it.
pub(crate) fn of_visibility(visibility: Visibility, sources: &Sources) -> Reach {
    match visibility {
        Visibility::Public => Reach::Everywhere,
        Visibility::Within(module) => Reach::Within(sources.module(module).path.clone()),
    }
}

/// The part of both. Both are modules around one item, so one lies within the other.
pub(crate) fn narrower(a: Reach, b: Reach) -> Reach {
    match (a, b) {
        (Reach::Nowhere, _) | (_, Reach::Nowhere) => Reach::Nowhere,
        (Reach::Everywhere, other) | (other, Reach::Everywhere) => other,
        (Reach::Within(a), Reach::Within(b)) => {
            Reach::Within(if a.len() >= b.len() { a } else { b })
        }
    }
}
