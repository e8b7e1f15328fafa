//! Types in a few words, as TypeScript writes them.

use super::{Member, View, ViewId, Views};

/// How far into a type a message looks.
const DEPTH: usize = 3;

/// How many properties of an object it shows.
const MEMBERS: usize = 6;

impl Views {
    /// The type as a message shows it: by its name, where it has one.
    pub(crate) fn show(&self, id: ViewId) -> String {
        self.text(id, DEPTH)
    }

    fn text(&self, id: ViewId, depth: usize) -> String {
        let Some(below) = depth.checked_sub(1) else {
            return "…".to_owned();
        };
        let list = |ids: &[ViewId]| self.list(ids, ", ", below);
        match self.get(id) {
            View::Word(word) => word.clone(),
            View::Literal(text) => format!("{text:?}"),
            View::Named {
                name,
                body: Some(body),
                ..
            } if name.is_empty() => self.text(*body, depth),
            View::Named {
                name, arguments, ..
            } if arguments.is_empty() => name.clone(),
            View::Named {
                name, arguments, ..
            } => format!("{name}<{}>", list(arguments)),
            View::Brand(content, name) => {
                format!("Brand<{}, {name:?}>", self.text(*content, below))
            }
            View::Generic(name, arguments) => format!("{name}<{}>", list(arguments)),
            View::Array(element) => format!("{}[]", self.operand(*element, below)),
            View::Tuple(elements) => format!("[{}]", list(elements)),
            View::Object(members) if members.is_empty() => "{}".to_owned(),
            View::Object(members) => self.object(members, below),
            View::Nullable {
                inner,
                null,
                undefined,
            } => {
                let absent = [(*null, " | null"), (*undefined, " | undefined")];
                let absent = absent.iter().filter(|(there, _)| *there);
                let absent: String = absent.map(|(_, text)| *text).collect();
                // The union is of the same level.
                self.text(*inner, depth) + &absent
            }
            View::Union(members) if members.is_empty() => "never".to_owned(),
            View::Union(members) => self.list(members, " | ", below),
            View::Intersection(parts) => self.list(parts, " & ", below),
            View::Wrapped(inner) if self.is_nullable(*inner) => {
                format!("[{}]", self.text(*inner, below))
            }
            View::Wrapped(inner) => self.text(*inner, depth),
            View::Declared(code, _) => format!("{code:?}"),
        }
    }

    fn list(&self, ids: &[ViewId], between: &str, depth: usize) -> String {
        let texts: Vec<String> = ids.iter().map(|id| self.text(*id, depth)).collect();
        texts.join(between)
    }

    fn operand(&self, id: ViewId, depth: usize) -> String {
        let text = self.text(id, depth);
        match self.get(id) {
            View::Nullable { .. } | View::Union(_) | View::Intersection(_) => format!("({text})"),
            _ => text,
        }
    }

    fn object(&self, members: &[Member], depth: usize) -> String {
        let member = |member: &Member| {
            let mark = if member.optional { "?" } else { "" };
            format!("{}{mark}: {}", member.name, self.text(member.ty, depth))
        };
        let mut shown: Vec<String> = members.iter().take(MEMBERS).map(member).collect();
        if members.len() > MEMBERS {
            shown.push("…".to_owned());
        }
        format!("{{ {} }}", shown.join("; "))
    }
}
