//! Structs, enums and errors.

use super::lines::Lines;
use super::types::{path, ty};
use crate::model::{
    Api, Body, Both, Definition, Enum, ErrorType, ErrorVariant, Field, Fields, Omission, Presence,
    Tagging, Variant,
};

pub(super) fn definition(api: &Api, definition: &Definition, lines: &mut Lines) {
    let parameters = match definition.parameters.as_slice() {
        [] => String::new(),
        parameters => format!("<{}>", parameters.join(", ")),
    };
    let name = format!("{}{parameters}", path(api, definition));
    let kind = match &definition.body {
        Body::Newtype(_) => "newtype",
        Body::Struct(Fields::Unit) => "unit struct",
        Body::Struct(Fields::Tuple(_)) => "tuple struct",
        Body::Struct(Fields::Named(_)) => "struct",
        Body::Enum(_) => "enum",
        Body::Proxy(_) => "proxy",
    };
    let tagging = match &definition.body {
        Body::Enum(body) => tagging(body),
        _ => String::new(),
    };
    lines.line(format!("{kind} {name}{tagging}"));
    lines.below(|lines| {
        if definition.deny_unknown_fields {
            lines.line("unknown fields denied");
        }
        if let Some(tag) = &definition.struct_tag {
            lines.line(format!("tag {tag:?}"));
        }
        match &definition.body {
            Body::Newtype(field) => lines.line(format!("of {}", ty(api, &field.ty))),
            Body::Proxy(other) => lines.line(format!("as {}", ty(api, other))),
            Body::Struct(body) => fields(api, body, lines),
            Body::Enum(body) => {
                for one in &body.variants {
                    variant(api, one, lines);
                }
            }
        }
    });
}

fn tagging(body: &Enum) -> String {
    match &body.tagging {
        Tagging::External => String::new(),
        Tagging::Internal { tag } => format!(" with tag {tag:?}"),
        Tagging::Adjacent { tag, content } => format!(" with tag {tag:?} and content {content:?}"),
        Tagging::Untagged => " without tag".to_owned(),
    }
}

fn variant(api: &Api, variant: &Variant, lines: &mut Lines) {
    let mut line = format!("{} {}", variant.index, variant.rust_name);
    line += &renamed(&variant.names, &variant.rust_name);
    line += &also(&variant.aliases, &variant.travels);
    if variant.other {
        line += ", for all unknown";
    }
    if variant.untagged {
        line += ", untagged";
    }
    lines.line(line);
    lines.below(|lines| fields(api, &variant.fields, lines));
}

fn fields(api: &Api, of: &Fields, lines: &mut Lines) {
    for one in of.as_slice() {
        lines.line(field(api, one));
    }
}

fn field(api: &Api, field: &Field) -> String {
    let mut line = format!("{}: {}", field.rust_name, ty(api, &field.ty));
    line += &renamed(&field.names, &field.rust_name);
    line += &also(&field.aliases, &field.travels);
    line += match field.presence {
        Presence::Required => "",
        Presence::Zero => ", zero by default",
        Presence::Flagged => ", with a default",
    };
    line += match field.omission {
        Omission::Never => "",
        Omission::WhenZero => ", left out when zero",
        Omission::Sometimes => ", sometimes left out",
    };
    if field.flattened {
        line += ", flattened";
    }
    if field.asks {
        line += ", asks what comes";
    }
    if let Some(reason) = field.json {
        line += &format!(", JSON alone: {reason}");
    }
    line
}

/// The names on the wire, where they are not Rust's.
fn renamed(names: &Both<String>, rust: &str) -> String {
    match (&*names.input, &*names.output) {
        (input, output) if input == output && input == rust => String::new(),
        (input, output) if input == output => format!(", as {input:?}"),
        (input, output) => format!(", read as {input:?}, written as {output:?}"),
    }
}

fn also(aliases: &[String], travels: &Both<bool>) -> String {
    let mut text = String::new();
    for alias in aliases {
        text += &format!(", also {alias:?}");
    }
    text += match (travels.input, travels.output) {
        (true, true) => "",
        (true, false) => ", never sent",
        (false, true) => ", never received",
        (false, false) => ", skipped",
    };
    text
}

pub(super) fn error(api: &Api, error: &ErrorType, lines: &mut Lines) {
    lines.line(format!("error {}", error.name));
    lines.below(|lines| {
        for variant in &error.variants {
            match variant {
                ErrorVariant::Declared {
                    rust_name,
                    code,
                    status,
                    fields: own,
                    ..
                } => {
                    lines.line(format!("{rust_name}: {status} {code}"));
                    lines.below(|lines| fields(api, own, lines));
                }
                ErrorVariant::Internal { rust_name } => {
                    lines.line(format!("{rust_name}: internal"));
                }
                ErrorVariant::Flatten { rust_name, error } => {
                    let other = &api.errors[error.0].name;
                    lines.line(format!("{rust_name}: all of {other}"));
                }
            }
        }
    });
}
