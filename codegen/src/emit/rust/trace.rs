//! Tests that serde reads a type as the scanner did: names, order, and what is private.

use std::collections::BTreeSet;

use super::format::{identifier, literal};
use super::place::{Placed, Subject};
use super::reach::Reached;
use super::spell::{cfg_attribute, path, with_arguments};
use super::trace_lines;
use crate::model::{
    Action, Api, Definition, DefinitionId, Input, Parameter, ParameterRole, Scalar, Type,
};

/// The tests that stand at the root.
pub(super) fn module<'item, 'api: 'item>(
    api: &'api Api,
    placed: impl Iterator<Item = &'item Placed<'api>>,
) -> String {
    let mut taken = BTreeSet::new();
    let tests: String = placed
        .filter_map(|item| subject(api, item))
        .map(|id| {
            let name = name(api.definition(id), &mut taken);
            test(api, id, &name)
        })
        .collect();
    if tests.is_empty() {
        return tests;
    }
    format!("#[cfg(test)]\nmod traces {{ {tests} }}\n")
}

/// The test that stands with a proof, in the midst of the user's own items.
pub(super) fn beside(api: &Api, item: &Placed<'_>) -> String {
    let Some(id) = subject(api, item) else {
        return String::new();
    };
    let definition = api.definition(id);
    let parts = definition.module.iter().chain([&definition.name]);
    let name = parts.map(|part| snake_case(part)).collect::<Vec<_>>();
    let test = test(api, id, &format!("tramline_traces_{}", name.join("_")));
    format!("#[cfg(test)]\n{test}")
}

/// The test of what a function is called with, where it involves types that no other test traces:
/// private ones, and those of other crates.
pub(super) fn inputs(api: &Api, action: &Action, elsewhere: &BTreeSet<DefinitionId>) -> String {
    let types: Vec<&Type> = match &action.input {
        Input::None => Vec::new(),
        Input::Struct(ty) => vec![ty],
        Input::Fields(fields) => fields.iter().map(|field| &field.ty).collect(),
    };
    let is_wire = |parameter: &&Parameter| matches!(parameter.role, ParameterRole::Wire { .. });
    let wire = action.parameters.iter().filter(is_wire);
    let assertions: String = wire
        .zip(types)
        .filter(|(_, ty)| {
            let mut involved = Reached::from(api, ty).definitions.into_iter();
            involved.any(|id| !elsewhere.contains(&id))
        })
        .map(|(parameter, ty)| assertion(api, &parameter.written, ty))
        .collect();
    if assertions.is_empty() {
        return assertions;
    }
    let parts = action.module.iter().chain([&action.function]);
    let name = parts.cloned().collect::<Vec<_>>().join("_");
    format!("#[cfg(test)]\n#[test]\nfn tramline_traces_input_of_{name}() {{ {assertions} }}\n")
}

fn assertion(api: &Api, written: &str, ty: &Type) -> String {
    let lines: String = trace_lines::of(api, ty)
        .iter()
        .map(|line| format!("{},", literal(line)))
        .collect();
    format!("::tramline::codegen::assert_traces::<{written}>(&[{lines}]);\n")
}

/// The types with a test of their own.
pub(super) fn traced(api: &Api, placed: &[Placed<'_>]) -> BTreeSet<DefinitionId> {
    placed
        .iter()
        .filter_map(|item| subject(api, item))
        .collect()
}

fn subject(api: &Api, item: &Placed<'_>) -> Option<DefinitionId> {
    match item.subject {
        Subject::Definition(id) => api.definition(id).deserialize.then_some(id),
        // Error types are never decoded.
        Subject::Error(_) => None,
    }
}

fn test(api: &Api, id: DefinitionId, name: &str) -> String {
    let definition = api.definition(id);
    let path = path(
        api,
        definition.package,
        &definition.module,
        &definition.name,
    );
    // A generic type is traced with the simplest argument: it is about its own fields.
    let lifetimes = vec!["'_"; definition.lifetimes];
    let mut fill = vec!["u8"; definition.parameters.len()];
    let mut filled = vec![Type::Scalar(Scalar::U8); definition.parameters.len()];
    for (index, ty) in &definition.constants {
        fill[*index] = match ty.as_str() {
            "bool" => "false",
            "char" => "'a'",
            _ => "1",
        };
        filled[*index] = Type::Length(1);
    }
    let arguments: Vec<String> = [lifetimes, fill]
        .concat()
        .into_iter()
        .map(str::to_owned)
        .collect();
    let ty = with_arguments(path, &arguments);
    let assertion = assertion(api, &ty, &Type::Named(id, filled));
    let cfg = cfg_attribute(&definition.cfg);
    format!("{cfg}#[test]\nfn {name}() {{ {assertion} }}\n")
}

/// The type's name in snake case, with its module where that alone would not do.
fn name(definition: &Definition, taken: &mut BTreeSet<String>) -> String {
    let mut name = snake_case(&definition.name);
    for segment in definition.module.iter().rev() {
        if !taken.contains(&name) {
            break;
        }
        name = format!("{}_{name}", snake_case(segment));
    }
    // `a::b_c` and `a_b::c`.
    while taken.contains(&name) {
        name.push('_');
    }
    taken.insert(name.clone());
    name
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(character.to_lowercase());
    }
    // A type may have a keyword's name, apart from case.
    if identifier(&snake) != snake {
        snake.push('_');
    }
    snake
}
