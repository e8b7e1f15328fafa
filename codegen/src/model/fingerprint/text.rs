//! The text of a minimal graph.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::Roots;
use super::label::{Absence, FieldLabel, Label, VariantLabel};
use super::minimize::{ClassId, Minimal};
use crate::model::{Encoding, Tagging};

/// The schema of an action.
pub(crate) fn schema(minimal: &Minimal<'_>, roots: &Roots) -> String {
    let mut definitions = Definitions::new(minimal);
    let input = minimal.class(roots.input);
    let result = minimal.class(roots.result);
    let mut errors = Vec::new();
    definitions.visit(input);
    definitions.visit(result);
    for (code, error) in &roots.errors {
        let payload = error.payload.map(|node| minimal.class(node));
        payload
            .into_iter()
            .for_each(|class| definitions.visit(class));
        errors.push((code, payload));
    }

    let mut lines = match roots.encoding {
        Encoding::Postcard => Vec::new(),
        Encoding::Json => vec!["wire json".to_owned()],
    };
    lines.push(format!("input {}", definitions.refer(input)));
    lines.push(format!("result {}", definitions.refer(result)));
    for (code, payload) in errors {
        let mut line = format!("error {}", quote(code));
        if let Some(class) = payload {
            line += ": ";
            line += &definitions.refer(class);
        }
        lines.push(line);
    }
    for (index, class) in definitions.order.iter().enumerate() {
        lines.push(format!("#{} = {}", index + 1, definitions.define(*class)));
    }
    lines.join("\n")
}

/// The classes that get a line of their own, in pre-order.
struct Definitions<'graph> {
    minimal: &'graph Minimal<'graph>,
    order: Vec<ClassId>,
    numbers: HashMap<ClassId, usize>,
}

impl<'graph> Definitions<'graph> {
    fn new(minimal: &'graph Minimal<'graph>) -> Self {
        Self {
            minimal,
            order: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    fn visit(&mut self, class: ClassId) {
        if self.numbers.contains_key(&class) {
            return;
        }
        if self.is_definition(class) {
            self.order.push(class);
            self.numbers.insert(class, self.order.len());
        }
        for child in self.minimal.children(class) {
            self.visit(*child);
        }
    }

    /// Structs, enums, and containers that hold themselves without one of these in between.
    fn is_definition(&self, class: ClassId) -> bool {
        match self.minimal.label(class) {
            Label::Struct { .. } | Label::Enum { .. } => true,
            Label::Leaf(_) | Label::Bytes(_) => false,
            Label::Container(_) | Label::Array(_) => self.holds_itself(class),
        }
    }

    fn holds_itself(&self, class: ClassId) -> bool {
        let mut seen = Vec::new();
        let mut stack = self.minimal.children(class).to_vec();
        while let Some(next) = stack.pop() {
            if next == class {
                return true;
            }
            let container = matches!(
                self.minimal.label(next),
                Label::Container(_) | Label::Array(_)
            );
            if container && !seen.contains(&next) {
                seen.push(next);
                stack.extend(self.minimal.children(next));
            }
        }
        false
    }

    fn refer(&self, class: ClassId) -> String {
        match self.numbers.get(&class) {
            Some(number) => format!("#{number}"),
            None => self.define(class),
        }
    }

    fn define(&self, class: ClassId) -> String {
        let children: Vec<String> = self
            .minimal
            .children(class)
            .iter()
            .map(|child| self.refer(*child))
            .collect();
        match self.minimal.label(class) {
            Label::Leaf(word) => (*word).to_owned(),
            Label::Container(word) => format!("{word}<{}>", children.join(", ")),
            Label::Array(length) => format!("array<{}, {length}>", children.join(", ")),
            Label::Bytes(length) => format!("bytes<{length}>"),
            Label::Struct { tag, fields } => structure(tag.as_ref(), fields, &children),
            Label::Enum { tagging, variants } => enumeration(tagging, variants, children),
        }
    }
}

fn structure(tag: Option<&(String, String)>, fields: &[FieldLabel], children: &[String]) -> String {
    let fields: Vec<String> = fields
        .iter()
        .zip(children)
        .map(|(field, ty)| {
            let mark = match field.absence {
                Absence::Error => "",
                Absence::Fine => "?",
                Absence::Zero => "~",
                Absence::Flagged => "??",
            };
            format!("{}{mark}: {ty}", named(field.name.as_ref()))
        })
        .collect();
    let tag = tag.map(|(tag, name)| format!("{}: {} ", quote(tag), quote(name)));
    format!(
        "struct {}{{{}}}",
        tag.unwrap_or_default(),
        fields.join(", ")
    )
}

fn enumeration(tagging: &Tagging, variants: &[VariantLabel], children: Vec<String>) -> String {
    let mut children = children.into_iter();
    let variants: Vec<String> = variants
        .iter()
        .map(|variant| {
            let mut text = named(variant.name.as_ref());
            // Writing to a string does not fail.
            let _ = variant.index.map(|index| write!(text, "@{index}"));
            match variant.payload.then(|| children.next()).flatten() {
                Some(ty) => format!("{text}: {ty}"),
                None => text,
            }
        })
        .collect();
    let word = match tagging {
        Tagging::External => "enum".to_owned(),
        Tagging::Internal { tag } => format!("tagged {}", quote(tag)),
        Tagging::Adjacent { tag, content } => {
            format!("tagged {}, {}", quote(tag), quote(content))
        }
        Tagging::Untagged => "untagged".to_owned(),
    };
    format!("{word} {{{}}}", variants.join(", "))
}

/// What has no name shows as one that needs quotes.
fn named(name: Option<&String>) -> String {
    name.map_or_else(|| "*".to_owned(), |name| quote(name))
}

/// The name, in quotes where it could be taken for anything else.
fn quote(name: &str) -> String {
    let plain =
        |character: char| character.is_ascii_alphanumeric() || character == '_' || character == '-';
    let starts = |character: char| character.is_ascii_alphabetic() || character == '_';
    if name.starts_with(starts) && name.chars().all(plain) {
        return name.to_owned();
    }
    let mut quoted = String::from("\"");
    for character in name.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            control if control.is_control() => {
                // Writing to a string does not fail.
                let _ = write!(quoted, "\\u{{{:x}}}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
