//! How generated code spells types and predicates.

use super::format::identifier;
use crate::model::{Api, DefinitionId, ModulePath, PackageId, PackageRole, Reach, RustType};

/// Where code stands: in the root package, in this module.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope<'api> {
    pub(super) api: &'api Api,
    pub(super) module: &'api [String],
    /// Whether it is about a type of the root package.
    pub(super) own: bool,
}

impl<'api> Scope<'api> {
    /// Whether something can be named here.
    pub(super) fn sees(&self, package: PackageId, reach: &Reach) -> bool {
        let package = &self.api.packages[package.0];
        match reach {
            Reach::Everywhere => package.linked,
            Reach::Within(module) => {
                package.role == PackageRole::Root && self.module.starts_with(module)
            }
            Reach::Nowhere => false,
        }
    }

    /// A type by its full path; `_` for what cannot be named here.
    pub(super) fn ty(&self, ty: &RustType, parameters: &[String]) -> String {
        let spell = |ty: &RustType| self.ty(ty, parameters);
        let list = |types: &[RustType]| types.iter().map(spell).collect::<Vec<_>>();
        match ty {
            RustType::Path(path, arguments) => self.foreign(path, list(arguments)),
            RustType::Definition(id, arguments) => self.definition(*id, list(arguments)),
            RustType::Parameter(index) => match parameters.get(*index) {
                Some(name) => identifier(name),
                None => "_".to_owned(),
            },
            RustType::Reference(inner) => format!("&{}", spell(inner)),
            RustType::Slice(inner) => format!("[{}]", spell(inner)),
            RustType::Array(inner, length) => format!("[{}; {length}]", spell(inner)),
            RustType::ParameterArray(inner, index) => {
                let length = spell(&RustType::Parameter(*index));
                format!("[{}; {length}]", spell(inner))
            }
            RustType::Length(length) => length.to_string(),
            RustType::Tuple(elements) => match list(elements).as_slice() {
                [single] => format!("({single},)"),
                elements => format!("({})", elements.join(", ")),
            },
        }
    }

    fn foreign(&self, path: &str, mut arguments: Vec<String>) -> String {
        let standard = ["::std::", "::core::", "::alloc::"];
        let known = !path.starts_with("::") || standard.iter().any(|root| path.starts_with(root));
        if !known && !self.own {
            // Another crate's dependency need not be one of ours.
            return "_".to_owned();
        }
        if path.ends_with("::Cow") {
            arguments.insert(0, "'_".to_owned());
        }
        let path = path.strip_prefix("::std::primitive::").unwrap_or(path);
        with_arguments(path.to_owned(), &arguments)
    }

    fn definition(&self, id: DefinitionId, mut arguments: Vec<String>) -> String {
        let definition = self.api.definition(id);
        if !self.sees(definition.package, &definition.reach) {
            return "_".to_owned();
        }
        let lifetimes = std::iter::repeat_n("'_".to_owned(), definition.lifetimes);
        arguments.splice(0..0, lifetimes);
        let path = path(
            self.api,
            definition.package,
            &definition.module,
            &definition.name,
        );
        with_arguments(path, &arguments)
    }
}

/// The full path of an item.
pub(super) fn path(api: &Api, package: PackageId, module: &ModulePath, name: &str) -> String {
    let package = &api.packages[package.0];
    let mut path = match package.role {
        PackageRole::Root => "crate".to_owned(),
        _ => format!("::{}", identifier(&package.crate_name)),
    };
    for segment in module.iter().map(String::as_str).chain([name]) {
        path += "::";
        path += &identifier(segment);
    }
    path
}

pub(super) fn with_arguments(path: String, arguments: &[String]) -> String {
    if arguments.is_empty() {
        path
    } else {
        format!("{path}<{}>", arguments.join(", "))
    }
}

/// The predicate that stands for all of `cfg`; nothing where there is none.
pub(super) fn predicate(cfg: &[String]) -> Option<String> {
    match cfg {
        [] => None,
        [single] => Some(single.clone()),
        several => Some(format!("all({})", several.join(", "))),
    }
}

/// The attribute that keeps an item to where all of `cfg` hold.
pub(super) fn cfg_attribute(cfg: &[String]) -> String {
    predicate(cfg).map_or_else(String::new, |predicate| format!("#[cfg({predicate})]\n"))
}
