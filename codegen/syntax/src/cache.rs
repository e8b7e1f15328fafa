//! `cache = "…"`: the `Cache-Control` of what a query answers to REST.

use crate::problem::Problems;
use crate::written::Written;

/// What answers may say (RFC 9111, 5.2.2; RFC 8246; RFC 5861), and whether seconds follow.
const DIRECTIVES: &[(&str, bool)] = &[
    ("immutable", false),
    ("max-age", true),
    ("must-revalidate", false),
    ("must-understand", false),
    ("no-cache", false),
    ("no-store", false),
    ("no-transform", false),
    ("private", false),
    ("proxy-revalidate", false),
    ("public", false),
    ("s-maxage", true),
    ("stale-if-error", true),
    ("stale-while-revalidate", true),
];

/// What cannot be said at once.
const CONTRADICTIONS: &[(&str, &str)] = &[
    ("public", "private"),
    ("no-store", "max-age"),
    ("no-store", "s-maxage"),
    ("no-store", "public"),
    ("no-store", "immutable"),
    ("no-store", "stale-while-revalidate"),
    ("no-store", "stale-if-error"),
    ("private", "s-maxage"),
];

/// Reads the option; returns the header as it is sent.
pub(crate) fn read(option: &Written, problems: &mut Problems) -> Option<String> {
    let literal = option.string(problems)?;
    match header(&literal.value()) {
        Ok(header) => Some(header),
        Err(message) => {
            let names: Vec<&str> = DIRECTIVES.iter().map(|(name, _)| *name).collect();
            let help = format!(
                "write directives of `Cache-Control`, separated by commas, such as \
                 `private, max-age=30`; there are {}",
                names.join(", ")
            );
            problems.invalid(literal.span(), message, "not a `Cache-Control`", &help);
            None
        }
    }
}

fn header(text: &str) -> Result<String, String> {
    let mut names: Vec<String> = Vec::new();
    let mut written: Vec<String> = Vec::new();
    for part in text.split(',').map(str::trim) {
        let (name, value) = match part.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (part, None),
        };
        let name = name.to_ascii_lowercase();
        let known = DIRECTIVES.iter().find(|(known, _)| *known == name);
        let Some((_, seconds)) = known else {
            return Err(format!("`{part}` is not a directive of `Cache-Control`"));
        };
        written.push(match (seconds, value) {
            (true, Some(value)) if is_seconds(value) => format!("{name}={value}"),
            (true, _) => return Err(format!("`{name}` takes a number of seconds")),
            (false, None) => name.clone(),
            (false, Some(_)) => return Err(format!("`{name}` takes no value")),
        });
        if names.contains(&name) {
            return Err(format!("`{name}` is given twice"));
        }
        names.push(name);
    }
    let said = |name: &str| names.iter().any(|one| one == name);
    match CONTRADICTIONS.iter().find(|(a, b)| said(a) && said(b)) {
        Some((a, b)) => Err(format!("`{a}` and `{b}` contradict each other")),
        None => Ok(written.join(", ")),
    }
}

/// Up to what every cache can count (RFC 9111, 1.2.2).
fn is_seconds(value: &str) -> bool {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    digits && value.parse::<u32>().is_ok_and(|seconds| seconds <= 1 << 31)
}
