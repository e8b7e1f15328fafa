//! Mistakes in files that are no sources of a package: its build script, a file that cannot be parsed.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// One mistake and the text it stands in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Excerpt<'a> {
    /// What is wrong, in one sentence without a full stop.
    pub(crate) message: &'a str,
    /// The file as messages show it.
    pub(crate) path: &'a str,
    pub(crate) text: &'a str,
    /// Where in it, and a few words to stand below; none where something is missing altogether.
    pub(crate) place: Option<(&'a Range<usize>, &'a str)>,
    /// The way out.
    pub(crate) help: &'a str,
}

impl Excerpt<'_> {
    /// The mistake for a terminal.
    pub(crate) fn report(&self) -> String {
        let title = Level::ERROR.primary_title(self.message);
        let snippet = Snippet::source(self.text).path(self.path);
        let group = match self.place {
            Some((span, label)) => {
                let annotation = AnnotationKind::Primary.span(span.clone()).label(label);
                title.element(snippet.annotation(annotation))
            }
            None => title.element(annotate_snippets::Origin::path(self.path)),
        };
        let group = group.element(Level::HELP.message(self.help));
        Renderer::styled().render(&[group])
    }
}

/// A mistake that has no place, for a terminal.
pub(crate) fn error(message: &str) -> String {
    Renderer::styled().render(&[annotate_snippets::Group::with_title(
        Level::ERROR.primary_title(message),
    )])
}
