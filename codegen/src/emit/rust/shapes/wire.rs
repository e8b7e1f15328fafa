//! What travels for each action.

use std::collections::BTreeMap;

use super::Root;
use super::layout::Layout;
use super::names;
use crate::emit::rust::Served;
use crate::emit::rust::format::literal;
use crate::emit::rust::spell::cfg_attribute;
use crate::model::{Action, Api, Direction, Encoding, ErrorId, ErrorVariant, Fields, Input};

/// The types that travel for an action, which have shapes unless it speaks plain JSON.
pub(super) fn roots(api: &Api, action: &Action) -> Vec<Root> {
    if action.encoding == Encoding::Json {
        return Vec::new();
    }
    let mut roots = vec![(action.output.ok.clone(), Direction::Output)];
    match &action.input {
        Input::None => {}
        Input::Struct(ty) => roots.push((ty.clone(), Direction::Input)),
        Input::Fields(fields) => {
            roots.extend(fields.iter().map(|it| (it.ty.clone(), Direction::Input)));
        }
    }
    for (_, fields) in payloads(api, &action.output.errors) {
        let fields = fields.travelling(Direction::Output);
        roots.extend(fields.map(|it| (it.ty.clone(), Direction::Output)));
    }
    roots
}

/// What travels for each action, and the errors that some share.
pub(super) fn all(served: &Served<'_>, layout: Layout<'_, '_>) -> String {
    let mut errors = Errors {
        api: served.api,
        layout,
        names: BTreeMap::new(),
        count: 0,
        statics: String::new(),
    };
    let actions = served.actions.iter().zip(&served.markers);
    let wires: String = actions
        .map(|(action, marker)| {
            format!(
                "static {name}: Wire = Wire {{ {wire} }};\n\
                 {cfg}impl super::{marker} {{\n\
                 pub(crate) const WIRE: &'static Wire = &{name};\n\
                 }}\n",
                name = names::of_wire(&marker.name),
                cfg = cfg_attribute(&action.cfg),
                marker = marker.name,
                wire = wire(action, layout, &mut errors),
            )
        })
        .collect();
    errors.statics + &wires
}

fn wire(action: &Action, layout: Layout<'_, '_>, errors: &mut Errors<'_, '_>) -> String {
    let (input, result, errors, encoding) = match action.encoding {
        Encoding::Json => {
            let unit = || "Shape::Unit".to_owned();
            (unit(), unit(), "&[]".to_owned(), "Json")
        }
        Encoding::Postcard => (
            input(&action.input, layout),
            layout.ty(&action.output.ok, Direction::Output),
            errors.of(&action.output.errors),
            "Postcard",
        ),
    };
    format!("input: &{input}, result: &{result}, errors: {errors}, encoding: Encoding::{encoding}")
}

fn input(input: &Input, layout: Layout<'_, '_>) -> String {
    match input {
        Input::None => "Shape::Unit".to_owned(),
        Input::Struct(ty) => layout.ty(ty, Direction::Input),
        Input::Fields(fields) => layout.parameters(fields),
    }
}

/// The lists of errors, each once.
struct Errors<'a, 'api> {
    api: &'a Api,
    layout: Layout<'a, 'api>,
    names: BTreeMap<Vec<ErrorId>, String>,
    count: usize,
    statics: String,
}

impl Errors<'_, '_> {
    fn of(&mut self, errors: &[ErrorId]) -> String {
        if let Some(name) = self.names.get(errors) {
            return name.clone();
        }
        let rows: String = payloads(self.api, errors)
            .into_iter()
            .filter_map(|(code, fields)| {
                let payload = self.layout.payload(fields)?;
                Some(format!("({}, &{payload}),", literal(code)))
            })
            .collect();
        let name = if rows.is_empty() {
            // A code that carries nothing has no entry.
            "&[]".to_owned()
        } else {
            let name = names::of_errors(self.count);
            self.count += 1;
            self.statics += &format!("static {name}: &[(&str, &Shape)] = &[{rows}];\n");
            name
        };
        self.names.insert(errors.to_vec(), name.clone());
        name
    }
}

/// The codes of some error types, each once, with what they carry; those of flattened variants too.
fn payloads<'api>(api: &'api Api, errors: &[ErrorId]) -> Vec<(&'api str, &'api Fields)> {
    let mut payloads: Vec<(&str, &Fields)> = Vec::new();
    for id in errors {
        collect(api, *id, &mut Vec::new(), &mut payloads);
    }
    payloads
}

fn collect<'api>(
    api: &'api Api,
    id: ErrorId,
    path: &mut Vec<ErrorId>,
    payloads: &mut Vec<(&'api str, &'api Fields)>,
) {
    if path.contains(&id) {
        return;
    }
    path.push(id);
    for variant in &api.errors[id.0].variants {
        match variant {
            ErrorVariant::Declared { code, fields, .. } => {
                if payloads.iter().all(|(known, _)| known != code) {
                    payloads.push((code, fields));
                }
            }
            ErrorVariant::Internal { .. } => {}
            ErrorVariant::Flatten { error, .. } => collect(api, *error, path, payloads),
        }
    }
    path.pop();
}
