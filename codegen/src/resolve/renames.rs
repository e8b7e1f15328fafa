//! Where JSON has what garde reports on.
//!
//! garde names the parts of a value as Rust does. Where serde calls one otherwise, or JSON has no such
//! part, the generated code says so, in the notation of the runtime's `Renames`.

use crate::model::{
    Body, Definition, DefinitionId, Direction, Enum, Field, Fields, Tagging, Type, Validation,
    Variant,
};

/// What is called otherwise: ways in Rust, and JSON Pointers.
type Renames = Vec<(String, String)>;

/// The renames below an input, or nothing if nothing in it has rules.
pub(super) fn of_input(definitions: &[Definition], ty: &Type) -> Option<Renames> {
    if !has_rules(definitions, ty) {
        return None;
    }
    let mut walk = Walk {
        definitions,
        open: Vec::new(),
        renames: Vec::new(),
    };
    walk.ty(ty, &Place::default());
    Some(walk.renames)
}

/// Whether garde holds a value of the type, or what it is a list of, against rules.
fn has_rules(definitions: &[Definition], ty: &Type) -> bool {
    match ty {
        Type::Named(id, _) => definitions[id.0].validation != Validation::None,
        Type::Map(_, value) => has_rules(definitions, value),
        ty => ty
            .parts()
            .into_iter()
            .any(|part| has_rules(definitions, part)),
    }
}

/// A part of an input.
#[derive(Clone, Debug, Default)]
struct Place {
    /// As garde says it.
    way: Vec<String>,
    /// As JSON Pointer says it, escaped.
    pointer: String,
}

impl Place {
    fn below(&self, component: &str, pointer: &str) -> Self {
        let mut way = self.way.clone();
        way.push(component.to_owned());
        Place {
            way,
            pointer: format!("{}{pointer}", self.pointer),
        }
    }
}

struct Walk<'a> {
    definitions: &'a [Definition],
    /// The definitions around, which may contain themselves.
    open: Vec<DefinitionId>,
    renames: Renames,
}

impl Walk<'_> {
    fn ty(&mut self, ty: &Type, at: &Place) {
        match ty {
            Type::Named(id, arguments) => self.named(*id, arguments, at),
            Type::Option(inner) => self.ty(inner, at),
            Type::List(inner) | Type::Set(inner) | Type::Array(inner, _) => {
                self.ty(inner, &at.below("*", "/*"));
            }
            Type::Map(_, value) => self.ty(value, &at.below("*", "/*")),
            Type::Tuple(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    let index = index.to_string();
                    self.ty(part, &at.below(&index, &format!("/{index}")));
                }
            }
            _ => {}
        }
    }

    fn named(&mut self, id: DefinitionId, arguments: &[Type], at: &Place) {
        let definitions = self.definitions;
        let Definition {
            body, validation, ..
        } = &definitions[id.0];
        // Of what has none, and of what is written by hand, garde names no parts that are known.
        if matches!(validation, Validation::None | Validation::ByHand) || self.open.contains(&id) {
            return;
        }
        self.open.push(id);
        let is_transparent = *validation == Validation::Transparent;
        match body {
            Body::Newtype(field) => {
                let inside = match is_transparent {
                    true => at.clone(),
                    false => self.noted(at, "#", ""),
                };
                self.ty(&field.ty.substitute(arguments), &inside);
            }
            Body::Struct(fields) => self.fields(fields, arguments, at, is_transparent),
            Body::Enum(body) => self.variants(body, arguments, at),
            Body::Proxy(_) => {}
        }
        self.open.pop();
    }

    fn fields(&mut self, fields: &Fields, arguments: &[Type], at: &Place, is_transparent: bool) {
        for (component, pointer, field) in components(fields) {
            let inside = if is_transparent {
                let inside = Place {
                    way: at.way.clone(),
                    pointer: format!("{}{pointer}", at.pointer),
                };
                self.note(&inside);
                inside
            } else if format!("/{component}") == pointer {
                at.below(&component, &pointer)
            } else {
                self.noted(at, &component, &pointer)
            };
            self.ty(&field.ty.substitute(arguments), &inside);
        }
    }

    /// garde does not say which variant it speaks of: what is not at one place in all of them is
    /// said of the whole.
    fn variants(&mut self, body: &Enum, arguments: &[Type], at: &Place) {
        let mut seen: Vec<(String, String, Option<Type>)> = Vec::new();
        for variant in body.travelling(Direction::Input) {
            let around = around(body, variant);
            let is_newtype = variant.fields.is_newtype();
            for (component, pointer, field) in components(&variant.fields) {
                let pointer = match is_newtype {
                    true => around.clone(),
                    false => format!("{around}{pointer}"),
                };
                let ty = field.ty.substitute(arguments);
                match seen.iter_mut().find(|(known, ..)| *known == component) {
                    Some((_, known, ty)) => {
                        *ty = None;
                        if *known != pointer {
                            known.clear();
                        }
                    }
                    None => seen.push((component, pointer, Some(ty))),
                }
            }
        }
        for (component, pointer, ty) in seen {
            let inside = match format!("/{component}") == pointer {
                true => at.below(&component, &pointer),
                false => self.noted(at, &component, &pointer),
            };
            if let Some(ty) = ty {
                self.ty(&ty, &inside);
            }
        }
    }

    /// A part that is called otherwise.
    fn noted(&mut self, at: &Place, component: &str, pointer: &str) -> Place {
        let inside = at.below(component, pointer);
        self.note(&inside);
        inside
    }

    fn note(&mut self, place: &Place) {
        let way = place.way.join(".");
        if !way.is_empty() {
            self.renames.push((way, place.pointer.clone()));
        }
    }
}

/// What garde calls each field, and its JSON Pointer below what holds it.
fn components(fields: &Fields) -> Vec<(String, String, &Field)> {
    let all = fields.as_slice().iter().enumerate();
    let travelling = all.filter(|(_, field)| *field.travels.of(Direction::Input));
    let components = travelling.enumerate();
    components
        .map(|(on_wire, (index, field))| match fields {
            Fields::Named(_) if field.flattened => (field.rust_name.clone(), String::new(), field),
            Fields::Named(_) => {
                let name = field.name(Direction::Input);
                let pointer = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
                (field.rust_name.clone(), pointer, field)
            }
            Fields::Tuple(_) | Fields::Unit => (index.to_string(), format!("/{on_wire}"), field),
        })
        .collect()
}

/// What JSON has around the fields of a variant.
fn around(body: &Enum, variant: &Variant) -> String {
    match &body.tagging {
        _ if variant.untagged => String::new(),
        Tagging::External => {
            let name = variant.name(Direction::Input);
            format!("/{}", name.replace('~', "~0").replace('/', "~1"))
        }
        Tagging::Adjacent { content, .. } => format!("/{content}"),
        Tagging::Internal { .. } | Tagging::Untagged => String::new(),
    }
}
