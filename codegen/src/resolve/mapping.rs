//! Types that the build script speaks of: `Builder::foreign`.

use super::modeller::Modeller;
use super::shape::{Refusal, Resolved, Shape};
use super::types::Scope;
use super::wire::{Result, Wire};
use crate::foreign::Foreign;
use crate::model::{
    Body, Definition, DefinitionId, Field, Location, PackageId, Reach, RustType, Type, Validation,
};

impl Modeller<'_> {
    /// What the build script says that a type travels as, if it says anything.
    pub(crate) fn mapped(&mut self, resolved: &Resolved) -> Result<Option<Wire>> {
        let choices = self.choices;
        if choices.foreign.is_empty() {
            return Ok(None);
        }
        let (path, arguments) = match &resolved.shape {
            Shape::Known(_, path, arguments) | Shape::Foreign(path, arguments) => {
                (path.clone(), arguments)
            }
            Shape::Item(index, arguments) => (self.path_of(*index), arguments),
            _ => return Ok(None),
        };
        let Some(foreign) = choices.foreign.get(&path) else {
            return Ok(None);
        };
        let krate = path.split("::").next().unwrap_or_default();
        let mut packages = self.sources.packages.iter();
        let rust = match packages.any(|package| package.crate_name == krate) {
            // It may be private.
            true => RustType::unnamed(),
            false => {
                let arguments = arguments.iter().map(|argument| self.spelled(argument));
                RustType::Path(format!("::{path}"), arguments.collect())
            }
        };
        let wire = match (&foreign.name, &foreign.typescript) {
            (None, None) => self.laid_out_like(foreign, &path, arguments, resolved)?,
            _ => {
                let types = arguments.iter().map(|argument| Ok(self.wire(argument)?.ty));
                let types: Vec<Type> = types.collect::<Result<_>>()?;
                let id = self.declared(foreign, &path, types.len(), resolved)?;
                Wire::new(Type::Named(id, types), RustType::unnamed())
            }
        };
        Ok(Some(Wire { rust, ..wire }))
    }

    /// The full path of a scanned type, beginning with its crate.
    fn path_of(&self, index: usize) -> String {
        let item = &self.sources.types[index];
        let module = self.sources.module(item.module);
        let krate = &self.sources.packages[module.package.0].crate_name;
        let name = item.item.ident.to_string();
        let segments = [krate].into_iter().chain(&module.path).chain([&name]);
        segments.map(String::as_str).collect::<Vec<_>>().join("::")
    }

    /// The layout, with what `T0`, `T1`, … stand for.
    fn laid_out_like(
        &mut self,
        foreign: &Foreign,
        path: &str,
        arguments: &[Resolved],
        used: &Resolved,
    ) -> Result<Wire> {
        let parsed = syn::parse_str(&foreign.layout);
        let (Ok(written), false) = (parsed, self.opened.iter().any(|open| open == path)) else {
            let layout = &foreign.layout;
            let what = format!("`{path}`, which the build script says is like `{layout}`");
            let help = "give `Builder::foreign` another Rust type, such as `(f64, f64)`";
            return Err(Box::new(self.unsupported(used, Refusal::new(what, help))));
        };
        let Some(root) = self
            .sources
            .packages
            .first()
            .and_then(|package| package.root)
        else {
            return Ok(Wire::new(Type::Unit, RustType::unnamed()));
        };
        let mut scope = Scope::of_module(root);
        let arguments = arguments.iter().cloned().enumerate();
        scope.parameters = arguments
            .map(|(index, argument)| (format!("T{index}"), argument))
            .collect();
        let mut layout = self.types.resolve(&written, &scope);
        layout.relocate(used.at);
        self.opened.push(path.to_owned());
        let wire = self.wire(&layout);
        self.opened.pop();
        wire
    }

    /// The definition that gives a foreign type a name in TypeScript.
    fn declared(
        &mut self,
        foreign: &Foreign,
        path: &str,
        arity: usize,
        used: &Resolved,
    ) -> Result<DefinitionId> {
        if let Some(id) = self.mapped.get(path) {
            return Ok(*id);
        }
        let parameters = (0..arity).map(|index| Resolved {
            shape: Shape::Parameter(index),
            at: used.at,
        });
        let parameters: Vec<Resolved> = parameters.collect();
        let wire = self.laid_out_like(foreign, path, &parameters, used)?;
        let ty = self.presented_as_usual(wire.ty);
        let field = Field::new("0", ty, RustType::unnamed(), Location::default());
        let mut segments: Vec<String> = path.split("::").map(str::to_owned).collect();
        let last = segments.pop().unwrap_or_default();
        let id = DefinitionId(self.definitions.len());
        self.mapped.insert(path.to_owned(), id);
        self.definitions.push(Definition {
            name: foreign.name.clone().unwrap_or(last),
            package: PackageId(0),
            // One file for each crate, however deep the type lies in it.
            module: segments.into_iter().take(1).collect(),
            parameters: (0..arity).map(|index| format!("T{index}")).collect(),
            constants: Vec::new(),
            lifetimes: 0,
            bounded: false,
            docs: String::new(),
            location: Location::default(),
            cfg: Vec::new(),
            body: Body::Newtype(Box::new(field)),
            reach: Reach::Nowhere,
            fields_reach: Reach::Nowhere,
            written: None,
            proxies: crate::model::Both::default(),
            source: String::new(),
            serialize: true,
            deserialize: true,
            serde_name: None,
            wire_stem: None,
            deny_unknown_fields: false,
            struct_tag: None,
            typescript: foreign.typescript.clone(),
            validation: Validation::None,
            more_fields: false,
        });
        Ok(id)
    }
}
