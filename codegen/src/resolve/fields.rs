//! Fields of structs, of variants and of errors.

use syn::spanned::Spanned as _;

use super::case::Case;
use super::conversion;
use super::conversion::DOUBLE_OPTION;
use super::modeller::{Modeller, Owner};
use super::presence::{self, ContainerDefault};
use super::reach::{narrower, of_visibility};
use super::serde::{Attributes, Place};
use super::steps::{FieldPath, Step};
use super::types::Scope;
use super::wire::Wire;
use crate::model::{
    Both, Constraints, Direction, Field, Fields, Location, Omission, Presence, Reach, RustType,
    Type,
};
use crate::scan::{Visibility, docs, plain_name};

/// What the type and the variant say about their fields.
pub(crate) struct Around<'a> {
    pub(crate) scope: &'a Scope,
    pub(crate) owner: Owner,
    pub(crate) place: Place,
    pub(crate) variant: Option<&'a str>,
    pub(crate) case: Both<Option<Case>>,
    pub(crate) default: ContainerDefault,
    pub(crate) skips_none: bool,
    /// Whether the variant exists in each direction.
    pub(crate) travels: Both<bool>,
}

impl<'a> Around<'a> {
    /// The fields of something without attributes.
    pub(crate) fn plain(scope: &'a Scope, owner: Owner, place: Place) -> Self {
        Around {
            scope,
            owner,
            place,
            variant: None,
            case: Both::default(),
            default: ContainerDefault::Missing,
            skips_none: false,
            travels: Both::same(true),
        }
    }
}

/// A field and where it stands.
pub(super) struct Written<'a> {
    field: &'a syn::Field,
    name: String,
    pub(super) around: &'a Around<'a>,
    pub(super) form: Form,
}

impl Written<'_> {
    pub(super) fn path(&self) -> FieldPath {
        FieldPath {
            owner: self.around.owner,
            variant: self.around.variant.map(str::to_owned),
            name: self.name.clone(),
            is_named: self.field.ident.is_some(),
        }
    }
}

/// What the field is one of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Named,
    Tuple,
    /// The one unnamed field of a variant.
    Only,
    /// The one unnamed field of a struct, of which serde can leave nothing out.
    Newtype,
}

impl Modeller<'_> {
    /// Where every field can be named.
    pub(crate) fn reach_of_fields(&self, fields: &syn::Fields, scope: &Scope) -> Reach {
        let visibilities = fields.iter().map(|field| {
            let visibility = Visibility::of(&field.vis, scope.module, self.sources);
            of_visibility(visibility, self.sources)
        });
        visibilities.fold(Reach::Everywhere, narrower)
    }

    /// The fields of a struct, or of the variant named.
    pub(crate) fn fields(&mut self, fields: &syn::Fields, around: &Around<'_>) -> Fields {
        let form = match fields {
            syn::Fields::Named(_) => Form::Named,
            _ if fields.len() != 1 => Form::Tuple,
            _ if around.variant.is_some() => Form::Only,
            _ => Form::Newtype,
        };
        let mut read = Vec::new();
        for (index, field) in fields.iter().enumerate() {
            read.push(self.one(index, field, form, around));
        }
        match fields {
            syn::Fields::Named(_) => Fields::Named(read),
            syn::Fields::Unnamed(_) => Fields::Tuple(read),
            syn::Fields::Unit => Fields::Unit,
        }
    }

    /// The field that a transparent struct consists of.
    pub(crate) fn transparent_field(
        &mut self,
        index: usize,
        field: &syn::Field,
        around: &Around<'_>,
    ) -> Field {
        self.one(index, field, Form::Newtype, around)
    }

    fn one(&mut self, index: usize, field: &syn::Field, form: Form, around: &Around<'_>) -> Field {
        let name = match &field.ident {
            Some(ident) => plain_name(ident),
            None => index.to_string(),
        };
        self.field(&Written {
            field,
            name,
            around,
            form,
        })
    }

    fn field(&mut self, written: &Written<'_>) -> Field {
        let Written { field, around, .. } = written;
        let (attributes, obstacles) = self.attributes(&field.attrs, around.place, around.scope);
        let travels = travels(written, &attributes);
        let ident = field.ident.as_ref();
        let span = ident.map_or_else(|| field.ty.span(), |ident| ident.span());
        let location = self.locate(around.scope.module, span);
        let wire = if travels == Both::same(false) {
            None
        } else {
            let only = only(&travels);
            for obstacle in obstacles {
                self.obstruct(&obstacle, around.scope.module, around.owner, only);
            }
            self.refuse_tuple_omission(written, &attributes);
            self.travelling(written, &attributes, location, only)
        };
        // Something stands there all the same: the number of fields decides the form.
        let nothing = || Wire::new(Type::Unit, RustType::Tuple(Vec::new()));
        let Wire {
            ty,
            rust,
            asks,
            json,
        } = wire.unwrap_or_else(nothing);
        let is_named = written.form == Form::Named;
        let (presence, omission) = if is_named {
            let presence = presence::of_field(&attributes, around.default, &ty, &rust);
            let omission = match presence::omission(&attributes, &ty, around.skips_none) {
                // What is left out is none, and what is `null` is not.
                Omission::WhenZero if json == Some(DOUBLE_OPTION) => Omission::Sometimes,
                omission => omission,
            };
            (presence, omission)
        } else {
            (Presence::Required, Omission::Never)
        };
        let converted = conversion::applies(&field.attrs);
        let constraints = match converted {
            // What is sent is of another type than what is held against rules.
            true => Constraints::default(),
            false => {
                let resolved = self.types.resolve(&field.ty, around.scope);
                self.constraints(&field.attrs, &resolved, around.scope)
            }
        };
        Field {
            names: names(written, &attributes),
            aliases: attributes.aliases,
            docs: docs(&field.attrs),
            travels,
            presence,
            omission,
            converted,
            flattened: attributes.flatten,
            asks,
            json,
            constraints,
            example: example(field),
            ..Field::new(&written.name, ty, rust, location)
        }
    }

    /// The type of a field that travels, unless it cannot.
    fn travelling(
        &mut self,
        written: &Written<'_>,
        attributes: &Attributes,
        location: Location,
        only: Option<Direction>,
    ) -> Option<Wire> {
        let Written { field, around, .. } = written;
        let resolved = self.types.resolve(&field.ty, around.scope);
        let (path, ty) = (written.path(), resolved.at);
        let step = Step::Field { path, ty };
        self.check_static(&resolved, around.owner, &step);
        self.check_extractor(&resolved, written, &step);
        self.check_patch(&resolved, written, attributes, &step);
        let wire = match self.field_wire(field, &resolved, around.scope) {
            Ok(wire) => Some(wire),
            Err(mut obstruction) => {
                obstruction.step = Some(self.told(&step));
                obstruction.only = only;
                self.obstructions.push((around.owner, *obstruction));
                None
            }
        };
        self.note(location, step);
        wire
    }
}

/// The one direction in which something exists.
pub(crate) fn only(travels: &Both<bool>) -> Option<Direction> {
    match (travels.input, travels.output) {
        (true, false) => Some(Direction::Input),
        (false, true) => Some(Direction::Output),
        _ => None,
    }
}

fn travels(written: &Written<'_>, attributes: &Attributes) -> Both<bool> {
    let around = &written.around.travels;
    if written.form == Form::Newtype {
        return around.clone();
    }
    Both {
        input: around.input && !attributes.skipped.input,
        output: around.output && !attributes.skipped.output,
    }
}

fn names(written: &Written<'_>, attributes: &Attributes) -> Both<String> {
    let name = |direction: Direction| {
        let case = written.around.case.of(direction);
        let case = case.filter(|_| written.form == Form::Named);
        let own = attributes.rename.of(direction).clone();
        let cased = || case.map(|case| case.of_field(&written.name));
        own.or_else(cased).unwrap_or_else(|| written.name.clone())
    };
    Both {
        input: name(Direction::Input),
        output: name(Direction::Output),
    }
}

/// `#[wire(example = …)]`; what is wrong with the attribute is told with the type.
fn example(field: &syn::Field) -> Option<String> {
    tramline_syntax::field::parse(&field.attrs).ok()?.example
}
