//! Every name of the client, decided before anything is written, so that files can refer to each
//! other.

use std::collections::{BTreeMap, BTreeSet};

use super::demand::{Demand, Instance};
use super::layout::Layout;
use super::names::{Scope, camel_case, pascal_case};
use super::tree::{FileId, Symbol, TypeExpr};
use super::{errors, types, words};
use crate::model::{Action, Api, DefinitionId, ErrorId, Input, PackageId};

/// The names of the client.
#[derive(Debug)]
pub(super) struct Catalog<'a> {
    pub(super) api: &'a Api,
    pub(super) layout: Layout,
    pub(super) actions: Vec<NamedAction<'a>>,
    pub(super) readers: BTreeMap<Instance, Symbol>,
    pub(super) writers: BTreeMap<Instance, Symbol>,
    definitions: BTreeMap<DefinitionId, NamedDefinition>,
    errors: BTreeMap<ErrorId, ErrorNames>,
    scopes: Vec<Scope>,
}

/// An action and what it is called here.
#[derive(Debug)]
pub(super) struct NamedAction<'a> {
    pub(super) action: &'a Action,
    pub(super) file: FileId,
    pub(super) function: String,
    /// The interface of its wire parameters, and its writer.
    pub(super) input: Option<(Symbol, Symbol)>,
    /// The error types of its union.
    pub(super) errors: Vec<ErrorId>,
    /// The reader of a union of several.
    pub(super) error_reader: Option<Symbol>,
}

/// What an error type is called here.
#[derive(Clone, Debug)]
pub(super) struct ErrorNames {
    pub(super) ty: Symbol,
    pub(super) reader: Symbol,
}

#[derive(Debug)]
struct NamedDefinition {
    symbol: Symbol,
    parameters: Vec<String>,
    used: Vec<bool>,
}

impl<'a> Catalog<'a> {
    /// Whether some input holds it.
    pub(super) fn is_written(&self, id: DefinitionId) -> bool {
        self.writers.keys().any(|(written, _)| *written == id)
    }

    /// Names everything that the actions need. The names that users see are given first.
    pub(super) fn new(api: &'a Api) -> Self {
        let actions = distinct(&api.actions);
        let demand = Demand::of(api, &actions);
        let layout = Layout::new(api, modules(api, &actions, &demand));
        let scopes = vec![Scope::default(); layout.files().count()];
        let mut catalog = Catalog {
            api,
            layout,
            actions: Vec::new(),
            readers: BTreeMap::new(),
            writers: BTreeMap::new(),
            definitions: BTreeMap::new(),
            errors: BTreeMap::new(),
            scopes,
        };
        catalog.name_definitions(&demand);
        catalog.name_errors(&demand);
        catalog.name_actions(actions);
        catalog.name_parameters();
        catalog.name_codecs(&demand);
        catalog
    }

    /// The TypeScript declaration of a definition.
    pub(super) fn definition(&self, id: DefinitionId) -> &Symbol {
        &self.definitions[&id].symbol
    }

    /// Which type parameters the declaration has.
    pub(super) fn used_parameters(&self, id: DefinitionId) -> &[bool] {
        &self.definitions[&id].used
    }

    /// What the type parameters are called in the declaration.
    pub(super) fn parameters(&self, id: DefinitionId) -> &[String] {
        &self.definitions[&id].parameters
    }

    /// The declarations of a file, as their source has them.
    pub(super) fn definitions_of(&self, file: FileId) -> Vec<DefinitionId> {
        let here = self
            .definitions
            .iter()
            .filter(|(_, one)| one.symbol.file() == Some(file));
        let mut ids: Vec<DefinitionId> = here.map(|(id, _)| *id).collect();
        ids.sort_by_key(|id| self.api.definition(*id).location);
        ids
    }

    /// The error types of a file, as its source has them.
    pub(super) fn errors_of(&self, file: FileId) -> Vec<ErrorId> {
        let here = self
            .errors
            .iter()
            .filter(|(_, one)| one.ty.file() == Some(file));
        let mut ids: Vec<ErrorId> = here.map(|(id, _)| *id).collect();
        ids.sort_by_key(|id| self.api.errors[id.0].location);
        ids
    }

    /// The actions of a file, as its source has them.
    pub(super) fn actions_of(&self, file: FileId) -> Vec<&NamedAction<'a>> {
        let mut here: Vec<_> = self.actions.iter().filter(|one| one.file == file).collect();
        here.sort_by_key(|one| one.action.location);
        here
    }

    /// An error type that has a code to declare.
    pub(super) fn error(&self, id: ErrorId) -> Option<&ErrorNames> {
        self.errors.get(&id)
    }

    /// The union of several error types.
    pub(super) fn error_union(&self, errors: &[ErrorId]) -> TypeExpr {
        let names = errors.iter().filter_map(|id| self.error(*id));
        TypeExpr::union(names.map(|names| TypeExpr::Name(names.ty.clone(), Vec::new())))
    }

    /// The names in use in a file.
    pub(super) fn scope(&self, file: FileId) -> Scope {
        self.scopes[file.0].clone()
    }

    fn claim(&mut self, file: FileId, wanted: &str) -> Symbol {
        Symbol::Item(file, self.scopes[file.0].claim(wanted))
    }

    fn name_definitions(&mut self, demand: &Demand) {
        let ids = demand.definitions();
        let mut used = types::used_parameters(self.api, &ids);
        for id in ids {
            let definition = self.api.definition(id);
            let file = self.layout.file(definition.package, &definition.module);
            let named = NamedDefinition {
                symbol: self.claim(file, &definition.name),
                parameters: Vec::new(),
                used: used.remove(&id).unwrap_or_default(),
            };
            self.definitions.insert(id, named);
        }
    }

    fn name_errors(&mut self, demand: &Demand) {
        for id in &demand.errors {
            let error = &self.api.errors[id.0];
            let file = self.layout.file(error.package, &error.module);
            let ty = self.claim(file, &error.name);
            let reader = ty.clone();
            self.errors.insert(*id, ErrorNames { ty, reader });
        }
    }

    fn name_actions(&mut self, actions: Vec<&'a Action>) {
        for action in actions {
            let file = self.layout.file(action.package, &action.module);
            let named = NamedAction {
                action,
                file,
                function: self.scopes[file.0].claim(&camel_case(&action.function)),
                input: None,
                errors: errors::union(self.api, &action.output.errors),
                error_reader: None,
            };
            self.actions.push(named);
        }
        for names in self.errors.values_mut() {
            if let Symbol::Item(file, name) = &names.ty {
                let reader = self.scopes[file.0].claim(&format!("read{name}"));
                names.reader = Symbol::Item(*file, reader);
            }
        }
        for index in 0..self.actions.len() {
            let NamedAction { action, file, .. } = self.actions[index];
            let name = pascal_case(&action.function);
            if matches!(action.input, Input::Fields(_)) {
                let ty = self.claim(file, &format!("{name}Input"));
                let writer = self.claim(file, &format!("write{}", ty.name()));
                self.actions[index].input = Some((ty, writer));
            }
            if self.actions[index].errors.len() > 1 {
                let reader = self.claim(file, &format!("read{name}Errors"));
                self.actions[index].error_reader = Some(reader);
            }
        }
    }

    /// A type parameter must not hide anything that its declaration refers to. The same name
    /// serves every declaration of a file.
    fn name_parameters(&mut self) {
        let mut known: BTreeMap<(FileId, String), String> = BTreeMap::new();
        for (id, named) in &mut self.definitions {
            let definition = self.api.definition(*id);
            let file = self.layout.file(definition.package, &definition.module);
            for parameter in &definition.parameters {
                let scope = &mut self.scopes[file.0];
                let name = known
                    .entry((file, parameter.clone()))
                    .or_insert_with(|| scope.claim(parameter));
                named.parameters.push(name.clone());
            }
        }
    }

    fn name_codecs(&mut self, demand: &Demand) {
        for instance in &demand.read {
            let name = self.codec(instance, "read");
            self.readers.insert(instance.clone(), name);
        }
        for instance in &demand.written {
            let name = self.codec(instance, "write");
            self.writers.insert(instance.clone(), name);
        }
    }

    fn codec(&mut self, instance: &Instance, verb: &str) -> Symbol {
        let definition = self.api.definition(instance.0);
        let file = self.layout.file(definition.package, &definition.module);
        self.claim(file, &format!("{verb}{}", words::instance(self, instance)))
    }
}

/// A function written twice for different platforms is one action.
fn distinct(actions: &[Action]) -> Vec<&Action> {
    let mut seen = BTreeSet::new();
    let new = actions
        .iter()
        .filter(|action| seen.insert(action.name.as_str()));
    new.collect()
}

/// The modules that have something to say.
fn modules(api: &Api, actions: &[&Action], demand: &Demand) -> BTreeSet<(PackageId, Vec<String>)> {
    let actions = actions.iter().map(|one| (one.package, one.module.clone()));
    let definitions = demand.definitions().into_iter().map(|id| {
        let definition = api.definition(id);
        (definition.package, definition.module.clone())
    });
    let errors = demand.errors.iter().map(|id| {
        let error = &api.errors[id.0];
        (error.package, error.module.clone())
    });
    actions.chain(definitions).chain(errors).collect()
}
