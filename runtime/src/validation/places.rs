//! Where a part of a value is in JSON.

/// What is called otherwise in JSON: ways from the input in Rust, and JSON Pointers to the same.
///
/// In a way, components are separated by dots; `*` is any element of a list or key of a map, and `#`
/// the index of a part that JSON does not have, such as that of a newtype. Whatever no way leads to
/// is called alike.
pub type Renames = &'static [(&'static str, &'static str)];

/// The JSON Pointer (RFC 6901) to the part at `path`.
pub(crate) fn pointer(path: &[String], renames: Renames) -> String {
    let fitting = renames.iter().filter_map(|(way, pointer)| {
        let (kept, length) = fit(way, path)?;
        Some((length, kept, *pointer))
    });
    let longest = fitting.max_by_key(|(length, ..)| *length);
    let (mut text, rest) = match longest {
        Some((length, kept, pointer)) => (filled(pointer, &kept), &path[length..]),
        None => (String::new(), path),
    };
    for component in rest {
        push(&mut text, component);
    }
    text
}

/// What stands for each `*` if the way is the beginning of the path, and how long it is.
fn fit<'a>(way: &str, path: &'a [String]) -> Option<(Vec<&'a str>, usize)> {
    let mut kept = Vec::new();
    let mut length = 0;
    for component in way.split('.') {
        let found = path.get(length)?;
        match component {
            "*" => kept.push(found.as_str()),
            "#" => {}
            name if name == plain(found) => {}
            _ => return None,
        }
        length += 1;
    }
    Some((kept, length))
}

/// The pointer with what stands for each `*`.
fn filled(pointer: &str, kept: &[&str]) -> String {
    let mut kept = kept.iter();
    let mut text = String::new();
    for component in pointer.split('/').skip(1) {
        match component {
            "*" => push(&mut text, kept.next().copied().unwrap_or_default()),
            component => {
                text.push('/');
                text.push_str(component);
            }
        }
    }
    text
}

fn push(text: &mut String, component: &str) {
    text.push('/');
    text.push_str(&plain(component).replace('~', "~0").replace('/', "~1"));
}

/// A name as Rust would have it if it were no keyword.
fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::{Renames, pointer};

    const RENAMES: Renames = &[
        ("full_name", "/fullName"),
        ("items.*.unit_price", "/items/*/unitPrice"),
        ("tags.#", "/tags"),
        ("by_key", "/byKey"),
        ("by_key.*.max_size", "/byKey/*/maxSize"),
        ("kind.size", "/kind"),
    ];

    #[test]
    fn parts_are_found_by_their_names_in_json() {
        let check = |path: &[&str], expected: &str| {
            let path: Vec<String> = path.iter().map(ToString::to_string).collect();
            assert_eq!(pointer(&path, RENAMES), expected, "{path:?}");
        };
        check(&["full_name"], "/fullName");
        check(&["name"], "/name");
        check(&["r#type", "0"], "/type/0");
        check(&["items", "3", "unit_price"], "/items/3/unitPrice");
        check(
            &["items", "3", "unit_price", "cents"],
            "/items/3/unitPrice/cents",
        );
        check(&["items", "3"], "/items/3");
        check(&["tags", "0"], "/tags");
        check(&["tags", "0", "7"], "/tags/7");
        check(&["by_key", "a/b~c", "max_size"], "/byKey/a~1b~0c/maxSize");
        check(&["by_key", "a/b~c"], "/byKey/a~1b~0c");
        check(&["kind", "size"], "/kind");
        check(&[], "");
    }

    #[test]
    fn the_whole_value_has_an_empty_pointer() {
        assert_eq!(pointer(&["0".to_owned()], &[("#", "")]), "");
        assert_eq!(
            pointer(&["0".to_owned(), "1".to_owned()], &[("#", "")]),
            "/1"
        );
    }
}
