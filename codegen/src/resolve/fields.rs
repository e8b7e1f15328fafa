//! Fields and variants.

use syn::spanned::Spanned as _;

use super::case::Case;
use super::modeller::{Modeller, Obstruction, Owner};
use super::reach::{narrower, of_visibility};
use super::serde::{Naming, Obstacle, ObstacleKind, Place, read};
use super::shape::{Resolved, Shape};
use super::types::Scope;
use super::wire::Wire;
use crate::diagnostics::Rule;
use crate::model::{Both, Field, Fields, Reach, RustType, Type, Variant};
use crate::scan::{ModuleId, Visibility, docs, plain_name};

/// A field and where it stands.
struct Written<'a> {
    field: &'a syn::Field,
    name: String,
    scope: &'a Scope,
    owner: Owner,
    /// "field `since` of `Author`", "field 0 of `Shape::Circle`".
    path: String,
}

impl Modeller<'_> {
    /// The fields of a struct, and where all of them can be named.
    pub(crate) fn fields(
        &mut self,
        fields: &syn::Fields,
        case: Option<Case>,
        scope: &Scope,
        owner: Owner,
    ) -> (Fields, Reach) {
        let visibilities = fields.iter().map(|field| {
            let visibility = Visibility::of(&field.vis, scope.module, self.sources);
            of_visibility(visibility, self.sources)
        });
        let reach = visibilities.fold(Reach::Everywhere, narrower);
        (self.read_fields(fields, case, None, scope, owner), reach)
    }

    /// The variants of an enum.
    pub(crate) fn variants(
        &mut self,
        data: &syn::DataEnum,
        naming: &Naming,
        scope: &Scope,
        owner: Owner,
    ) -> Vec<Variant> {
        let variants = (0..).zip(&data.variants);
        let variants =
            variants.map(|(index, variant)| self.variant(variant, index, naming, scope, owner));
        variants.collect()
    }

    fn variant(
        &mut self,
        variant: &syn::Variant,
        index: u32,
        container: &Naming,
        scope: &Scope,
        owner: Owner,
    ) -> Variant {
        let naming = self.naming(&variant.attrs, Place::Variant, scope.module, owner);
        let rust_name = plain_name(&variant.ident);
        let renamed = container.rename_all.map(|case| case.of_variant(&rust_name));
        let case = naming.rename_all.or(container.rename_all_fields);
        let fields = self.read_fields(&variant.fields, case, Some(&rust_name), scope, owner);
        let name = naming.rename.or(renamed);
        let at = self.locate(scope.module, variant.ident.span());
        Variant {
            names: Both::same(name.unwrap_or_else(|| rust_name.clone())),
            docs: docs(&variant.attrs),
            ..Variant::new(rust_name, index, fields, at)
        }
    }

    /// The fields of a struct, or of the variant named.
    pub(crate) fn read_fields(
        &mut self,
        fields: &syn::Fields,
        case: Option<Case>,
        variant: Option<&str>,
        scope: &Scope,
        owner: Owner,
    ) -> Fields {
        let mut read = Vec::new();
        for (index, field) in fields.iter().enumerate() {
            let (name, shown) = match &field.ident {
                Some(ident) => (plain_name(ident), format!("`{}`", plain_name(ident))),
                None => (index.to_string(), index.to_string()),
            };
            let path = match variant {
                Some(variant) => format!("field {shown} of `{}::{variant}`", self.name_of(owner)),
                None => format!("field {shown} of `{}`", self.name_of(owner)),
            };
            let written = Written {
                field,
                name,
                scope,
                owner,
                path,
            };
            read.extend(self.field(&written, case));
        }
        match fields {
            syn::Fields::Named(_) => Fields::Named(read),
            syn::Fields::Unnamed(_) => Fields::Tuple(read),
            syn::Fields::Unit => Fields::Unit,
        }
    }

    /// One field, unless its type cannot cross the wire.
    fn field(&mut self, written: &Written<'_>, case: Option<Case>) -> Option<Field> {
        let Written {
            field,
            name,
            scope,
            owner,
            path,
        } = written;
        let naming = self.naming(&field.attrs, Place::Field, scope.module, *owner);
        let span = field
            .ident
            .as_ref()
            .map_or(field.ty.span(), |ident| ident.span());
        let location = self.locate(scope.module, span);
        let resolved = self.types.resolve(&field.ty, scope);
        let step = format!("{path} is `{}`", self.text(resolved.at));
        self.written.insert(location, step.clone());
        self.check_static(&resolved, *owner, &step);
        let wire = match self.field_wire(field, &resolved, scope) {
            Ok(wire) => wire,
            Err(mut obstruction) => {
                obstruction.step = Some(step);
                self.obstructions.push((*owner, *obstruction));
                // Keeps the number of fields, which decides the form.
                Wire::new(Type::Unit, RustType::Tuple(Vec::new()))
            }
        };
        let cased = case
            .filter(|_| field.ident.is_some())
            .map(|case| case.of_field(name));
        Some(Field {
            names: Both::same(naming.rename.or(cased).unwrap_or_else(|| name.clone())),
            docs: docs(&field.attrs),
            asks: wire.asks,
            json: wire.json,
            ..Field::new(name, wire.ty, wire.rust, location)
        })
    }

    fn naming(
        &mut self,
        attributes: &[syn::Attribute],
        place: Place,
        module: ModuleId,
        owner: Owner,
    ) -> Naming {
        let (naming, obstacles) = read(attributes, place);
        for obstacle in obstacles {
            let refused = self.obstructed(&obstacle, module);
            self.obstructions.push((owner, refused));
        }
        naming
    }

    /// What an attribute in the way is told as.
    pub(crate) fn obstructed(&self, obstacle: &Obstacle, module: ModuleId) -> Obstruction {
        let at = self.locate(module, obstacle.span);
        let attribute = &obstacle.attribute;
        match obstacle.kind {
            ObstacleKind::Serde => Obstruction::new(
                Rule::UnsupportedAttribute,
                at,
                format!("`{attribute}` is not supported"),
                "tramline does not follow this attribute",
                obstacle.help.as_str(),
            ),
            ObstacleKind::Cfg => Obstruction::new(
                Rule::CfgOnWireType,
                at,
                format!("`{attribute}` on a type that crosses the wire"),
                "what crosses the wire would depend on the configuration",
                obstacle.help.as_str(),
            ),
        }
    }

    /// `&'static` in an input: the bytes of a call do not live that long.
    fn check_static(&mut self, resolved: &Resolved, owner: Owner, step: &str) {
        if resolved.any(&|shape| {
            matches!(
                shape,
                Shape::Reference {
                    is_static: true,
                    ..
                }
            )
        }) {
            let mut refused = self.static_input(resolved);
            refused.step = Some(step.to_owned());
            refused.input_only = true;
            self.obstructions.push((owner, refused));
        }
    }

    pub(crate) fn static_input(&self, resolved: &Resolved) -> Obstruction {
        let title = format!("`{}` cannot be an input", self.text(resolved.at));
        let label = "an input lives as long as the call, not for ever";
        let help = "leave out `'static` to borrow from the call, or use an owned type";
        Obstruction::new(Rule::StaticInput, resolved.at, title, label, help)
    }
}
