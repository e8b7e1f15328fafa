//! The inputs of a function, as routes can place them.

use crate::model::{
    Body, Constraints, Definition, Direction, Fields, Input, Location, Presence, Scalar, Type,
};

/// One input.
pub(super) struct Offer {
    /// As on the wire.
    pub(super) name: String,
    pub(super) ty: Type,
    /// Whether the caller has to give it.
    pub(super) required: bool,
    pub(super) docs: String,
    pub(super) constraints: Constraints,
    pub(super) example: Option<String>,
    /// What it is where it is left out, as JSON, if that is known.
    pub(super) default: Option<String>,
    pub(super) at: Location,
}

/// Every input.
pub(super) enum Offers {
    None,
    /// The fields of the one input.
    Struct {
        ty: Type,
        fields: Vec<Offer>,
        /// What is flattened into it and has no fields of its own that are always there.
        open: Vec<Offer>,
    },
    Parameters(Vec<Offer>),
}

impl Offers {
    pub(super) fn of(input: &Input, definitions: &[Definition]) -> Self {
        match input {
            Input::None => Offers::None,
            Input::Struct(ty) => {
                let (mut fields, mut open) = (Vec::new(), Vec::new());
                spread(ty, definitions, &mut fields, &mut open);
                Offers::Struct {
                    ty: ty.clone(),
                    fields,
                    open,
                }
            }
            Input::Fields(inputs) => {
                let inputs = inputs.iter().map(|input| Offer {
                    name: input.name.clone(),
                    ty: input.ty.clone(),
                    required: !input.optional && !is_option(&input.ty, definitions),
                    docs: docs_of(&input.ty, definitions),
                    constraints: input.constraints.clone(),
                    example: input.example.clone(),
                    default: input.default.clone(),
                    at: input.location,
                });
                Offers::Parameters(inputs.collect())
            }
        }
    }

    /// Each that can be named.
    pub(super) fn all(&self) -> &[Offer] {
        match self {
            Offers::None => &[],
            Offers::Struct { fields, .. } => fields,
            Offers::Parameters(inputs) => inputs,
        }
    }
}

/// Adds the fields of a struct, those of structs that are flattened into it among them.
pub(super) fn spread(
    ty: &Type,
    definitions: &[Definition],
    fields: &mut Vec<Offer>,
    open: &mut Vec<Offer>,
) {
    let Some((own, arguments)) = named_fields(ty, definitions) else {
        return;
    };
    for field in own {
        if !field.travels.input {
            continue;
        }
        let ty = field.ty.substitute(arguments);
        let is_option = is_option(&ty, definitions);
        let docs = match field.docs.is_empty() {
            true => docs_of(&ty, definitions),
            false => field.docs.clone(),
        };
        let offer = Offer {
            name: field.name(Direction::Input).to_owned(),
            required: field.presence == Presence::Required && (!is_option || field.converted),
            default: default(field.presence, &ty, definitions),
            docs,
            constraints: field.constraints.clone(),
            example: field.example.clone(),
            at: field.location,
            ty,
        };
        let content = through(&offer.ty, definitions);
        if !field.flattened {
            fields.push(offer);
        } else if is_object(&content, definitions) && !is_option {
            spread(&content, definitions, fields, open);
        } else {
            open.push(offer);
        }
    }
}

/// What a field without a value is, where its type says so.
fn default(presence: Presence, ty: &Type, definitions: &[Definition]) -> Option<String> {
    if presence != Presence::Zero {
        return None;
    }
    let text = match through(ty, definitions) {
        Type::Scalar(Scalar::Bool) => "false",
        Type::Scalar(_) | Type::Number(_) => "0",
        Type::String => "\"\"",
        Type::List(_) | Type::Set(_) | Type::TypedArray(_) => "[]",
        _ => return None,
    };
    Some(text.to_owned())
}

/// The type, less the newtypes around it.
pub(super) fn through(ty: &Type, definitions: &[Definition]) -> Type {
    let mut ty = ty.clone();
    // A newtype that holds itself is no type of any value, and is refused elsewhere.
    for _ in 0..definitions.len() {
        let Type::Named(id, arguments) = &ty else {
            break;
        };
        match definitions[id.0].body.content() {
            Some(content) => ty = content.substitute(arguments),
            None => break,
        }
    }
    ty
}

/// Whether it is a struct with named fields.
pub(super) fn is_object(ty: &Type, definitions: &[Definition]) -> bool {
    named_fields(ty, definitions).is_some()
}

fn is_option(ty: &Type, definitions: &[Definition]) -> bool {
    matches!(through(ty, definitions), Type::Option(_))
}

fn named_fields<'a>(
    ty: &'a Type,
    definitions: &'a [Definition],
) -> Option<(&'a [crate::model::Field], &'a [Type])> {
    match ty {
        Type::Named(id, arguments) => match &definitions[id.0].body {
            Body::Struct(Fields::Named(fields)) => Some((fields, arguments)),
            _ => None,
        },
        _ => None,
    }
}

/// What the sources say of the type.
fn docs_of(ty: &Type, definitions: &[Definition]) -> String {
    match ty {
        Type::Named(id, _) => definitions[id.0].docs.clone(),
        Type::Option(inner) => docs_of(inner, definitions),
        _ => String::new(),
    }
}
