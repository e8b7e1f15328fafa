//! Paths of routes: literal segments, and segments that are the value of an input.

use crate::route::Wrong;

/// One segment of a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// Stands for itself.
    Literal(String),
    /// `{name}`: the value of that input, always the whole segment.
    Parameter(String),
}

const SEGMENTS: &str = "a path is segments such as `products` and `{id}`, each after a `/`, of \
                        letters, digits and `.`, `_`, `~`, `-`";

/// Reads an absolute path.
///
/// ```
/// use tramline_syntax::path::{self, Segment};
///
/// let segments = path::parse("/hooks/{provider}").unwrap();
/// assert_eq!(segments[1], Segment::Parameter("provider".to_owned()));
/// assert!(path::parse("/hooks//x").is_err());
/// ```
///
/// # Errors
///
/// Says what is wrong, and the way out.
pub fn parse(path: &str) -> Result<Vec<Segment>, Wrong> {
    match path.strip_prefix('/') {
        Some(rest) => rest.split('/').map(segment).collect(),
        None => Err(Wrong::new("its path does not begin with `/`", SEGMENTS)),
    }
}

/// The path as it is written.
pub fn text(segments: &[Segment]) -> String {
    let texts = segments.iter().map(|segment| match segment {
        Segment::Literal(text) => format!("/{text}"),
        Segment::Parameter(name) => format!("/{{{name}}}"),
    });
    texts.collect()
}

fn segment(text: &str) -> Result<Segment, Wrong> {
    if text.is_empty() {
        return Err(Wrong::new("a segment of its path is empty", SEGMENTS));
    }
    if text == "." || text == ".." {
        let why = format!("browsers and proxies take `{text}` out of a path");
        return Err(Wrong::new(why, "name the segment otherwise"));
    }
    if let Some(name) = text.strip_prefix('{').and_then(|it| it.strip_suffix('}'))
        && is_name(name)
    {
        return Ok(Segment::Parameter(name.to_owned()));
    }
    if text.contains(['{', '}']) {
        let why = format!("`{text}` is neither text nor an input");
        let help = "write the name of an input in braces, which is the whole segment: `/{id}/`";
        return Err(Wrong::new(why, help));
    }
    match text.chars().find(|character| !is_unreserved(*character)) {
        Some(character) => {
            let why = format!("its path contains `{character}`");
            Err(Wrong::new(why, SEGMENTS))
        }
        None => Ok(Segment::Literal(text.to_owned())),
    }
}

/// What needs no encoding anywhere in a URL (RFC 3986, 2.3).
fn is_unreserved(character: char) -> bool {
    character.is_ascii_alphanumeric() || ".~_-".contains(character)
}

/// Whether an input can be called so in a route.
pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(is_unreserved)
}
