//! JSON as text: on one line for programs, or broken and indented for people who review it.

use std::fmt::Write as _;

/// A value of JSON, its members in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Text(String),
    /// What is JSON already: a number, or what an attribute gives.
    Raw(String),
    List(Vec<Json>),
    Object(Members),
}

/// The members of an object.
pub(crate) type Members = Vec<(String, Json)>;

/// What still fits on a line with its indent; longer lists are broken.
const WIDTH: usize = 100;

impl Json {
    /// A string.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Json::Text(text.into())
    }

    /// An integer.
    pub(crate) fn number(number: impl Into<i128>) -> Self {
        Json::Raw(number.into().to_string())
    }

    /// A list of strings.
    pub(crate) fn texts<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Json::List(texts.into_iter().map(Json::text).collect())
    }

    /// An object.
    pub(crate) fn object<N: Into<String>>(members: impl IntoIterator<Item = (N, Json)>) -> Self {
        let members = members.into_iter();
        Json::Object(members.map(|(name, value)| (name.into(), value)).collect())
    }

    /// A member of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Json> {
        let Json::Object(members) = self else {
            return None;
        };
        let mut members = members.iter();
        let found = members.find(|(each, _)| each == name)?;
        Some(&found.1)
    }

    /// The object with a member, in place of the one that had the name or as the last one.
    pub(crate) fn with(mut self, name: &str, value: Json) -> Self {
        if let Json::Object(members) = &mut self {
            match members.iter_mut().find(|(each, _)| each == name) {
                Some((_, present)) => *present = value,
                None => members.push((name.to_owned(), value)),
            }
        }
        self
    }

    /// The same, where there is something to add.
    pub(crate) fn with_some(self, name: &str, value: Option<Json>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// On one line, without spaces.
    pub(crate) fn compact(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, None);
        text
    }

    /// With a line for each member, and a line break at the end.
    pub(crate) fn pretty(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, Some(0));
        text + "\n"
    }

    fn write(&self, text: &mut String, indent: Option<usize>) {
        match self {
            Json::Null => text.push_str("null"),
            Json::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
            Json::Text(value) => text.push_str(&quote(value)),
            Json::Raw(json) => text.push_str(json),
            Json::List(elements) if indent.is_some_and(|indent| self.fits(indent)) => {
                let elements: Vec<String> = elements.iter().map(Json::compact).collect();
                text.push_str(&format!("[{}]", elements.join(", ")));
            }
            Json::List(elements) => {
                let elements = elements.iter().map(|element| (None, element));
                join(text, ['[', ']'], elements, indent);
            }
            Json::Object(members) => {
                let members = members.iter();
                let members = members.map(|(name, value)| (Some(name.as_str()), value));
                join(text, ['{', '}'], members, indent);
            }
        }
    }

    /// Whether a list can stand on one line: it holds no object, and is short.
    fn fits(&self, indent: usize) -> bool {
        let Json::List(elements) = self else {
            return false;
        };
        let mut elements = elements.iter();
        let flat = elements.all(|one| !matches!(one, Json::Object(_) | Json::List(_)));
        flat && 2 * indent + self.compact().len() <= WIDTH
    }
}

/// What stands between two brackets: each on its own line where there is an indent.
fn join<'a>(
    text: &mut String,
    [open, close]: [char; 2],
    parts: impl ExactSizeIterator<Item = (Option<&'a str>, &'a Json)>,
    indent: Option<usize>,
) {
    let indent = indent.filter(|_| parts.len() > 0);
    let inner = indent.map(|indent| indent + 1);
    let line = |text: &mut String, depth: Option<usize>| {
        if let Some(depth) = depth {
            text.push('\n');
            text.extend(std::iter::repeat_n("  ", depth));
        }
    };
    text.push(open);
    for (index, (name, value)) in parts.enumerate() {
        if index > 0 {
            text.push(',');
        }
        line(text, inner);
        if let Some(name) = name {
            text.push_str(&quote(name));
            text.push_str(if indent.is_some() { ": " } else { ":" });
        }
        value.write(text, inner);
    }
    line(text, indent);
    text.push(close);
}

fn quote(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            control if control < ' ' => {
                // Writing to a string does not fail.
                let _ = write!(quoted, "\\u{:04x}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::Json;

    fn sample() -> Json {
        Json::object([
            ("text", Json::text("a\"\\\n\u{7}é")),
            ("none", Json::Null),
            ("short", Json::texts(["x", "y"])),
            ("long", Json::texts(["x".repeat(60), "y".repeat(60)])),
            (
                "objects",
                Json::List(vec![Json::object([("a", Json::Bool(true))])]),
            ),
            ("empty", Json::object([("o", Json::Object(Vec::new()))])),
            ("list", Json::List(Vec::new())),
            ("number", Json::number(u64::MAX)),
        ])
    }

    #[test]
    fn both_forms_are_the_same_json() {
        let [pretty, compact] = [sample().pretty(), sample().compact()];
        let parsed: serde_json::Value = serde_json::from_str(&pretty).unwrap();
        assert_eq!(
            parsed,
            serde_json::from_str::<serde_json::Value>(&compact).unwrap()
        );
        assert_eq!(parsed["text"], "a\"\\\n\u{7}é");
        assert_eq!(parsed["number"], u64::MAX);
        assert!(!compact.contains([' ', '\n']));
    }

    #[test]
    fn people_can_read_it() {
        let json = Json::object([
            ("short", Json::texts(["x", "y"])),
            ("empty", Json::Object(Vec::new())),
            (
                "objects",
                Json::List(vec![Json::object([("a", Json::Null)])]),
            ),
        ]);
        let expect = "{\n  \"short\": [\"x\", \"y\"],\n  \"empty\": {},\n  \
             \"objects\": [\n    {\n      \"a\": null\n    }\n  ]\n}\n";
        assert_eq!(json.pretty(), expect);
    }
}
