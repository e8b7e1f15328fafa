//! Diagnostics as text, with the source they speak of.

use std::cmp::Ordering;

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Diagnostics};
use crate::emit::Refused;
use crate::scan::Sources;

impl Diagnostics {
    /// Every diagnostic as plain text, in the order of the source: in full for the first action it
    /// concerns, and as a pointer there for each further one.
    pub(crate) fn render(&self, sources: &Sources) -> Vec<Refused> {
        let mut refused = Vec::new();
        for diagnostic in self.sorted() {
            let (first, further) = match diagnostic.stems.split_first() {
                Some((first, further)) => (Some(first.clone()), further),
                None => (None, &[][..]),
            };
            refused.push(Refused {
                stem: first,
                text: diagnostic.render(sources),
                told: diagnostic.told,
            });
            refused.extend(further.iter().map(|stem| Refused {
                stem: Some(stem.clone()),
                text: diagnostic.pointer(sources),
                told: diagnostic.told,
            }));
        }
        refused
    }

    /// Every diagnostic once, for a terminal, in the order of the source.
    pub(crate) fn report(&self, sources: &Sources) -> Vec<String> {
        let sorted = self.sorted().into_iter();
        sorted
            .map(|diagnostic| diagnostic.text(sources, &Renderer::styled()))
            .collect()
    }

    fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.0.iter().collect();
        sorted.sort_by(|a, b| a.compare(b));
        sorted
    }
}

impl Diagnostic {
    fn compare(&self, other: &Self) -> Ordering {
        let key = |diagnostic: &Self| (diagnostic.location, diagnostic.rule);
        let by_place = key(self).cmp(&key(other));
        by_place.then_with(|| self.message.cmp(&other.message))
    }

    fn render(&self, sources: &Sources) -> String {
        let text = self.text(sources, &Renderer::plain());
        // rustc writes the first "error: " itself.
        let text = text.strip_prefix("error: ").unwrap_or(&text);
        let lines: Vec<_> = text.lines().map(str::trim_end).collect();
        lines.join("\n")
    }

    fn text(&self, sources: &Sources, renderer: &Renderer) -> String {
        let mut group = Level::ERROR
            .primary_title(&self.message)
            .elements(self.snippets(sources));
        for note in &self.notes {
            group = group.element(Level::NOTE.message(note));
        }
        group = group.element(Level::HELP.message(&self.help));
        renderer.render(&[group])
    }

    /// What the second and further actions show.
    fn pointer(&self, sources: &Sources) -> String {
        let file = sources.cited(self.location);
        let line = sources.line(self.location);
        format!("{}\n --> {file}:{line}", self.message)
    }

    /// One snippet for each file, the one with the mistake first.
    fn snippets<'a>(&'a self, sources: &'a Sources) -> Vec<Snippet<'a, Annotation<'a>>> {
        let mut files = vec![self.location.file];
        for (location, _) in &self.context {
            if !files.contains(&location.file) {
                files.push(location.file);
            }
        }
        let files = files.into_iter();
        files.map(|file| self.snippet(file, sources)).collect()
    }

    fn snippet<'a>(&'a self, file: usize, sources: &'a Sources) -> Snippet<'a, Annotation<'a>> {
        let mut annotations = Vec::new();
        if self.location.file == file {
            let span = self.location.start..self.location.end;
            annotations.push(AnnotationKind::Primary.span(span).label(&self.label));
        }
        let context = self.context.iter();
        let context = context.filter(|(location, _)| location.file == file);
        annotations.extend(context.map(|(location, words)| {
            let span = location.start..location.end;
            AnnotationKind::Context.span(span).label(words)
        }));
        let source = &sources.files[file];
        Snippet::source(source.text.as_str())
            .path(source.cited.as_str())
            .annotations(annotations)
    }
}
