//! Names in the target language: case, reserved words, collisions and quoting, in one place.

use std::collections::HashSet;

/// What generated code must not declare at the top level of a module: the words of the language
/// and the globals that it uses itself. Sorted.
const RESERVED: &[&str] = &[
    "Array",
    "ArrayBuffer",
    "BigInt64Array",
    "BigUint64Array",
    "Date",
    "Float32Array",
    "Float64Array",
    "Int16Array",
    "Int32Array",
    "Int8Array",
    "Map",
    "Object",
    "Record",
    "Set",
    "Uint16Array",
    "Uint32Array",
    "Uint8Array",
    "any",
    "arguments",
    "async",
    "await",
    "bigint",
    "boolean",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "globalThis",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "never",
    "new",
    "null",
    "number",
    "object",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "string",
    "super",
    "switch",
    "symbol",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "unknown",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// File names that some system keeps for itself, and the runtime's. Sorted, in lower case.
const RESERVED_FILES: &[&str] = &[
    "_runtime", "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "con", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// What every object inherits, so that `name in object` says nothing. Sorted.
const INHERITED: &[&str] = &[
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// The names in use at one place; who comes later gives way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scope {
    taken: HashSet<String>,
}

impl Scope {
    /// Takes `wanted`, or what it becomes with underscores behind it.
    pub(super) fn claim(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        while RESERVED.binary_search(&name.as_str()).is_ok() || self.taken.contains(&name) {
            name.push('_');
        }
        self.taken.insert(name.clone());
        name
    }
}

/// The same for the paths of files, on systems that do not tell upper from lower case.
#[derive(Debug, Default)]
pub(super) struct FileScope {
    taken: HashSet<String>,
}

impl FileScope {
    /// Takes the path, or what it becomes with underscores behind its last segment.
    pub(super) fn claim(&mut self, wanted: &str) -> String {
        let mut path = wanted
            .split('/')
            .map(legal_segment)
            .collect::<Vec<_>>()
            .join("/");
        while !self.taken.insert(path.to_lowercase()) {
            path.push('_');
        }
        path
    }
}

/// A folder or file name that every system accepts.
fn legal_segment(segment: &str) -> String {
    let reserved = RESERVED_FILES.binary_search(&segment.to_lowercase().as_str());
    format!("{segment}{}", if reserved.is_ok() { "_" } else { "" })
}

/// `create_post` as `createPost`; leading underscores stay.
pub(crate) fn camel_case(name: &str) -> String {
    let bare = name.trim_start_matches('_');
    let underscores = &name[..name.len() - bare.len()];
    let mut words = bare.split('_').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    // `HTTPGet` is not snake case: it only loses the first capital.
    let mut text = format!("{underscores}{}", with_first(first, char::to_lowercase));
    words.for_each(|word| text.push_str(&with_first(word, char::to_uppercase)));
    text
}

/// `create_post` as `CreatePost`.
pub(crate) fn pascal_case(name: &str) -> String {
    name.split('_')
        .map(|word| with_first(word, char::to_uppercase))
        .collect()
}

fn with_first<I: Iterator<Item = char>>(word: &str, change: impl Fn(char) -> I) -> String {
    let mut characters = word.chars();
    let first = characters.next().into_iter().flat_map(change);
    first.chain(characters).collect()
}

/// A key in an object type.
pub(super) fn property(name: &str) -> String {
    if is_identifier(name) {
        name.to_owned()
    } else {
        quote(name)
    }
}

/// A key in an object literal.
pub(super) fn key(name: &str) -> String {
    match name {
        // Anything but a computed key would set the prototype.
        "__proto__" => "[\"__proto__\"]".to_owned(),
        _ => property(name),
    }
}

/// A property of `object`.
pub(super) fn member(object: &str, name: &str) -> String {
    if is_identifier(name) {
        format!("{object}.{name}")
    } else {
        format!("{object}[{}]", quote(name))
    }
}

/// Whether every object has this property without being given it.
pub(super) fn is_inherited(name: &str) -> bool {
    INHERITED.binary_search(&name).is_ok()
}

/// A string literal.
pub(super) fn quote(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\u{2028}' | '\u{2029}' => quoted.push_str(&format!("\\u{:04x}", character as u32)),
            control if control.is_control() => {
                quoted.push_str(&format!("\\u{:04x}", control as u32));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

fn is_identifier(name: &str) -> bool {
    let start = |character: char| character.is_ascii_alphabetic() || "_$".contains(character);
    name.starts_with(start) && name.chars().all(|c| start(c) || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [RESERVED, RESERVED_FILES, INHERITED] {
            assert!(table.is_sorted());
        }
    }

    #[test]
    fn case() {
        let table = [
            ("create_post", "createPost", "CreatePost"),
            ("get", "get", "Get"),
            ("_hidden_thing", "_hiddenThing", "HiddenThing"),
            ("get_v2_post", "getV2Post", "GetV2Post"),
            ("createPost", "createPost", "CreatePost"),
            ("LOUD", "lOUD", "LOUD"),
            ("größe_ändern", "größeÄndern", "GrößeÄndern"),
        ];
        for (rust, camel, pascal) in table {
            assert_eq!(camel_case(rust), camel);
            assert_eq!(pascal_case(rust), pascal);
        }
    }

    #[test]
    fn later_names_give_way() {
        let mut scope = Scope::default();
        let table = [
            ("delete", "delete_"),
            ("delete_", "delete__"),
            ("Map", "Map_"),
            ("post", "post"),
            ("post", "post_"),
        ];
        for (wanted, got) in table {
            assert_eq!(scope.claim(wanted), got);
        }
    }

    #[test]
    fn files_differ_in_more_than_case() {
        let mut files = FileScope::default();
        let table = [
            ("index", "index"),
            ("index", "index_"),
            ("Posts", "Posts"),
            ("posts", "posts_"),
            ("_runtime", "_runtime_"),
            ("aux/posts", "aux_/posts"),
        ];
        for (wanted, got) in table {
            assert_eq!(files.claim(wanted), got);
        }
    }

    #[test]
    fn keys_are_quoted_only_when_needed() {
        let table = [
            ("title", "title", "title", "v.title"),
            ("delete", "delete", "delete", "v.delete"),
            ("foo-bar", "\"foo-bar\"", "\"foo-bar\"", "v[\"foo-bar\"]"),
            ("1st", "\"1st\"", "\"1st\"", "v[\"1st\"]"),
            ("__proto__", "__proto__", "[\"__proto__\"]", "v.__proto__"),
            (
                "a\"\\\n\u{7}",
                r#""a\"\\\n\u0007""#,
                r#""a\"\\\n\u0007""#,
                r#"v["a\"\\\n\u0007"]"#,
            ),
        ];
        for (name, in_type, in_literal, access) in table {
            assert_eq!(property(name), in_type);
            assert_eq!(key(name), in_literal);
            assert_eq!(member("v", name), access);
        }
    }
}
