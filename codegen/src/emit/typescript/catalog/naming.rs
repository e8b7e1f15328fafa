//! Gives the names, those first that users see.

use std::collections::{BTreeMap, BTreeSet};

use super::{Catalog, CodecNames, ErrorNames, InputNames, NamedAction, NamedDefinition};
use crate::emit::typescript::demand::{Demand, Instance, Reached};
use crate::emit::typescript::layout::Layout;
use crate::emit::typescript::names::{Scope, camel_case, pascal_case};
use crate::emit::typescript::tree::{FileId, Symbol};
use crate::emit::typescript::{differences, errors, types, words};
use crate::model::{Action, Api, DefinitionId, Direction, Encoding, ErrorId, Input, PackageId};

impl<'a> Catalog<'a> {
    /// Names everything that the actions need.
    pub(in crate::emit::typescript) fn new(api: &'a Api) -> Self {
        let actions = distinct(&api.actions);
        let demand = Demand::of(api, &actions);
        let layout = Layout::new(api, modules(api, &actions, &demand));
        let scopes = vec![Scope::default(); layout.files().count()];
        let mut catalog = Catalog {
            api,
            layout,
            actions: Vec::new(),
            codecs: CodecNames::default(),
            definitions: BTreeMap::new(),
            errors: BTreeMap::new(),
            scopes,
        };
        catalog.name_definitions(&demand);
        catalog.name_errors(&demand);
        catalog.name_functions(actions);
        catalog.name_error_codecs(&demand);
        catalog.name_inputs();
        catalog.name_parameters();
        catalog.name_codecs(&demand);
        catalog
    }

    fn claim(&mut self, file: FileId, wanted: &str) -> Symbol {
        Symbol::Item(file, self.scopes[file.0].claim(wanted))
    }

    fn file_of(&self, id: DefinitionId) -> FileId {
        let definition = self.api.definition(id);
        self.layout.file(definition.package, &definition.module)
    }

    /// One name for both directions where they are alike. Where not, `Post` is what is received, and
    /// `PostInput` what is sent, unless the source has a type of that name.
    fn name_definitions(&mut self, demand: &Demand) {
        let [sent, received] =
            [Direction::Input, Direction::Output].map(|way| demand.definitions(way));
        let both = &sent & &received;
        let differing = differences::differing(self.api, &both);
        for id in &received {
            let symbol = self.claim(self.file_of(*id), &self.api.definition(*id).name);
            self.define(*id, Direction::Output, symbol);
        }
        for id in sent.difference(&differing) {
            let symbol = match self.definitions.get(&(*id, Direction::Output)) {
                Some(alike) => alike.symbol.clone(),
                None => self.claim(self.file_of(*id), &self.api.definition(*id).name),
            };
            self.define(*id, Direction::Input, symbol);
        }
        for id in &differing {
            let name = format!("{}Input", self.api.definition(*id).name);
            let symbol = self.claim(self.file_of(*id), &name);
            self.define(*id, Direction::Input, symbol);
        }
        for (ids, direction) in [(&received, Direction::Output), (&sent, Direction::Input)] {
            for (id, used) in types::used_parameters(self.api, ids, direction) {
                if let Some(named) = self.definitions.get_mut(&(id, direction)) {
                    named.used = used;
                }
            }
        }
    }

    fn define(&mut self, id: DefinitionId, direction: Direction, symbol: Symbol) {
        let named = NamedDefinition {
            symbol,
            parameters: Vec::new(),
            used: Vec::new(),
        };
        self.definitions.insert((id, direction), named);
    }

    fn name_errors(&mut self, demand: &Demand) {
        for id in demand.errors() {
            let error = &self.api.errors[id.0];
            let file = self.layout.file(error.package, &error.module);
            let names = ErrorNames {
                ty: self.claim(file, &error.name),
                reader: None,
                lossless: None,
                plain: None,
            };
            self.errors.insert(id, names);
        }
    }

    fn name_functions(&mut self, actions: Vec<&'a Action>) {
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
    }

    fn name_error_codecs(&mut self, demand: &Demand) {
        let postcard = &demand.reached(Encoding::Postcard).errors;
        let json = &demand.reached(Encoding::Json).errors;
        for (id, names) in &mut self.errors {
            let Symbol::Item(file, name) = names.ty.clone() else {
                continue;
            };
            let scope = &mut self.scopes[file.0];
            let mut name = |used: &BTreeSet<ErrorId>, verb: &str| {
                let wanted = || format!("{verb}{name}");
                used.contains(id)
                    .then(|| Symbol::Item(file, scope.claim(&wanted())))
            };
            names.reader = name(postcard, "read");
            names.lossless = name(postcard, "json");
            names.plain = name(json, "plain");
        }
    }

    fn name_inputs(&mut self) {
        for index in 0..self.actions.len() {
            let NamedAction { action, file, .. } = self.actions[index];
            let name = pascal_case(&action.function);
            let postcard = action.encoding == Encoding::Postcard;
            if matches!(action.input, Input::Fields(_)) {
                let ty = self.claim(file, &format!("{name}Input"));
                let mut codec = |verb: &str| self.claim(file, &format!("{verb}{}", ty.name()));
                let writer = postcard.then(|| codec("write"));
                let json = codec(verb(action.encoding));
                self.actions[index].input = Some(InputNames { ty, writer, json });
            }
            if postcard && self.actions[index].errors.len() > 1 {
                let reader = self.claim(file, &format!("read{name}Errors"));
                self.actions[index].error_reader = Some(reader);
            }
        }
    }

    /// A type parameter must not hide anything that its declaration refers to. The same name
    /// serves every declaration of a file.
    fn name_parameters(&mut self) {
        let mut known: BTreeMap<(FileId, String), String> = BTreeMap::new();
        for ((id, _), named) in &mut self.definitions {
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
        let postcard = demand.reached(Encoding::Postcard);
        for instance in &postcard.output {
            let name = self.codec(instance, Direction::Output, "read");
            self.codecs.readers.insert(instance.clone(), name);
        }
        for instance in &postcard.input {
            let name = self.codec(instance, Direction::Input, "write");
            self.codecs.writers.insert(instance.clone(), name);
        }
        self.codecs.lossless = self.json_codecs(postcard, Encoding::Postcard);
        self.codecs.plain = self.json_codecs(demand.reached(Encoding::Json), Encoding::Json);
    }

    /// A codec for JSON goes both ways: one serves both, where they are alike.
    fn json_codecs(
        &mut self,
        reached: &Reached,
        encoding: Encoding,
    ) -> BTreeMap<(Instance, Direction), Symbol> {
        let mut names: BTreeMap<(Instance, Direction), Symbol> = BTreeMap::new();
        for instance in &reached.output {
            let name = self.codec(instance, Direction::Output, verb(encoding));
            names.insert((instance.clone(), Direction::Output), name);
        }
        for instance in &reached.input {
            let alike = reached.output.contains(instance)
                && words::instance(self, instance, Direction::Input)
                    == words::instance(self, instance, Direction::Output);
            let name = match names.get(&(instance.clone(), Direction::Output)) {
                Some(name) if alike => name.clone(),
                _ => self.codec(instance, Direction::Input, verb(encoding)),
            };
            names.insert((instance.clone(), Direction::Input), name);
        }
        names
    }

    fn codec(&mut self, instance: &Instance, direction: Direction, verb: &str) -> Symbol {
        let words = words::instance(self, instance, direction);
        self.claim(self.file_of(instance.0), &format!("{verb}{words}"))
    }
}

/// What begins the name of a codec for JSON.
fn verb(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Postcard => "json",
        Encoding::Json => "plain",
    }
}

/// What clients call. A function written twice for different platforms is one action.
fn distinct(actions: &[Action]) -> Vec<&Action> {
    let mut seen = BTreeSet::new();
    let new = actions
        .iter()
        .filter(|action| action.rpc && seen.insert(action.name.as_str()));
    new.collect()
}

/// The modules that have something to say.
fn modules(api: &Api, actions: &[&Action], demand: &Demand) -> BTreeSet<(PackageId, Vec<String>)> {
    let actions = actions.iter().map(|one| (one.package, one.module.clone()));
    let directions = [Direction::Input, Direction::Output].into_iter();
    let definitions = directions
        .flat_map(|way| demand.definitions(way))
        .map(|id| {
            let definition = api.definition(id);
            (definition.package, definition.module.clone())
        });
    let errors = demand.errors().into_iter().map(|id| {
        let error = &api.errors[id.0];
        (error.package, error.module.clone())
    });
    actions.chain(definitions).chain(errors).collect()
}
