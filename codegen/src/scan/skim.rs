//! Cuts the bodies of functions out of a text, which no later stage reads and which are most of any
//! source.
//!
//! Parsing is what a build script spends its time on, and it runs unoptimised.

use super::lexer::{Lexer, Token};

/// A text with parts cut out.
pub(super) struct Skimmed {
    pub(super) text: String,
    pub(super) cuts: Cuts,
}

/// Where parts were cut out, and so where in the whole text the rest stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cuts(Vec<Cut>);

#[derive(Clone, Copy, Debug)]
struct Cut {
    /// Where in the short text.
    at: usize,
    /// How many bytes are missing up to there.
    missing: usize,
}

impl Cuts {
    /// Where something that begins at `offset` in the short text begins in the whole one.
    pub(crate) fn start(&self, offset: usize) -> usize {
        offset + self.missing(self.0.partition_point(|cut| cut.at <= offset))
    }

    /// Where something that ends at `offset` in the short text ends in the whole one.
    pub(crate) fn end(&self, offset: usize) -> usize {
        offset + self.missing(self.0.partition_point(|cut| cut.at < offset))
    }

    fn missing(&self, cuts: usize) -> usize {
        let last = cuts.checked_sub(1).and_then(|last| self.0.get(last));
        last.map_or(0, |cut| cut.missing)
    }
}

/// `text` without what stands between the braces of functions, and without a shebang line, which
/// syn would cut off in silence.
pub(super) fn skim(text: &str) -> Skimmed {
    let mut short = String::with_capacity(text.len());
    let mut cuts = Vec::new();
    let mut from = 0;
    let mut cut = |start: usize, end: usize| {
        short.push_str(&text[from..start]);
        from = end;
        if start < end {
            let at = short.len();
            cuts.push(Cut {
                at,
                missing: end - at,
            });
        }
    };
    cut(0, shebang(text));
    let mut lexer = Lexer::new(text);
    while let Some(token) = lexer.next() {
        if token == Token::Fn
            && let Some((open, close)) = lexer.body()
        {
            cut(open + 1, close);
        }
    }
    cut(text.len(), text.len());
    let cuts = Cuts(cuts);
    Skimmed { text: short, cuts }
}

/// The length of a line such as `#!/usr/bin/env run-cargo-script`.
fn shebang(text: &str) -> usize {
    if text.starts_with("#!") && !text[2..].trim_start().starts_with('[') {
        text.find('\n').unwrap_or(text.len())
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::{Skimmed, skim};

    fn check(text: &str, expect: &str) {
        let Skimmed { text: short, cuts } = skim(text);
        assert_eq!(short, expect);
        // Every character that is left still stands where it stood.
        for (at, character) in short.char_indices() {
            let start = cuts.start(at);
            assert!(
                text[start..].starts_with(character),
                "{character} of {text}"
            );
            assert_eq!(
                cuts.end(at + character.len_utf8()),
                start + character.len_utf8()
            );
        }
    }

    #[test]
    fn bodies_are_cut_out() {
        check("fn a() { if x { y } } struct B;", "fn a() {} struct B;");
        check(
            "fn a() -> F<{ N }> where T: X<u8>, { 1 > 2; } mod b {}",
            "fn a() -> F<{ N }> where T: X<u8>, {} mod b {}",
        );
        check(
            "fn a(x: [u8; { 3 }]) { '}'; '\\''; \"}\"; b'}' } fn b<'a>() { x }",
            "fn a(x: [u8; { 3 }]) {} fn b<'a>() {}",
        );
        check(
            "fn a() { r#\"}\"# } fn b() { /* } /* } */ */ } // fn x() { y",
            "fn a() {} fn b() {} // fn x() { y",
        );
        check(
            "type F = fn(u8) -> u8; struct S { f: fn() }",
            "type F = fn(u8) -> u8; struct S { f: fn() }",
        );
        check(
            "trait T { fn a(); fn b() { 1 } }",
            "trait T { fn a(); fn b() {} }",
        );
        check(
            "fn a<F: Fn(u8) -> u8>() { x } const A: u8 = { 1 };",
            "fn a<F: Fn(u8) -> u8>() {} const A: u8 = { 1 };",
        );
        check(
            "fn größe() { 'ä'; \"}ä\" } struct R { r#type: u8 }",
            "fn größe() {} struct R { r#type: u8 }",
        );
        check(
            "fn r#fn() { {} } fn b() { br##\"\"#}\"## }",
            "fn r#fn() {} fn b() {}",
        );
    }

    #[test]
    fn broken_text_is_left_alone() {
        check("fn a() { {", "fn a() { {");
        check("fn a(", "fn a(");
        check("#!/usr/bin/env x\n fn a() {1}", "\n fn a() {}");
        check("#![allow(x)] fn a() {1}", "#![allow(x)] fn a() {}");
        check("fn a) { x }", "fn a) { x }");
    }
}
