//! Documentation comments.

/// Rust documentation as a JSDoc block, indented and ending with a line break; nothing for none.
pub(super) fn comment(docs: &str, indent: &str) -> String {
    // The only text that could end the comment early.
    let docs = docs.replace("*/", "*\\/");
    let lines: Vec<&str> = docs.trim_matches('\n').lines().map(str::trim_end).collect();
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
        ];
        for (docs, expected) in table {
            assert_eq!(comment(docs, ""), expected, "{docs:?}");
        }
        assert_eq!(comment("A.\nB.", "  "), "  /**\n   * A.\n   * B.\n   */\n");
    }
}
