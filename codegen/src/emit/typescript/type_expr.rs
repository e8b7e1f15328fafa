//! Prints types the way a person would write them.

use super::imports::Imports;
use super::jsdoc::comment;
use super::names::{property, quote};
use super::printer::WIDTH;
use super::tree::{Member, Property, TypeExpr};

/// A type on one line.
pub(super) fn print(ty: &TypeExpr, imports: &mut Imports<'_>) -> String {
    match ty {
        TypeExpr::Keyword(word) => (*word).to_owned(),
        TypeExpr::Literal(text) => quote(text),
        TypeExpr::Parameter(name) | TypeExpr::Verbatim(name) => name.clone(),
        TypeExpr::Name(symbol, arguments) if arguments.is_empty() => imports.ty(symbol),
        TypeExpr::Name(symbol, arguments) => {
            let name = imports.ty(symbol);
            format!("{name}<{}>", list(arguments, imports))
        }
        TypeExpr::Array(element) => match **element {
            TypeExpr::Intersection(_) => parenthesised(print(element, imports)) + "[]",
            _ => format!("{}[]", operand(element, imports)),
        },
        TypeExpr::Tuple(elements) => format!("[{}]", list(elements, imports)),
        TypeExpr::Object(properties) if properties.is_empty() => "Record<string, never>".to_owned(),
        TypeExpr::Object(properties) => {
            let properties: Vec<String> = properties
                .iter()
                .map(|property| self::property_line(property, imports))
                .collect();
            format!("{{ {} }}", properties.join("; "))
        }
        TypeExpr::Union(members) if members.is_empty() => "never".to_owned(),
        TypeExpr::Union(members) => {
            let members: Vec<String> = members
                .iter()
                .map(|member| match &member.ty {
                    loose @ (TypeExpr::Wrapped(_) | TypeExpr::Intersection(_)) => {
                        parenthesised(print(loose, imports))
                    }
                    other => print(other, imports),
                })
                .collect();
            members.join(" | ")
        }
        TypeExpr::Intersection(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| operand(part, imports)).collect();
            parts.join(" & ")
        }
        TypeExpr::Wrapped(inner) => {
            let inner = operand(inner, imports);
            format!("null extends {inner} ? [{inner}] : {inner}")
        }
    }
}

/// The part of a type alias behind its `=`, with the space and the line breaks it needs.
pub(super) fn print_alias(ty: &TypeExpr, start: usize, imports: &mut Imports<'_>) -> String {
    if let TypeExpr::Union(members) = ty {
        let line = print(ty, imports);
        let documented = members.iter().any(documented);
        if documented || start + line.len() + 2 > WIDTH {
            return members
                .iter()
                .map(|member| union_line(member, imports))
                .collect();
        }
    }
    format!(" {}", broken(ty, "", imports))
}

/// Properties of an interface, one below the other.
pub(super) fn print_properties(
    properties: &[Property],
    indent: &str,
    imports: &mut Imports<'_>,
) -> String {
    let mut text = String::new();
    for property in properties {
        text.push_str(&comment(&property.docs, indent));
        text.push_str(indent);
        text.push_str(&property_line(property, imports));
        text.push_str(";\n");
    }
    text
}

fn documented(member: &Member) -> bool {
    let inside = |property: &Property| !property.docs.is_empty();
    !member.docs.is_empty() || object(&member.ty).is_some_and(|all| all.iter().any(inside))
}

/// The documented properties of an object, or of the object that is its only property.
fn object(ty: &TypeExpr) -> Option<&[Property]> {
    match ty {
        TypeExpr::Object(properties) => match properties.as_slice() {
            [
                Property {
                    ty: inner @ TypeExpr::Object(_),
                    ..
                },
            ] => object(inner),
            properties => Some(properties),
        },
        TypeExpr::Intersection(parts) => parts.iter().find_map(object),
        _ => None,
    }
}

fn union_line(member: &Member, imports: &mut Imports<'_>) -> String {
    let text = match &member.ty {
        wrapped @ TypeExpr::Wrapped(_) => operand(wrapped, imports),
        loose @ TypeExpr::Intersection(_) => parenthesised(broken(loose, "    ", imports)),
        other => broken(other, "    ", imports),
    };
    format!("\n{}  | {text}", comment(&member.docs, "  "))
}

/// On one line where it fits and nothing inside is documented, else with its properties below
/// each other.
fn broken(ty: &TypeExpr, indent: &str, imports: &mut Imports<'_>) -> String {
    let line = print(ty, imports);
    let documented = object(ty).is_some_and(|all| all.iter().any(|one| !one.docs.is_empty()));
    if !documented && indent.len() + line.len() <= WIDTH {
        return line;
    }
    match ty {
        TypeExpr::Object(properties) if !properties.is_empty() => {
            broken_object(properties, indent, imports)
        }
        TypeExpr::Intersection(parts) => {
            let part = |part: &TypeExpr| match part {
                TypeExpr::Object(_) => broken(part, indent, imports),
                part => operand(part, imports),
            };
            let parts: Vec<String> = parts.iter().map(part).collect();
            parts.join(" & ")
        }
        _ => line,
    }
}

fn broken_object(properties: &[Property], indent: &str, imports: &mut Imports<'_>) -> String {
    let deeper = format!("{indent}  ");
    let mut text = String::from("{\n");
    for one in properties {
        let value = broken(&one.ty, &deeper, imports);
        let mark = if one.optional { "?" } else { "" };
        text.push_str(&comment(&one.docs, &deeper));
        text.push_str(&format!(
            "{deeper}{}{mark}: {value};\n",
            property(&one.name)
        ));
    }
    text + indent + "}"
}

fn property_line(one: &Property, imports: &mut Imports<'_>) -> String {
    let mark = if one.optional { "?" } else { "" };
    format!("{}{mark}: {}", property(&one.name), print(&one.ty, imports))
}

/// In parentheses where it would otherwise bind more loosely than what surrounds it.
fn operand(ty: &TypeExpr, imports: &mut Imports<'_>) -> String {
    let text = print(ty, imports);
    match ty {
        TypeExpr::Union(members) if members.len() > 1 => format!("({text})"),
        TypeExpr::Wrapped(_) => format!("({text})"),
        _ => text,
    }
}

fn parenthesised(text: String) -> String {
    format!("({text})")
}

fn list(types: &[TypeExpr], imports: &mut Imports<'_>) -> String {
    let types: Vec<String> = types.iter().map(|ty| print(ty, imports)).collect();
    types.join(", ")
}
