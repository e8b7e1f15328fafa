//! Documentation comments.

use crate::model::DEPRECATED;

/// Rust documentation as a JSDoc block, indented and ending with a line break; nothing for none.
pub(super) fn comment(docs: &str, indent: &str) -> String {
    let lines = lines(docs);
    match lines.as_slice() {
        [] => String::new(),
        [line] if line.trim().is_empty() => String::new(),
        [line] => format!("{indent}/** {} */\n", line.trim()),
        lines => {
            let mut text = format!("{indent}/**\n");
            for line in lines {
                let gap = if line.is_empty() { "" } else { " " };
                text.push_str(&format!("{indent} *{gap}{line}\n"));
            }
            text + indent + " */\n"
        }
    }
}

/// The lines as an editor for TypeScript shows them: Rust's examples are marked as Rust, without the
/// lines that rustdoc hides, and what would be taken for a tag of JSDoc is none.
fn lines(docs: &str) -> Vec<String> {
    let mut lines = Vec::new();
    // The fence that ends the code block around the line, and whether it holds Rust.
    let mut block: Option<(&str, bool)> = None;
    for line in docs.trim_matches('\n').lines().map(str::trim_end) {
        let text = line.trim_start();
        let space = &line[..line.len() - text.len()];
        let fence = fence(text);
        let shown = match (block, fence) {
            (Some((open, _)), Some(close)) if text == close && close.starts_with(open) => {
                block = None;
                Some(line.to_owned())
            }
            (Some((_, true)), _) => unhidden(text).map(|text| format!("{space}{text}")),
            (Some((_, false)), _) => Some(line.to_owned()),
            (None, Some(fence)) => {
                let rust = is_rust(&text[fence.len()..]);
                block = Some((fence, rust));
                Some(if rust {
                    format!("{space}{fence}rust")
                } else {
                    line.to_owned()
                })
            }
            (None, None) => Some(format!("{space}{}", prose(text))),
        };
        // The only text that could end the comment early.
        lines.extend(shown.map(|line| line.replace("*/", "*\\/")));
    }
    lines
}

/// A line outside of every example.
fn prose(text: &str) -> String {
    match text.strip_prefix(DEPRECATED) {
        Some("") => "@deprecated".to_owned(),
        Some(notice) => format!("@deprecated {}", notice.trim_start_matches([':', ' '])),
        None if text.starts_with('@') => format!("\\{text}"),
        None => text.to_owned(),
    }
}

/// What begins or ends a code block.
fn fence(text: &str) -> Option<&str> {
    ['`', '~'].into_iter().find_map(|mark| {
        let length = text.len() - text.trim_start_matches(mark).len();
        (length >= 3).then(|| &text[..length])
    })
}

/// Whether rustdoc takes a code block for Rust.
fn is_rust(language: &str) -> bool {
    let words = language.split([',', ' ']).filter(|word| !word.is_empty());
    let known = |word: &str| {
        let rust = ["rust", "ignore", "no_run", "should_panic", "compile_fail"];
        rust.contains(&word) || word.starts_with("edition") || word.starts_with("ignore-")
    };
    words.into_iter().all(known)
}

/// A line of an example, unless rustdoc hides it.
fn unhidden(text: &str) -> Option<&str> {
    match text.strip_prefix('#') {
        Some(rest) if rest.is_empty() || rest.starts_with(' ') => None,
        Some(rest) if rest.starts_with('#') => Some(rest),
        _ => Some(text),
    }
}

#[cfg(test)]
mod tests {
    use super::comment;

    #[test]
    fn documentation_becomes_jsdoc() {
        let table = [
            ("", ""),
            (" \n", ""),
            ("Publishes.", "/** Publishes. */\n"),
            ("a */ b", "/** a *\\/ b */\n"),
            ("One.\n\nTwo.  ", "/**\n * One.\n *\n * Two.\n */\n"),
            ("Code:\n    x", "/**\n * Code:\n *     x\n */\n"),
            ("@deprecated or not", "/** \\@deprecated or not */\n"),
            ("**Deprecated**", "/** @deprecated */\n"),
            (
                "One.\n\n**Deprecated**: use `x`",
                "/**\n * One.\n *\n * @deprecated use `x`\n */\n",
            ),
            (
                "**Deprecated** since 1.2.0: use `x`",
                "/** @deprecated since 1.2.0: use `x` */\n",
            ),
            ("mail a@b.c", "/** mail a@b.c */\n"),
            ("`<b>` and <i>", "/** `<b>` and <i> */\n"),
        ];
        for (docs, expected) in table {
            assert_eq!(comment(docs, ""), expected, "{docs:?}");
        }
        assert_eq!(comment("A.\nB.", "  "), "  /**\n   * A.\n   * B.\n   */\n");
    }

    #[test]
    fn examples_are_marked_as_rust() {
        let table = [
            ("```\nlet x = 1;\n```", "```rust\nlet x = 1;\n```"),
            (
                "```no_run\n# use x;\n#\n#[a]\n## b\n```",
                "```rust\n#[a]\n# b\n```",
            ),
            ("```json\n# 1\n@x\n```\n@x", "```json\n# 1\n@x\n```\n\\@x"),
            ("~~~~\n```\n/* */\n~~~~", "~~~~rust\n```\n/* *\\/\n~~~~"),
            ("```\nnever closed", "```rust\nnever closed"),
        ];
        for (docs, expected) in table {
            let comment = comment(docs, "");
            let lines = comment.lines().filter_map(|line| line.strip_prefix(" * "));
            assert_eq!(lines.collect::<Vec<_>>().join("\n"), expected, "{docs:?}");
        }
    }
}
