//! Types of other crates, laid out: scalars, lists, and definitions made up for structs and enums.

use super::known::{Composite, Layout, Parts};
use super::modeller::Modeller;
use super::wire::list;
use crate::model::{
    Body, Definition, DefinitionId, Enum, Field, Fields, Location, PackageId, Reach, RustType,
    Tagging, Type, Variant,
};

/// Where clients find what no module of the user's declares.
const MODULE: &str = "std";

impl Modeller<'_> {
    /// The type that a layout stands for.
    pub(crate) fn laid_out(&mut self, layout: &Layout, arguments: &[Type]) -> Type {
        let mut boxed = |layout: &Layout| Box::new(self.laid_out(layout, arguments));
        match layout {
            Layout::Unit => Type::Unit,
            Layout::Scalar(scalar) => Type::Scalar(*scalar),
            Layout::String => Type::String,
            Layout::Bytes => Type::Bytes,
            Layout::ByteArray(length) => Type::ByteArray(*length),
            Layout::Special(special) => Type::Special(*special),
            Layout::Timestamp(timestamp, presentation) => {
                Type::Timestamp(*timestamp, *presentation)
            }
            // The table counts them, and so has the resolver.
            Layout::Argument(index) => arguments.get(*index).cloned().unwrap_or(Type::Unit),
            Layout::List(element) => list(*boxed(element)),
            Layout::Set(element) => Type::Set(boxed(element)),
            Layout::Map(key, value) => Type::Map(boxed(key), boxed(value)),
            Layout::Tuple(parts) => {
                let parts = parts.iter().map(|part| self.laid_out(part, arguments));
                Type::Tuple(parts.collect())
            }
            Layout::Composite(composite) => {
                let own = arguments.iter().take(composite.parameters.len());
                Type::Named(self.compose(composite), own.cloned().collect())
            }
        }
    }

    /// The definition that stands for a type that is not scanned. No code can prove it, since
    /// nothing of it can be named.
    fn compose(&mut self, composite: &'static Composite) -> DefinitionId {
        if let Some(id) = self.composites.get(composite.name) {
            return *id;
        }
        let parameters: Vec<Type> = (0..composite.parameters.len())
            .map(Type::Parameter)
            .collect();
        let body = self.parts(&composite.parts, &parameters);
        let id = DefinitionId(self.definitions.len());
        self.composites.insert(composite.name, id);
        let parameters = composite.parameters.iter().map(ToString::to_string);
        self.definitions.push(Definition {
            name: composite.name.to_owned(),
            package: PackageId(0),
            module: vec![MODULE.to_owned()],
            parameters: parameters.collect(),
            constants: Vec::new(),
            lifetimes: 0,
            bounded: false,
            docs: composite.docs.to_owned(),
            location: Location::default(),
            cfg: Vec::new(),
            body,
            reach: Reach::Nowhere,
            fields_reach: Reach::Nowhere,
            more_fields: false,
            written: None,
            proxies: crate::model::Both::default(),
            source: String::new(),
            serialize: true,
            deserialize: true,
            serde_name: Some(composite.name.to_owned()),
            wire_stem: None,
            deny_unknown_fields: false,
            struct_tag: None,
            typescript: None,
            validation: crate::model::Validation::None,
        });
        id
    }

    fn parts(&mut self, parts: &Parts, parameters: &[Type]) -> Body {
        let mut field = |name: &str, layout: &Layout| {
            let ty = self.laid_out(layout, parameters);
            let ty = self.presented_as_usual(ty);
            Field::new(name, ty, RustType::unnamed(), Location::default())
        };
        match parts {
            Parts::Fields(fields) => {
                let fields = fields.iter().map(|(name, layout)| field(name, layout));
                Body::Struct(Fields::Named(fields.collect()))
            }
            Parts::Variants(variants) => {
                let variants = (0..).zip(*variants).map(|(index, (name, content))| {
                    let fields = match content {
                        Some(layout) => Fields::Tuple(vec![field("0", layout)]),
                        None => Fields::Unit,
                    };
                    Variant::new(*name, index, fields, Location::default())
                });
                Body::Enum(Enum {
                    tagging: Tagging::External,
                    variants: variants.collect(),
                })
            }
        }
    }
}
