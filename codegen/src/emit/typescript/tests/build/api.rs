//! An [`Api`] put together piece by piece.

use super::input;
use crate::model::{
    Action, Api, Body, Definition, DefinitionId, Encoding, ErrorId, ErrorType, ErrorVariant, Input,
    Kind, Location, Output, OutputShape, Package, PackageId, PackageRole, Reach, Type,
};

/// An [`Api`] in the making. Modules are written `posts::admin`; the root is "".
#[derive(Default)]
pub(in crate::emit::typescript::tests) struct Builder {
    api: Api,
}

impl Builder {
    pub(in crate::emit::typescript::tests) fn new() -> Self {
        let mut builder = Builder::default();
        builder.package("app", None, PackageRole::Root);
        builder
    }

    pub(in crate::emit::typescript::tests) fn package(
        &mut self,
        name: &str,
        namespace: Option<&str>,
        role: PackageRole,
    ) -> PackageId {
        self.api.packages.push(Package {
            crate_name: name.to_owned(),
            namespace: namespace.map(str::to_owned),
            role,
            linked: true,
        });
        PackageId(self.api.packages.len() - 1)
    }

    pub(in crate::emit::typescript::tests) fn define(
        &mut self,
        module: &str,
        name: &str,
        body: Body,
    ) -> DefinitionId {
        self.define_generic(module, name, &[], body)
    }

    /// What the next definition will be called, for one that refers to itself.
    pub(in crate::emit::typescript::tests) fn next(&self) -> DefinitionId {
        DefinitionId(self.api.definitions.len())
    }

    pub(in crate::emit::typescript::tests) fn define_generic(
        &mut self,
        module: &str,
        name: &str,
        parameters: &[&str],
        body: Body,
    ) -> DefinitionId {
        self.api.definitions.push(Definition {
            name: name.to_owned(),
            package: PackageId(0),
            module: path(module),
            parameters: parameters.iter().map(|one| (*one).to_owned()).collect(),
            constants: Vec::new(),
            lifetimes: 0,
            bounded: false,
            docs: String::new(),
            location: Location::default(),
            cfg: Vec::new(),
            body,
            reach: Reach::Everywhere,
            fields_reach: Reach::Everywhere,
            serde_name: None,
            more_fields: false,
            written: None,
            proxies: crate::model::Both::default(),
            source: String::new(),
            serialize: true,
            deserialize: true,
            wire_stem: None,
            deny_unknown_fields: false,
            struct_tag: None,
            typescript: None,
            validation: crate::model::Validation::None,
        });
        DefinitionId(self.api.definitions.len() - 1)
    }

    pub(in crate::emit::typescript::tests) fn definition(
        &mut self,
        id: DefinitionId,
    ) -> &mut Definition {
        &mut self.api.definitions[id.0]
    }

    pub(in crate::emit::typescript::tests) fn error(
        &mut self,
        module: &str,
        name: &str,
        variants: Vec<ErrorVariant>,
    ) -> ErrorId {
        self.api.errors.push(ErrorType {
            name: name.to_owned(),
            package: PackageId(0),
            module: path(module),
            docs: String::new(),
            location: Location::default(),
            cfg: Vec::new(),
            reach: Reach::Everywhere,
            variants,
        });
        ErrorId(self.api.errors.len() - 1)
    }

    /// An action without input, result and errors, to be changed in place.
    pub(in crate::emit::typescript::tests) fn action(
        &mut self,
        module: &str,
        function: &str,
    ) -> &mut Action {
        let mut name = path(module);
        name.push(function.to_owned());
        let index = self.api.actions.len();
        self.api.actions.push(Action {
            name: name.join("."),
            id: index as u64,
            fingerprint: 1,
            schema: String::new(),
            kind: Kind::Action,
            package: PackageId(0),
            module: path(module),
            function: function.to_owned(),
            stem: String::new(),
            cfg: Vec::new(),
            docs: String::new(),
            location: Location::default(),
            source: String::new(),
            parameters: Vec::new(),
            input: Input::None,
            output: Output {
                shape: OutputShape::Value,
                ok: Type::Unit,
                errors: Vec::new(),
                written: None,
            },
            renamed_from: Vec::new(),
            breaking: None,
            body_limit: None,
            labels: Vec::new(),
            encoding: Encoding::Postcard,
            json_reasons: Vec::new(),
            shaped: false,
            routes: Vec::new(),
            rpc: true,
            cache: None,
            authentication: Vec::new(),
            success: crate::model::Success::Ok,
            webhook: None,
        });
        &mut self.api.actions[index]
    }

    /// An action that takes and returns the same type.
    pub(in crate::emit::typescript::tests) fn echo(
        &mut self,
        module: &str,
        function: &str,
        ty: &Type,
    ) {
        let action = self.action(module, function);
        action.input = Input::Fields(vec![input("value", ty.clone())]);
        action.output.ok = ty.clone();
    }

    /// The same in plain JSON.
    pub(in crate::emit::typescript::tests) fn json_action(
        &mut self,
        module: &str,
        function: &str,
    ) -> &mut Action {
        let action = self.action(module, function);
        action.encoding = Encoding::Json;
        action
    }

    /// An action that takes and returns the same type in plain JSON.
    pub(in crate::emit::typescript::tests) fn echo_json(
        &mut self,
        module: &str,
        function: &str,
        ty: &Type,
    ) {
        let action = self.json_action(module, function);
        action.input = Input::Fields(vec![input("value", ty.clone())]);
        action.output.ok = ty.clone();
    }

    /// An action that takes a value of a type and returns nothing.
    pub(in crate::emit::typescript::tests) fn send(
        &mut self,
        module: &str,
        function: &str,
        ty: &Type,
    ) {
        let action = self.action(module, function);
        action.input = Input::Fields(vec![input("value", ty.clone())]);
    }

    pub(in crate::emit::typescript::tests) fn build(self) -> Api {
        self.api
    }
}

fn path(module: &str) -> Vec<String> {
    let segments = module.split("::").filter(|segment| !segment.is_empty());
    segments.map(str::to_owned).collect()
}
