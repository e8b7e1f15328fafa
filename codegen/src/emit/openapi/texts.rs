//! Documentation comments as summaries and descriptions, which are CommonMark as well.

use crate::json::Json;
use crate::model::DEPRECATED;

/// The first paragraph on one line, without the full stop that ends it.
pub(super) fn summary(docs: &str) -> Option<String> {
    let lines = docs
        .trim()
        .lines()
        .take_while(|line| !line.trim().is_empty());
    let line = lines.map(str::trim).collect::<Vec<_>>().join(" ");
    let line = line.strip_suffix('.').unwrap_or(&line);
    (!line.is_empty()).then(|| plain(line))
}

/// What follows the first paragraph.
pub(super) fn details(docs: &str) -> Option<String> {
    let (_, rest) = docs.trim().split_once("\n\n")?;
    prose(rest)
}

/// Everything.
pub(super) fn prose(docs: &str) -> Option<String> {
    let text = plain(docs.trim());
    (!text.is_empty()).then_some(text)
}

/// A name in words: `create_post` as "Create post".
pub(super) fn words(name: &str) -> String {
    let text = name.trim_matches('_').replace('_', " ");
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

/// Whether the comment says that something is deprecated.
pub(super) fn is_deprecated(docs: &str) -> bool {
    docs.lines().any(|line| line.starts_with(DEPRECATED))
}

/// The schema with a description in its front, and marked where it is deprecated.
pub(super) fn described(schema: Json, docs: &str) -> Json {
    let Some(text) = prose(docs) else {
        return schema;
    };
    let schema = match is_deprecated(docs) {
        true => schema.with("deprecated", Json::Bool(true)),
        false => schema,
    };
    match schema {
        Json::Object(mut members) => {
            members.retain(|(name, _)| name != "description");
            members.insert(0, ("description".to_owned(), Json::Text(text)));
            Json::Object(members)
        }
        other => other,
    }
}

/// The same, with a list of the values that have something to say.
pub(super) fn described_with_values<'t>(
    schema: Json,
    docs: &str,
    values: impl Iterator<Item = (&'t str, &'t str)>,
) -> Json {
    let lines = values.filter_map(|(name, docs)| {
        let text = summary(docs)?;
        Some(format!("- `{name}`: {text}"))
    });
    let lines: Vec<String> = lines.collect();
    let parts = [docs.trim().to_owned(), lines.join("\n")];
    let parts: Vec<String> = parts.into_iter().filter(|one| !one.is_empty()).collect();
    described(schema, &parts.join("\n\n"))
}

/// Rust's links to items as what they show: nothing outside of Rust can follow them.
fn plain(docs: &str) -> String {
    let mut text = String::new();
    let mut rest = docs;
    while let Some((before, after)) = rest.split_once("[`") {
        text.push_str(before);
        let Some((item, behind)) = after.split_once("`]") else {
            text.push_str("[`");
            rest = after;
            continue;
        };
        text.push_str(&format!("`{item}`"));
        rest = behind;
        if let Some(target) = behind.strip_prefix('(')
            && let Some((path, behind)) = target.split_once(')')
        {
            if path.contains("//") {
                text.truncate(text.len() - item.len() - 2);
                text.push_str(&format!("[`{item}`]({path})"));
            }
            rest = behind;
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::{details, plain, summary};

    #[test]
    fn the_first_paragraph_is_the_summary() {
        let table = [
            ("", None, None),
            ("One product.", Some("One product"), None),
            (
                "One\nproduct.\n\nMore.\n\nEnd.",
                Some("One product"),
                Some("More.\n\nEnd."),
            ),
            ("What now?", Some("What now?"), None),
        ];
        for (docs, first, rest) in table {
            assert_eq!(summary(docs).as_deref(), first, "{docs:?}");
            assert_eq!(details(docs).as_deref(), rest, "{docs:?}");
        }
    }

    #[test]
    fn links_to_items_are_words() {
        let table = [
            ("See [`Post`].", "See `Post`."),
            ("See [`Post`](crate::Post), too.", "See `Post`, too."),
            (
                "See [`docs`](https://example.com).",
                "See [`docs`](https://example.com).",
            ),
            ("A [`broken", "A [`broken"),
            (
                "[a link](https://example.com)",
                "[a link](https://example.com)",
            ),
        ];
        for (docs, expect) in table {
            assert_eq!(plain(docs), expect);
        }
    }
}
