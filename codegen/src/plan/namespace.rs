//! The namespace of an included package, read from the text of its build script: the literal that
//! it passes to `Builder::namespace`.

use std::fs;

use super::Unplannable;
use super::manifest::Manifest;

/// The namespace of the package.
pub(super) fn read(manifest: &Manifest) -> Result<String, Unplannable> {
    let script = manifest.text(&["package", "build"]).unwrap_or("build.rs");
    let place = manifest.folder.join(script);
    let package = &manifest.package;
    let text = fs::read_to_string(&place).map_err(|error| {
        Unplannable(format!(
            "`{package}` is included, but its build script `{}` cannot be read: {error}",
            place.display(),
        ))
    })?;
    find(&text).ok_or_else(|| {
        Unplannable(format!(
            "`{package}` is included, so its actions need a namespace: write \
             `.namespace(\"…\")` with a literal in `{}`",
            place.display(),
        ))
    })
}

/// The argument of the first `.namespace("…")` outside of line comments.
fn find(script: &str) -> Option<String> {
    let code: String = script
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    let (_, rest) = code.split_once(".namespace(")?;
    let (name, _) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
    Some(name.to_owned()).filter(|name| !name.contains('\\'))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn only_a_literal_will_do() {
        let cases = [
            (r#"Builder::new().namespace("blog").build()"#, Some("blog")),
            (
                "Builder::new()\n    .namespace(\n \"blog\",\n )",
                Some("blog"),
            ),
            ("// .namespace(\"old\")\n.namespace(\"new\")", Some("new")),
            ("Builder::new().namespace(NAME).build()", None),
            ("Builder::new().build()", None),
        ];
        for (script, expect) in cases {
            assert_eq!(find(script).as_deref(), expect, "{script}");
        }
    }
}
