//! A schema as the Rust that somebody could have written.

use crate::schema::{Enum, Field, Payload, Presence, Struct, Tagging, Type, Variant};

/// A module with one action, which takes and returns a list of the type.
pub(crate) fn module(number: usize, ty: &Type) -> String {
    let mut source = Source::default();
    let name = source.name(ty);
    let definitions = source.definitions.join("\n");
    format!(
        "pub mod p{number} {{\n\
         use std::collections::{{BTreeMap, BTreeSet}};\n\
         use serde::{{Deserialize, Serialize}};\n\
         {definitions}\n\
         #[tramline::action]\n\
         pub async fn echo{number}(values: Vec<{name}>) -> Vec<{name}> {{ values }}\n\
         }}\n"
    )
}

#[derive(Default)]
struct Source {
    definitions: Vec<String>,
    count: usize,
}

impl Source {
    /// How the type is written where it is used.
    fn name(&mut self, ty: &Type) -> String {
        match ty {
            Type::Bool => "bool".to_owned(),
            Type::Int(bits, signed) => format!("{}{bits}", if *signed { 'i' } else { 'u' }),
            Type::F32 => "f32".to_owned(),
            Type::F64 => "f64".to_owned(),
            Type::Char => "char".to_owned(),
            Type::Text => "String".to_owned(),
            Type::Bytes => "Vec<u8>".to_owned(),
            Type::Unit => "()".to_owned(),
            Type::Option(inner) => format!("Option<{}>", self.name(inner)),
            Type::List(inner) => format!("Vec<{}>", self.name(inner)),
            Type::Set(inner) => format!("BTreeSet<{}>", self.name(inner)),
            Type::Map(key, value) => format!("BTreeMap<{}, {}>", self.name(key), self.name(value)),
            Type::Array(inner, length) => format!("[{}; {length}]", self.name(inner)),
            Type::Tuple(parts) => {
                let parts: Vec<String> = parts.iter().map(|part| self.name(part)).collect();
                format!("({})", parts.join(", "))
            }
            Type::Struct(of) => self.structure(of),
            Type::Enum(of) => self.enumeration(of),
        }
    }

    fn structure(&mut self, of: &Struct) -> String {
        let deny = if of.deny_unknown_fields {
            "#[serde(deny_unknown_fields)]\n"
        } else {
            ""
        };
        let fields = self.fields(&of.fields);
        self.define(|name| format!("{deny}pub struct {name} {{ {fields} }}"))
    }

    fn enumeration(&mut self, of: &Enum) -> String {
        let tagging = match of.tagging {
            Tagging::External => "",
            Tagging::Internal => "#[serde(tag = \"t\")]\n",
            Tagging::Adjacent => "#[serde(tag = \"t\", content = \"c\")]\n",
        };
        let last = of.variants.len() - 1;
        let variants = of.variants.iter().enumerate().map(|(index, variant)| {
            let other = of.other && index == last;
            let other = if other { "#[serde(other)] " } else { "" };
            format!("{other}{}", self.variant(variant))
        });
        let variants = variants.collect::<Vec<_>>().join(", ");
        self.define(|name| format!("{tagging}pub enum {name} {{ {variants} }}"))
    }

    fn variant(&mut self, variant: &Variant) -> String {
        let name = &variant.name;
        let written = match &variant.payload {
            Payload::Unit => name.clone(),
            Payload::Newtype(ty) => format!("{name}({})", self.name(ty)),
            Payload::Fields(fields) => format!("{name} {{ {} }}", self.fields(fields)),
        };
        aliases(&variant.aliases) + &written
    }

    fn fields(&mut self, fields: &[Field]) -> String {
        let fields = fields.iter().map(|field| {
            let default = match field.presence {
                Presence::Required => "",
                Presence::Zero => "#[serde(default)] ",
                Presence::Flagged => "#[serde(default = \"given\")] ",
            };
            let ty = self.name(&field.ty);
            let aliases = aliases(&field.aliases);
            format!("{aliases}{default}{}: {ty}", field.name)
        });
        fields.collect::<Vec<_>>().join(", ")
    }

    fn define(&mut self, item: impl FnOnce(&str) -> String) -> String {
        let name = format!("T{}", self.count);
        self.count += 1;
        let item = item(&name);
        self.definitions
            .push(format!("#[derive(Deserialize, Serialize)]\n{item}"));
        name
    }
}

fn aliases(aliases: &[String]) -> String {
    let aliases = aliases.iter();
    aliases
        .map(|alias| format!("#[serde(alias = \"{alias}\")] "))
        .collect()
}
