//! Tests that serde reads and writes a type as the scanner did: names, order, tags, and what is
//! private.

mod names;

use std::collections::{BTreeMap, BTreeSet};

use super::place::{Placed, Subject};
use super::reach::Reached;
use super::shapes::{Root, Shapes};
use super::spell::{cfg_attribute, path, with_arguments};
use super::{Served, format};
use crate::encoding::suits_postcard;
use crate::model::{
    Action, Api, Definition, DefinitionId, Direction, Input, Parameter, ParameterRole, Scalar, Type,
};

/// Everything that is traced.
pub(super) struct Traces<'api> {
    api: &'api Api,
    /// Types with a test of their own.
    types: BTreeMap<DefinitionId, Trace>,
    /// What functions are called with, by the stems of their files, where it involves types that
    /// have no test: private ones, and those of other crates.
    inputs: BTreeMap<&'api str, Vec<Trace>>,
}

/// A type as code names it and as the build step knows it.
struct Trace {
    written: String,
    ty: Type,
    /// Whether a value that was read can be written.
    writes: bool,
}

impl<'api> Traces<'api> {
    pub(super) fn new(served: &Served<'api>, placed: &[Placed<'api>]) -> Self {
        let api = served.api;
        let types: BTreeMap<_, _> = placed
            .iter()
            .filter_map(|item| match item.subject {
                Subject::Definition(id) => Some((id, of_definition(api, id)?)),
                // Error types are never read.
                Subject::Error(_) => None,
            })
            .collect();
        let elsewhere: BTreeSet<DefinitionId> = types.keys().copied().collect();
        let inputs = served.by_stem().into_iter();
        let inputs = inputs.filter_map(|(stem, actions)| match actions[..] {
            [(action, _)] => Some((stem, of_inputs(api, action, &elsewhere))),
            _ => None,
        });
        Self {
            api,
            inputs: inputs.collect(),
            types,
        }
    }

    /// The shapes that the tests need.
    pub(super) fn roots(&self) -> Vec<Root> {
        let inputs = self.inputs.values().flatten();
        let all = self.types.values().chain(inputs);
        all.flat_map(|trace| {
            let output = trace.writes.then_some(Direction::Output);
            let directions = [Direction::Input].into_iter().chain(output);
            directions.map(|direction| (trace.ty.clone(), direction))
        })
        .collect()
    }

    /// The tests that stand at the root.
    pub(super) fn module<'item>(
        &self,
        shapes: &Shapes<'_>,
        placed: impl Iterator<Item = &'item Placed<'api>>,
    ) -> String
    where
        'api: 'item,
    {
        let mut taken = BTreeSet::new();
        let tests: String = placed
            .filter_map(|item| self.subject(item))
            .map(|(id, trace)| {
                let name = names::unique(self.api.definition(id), &mut taken);
                self.test(shapes, id, trace, &name)
            })
            .collect();
        if tests.is_empty() {
            return tests;
        }
        format!("#[cfg(test)]\nmod traces {{ {tests} }}\n")
    }

    /// The test that stands with a proof, in the midst of the user's own items.
    pub(super) fn beside(&self, shapes: &Shapes<'_>, item: &Placed<'_>) -> String {
        let Some((id, trace)) = self.subject(item) else {
            return String::new();
        };
        let name = names::full(self.api.definition(id));
        let test = self.test(shapes, id, trace, &format!("tramline_traces_{name}"));
        format!("#[cfg(test)]\n{test}")
    }

    /// The test of what a function is called with.
    pub(super) fn inputs(&self, shapes: &Shapes<'_>, action: &Action) -> String {
        let traces = self.inputs.get(&*action.stem).into_iter().flatten();
        let assertions: String = traces.map(|trace| assertion(shapes, trace)).collect();
        if assertions.is_empty() {
            return assertions;
        }
        let parts = action.module.iter().chain([&action.function]);
        let name = parts.cloned().collect::<Vec<_>>().join("_");
        format!("#[cfg(test)]\n#[test]\nfn tramline_traces_input_of_{name}() {{ {assertions} }}\n")
    }

    fn subject(&self, item: &Placed<'_>) -> Option<(DefinitionId, &Trace)> {
        match item.subject {
            Subject::Definition(id) => Some((id, self.types.get(&id)?)),
            Subject::Error(_) => None,
        }
    }

    fn test(&self, shapes: &Shapes<'_>, id: DefinitionId, trace: &Trace, name: &str) -> String {
        let cfg = cfg_attribute(&self.api.definition(id).cfg);
        let assertion = assertion(shapes, trace);
        format!("{cfg}#[test]\nfn {name}() {{ {assertion} }}\n")
    }
}

/// Where the types of the shapes stand in the source.
pub(super) fn sources(api: &Api, shapes: &Shapes<'_>) -> String {
    let rows: String = shapes
        .definitions()
        .filter_map(|(name, ty)| {
            let Type::Named(id, _) = ty else { return None };
            let source = &api.definition(*id).source;
            Some(format!("(&{name}, {}),", format::literal(source)))
        })
        .collect();
    format!(
        "/// Where what they describe was found.\n\
         #[cfg(test)]\n\
         pub(crate) static SOURCES: ::tramline::codegen::Sources<'static> = &[{rows}];\n"
    )
}

fn assertion(shapes: &Shapes<'_>, trace: &Trace) -> String {
    let written = &trace.written;
    let input = shapes.reference(&trace.ty, Direction::Input);
    let (function, output) = match trace.writes {
        true => {
            let output = shapes.reference(&trace.ty, Direction::Output);
            ("assert_reads_and_writes", format!("{output}, "))
        }
        false => ("assert_reads", String::new()),
    };
    format!(
        "::tramline::codegen::{function}::<{written}>\
         ({input}, {output}crate::tramline_actions::shapes::SOURCES);\n"
    )
}

/// What serde writes is only seen of values that it has read, so of types that cannot be read
/// nothing is.
fn of_definition(api: &Api, id: DefinitionId) -> Option<Trace> {
    let definition = api.definition(id);
    let ty = filled(definition, id);
    // Which arguments satisfy a bound, nothing here knows.
    if definition.bounded || !definition.deserialize || !suits_postcard(api, &ty, Direction::Input)
    {
        return None;
    }
    Some(Trace {
        written: written(api, definition),
        writes: definition.serialize && suits_postcard(api, &ty, Direction::Output),
        ty,
    })
}

fn of_inputs(api: &Api, action: &Action, elsewhere: &BTreeSet<DefinitionId>) -> Vec<Trace> {
    let types: Vec<&Type> = match &action.input {
        Input::None => Vec::new(),
        Input::Struct(ty) => vec![ty],
        Input::Fields(fields) => fields.iter().map(|field| &field.ty).collect(),
    };
    let is_wire = |parameter: &&Parameter| matches!(parameter.role, ParameterRole::Wire { .. });
    let wire = action.parameters.iter().filter(is_wire);
    wire.zip(types)
        .filter(|(_, ty)| {
            let mut involved = Reached::from(api, ty).definitions.into_iter();
            let is_new = involved.any(|id| !elsewhere.contains(&id));
            is_new && suits_postcard(api, ty, Direction::Input)
        })
        .map(|(parameter, ty)| Trace {
            written: parameter.written.clone(),
            ty: ty.clone(),
            writes: false,
        })
        .collect()
}

/// A generic type is traced with the simplest arguments: it is about its own fields.
fn filled(definition: &Definition, id: DefinitionId) -> Type {
    let mut arguments = vec![Type::Scalar(Scalar::U8); definition.parameters.len()];
    for (index, _) in &definition.constants {
        arguments[*index] = Type::Length(1);
    }
    Type::Named(id, arguments)
}

fn written(api: &Api, definition: &Definition) -> String {
    let mut arguments = vec!["u8"; definition.parameters.len()];
    for (index, ty) in &definition.constants {
        arguments[*index] = match ty.as_str() {
            "bool" => "false",
            "char" => "'a'",
            _ => "1",
        };
    }
    let lifetimes = std::iter::repeat_n("'_", definition.lifetimes);
    let arguments = lifetimes.chain(arguments).map(str::to_owned);
    let path = path(
        api,
        definition.package,
        &definition.module,
        &definition.name,
    );
    with_arguments(path, &arguments.collect::<Vec<_>>())
}
